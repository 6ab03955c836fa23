"""A sentence cut into clauses: the ground on which a trigger looks for its parties, its time and its status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ruznama.actors import Mention
from ruznama.knowledge import Grammar, Speech, TriggerForm
from ruznama.knowledge.marks import Marks
from ruznama.text.words import Sentence

SPOKEN = 12  # words before "that" among which a verb of saying makes it open its content
LONG_QUOTATION = 4  # words; shorter ones are names and terms, not speech


class Opener(StrEnum):
    """What a clause begins with."""

    START = "start"
    COMMA = "comma"
    COLON = "colon"
    QUOTE = "quote"
    UNQUOTE = "unquote"
    RELATIVE = "relative"
    COMPLEMENT = "complementiser"
    SUBORDINATE = "subordinator"
    COORDINATE = "coordination"
    PARTICIPLE = "participle"
    BARE = "verb"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to `last` (half-open); `opener` is what it begins with, `head` the word after that."""

    first: int
    last: int
    opener: Opener
    head: int

    def holds(self, word: int) -> bool:
        return self.first <= word < self.last


_BY_GRAMMAR = {
    "adding": Opener.COORDINATE,
    "relative": Opener.RELATIVE,
    "complementiser": Opener.COMPLEMENT,
    "subordinator": Opener.SUBORDINATE,
}
_OPENING = ("grammar", "trigger", "speech")  # the layers of words that a clause may begin with
_MARKS = {",": Opener.COMMA, ";": Opener.COMMA, ":": Opener.COLON, "-": Opener.COMMA}


def clauses(
    sentence: Sentence,
    marks: Marks,
    inside: dict[int, Mention],
    dated: frozenset[int],
    coordinators: frozenset[str],
    article: str,
) -> list[Clause]:
    """The clauses of `sentence` in order. `inside` maps the words of mentions to them: no clause begins in one."""
    words = marks.text.words
    cuts: list[tuple[int, Opener, int]] = [(sentence.first, Opener.START, sentence.first)]
    quotes = _quotations(words, sentence)
    within = _inside_phrases(marks, sentence)
    opening = {at for layer in _OPENING for at in marks.within(layer, sentence.first, sentence.last)}
    verbs = 0
    at = sentence.first
    while at < sentence.last:
        word = words[at]
        mention = inside.get(at)
        if at in dated or at in within or (mention is not None and mention.first != at):
            at += 1
            continue
        if at not in opening and word not in _MARKS and at not in quotes:
            at += 1
            continue
        cut: tuple[int, Opener, int] | None = None
        if word in _MARKS and not (word == "-" and hyphenated(marks, at)):
            cut = (at + 1, _MARKS[word], at + 1)
        elif at in quotes:
            cut = (at, quotes[at], at + 1)
        elif (
            mention is None
            and (grammar := _opening(marks, at, sentence.first, coordinators)) is not None
            and grammar[2] not in dated
        ):
            cut = grammar
        elif mention is None and not leads(marks, at, sentence.first) and (verb := finite(marks, at, article)) is not None:
            joined = bool(coordinators & set(verb[0])) or (at > sentence.first and words[at - 1] in coordinators)
            if verb[1] == "participle" and article not in verb[0]:
                cut = (at, Opener.PARTICIPLE, at)
            elif joined and at > sentence.first:
                cut = (at, Opener.COORDINATE, at)
            elif verbs and verb[1] == "present" and at > cuts[-1][2] + 1:
                cut = (at, Opener.BARE, at)
            verbs += not _auxiliary(marks, at)
        if cut is not None:
            if cut[0] < sentence.last:
                if cuts and cuts[-1][0] >= cut[0] - 1 and cuts[-1][1] in (Opener.COMMA, Opener.START):
                    cuts[-1] = (cuts[-1][0], cut[1] if cuts[-1][1] is Opener.COMMA else cuts[-1][1], cut[2])
                    if cuts[-1][1] is Opener.START and cut[1] in (Opener.SUBORDINATE, Opener.COMPLEMENT):
                        cuts[-1] = (cuts[-1][0], cut[1], cut[2])
                else:
                    cuts.append(cut)
            if cut[1] not in (Opener.COORDINATE, Opener.BARE, Opener.PARTICIPLE):
                verbs = 0
            at = max(cut[2], at + 1)
            continue
        at += 1
    ends = [cut[0] for cut in cuts[1:]] + [sentence.last]
    return [Clause(cut[0], end, cut[1], min(cut[2], end)) for cut, end in zip(cuts, ends, strict=True) if cut[0] < end]


