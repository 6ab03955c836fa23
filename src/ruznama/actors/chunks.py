"""Mentions that a head word makes together with its neighbours.

"wazir al-kharijiya al-rusi Sirghi Lafruf", "the Turkish president, Recep Tayyip Erdoğan": a head (title, organ,
company, …) from data/languages/<code>/actors.toml, the state it belongs to (adjective, genitive), and often a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruznama.actors.mentions import Mention, actor_of, bare_start
from ruznama.knowledge import Head, Language, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.folding import Folding
from ruznama.text.phrases import Match

LONGEST = 12  # words of one mention; the longest titles of the dev articles have 11
LONGEST_NAME = 4  # unknown words of one name
_OPENING = frozenset({'"', "'", "("})
_HEADS = frozenset({"title", "counterpart", "organ", "office", "company", "group", "igo", "media", "people"})
_NAMED = frozenset({"company", "group", "igo", "media"})  # heads behind which an unknown word is a name


@dataclass(frozen=True, eq=False)
class NameRules:
    """Which unknown words may be names, folded."""

    stop: re.Pattern[str]
    particles: frozenset[str]


def name_rules(language: Language, folding: Folding) -> NameRules:
    """The [name] table of the language's actors.toml."""
    table = language.tables["actors"]["name"]
    return NameRules(re.compile(table["stop"]), frozenset(map(folding.key, table["particles"])))


@dataclass
class Chunker:
    """Reads the mentions of one text that begin with, or lead to, a head word."""

    marks: Marks
    known: dict[int, Match[Payload]]
    language: Language
    names: NameRules

    def chunk(self, at: int, end: int) -> Mention | None:
        """The mention that begins at word `at`, within words before `end`; None if no head is involved."""
        head = self.head(at)
        known = self.known.get(at)
        if head is not None and (known is None or known.last <= head[0].last):
            return self._from_head(at, end, *head)
        if not self.language.adjectives_follow and at in self.known:
            return self._from_state(at, end)
        return None

    def head(self, at: int) -> tuple[Match[Payload], Head] | None:
        """The longest head that begins at word `at`."""
        found: tuple[Match[Payload], Head] | None = None
        for match in self.marks.at("head", at):
            if isinstance(match.payload, Head) and match.payload.role in _HEADS and (found is None or match.last > found[0].last):
                found = match, match.payload
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
        person: tuple[int, int, Actor | None] | None = None
        end = min(end, at + LONGEST)
        article = self.language.clitics.article
        while here < end:
            known = self.known.get(here)
            if known is not None and isinstance(known.payload, Name):
                name = known.payload
                if name.identity.kind == "person" or (head.role in _NAMED and name.identity.kind == head.kind):
                    if set(known.proclitics) - {article}:
                        break
                    person = (here, known.last, None)
                    last = known.last
                    return self._named(first, last, head, name, known, state, match)
                if not self._joins(known, name, state, here, head):
                    break
                state, here, last = name, known.last, known.last
                continue
            nested = self.head(here)
            if nested is not None and not set(nested[0].proclitics) - {article}:
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
                quoted = self._quoted(here, end)
                if quoted is None:
                    break
                person = (quoted[0], quoted[1], None)
                last = quoted[1]
                break
            if article and words[here].startswith(article) and not self._frame(here) and here - last < 3:
                here += 1
                continue
            if head.role in ("title", "counterpart") or head.role in _NAMED:
                stop = self._name_end(here, end)
                if stop > here and (head.role in ("title", "counterpart") or stop - here <= 3):
                    person = (here, stop, None)
                    last = stop
            break
        return self._made(first, last, head, match, state, person)

    def _is_person(self, at: int) -> bool:
        known = self.known.get(at)
        return known is not None and isinstance(known.payload, Name) and known.payload.identity.kind == "person"

    def _joins(self, known: Match[Payload], name: Name, state: Name | None, here: int, head: Head) -> bool:
        """Whether a known name at `here` is the state of the head before it."""
        if state is not None:
            return name.identity is state.identity and name.facet == "adjective"
        extra = set(known.proclitics) - {self.language.clitics.article}
        if name.facet == "adjective" or name.facet == "people":
            return not extra
        return not extra and (name.identity.kind in ("state", "igo", "group", "organ"))

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

    def _name_end(self, at: int, end: int) -> int:
        """Where the unknown name that begins at `at` ends; `at` itself if there is none."""
        text, words = self.marks.text, self.marks.text.words
        here = at
        while here < min(end, at + LONGEST_NAME):
            word = words[here]
            if not word[0].isalpha():
                break
            raw = text.raw[text.starts[here]]
            particle = word in self.names.particles
            if raw.isupper() or raw.islower():
                if not (raw.isupper() or (particle and here > at)) or self.names.stop.fullmatch(word):
                    break
            elif (
                (not particle and (self._frame(here) or self.marks.at("trigger", here) or here in self.known))
                or (self.names.stop.fullmatch(word) and not (here > at and word.startswith(self.language.clitics.article)))
                or self.marks.at("class", here)
                or self.marks.at("head", here)
            ):
                break
            here += 1
        return here

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
        if person is not None:
            start, end = text.starts[person[0]], text.ends[person[1] - 1]
        else:
            proclitics = match.proclitics if first == match.first else ()
            start, end = bare_start(text, first, proclitics, self.language.clitics.article), text.ends[last - 1]
        surface = text.raw[start:end]
        if state is None and person is None and head.role not in ("people", "organ", "title", *_NAMED):
            return None
        name = surface
        if person is None and state is not None and head.role in ("organ", "office", "people"):
            name = state.identity.name
        loaded = state is not None and state.facet == "loaded"
        why = f"head {head.lemma}" + (f", of {state.identity.name} by {state.text}" if state is not None else "")
        actor = Actor(surface, name, code, head.kind, start, end, head.lemma if person else None, loaded, why)
        kind_of_first = match.proclitics if first == match.first else self.known[first].proclitics
        return Mention(first, last, (actor,), kind_of_first, False, head.lemma, head.role)
