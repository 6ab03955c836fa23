"""Mentions that a head word makes together with its neighbours.

"wazir al-kharijiya al-rusi Sirghi Lafruf", "the Turkish president, Recep Tayyip Erdoğan": a head (title, organ,
company, …) from data/languages/<code>/actors.toml, the state it belongs to (adjective, genitive), and often a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ruznama.actors.mentions import Mention, actor_of, bare_start
from ruznama.actors.names import Names
from ruznama.knowledge import Head, Knowledge, Language, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.phrases import Match

LONGEST = 12  # words of one mention; the longest titles of the dev articles have 11
_OPENING = frozenset({'"', "'", "("})
_HEADS = frozenset(
    {
        "title",
        "counterpart",
        "occupation",
        "organ",
        "office",
        "company",
        "group",
        "igo",
        "media",
        "outlet",
        "institution",
        "people",
        "generic",
        "peoples",
        "craft",
        "back",
    }
)
_PERSONS = frozenset({"title", "counterpart", "occupation"})  # heads behind which a person's name stands
_ALONE = frozenset(
    {"people", "peoples", "craft", "generic", "back", "organ", "title", "company", "group", "igo", "media"}
)  # heads that need nothing more
_NAMED = frozenset({"company", "group", "igo", "media"})  # heads behind which an unknown word is a name


def headed(knowledge: Knowledge, lang: str) -> dict[str, Name]:
    """What the tables name with a head before it ("the company of X"), by the folded words behind the head: the press puts them
    in quotes."""

    def places() -> dict[str, int]:
        table = knowledge.languages[lang].tables["actors"]
        heads = {knowledge.folding.key(word) for role in (*_NAMED, "outlet") for word in table[role]["words"]}
        found: dict[str, int] = {}
        for kind in ("company", "media", "group", "igo"):
            for at, text in knowledge.actors.written(kind, lang):
                first, _, rest = knowledge.folding.key(text).partition(" ")
                if rest and first in heads:
                    found.setdefault(rest, at)
        return found

    return {rest: knowledge.actors[at] for rest, at in knowledge.cache.get(f"headed-{lang}", places).items()}


@dataclass
class Chunker:
    """Reads the mentions of one text that begin with, or lead to, a head word."""

    marks: Marks
    known: dict[int, Match[Payload]]
    language: Language
    names: Names
    headed: Mapping[str, Name]

    def chunk(self, at: int, end: int) -> Mention | None:
        """The mention that begins at word `at`, within words before `end`; None if no head is involved."""
        head = self.head(at)
        known = self.known.get(at)
        if head is not None and (known is None or known.last <= head[0].last):
            return self._from_head(at, end, *head)
        if not self.language.adjectives_follow and at in self.known:
            return self._from_state(at, end)
        return None

    def person(self, at: int, end: int) -> Mention | None:
        """The person with an unknown name that begins at word `at`, and what stands behind it in apposition."""
        name = self.names.full(at, end)
        if name is None or self._is_person(at):
            return None
        last, clitics = name
        text = self.marks.text
        start, stop = text.starts[at] + sum(map(len, clitics)), text.ends[last - 1]
        surface = text.raw[start:stop]
        actor = Actor(surface, surface, None, "person", start, stop, why="a first name and a name, in no table")
        return Mention(at, last, (actor,), clitics, False, None, "name")

    def head(self, at: int) -> tuple[Match[Payload], Head] | None:
        """The longest head that begins at word `at`."""
        found: tuple[Match[Payload], Head] | None = None
        for match in self.marks.at("head", at):
            head = match.payload
            if not isinstance(head, Head) or head.role not in _HEADS or self.names.is_quality(match, head.lemma):
                continue
            if match.enclitic and match.enclitic == self.names.rules.relation:
                continue  # an adjective rather than "my": "federal" has the letters of "my union"
            longer = found is None or match.last > found[0].last
            if longer or (found is not None and match.last == found[0].last and found[1].role == "institution"):
                found = match, head
        return found

    def _from_state(self, at: int, end: int) -> Mention | None:
        """A state or its adjective, then a head: "Turkey's foreign minister", "Israeli forces"."""
        state = self.known[at]
        name = state.payload
        if not isinstance(name, Name) or name.identity.kind not in ("state", "igo", "group"):
            return None
        words = self.marks.text.words
        here = state.last
        if here < end and words[here] == self.language.possessive:
            here += 1
        for _ in range(3):
            found = self.head(here) if here < end else None
            if found is not None:
                return self._from_head(here, end, *found, state=name, first=at)
            modifier = self.marks.one("head", here, Head, role="modifier")
            if modifier is None:
                return None
            here = modifier[0].last
        return None

    def _from_head(
        self, at: int, end: int, match: Match[Payload], head: Head, state: Name | None = None, first: int | None = None
    ) -> Mention | None:
        first = at if first is None else first
        words = self.marks.text.words
        here, last = match.last, match.last
        owned = bool(match.enclitic)  # "his government" takes adjectives and a name, but is of nobody else
        person: tuple[int, int, Actor | None] | None = None
        end = min(end, at + LONGEST)
        article = self.language.clitics.article
        while here < end:
            known = self.known.get(here)
            genitive = self._genitive(head, here, last)
            if known is not None and isinstance(known.payload, Name):
                name = known.payload
                if name.identity.kind == "person" or (head.role in (*_NAMED, "outlet") and name.identity.kind == head.kind):
                    if set(known.proclitics) - {article}:
                        break
                    person = (here, known.last, None)
                    last = known.last
                    return self._named(first, last, head, name, known, state, match)
                if not self._joins(known, name, state, here, head, genitive) or (owned and name.facet != "adjective"):
                    break
                state, here, last = name, known.last, known.last
                continue
            nested = self.head(here)
            skipped = here > last and nested is not None and nested[1].role == "office"
            skipped = skipped or (nested is not None and state is not None and head.role not in _PERSONS)
            others = (*_PERSONS, "people")
            other = state is not None and self.language.adjectives_follow and nested is not None and nested[1].role in others
            if other:
                break  # "the Egyptian minister [met] his Turkish counterpart": another person begins
            if nested is not None and not skipped and not set(nested[0].proclitics) - {article} - genitive:
                if owned:
                    break
                owned = bool(nested[0].enclitic)
                here = last = nested[0].last
                continue
            modifier = self.marks.one("head", here, Head, role="modifier")
            if modifier is not None and not modifier[0].proclitics:
                here = modifier[0].last
                continue
            if words[here] == "," and head.role == "title" and self._is_person(here + 1):
                here += 1
                continue
            if words[here] in self.language.title_links:
                here += 1
                if words[here - 1] == "," and (head.role != "title" or state is None):
                    break
                continue
            if words[here] in _OPENING and here + 1 < end:
                inside = self.known.get(here + 1)
                quoted_name = inside.payload if inside is not None else None
                fits = isinstance(quoted_name, Name) and head.role in (*_NAMED, "outlet")
                if inside is not None and isinstance(quoted_name, Name) and fits and quoted_name.identity.kind == head.kind:
                    return self._named(first, inside.last, head, quoted_name, inside, state, match)
                quoted = self._quoted(here, end) if head.role not in _PERSONS else None
                if quoted is None:
                    break
                listed = self.headed.get(" ".join(words[quoted[0] : quoted[1]])) if head.role in (*_NAMED, "outlet") else None
                if listed is not None:
                    match_of_name: Match[Payload] = Match(*quoted, "actor", listed, (), "")
                    return self._named(first, quoted[1], head, listed, match_of_name, state, match)
                person = (quoted[0], quoted[1], None)
                last = quoted[1]
                break
            act = self._definite(match, head) and bool(self.marks.at("trigger", here))  # "the League [condemned] the attack"
            if article and words[here].startswith(article) and not self._frame(here) and here - last < 3 and not act:
                here += 1
                continue
            if head.role in _PERSONS or head.role in _NAMED:
                # "the king of Aragon": what follows a bare office is what it is the office of, unless it is a first name.
                office = head.role == "title" and here == match.last and not self._definite(match, head)
                stop = here if office and not self.names.begins(here) else self.names.behind_title(here, end)
                if stop > here and (head.role in _PERSONS or stop - here <= 3):
                    person = (here, stop, None)
                    last = stop
            break
        if state is None and person is None and first == at and not self._definite(match, head):
            institution = self.marks.one("head", at, Head, role="institution")
            stop = self.names.institution(match.last, end) if institution is not None and match.last == institution[0].last else 0
            if institution is not None and stop > match.last:
                kind = head.kind if head.role in _NAMED else institution[1].kind
                return self._made(first, stop, replace(institution[1], kind=kind), match, None, None)
        return self._made(first, last, head, match, state, person)

    def _definite(self, match: Match[Payload], head: Head) -> bool:
        """Whether the head has its article, in languages that write it with the word; elsewhere every head counts as definite."""
        article = self.language.clitics.article
        return not article or head.lemma.startswith(article) or article in match.proclitics or " " in head.lemma

    def _is_person(self, at: int) -> bool:
        known = self.known.get(at)
        return known is not None and isinstance(known.payload, Name) and known.payload.identity.kind == "person"

    def _genitive(self, head: Head, here: int, last: int) -> frozenset[str]:
        """The clitics by which a title of two words or more takes what it is the title of ("the director of the agency")."""
        whole = head.role == "title" and here == last and " " in head.lemma
        return self.names.rules.genitive if whole else frozenset()

    def _joins(
        self, known: Match[Payload], name: Name, state: Name | None, here: int, head: Head, genitive: frozenset[str]
    ) -> bool:
        """Whether a known name at `here` is the state of the head before it."""
        if state is not None:
            return name.identity is state.identity and name.facet == "adjective"
        if not self.language.adjectives_follow and self.marks.text.words[here - 1] not in self.language.title_links:
            return False
        extra = set(known.proclitics) - {self.language.clitics.article}
        if extra and extra <= genitive and name.facet in ("name", "loaded"):
            return name.identity.kind in ("igo", "organ", "company", "group")
        if name.facet == "adjective" or name.facet == "people":
            return not extra
        company = name.identity.kind == "company" and self.marks.one("head", here - 1, Head, role="company") is not None
        return not extra and (company or name.identity.kind in ("state", "igo", "group", "organ", "place"))

    def _frame(self, at: int) -> bool:
        """Whether the word belongs to the sentence's frame rather than to a name."""
        marks = self.marks
        return bool(marks.at("grammar", at) or marks.at("speech", at) or marks.at("status", at))

    def _quoted(self, at: int, end: int) -> tuple[int, int] | None:
        words = self.marks.text.words
        closing = ")" if words[at] == "(" else words[at]
        for stop in range(at + 2, min(at + 7, end)):
            if words[stop] == closing:
                return at + 1, stop
        return None

    def _named(
        self,
        first: int,
        last: int,
        head: Head,
        name: Name,
        known: Match[Payload],
        state: Name | None,
        match: Match[Payload],
    ) -> Mention:
        text = self.marks.text
        start = bare_start(text, known.first, known.proclitics, self.language.clitics.article)
        why = f"{name.identity.name} in data/actors, behind {head.lemma}"
        actor = actor_of(name, text, known.first, known.last, start, why=why, role=head.lemma)
        return Mention(first, last, (actor,), match.proclitics if first == match.first else (), False, head.lemma, head.role)

    def _made(
        self,
        first: int,
        last: int,
        head: Head,
        match: Match[Payload],
        state: Name | None,
        person: tuple[int, int, Actor | None] | None,
    ) -> Mention | None:
        text = self.marks.text
        code = (state.identity.state or state.identity.code) if state is not None else None
        if head.lemma in self.names.rules.others:
            code = None  # the allies of a state are others than it
        if person is not None:
            start, end = text.starts[person[0]], text.ends[person[1] - 1]
        else:
            proclitics = match.proclitics if first == match.first else ()
            start, end = bare_start(text, first, proclitics, self.language.clitics.article), text.ends[last - 1]
        surface = text.raw[start:end]
        if state is None and person is None and head.role not in _ALONE and last == match.last:
            return None
        name = surface
        if person is None and state is not None and head.role in ("organ", "office", "people"):
            name = state.identity.name
        loaded = state is not None and state.facet == "loaded"
        why = f"head {head.lemma}" + (f", of {state.identity.name} by {state.text}" if state is not None else "")
        actor = Actor(surface, name, code, head.kind, start, end, head.lemma if person else None, loaded, why)
        kind_of_first = match.proclitics if first == match.first else self.known[first].proclitics
        belongs = bool(match.enclitic) or (first > 0 and text.words[first - 1] in self.names.rules.pronouns)
        own = state is None and person is None and belongs and last == match.last
        described = head.role == "craft" and state is not None and state.facet == "adjective"
        return Mention(first, last, (actor,), kind_of_first, described, head.lemma, head.role, own=own)