def _auxiliary(marks: Marks, at: int) -> bool:
    """Whether the verb only carries the next one, whose subject may stand between them: "was", as in "was France selling"."""
    return any(isinstance(match.payload, Grammar) and match.payload.role == "copula" for match in marks.at("grammar", at))


def _inside_phrases(marks: Marks, sentence: Sentence) -> set[int]:
    """The words of triggers of several words, without their first: no clause begins there."""
    return {
        word
        for at in marks.within("trigger", sentence.first, sentence.last)
        for match in marks.at("trigger", at)
        for word in range(at + 1, match.last)
    }


def hyphenated(marks: Marks, at: int) -> bool:
    """Whether a dash stands between two words without blanks: Baku-Ceyhan."""
    text = marks.text
    return 0 < at < len(text.words) - 1 and text.ends[at - 1] == text.starts[at] and text.ends[at] == text.starts[at + 1]


def leads(marks: Marks, at: int, first: int) -> bool:
    """Whether the word is a preposition here, though a verb is written alike: prepositions open no sentence."""
    return at != first and any(
        isinstance(match.payload, Grammar)
        and match.payload.role == "preposition"
        and not match.proclitics
        and match.last == at + 1
        for match in marks.at("grammar", at)
    )


def finite(marks: Marks, at: int, article: str) -> tuple[tuple[str, ...], str] | None:
    """The proclitics and tag of the verb at word `at`, if a lexicon knows it as one; None for nouns and unknown words."""
    found: tuple[tuple[str, ...], str] | None = None
    for layer in ("trigger", "speech", "grammar"):
        for match in marks.at(layer, at):
            payload = match.payload
            tag = ""
            if (
                article
                and article in match.proclitics
                and not (isinstance(payload, TriggerForm) and payload.kind == "participle")
            ):
                continue
            if isinstance(payload, TriggerForm):
                tag = payload.tag if payload.kind in ("verb", "participle", "phrase") else ""
                if payload.kind == "phrase" and article and match.last == at + 1 and not match.proclitics:
                    tag = "past"  # a verb listed in one form, not "and" and another verb
            elif isinstance(payload, Speech):
                tag = payload.tag if payload.role in ("verb", "announcing", "participle") else ""
            elif isinstance(payload, Grammar):
                tag = payload.tag if payload.role in ("light", "verb") else ""
            if tag == "gerund" and at and marks.text.words[at - 1] == ",":
                tag = "participle"  # ", accusing": English writes it like the verbal noun
            if tag in ("past", "present", "first", "passive", "participle", "base") and (found is None or tag == "present"):
                found = (match.proclitics, tag)
    return found


def _opening(marks: Marks, at: int, begin: int, coordinators: frozenset[str]) -> tuple[int, Opener, int] | None:
    """What the word opens, by the longest entry. A word that opens both contents and relative clauses ("that") opens content
    where a verb of saying stands before it."""
    found: dict[Opener, int] = {}
    adverb = at  # where a set phrase ends that begins like an opener: "since then", "in a time before"
    for match in marks.at("grammar", at):
        payload = match.payload
        if isinstance(payload, Grammar) and payload.role == "adverb":
            adverb = max(adverb, match.last)
        if isinstance(payload, Grammar) and payload.role in _BY_GRAMMAR:
            opener = _BY_GRAMMAR[payload.role]
            if opener is Opener.COMPLEMENT and not coordinators.issuperset(match.proclitics):
                continue  # a preposition is part of it: "as if", which is written like "and was"
            found[opener] = max(match.last, found.get(opener, 0))
    if not found or max(found.values()) <= adverb:
        return None
    if Opener.COMPLEMENT in found and Opener.RELATIVE in found:
        spoken = any(
            isinstance(match.payload, Speech) and match.payload.role in ("verb", "announcing", "participle")
            for word in range(max(begin, at - SPOKEN), at)
            for match in marks.at("speech", word)
        )
        del found[Opener.RELATIVE if spoken else Opener.COMPLEMENT]
    best = max(found, key=lambda opener: found[opener])
    return at, best, found[best]


def _quotations(words: tuple[str, ...], sentence: Sentence) -> dict[int, Opener]:
    """Where long quotations open and close in the sentence."""
    found: dict[int, Opener] = {}
    opened: int | None = None
    for at in range(sentence.first, sentence.last):
        if words[at] != '"':
            continue
        if opened is None:
            opened = at
        else:
            if at - opened > LONG_QUOTATION:
                found[opened] = Opener.QUOTE
                if at + 1 < sentence.last:
                    found[at] = Opener.UNQUOTE
            opened = None
    if opened is not None and sentence.last - opened > LONG_QUOTATION:
        found[opened] = Opener.QUOTE
    return found
