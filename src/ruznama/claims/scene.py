"""One sentence with all that stands in it: clauses, mentions and what governs them, word classes, times.

Built once a sentence; triggers and speech look at it from their own place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ruznama.actors import Mention
from ruznama.claims.agreement import Agreement, agreement
from ruznama.claims.clauses import Clause, clauses, finite, hyphenated
from ruznama.knowledge import Grammar, Knowledge, Language, Speech
from ruznama.knowledge.marks import Marks
from ruznama.model import When
from ruznama.text.words import Sentence

LINK = 3  # words between two mentions of one list
_LINKS = frozenset({",", '"'})
CITED = "according"  # the governor of a mention that is cited as a source
DATELINE = 12  # words of a dateline at most
LOOSE = 5  # words between a preposition and the mention it may still govern ("on positions of the movement X")


@dataclass(frozen=True, slots=True)
class View:
    """A mention in its sentence. `governor` is the preposition it stands behind (folded), None if none;
    `joined` is the view it is coordinated with ("X and this one"), by position in `Scene.views`."""

    at: int
    mention: Mention
    governor: str | None
    tight: bool
    joined: int | None

    @property
    def first(self) -> int:
        return self.mention.first

    @property
    def last(self) -> int:
        return self.mention.last


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression with its words."""

    first: int
    last: int
    when: When


@dataclass(frozen=True, eq=False)
class Frame:
    """What the language's tables say to role binding, folded once."""

    language: Language
    key: Callable[[str], str]
    coordinators: frozenset[str]
    one_letter: frozenset[str]
    agents: frozenset[str]
    between: str
    between_slot: str
    among: frozenset[str]
    first_person: frozenset[str]
    places: frozenset[str]
    against: frozenset[str]
    agreement: Agreement | None


