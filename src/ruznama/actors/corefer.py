"""Who is meant by short names, definite descriptions, pairs, pronouns and "his country", from what the page has said before."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ruznama.actors.descriptions import Following
from ruznama.actors.mentions import Mention
from ruznama.knowledge import Head, Language
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.words import Text

_PAIRS = frozenset({"pair", "between"})
_POINTING = frozenset({"pair", "between", "self", "definite", "nationals", "several", "counted", "pronoun"})
_OF_STATE = frozenset({"organ", "title"})  # heads that belong to a state also where the page does not say which
MAIN = 3  # mentions that make a state the one the page speaks of
LEAD = 2  # times as often as any other state: the page speaks of it alone
HOME = 3  # mentions that the state of the page's outlet counts for
RECENT = 2  # sentences before this one in which the person stands whom a pronoun means
_PARTY_KINDS = frozenset({"state", "organ", "person", "group", "igo", "company"})


def short_names(
    mentions: Sequence[Mention], text: Text, may_be_short: Callable[[int, bool], bool], called_first: frozenset[str]
) -> dict[str, Actor]:
    """The word that each person whom the page names in full is called by: the last one, or the first one of names that begin with
    the family's ("Kim", "Xi") or have none ("Abiy"); whoever has a code comes first."""
    found: dict[str, Actor] = {}
    persons = [actor for mention in mentions if not mention.unnamed for actor in mention.actors if actor.kind == "person"]
    for actor in sorted(persons, key=lambda actor: actor.code is None):
        first, last = text.word_at(actor.start), text.word_at(actor.end)
        if last - first >= 2 and may_be_short(last - 1, actor.code is not None):
            found.setdefault(text.words[last - 1], actor)
        if last - first >= 2 and text.words[first] in called_first:
            found.setdefault(text.words[first], actor)
    return found


def pointing(marks: Marks, language: Language) -> list[Mention]:
    """The words that only point: two sides, one's own country, "the kingdom", "the four states", "he", not yet resolved."""
    text = marks.text
    article = language.clitics.article
    found = []
    for at in sorted(marks.layers.get("head", {})):
        for match in marks.at("head", at):
            head = match.payload
            if isinstance(head, Head) and head.role in _POINTING:
                start = text.starts[at] + sum(len(part) for part in match.proclitics if part != article)
                end = text.ends[match.last - 1]
                actor = Actor(text.raw[start:end], text.raw[start:end], None, head.kind or "state", start, end)
                found.append(Mention(at, match.last, (actor,), match.proclitics, False, head.lemma, head.role))
                break
    return found


def follow(
    mentions: Sequence[Mention], marks: Marks, rules: Following, key: Callable[[str], str], home: str | None = None
) -> list[Mention]:
    """`mentions` (in text order) with those that only say "the company", "both sides", "his country" resolved.

    A definite head without a state means the last mention with the same head, else what belongs to the state that the page
    speaks of most; a pair, the two parties of its sentence, else the page's two main ones; "his country", the state
    of the last person; people, the one state that the page speaks of. What cannot be resolved keeps an empty code. `home` is
    the state whose outlet the page comes from: it needs less to be the one that is meant.
    """
    page = _Page(mentions, marks.text, rules, key, home)
    resolved: list[Mention] = []
    for mention in mentions:
        found = page.resolve(mention)
        if found is not None:
            resolved.append(found)
            page.remember(found)
    return resolved