def frame_of(knowledge: Knowledge, lang: str) -> Frame:
    """The frame of a language."""
    language = knowledge.languages[lang]
    key = knowledge.folding.key
    grammar = language.tables["grammar"]
    proclitics = {part for parts in language.clitics.proclitics.values() for part in parts}
    coordinators = frozenset(map(key, grammar["coordinator"]["words"]))
    joined = frozenset(map(key, grammar["coordinator"].get("proclitics", ())))
    others = map(key, grammar["coordinator"].get("others", ()))
    one_letter = proclitics - coordinators - joined - {language.clitics.article, *others}
    agents = frozenset(map(key, grammar["agent"]["words"]))
    slot = language.tables["actors"]["between"]["governor"]
    among = frozenset(map(key, grammar["among"]["words"]))
    we = frozenset(map(key, grammar["first"]["words"]))
    places = frozenset(map(key, grammar["place"]["words"]))
    against = frozenset(map(key, grammar["against"]["words"]))
    signs = agreement(knowledge, lang)
    joining, letters = coordinators | joined, frozenset(one_letter)
    return Frame(language, key, joining, letters, agents, key(slot), slot, among, we, places, against, signs)


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence laid out."""

    sentence: Sentence
    marks: Marks
    frame: Frame
    clauses: list[Clause]
    views: list[View]
    times: list[Timed]
    words: list[tuple[int, int, str]] = field(default_factory=list)
    classes: list[tuple[int, int, str]] = field(default_factory=list)
    inside: dict[int, Mention] = field(default_factory=dict)
    dated: frozenset[int] = frozenset()

    def clause_of(self, word: int) -> int:
        """The number of the clause that holds `word`."""
        for number, clause in enumerate(self.clauses):
            if clause.holds(word):
                return number
        return len(self.clauses) - 1

    def between(self, first: int, last: int) -> list[View]:
        """The views that begin within words `first` to `last`."""
        places = self._places
        return self.views[bisect_left(places, first) : bisect_left(places, last)]

    @cached_property
    def _places(self) -> list[int]:
        """The first words of the views, which stand in text order."""
        return [view.mention.first for view in self.views]

    def group(self, view: View) -> list[View]:
        """`view` and those coordinated with it behind it."""
        found = [view]
        for other in self.views[view.at + 1 :]:
            if other.joined != found[-1].at:
                break
            found.append(other)
        return found

    def has_class(self, names: Sequence[str], first: int, last: int) -> str | None:
        """The first of the word classes `names` that has a word within the words given; a mention counts as a word of the class
        of its kind."""
        classes = self.classes
        for at in range(bisect_left(classes, (first,)), len(classes)):
            start, _, name = classes[at]
            if start >= last:
                break
            if name in names:
                return name
        return None

    def has_word(self, names: Sequence[str], first: int, last: int) -> bool:
        """Whether a word of the classes `names` stands within the words given; mentions do not count."""
        found = self.words[bisect_left(self.words, (first,)) : bisect_left(self.words, (last,))]
        return any(name in names for _, _, name in found)


def lay_out(sentence: Sentence, marks: Marks, mentions: Sequence[Mention], times: Sequence[Timed], frame: Frame) -> Scene:
    """The scene of `sentence`."""
    begin = _behind_dateline(sentence, marks)
    here = mentions[_place(mentions, begin) : _place(mentions, sentence.last)]
    inside = {word: mention for mention in here for word in range(mention.first, mention.last)}
    own = [timed for timed in times if sentence.first <= timed.first < sentence.last]
    dated = frozenset(word for timed in own for word in range(timed.first, timed.last))
    parts = clauses(sentence, marks, inside, dated, frame.coordinators, frame.language.clitics.article)
    worded: list[tuple[int, int, str]] = []
    for first in marks.within("class", sentence.first, sentence.last):
        found = marks.at("class", first)
        worded.extend((first, match.last, match.payload) for match in found if isinstance(match.payload, str))
    worded = sorted(word for word in worded if word[0] not in dated)
    # A mention counts as a word of the class of its kind, so that "arrived" may ask for a person.
    kinds = [(mention.first, mention.last, mention.actors[0].kind) for mention in here if mention.first not in dated]
    classes = sorted([*worded, *kinds])
    views = _views(here, marks, frame, sentence, dated)
    return Scene(sentence, marks, frame, parts, views, own, worded, classes, inside, dated)


def _place(mentions: Sequence[Mention], word: int) -> int:
    """The number of the mentions, in text order, that begin before `word`."""
    return bisect_left(mentions, word, key=lambda mention: mention.first)


def _behind_dateline(sentence: Sentence, marks: Marks) -> int:
    """The first word behind an agency's dateline ("Dubai, United Arab Emirates (CNN) --"), else the sentence's own."""
    words = marks.text.words
    stop = min(sentence.first + DATELINE, sentence.last)
    for at in range(sentence.first + 1, stop):
        if words[at] == "-" and not hyphenated(marks, at):
            return at + 1 if ")" in words[sentence.first : at] else sentence.first
    return sentence.first


def _views(mentions: Sequence[Mention], marks: Marks, frame: Frame, sentence: Sentence, dated: frozenset[int]) -> list[View]:
    words = marks.text.words
    views: list[View] = []
    for at, mention in enumerate(mentions):
        before = views[-1] if views else None
        gap = words[before.last : mention.first] if before is not None else ()
        governor, tight = _governor(mention, marks, frame, before.last if before is not None else sentence.first, dated)
        joins = before is not None and _coordinated(gap, mention, frame) and governor is None
        if before is not None and before.governor == CITED and gap and not frame.coordinators & set(gap):
            joins = False  # "according to A, B attacked C"
        if before is not None and (joins or _repeated(governor, before, gap, mention, frame)):
            views.append(View(at, mention, before.governor, before.tight, before.at))
        else:
            views.append(View(at, mention, governor, tight, None))
    return views


def _coordinated(gap: Sequence[str], mention: Mention, frame: Frame) -> bool:
    """Whether a mention goes on with the list of the one before, `gap` being the words between them. Commas alone make a list
    only where the last link has a word of its own ("A, B and C")."""
    joined = bool(frame.coordinators & set(mention.proclitics))
    if not gap:
        return joined
    if len(gap) > LINK or not all(
        word in frame.coordinators or word in _LINKS or word in frame.language.list_links for word in gap
    ):
        return False
    return joined or any(word in frame.coordinators for word in gap) or not frame.language.adjectives_follow


def _repeated(governor: str | None, before: View, gap: Sequence[str], mention: Mention, frame: Frame) -> bool:
    """Whether a list says its preposition again: "with A and with B"."""
    if governor is None or governor != before.governor or len(gap) > LINK:
        return False
    first = gap[0] if gap else ""
    joined = [part for part in frame.coordinators if first == part or first == part + governor]
    return bool(joined) or bool(frame.coordinators & set(mention.proclitics))


def _governor(mention: Mention, marks: Marks, frame: Frame, begin: int, dated: frozenset[int]) -> tuple[str | None, bool]:
    if mention.role == "between":
        return frame.between, True
    if _cited(mention, marks):
        return CITED, True
    for part in mention.proclitics:
        if part in frame.one_letter:
            return part, True
    words = marks.text.words
    head, near = mention.first, True
    at = head - 1
    stop = max(begin, head - 1 - LOOSE)
    while at >= stop:
        word = words[at]
        if word in (",", ";", ":", ".") or at in dated:
            return None, False
        if _stands_alone(marks, at, begin):
            return None, False
        counted = _counting(marks, at, begin)
        if counted is not None:
            near, at = near and at == head - 1, counted - 1
            head = counted
            continue
        found = _preposition(marks, at, begin)
        if found is not None:
            return found[0], found[1] == head and near
        adjacent = at == mention.first - 1 and bool(marks.at("trigger", at))
        if adjacent or marks.at("grammar", at) or finite(marks, at, frame.language.clitics.article) is not None:
            return None, False  # a verb or a noun of its own governs it
        at -= 1
    return None, False


def _stands_alone(marks: Marks, last: int, begin: int) -> bool:
    """Whether words that end with word `last` are whole, so that they govern nothing behind them ("in a statement")."""
    return any(
        match.last == last + 1 and isinstance(match.payload, Grammar) and match.payload.role == "adverbial"
        for first in range(max(begin, last - 3), last)
        for match in marks.at("grammar", first)
    )


def _counting(marks: Marks, last: int, begin: int) -> int | None:
    """Where words that end with word `last` and only count or list what follows begin ("dozens of", "each of", "about 20")."""
    words = marks.text.words
    for first in range(max(begin, last - 3), last + 1):
        for match in marks.at("grammar", first):
            payload = match.payload
            if match.last == last + 1 and isinstance(payload, Grammar):
                about = payload.role == "approximate" and words[last + 1][:1].isdigit()
                if payload.role == "each" or about:
                    return first
    return None


def _cited(mention: Mention, marks: Marks) -> bool:
    """Whether the mention stands behind "according to" and the like: a source, no party."""
    return any(
        isinstance(match.payload, Speech)
        and match.payload.role == "according"
        and match.last == mention.first
        and not says_also(marks, first)
        for first in range(max(0, mention.first - 4), mention.first)
        for match in marks.at("speech", first)
    )


def says_also(marks: Marks, word: int) -> bool:
    """Whether a word that may cite ("as X announced") opens a sentence, and so only means "also": "also announced X"."""
    starts = marks.text.sentence_starts
    opens = starts[min(bisect_left(starts, word), len(starts) - 1)] == word
    return opens and marks.one("grammar", word, Grammar, role="adding") is not None


def _preposition(marks: Marks, last: int, begin: int) -> tuple[str, int] | None:
    """The longest preposition that ends with word `last` ("min qibal" rather than "qabl"), and the word behind it."""
    for first in range(max(begin, last - 2), last + 1):
        for match in marks.at("grammar", first):
            payload = match.payload
            if match.enclitic:
                continue  # "in it": governs nothing behind it
            own = len(match.proclitics)
            if own and first == last and any(len(verb.proclitics) < own for verb in marks.at("trigger", last)):
                continue  # a verb as it stands, rather than "and under"
            if match.last == last + 1 and isinstance(payload, Grammar) and payload.role in ("preposition", "agent"):
                return payload.lemma, match.last
    return None