@dataclass
class _Page:
    """What a page has said up to a mention."""

    mentions: Sequence[Mention]
    text: Text
    rules: Following
    key: Callable[[str], str]
    home: str | None = None
    by_head: dict[str, Actor] = field(default_factory=dict)
    by_word: dict[str, Actor] = field(default_factory=dict)
    guessed: dict[str, Actor] = field(default_factory=dict)
    groups: dict[str, Actor] = field(default_factory=dict)
    parties: list[tuple[int, Actor]] = field(default_factory=list)

    def __post_init__(self) -> None:
        codes = [mention.code for mention in self.mentions if not mention.is_place and mention.role not in _PAIRS]
        self.said = Counter(codes)
        self.counts = Counter(code for code in codes if self._is_state(code))
        top = self.counts.most_common(2)
        alone = bool(top) and (len(top) == 1 or top[0][1] >= LEAD * top[1][1])
        self.only = top[0][0] if alone and top[0][1] >= MAIN else None
        if self.home is not None:  # of which it speaks without naming it; people and persons may be anybody's
            self.counts[self.home] += HOME
            self.said[self.home] += HOME
        self.main = next((code for code, times in self.counts.most_common(1) if times >= MAIN), None)
        self.names = {actor.code: actor for one in self.mentions for actor in one.actors if actor.code and not one.role}
        self.at = {one.first: one for one in self.mentions}
        self.heads: dict[str, set[str]] = {}
        for one in self.mentions:
            if (
                one.head is not None
                and one.code is not None
                and one.actors[0].role is None
                and one.role in (*_OF_STATE, "office")
            ):
                self.heads.setdefault(self._head(one), set()).add(one.code)

    def resolve(self, mention: Mention) -> Mention | None:
        """`mention` with the actors it stands for; None if it stands for nobody."""
        actor = mention.actors[0]
        actors: tuple[Actor, ...] | None
        if mention.role in _PAIRS:
            actors = self._pair(mention)
        elif mention.role == "several":
            codes = self.rules.several.get(self.key(mention.head or ""), ())
            actors = tuple(self._coded(actor, code, f"{actor.text} are {', '.join(codes)}") for code in codes)
        elif mention.role == "counted":
            actors = self._counted(mention)
        elif mention.role == "self" or (mention.own and actor.code is None and mention.role != "generic"):
            actors = self._own(mention)
        elif mention.role == "pronoun":
            actors = self._pronoun(mention)
        elif mention.role in ("definite", "nationals"):
            actors = self._definite(mention)
        elif mention.head is not None and actor.code is None and (actor.role is None or mention.role == "title"):
            actors = self._described(mention)
        elif actor.kind == "person" and actor.code is None and self.only is not None:
            actors = (replace(actor, code=self.only, why=f"of {self.only}, the one state that the page speaks of"),)
        else:
            actors = mention.actors
        return replace(mention, actors=actors) if actors else None

    def remember(self, mention: Mention) -> None:
        """Keeps whom a mention named for the mentions behind it."""
        actor = mention.actors[0]
        if mention.head is not None and actor.code is not None and mention.role not in _POINTING and not mention.is_place:
            (self.guessed if actor.why.startswith("of ") else self.by_head)[self._head(mention)] = actor
        if actor.code is not None and actor.kind in ("igo", "organ", "group", "company", "media") and mention.role is None:
            first = self.text.words[mention.first]
            for part in mention.proclitics:
                first = first.removeprefix(part)
            if mention.last - mention.first > 1:
                self.by_word[first.removeprefix(self.rules.article)] = actor
        if actor.code is not None and actor.kind == "group" and mention.role != "generic":
            self.groups[actor.code] = actor
        if mention.role not in _POINTING - {"definite", "nationals"} and not mention.is_place:
            known = [
                one for one in mention.actors if one.kind in _PARTY_KINDS and (one.code or one.kind in ("company", "person"))
            ]
            self.parties.extend((mention.first, one) for one in known)

    def _head(self, mention: Mention) -> str:
        """What a later mention with the same head has in common with this one."""
        words = (mention.head or "").split()
        first = words[0].removeprefix(self.rules.article)
        return " ".join([first, *words[1:]]) if mention.role in _OF_STATE else first

    def _is_state(self, code: str | None) -> bool:
        return code in self.rules.codes

    def _sentence(self, word: int) -> int:
        return bisect_right(self.text.sentence_starts, word) - 1

    def _pair(self, mention: Mention) -> tuple[Actor, ...]:
        behind = [self.at.get(mention.last), self.at.get(mention.last + 1)]
        if all(one is not None and one.attributive and one.code is not None for one in behind):
            told = [one.actors[0] for one in behind if one is not None]
            return tuple(self._as_state(mention.actors[0], one, f"by {one.text} behind it") for one in told)
        begin = self.text.sentence_starts[self._sentence(mention.first)]
        coded = [(first, actor) for first, actor in self.parties if actor.code or actor.kind == "company"]
        two = _last_two([actor for first, actor in coded if first >= begin]) or self._main_two(coded)
        why = "one of the two parties before it: "
        return tuple(self._as_state(mention.actors[0], actor, why + actor.text) for actor in two)

    def _main_two(self, parties: Sequence[tuple[int, Actor]]) -> list[Actor]:
        """The two states that the page speaks of most, of those met so far; the last two parties if they are fewer."""
        met = {actor.code: actor for _, actor in parties if self._is_state(actor.code)}
        ranked = sorted(met, key=lambda code: -self.counts[code or ""])
        return [met[code] for code in ranked[:2]] if len(ranked) > 1 else _last_two([actor for _, actor in parties])

    def _counted(self, mention: Mention) -> tuple[Actor, ...]:
        """As many different states as the words say, the last ones named; the words alone where the page has fewer."""
        number = self.rules.counted.get(self.key(mention.head or ""), 0)
        last: dict[str, Actor] = {}
        for _, actor in reversed(self.parties):
            if self._is_state(actor.code) and actor.code is not None:
                last.setdefault(actor.code, actor)
            if len(last) == number:
                why = f"the last {number} states named before it"
                return tuple(self._as_state(mention.actors[0], one, why) for one in reversed(last.values()))
        return (replace(mention.actors[0], why="the page has not named so many states"),)

    def _own(self, mention: Mention) -> tuple[Actor, ...]:
        """What belongs to the last person, else to the last party."""
        coded = [actor for _, actor in self.parties if actor.code]
        last = next((actor for actor in reversed(coded) if actor.kind == "person"), coded[-1] if coded else None)
        if mention.own and coded:
            states = [actor for actor in coded if self._is_state(actor.code)] if mention.role == "organ" else []
            last = (states or coded)[-1]
        if last is None:
            return mention.actors
        if mention.own:
            return (replace(mention.actors[0], code=last.code, why=f"of {last.text} before it, by the pronoun"),)
        return (self._as_state(mention.actors[0], last, f"the country that {last.text} acts for"),)

    def _pronoun(self, mention: Mention) -> tuple[Actor, ...] | None:
        """The last person of the sentences before."""
        here = self._sentence(mention.first)
        before = self.text.words[mention.first - 1]
        if before in self.rules.last or (self.rules.article and before.startswith(self.rules.article)):
            return None  # an adjective ("the last months")
        for first, actor in reversed(self.parties):
            if here - self._sentence(first) > RECENT:
                return None
            if actor.kind == "person" and first < mention.first:
                return (replace(mention.actors[0], name=actor.name, code=actor.code, why=f"stands for {actor.text}"),)
        return None

    def _definite(self, mention: Mention) -> tuple[Actor, ...] | None:
        codes = self.rules.definite.get(self.key(mention.head or ""), ())
        if mention.role == "nationals":
            code = next((code for code in codes if self.counts[code]), None)
            if code is None:
                return (replace(mention.actors[0], kind="people"),)
            return (replace(mention.actors[0], code=code, kind="people", why=f"of {code}, of which the page speaks"),)
        code = max(codes, key=lambda code: self.said[code]) if codes else self._country(mention)
        if code is None or not (self.said[code] or (code in self.rules.states and not self._is_state(code) and len(codes) == 1)):
            return None
        return (self._coded(mention.actors[0], code, f"the one so called that the page speaks of: {code}"),)

    def _country(self, mention: Mention) -> str | None:
        """The page's main state; behind "this" the one named last."""
        near = (actor.code for _, actor in reversed(self.parties) if self._is_state(actor.code) and actor.kind == "state")
        this = self.text.words[mention.first] in self.rules.demonstratives
        return next(near, self.main) if this else self.main

    def _described(self, mention: Mention) -> tuple[Actor, ...] | None:
        """What a head without a state means: the same as before, or what the page's main state has of it."""
        actor = mention.actors[0]
        before = self.by_head.get(self._head(mention))
        if before is None and mention.role not in _OF_STATE:
            before = self.by_word.get(self._head(mention))
        if before is not None and actor.role is None and self._is_definite(mention) and not self._goes_on(mention):
            return (_as(actor, before, f"as {before.text} before it"),)
        if mention.role == "craft":
            return None
        before = self.guessed.get(self._head(mention))
        if mention.role == "back":
            return (_as(actor, before, f"as {before.text} before it"),) if before is not None else mention.actors
        if mention.role == "group" and actor.role is None and len(self.groups) == 1 and self._is_like_a_group(mention):
            (group,) = self.groups.values()
            return (_as(actor, group, f"as {group.text}, the only group before it"),)
        if mention.role == "title" and actor.role is not None:
            if self.only is None:
                return mention.actors
            return (replace(actor, code=self.only, why=f"of {self.only}, the one state that the page speaks of"),)
        told = self.heads.get(self._head(mention), set())
        if mention.role == "organ" and len(told) == 1 and self._is_definite(mention):
            (code,) = told
            return (replace(actor, code=code, why=f"of {code}, the only one of which the page names it"),)
        if mention.role in _OF_STATE and self.main is not None and self._is_definite(mention):
            return (replace(actor, code=self.main, why=f"of {self.main}, the state that the page speaks of most"),)
        if mention.role == "people" and self.only is not None and self.key(mention.head or "") not in self.rules.elsewhere:
            return (replace(actor, code=self.only, why=f"of {self.only}, the one state that the page speaks of"),)
        if mention.role == "organ" and not self._is_definite(mention):
            return None
        return mention.actors

    def _goes_on(self, mention: Mention) -> bool:
        """Whether unnamed ones have an adjective that tells them from those before ("black presidents")."""
        behind = self.text.words[mention.last] if mention.last < len(self.text.words) else ""
        return mention.role == "generic" and bool(self.rules.article) and behind.startswith(self.rules.article)

    def _is_like_a_group(self, mention: Mention) -> bool:
        """Whether definite words mean a group: without an adjective of other things ("commercial movement")."""
        if mention.head not in self.rules.pointing:
            return False
        if not self.rules.article:
            return mention.first > 0 and self.text.words[mention.first - 1] in self.rules.definite_words
        behind = self.text.words[mention.last] if mention.last < len(self.text.words) else ""
        return self._is_definite(mention) and (not behind.startswith(self.rules.article) or behind in self.rules.like)

    def _is_definite(self, mention: Mention) -> bool:
        """Whether the mention has an article: before it, or written with its head."""
        if not self.rules.article:
            return mention.first > 0 and self.text.words[mention.first - 1] in self.rules.determiners
        head = mention.head or ""
        behind = self.text.words[mention.first + 1] if mention.first + 1 < len(self.text.words) else ""
        article = self.rules.article
        return article in mention.proclitics or head.startswith(article) or " " in head or behind.startswith(article)

    def _coded(self, words: Actor, code: str, why: str) -> Actor:
        known = self.names.get(code)
        name = self.rules.states.get(code) or (known.name if known is not None else code)
        return replace(words, name=name, code=code, kind=self.rules.kind(code), why=why)

    def _as_state(self, words: Actor, party: Actor, why: str) -> Actor:
        """The words as the state that a party is or acts for; as the party itself where it acts for none."""
        name = self.rules.states.get(party.code or "") if self._is_state(party.code) else None
        return _as(words, party, why) if name is None else replace(words, name=name, code=party.code, kind="state", why=why)


def _as(words: Actor, meant: Actor, why: str) -> Actor:
    kind = meant.kind if meant.kind != "organ" else "state"
    return replace(words, name=meant.name, code=meant.code, kind=kind, why=why)


def _last_two(parties: Sequence[Actor]) -> list[Actor]:
    """The last two different parties, in text order; fewer if the page has named fewer."""
    found: list[Actor] = []
    for actor in reversed(parties):
        if all((actor.code or actor.name) != (other.code or other.name) for other in found):
            found.append(actor)
        if len(found) == 2:
            break
    return found[::-1] if len(found) == 2 else []
