"""The sentences of a text, from its words and passages.

A sentence ends at . ! ? … and at the end of its passage, never at a newline inside a paragraph that was broken at a
column. The mark ends none behind an abbreviation ("Dr."), an initial ("J. Smith"), inside a number or a web address,
before a small letter, or as an omission in brackets ("(...)"). A closing quotation mark goes with the sentence that it
closes, and where a comma or "said" follows it, the sentence goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ruznama.model import Part, Passage
from ruznama.text.structure import bullet_end, lines
from ruznama.text.words import Sentence, Text

ENDS = frozenset({".", "!", "?", "…"})
_CLOSING = frozenset({'"', "'", ")", "]"})
_GOES_ON = frozenset({",", ";", ":", ")", "]"})
_LEADING = frozenset({"-", "*", "•", "/"})  # an item run on behind another in one line begins after its dash


def with_sentences(
    text: Text, passages: Sequence[Passage], abbreviations: Collection[str], openers: Collection[str] = frozenset()
) -> Text:
    """`text` with the sentences of every passage; without passages each line is taken for a paragraph.

    `abbreviations` (folded, without their full stop) end no sentence; `openers` (folded) begin one even behind "U.S.".
    """
    parts = passages or [Passage(Part.PARAGRAPH, start, end) for start, end in lines(text.raw)]
    found: list[Sentence] = []
    for number, passage in enumerate(parts):
        start = bullet_end(text.raw, passage.start) if passage.part is Part.ITEM else passage.start
        first, last = text.word_at(start), text.word_at(passage.end)
        if first >= last:
            continue
        cuts = _cuts(text, first, last, abbreviations, openers) if passage.part.is_prose else iter((last,))
        for cut in cuts:
            while first + 1 < cut and text.words[first] in _LEADING:
                first += 1
            found.append(Sentence(first, cut, text.starts[first], text.ends[cut - 1], passage.part, number))
            first = cut
    return replace(text, sentences=tuple(found))


def _cuts(text: Text, first: int, last: int, abbreviations: Collection[str], openers: Collection[str]) -> Iterator[int]:
    """The words (half-open ends) at which the sentences between `first` and `last` end."""
    begin = at = first
    while at < last:
        word = text.words[at]
        if word not in ENDS:
            at += 1
            if _ends_in_acronym(text, at, last, openers):
                yield at
                begin = at
            continue
        stop = at + 1
        while stop < last and text.words[stop] in ENDS:
            stop += 1
        after = stop
        while after < last and (_closes(text, after, last) or (after > stop and text.words[after] in ENDS)):
            after += 1
        if after >= last:
            break
        if _breaks(text, begin, at, stop, after, abbreviations):
            yield after
            begin = after
        at = after
    if begin < last:
        yield last


def _closes(text: Text, at: int, last: int) -> bool:
    """Whether word `at` is a mark that closes: close behind what precedes it, apart from what follows."""
    if text.words[at] not in _CLOSING or text.starts[at] > text.ends[at - 1]:
        return False
    return at + 1 >= last or text.starts[at + 1] > text.ends[at] or not text.words[at + 1][0].isalnum()


def _breaks(text: Text, begin: int, at: int, stop: int, after: int, abbreviations: Collection[str]) -> bool:
    """Whether the marks `at` to `stop`, with what closes up to `after`, end the sentence that began at `begin`."""
    following = text.words[after]
    if following in _GOES_ON or not any(_is_word(word) for word in text.words[begin:at]):
        return False
    if _is_small(text, after):
        return False
    if stop - at > 1 or text.words[at] != ".":
        return text.words[at - 1] != "("
    before = text.words[at - 1]
    touches = text.starts[at] == text.ends[at - 1]
    if touches and after == stop:
        if text.starts[after] == text.ends[at] and not _new_sentence(text, at, after):
            return False
        numbered = at - 2 >= begin and text.words[at - 2].isdecimal()
        if before in abbreviations or (len(before) == 1 and before.isalpha()):
            return numbered and not following.isdecimal()
    return True


def _new_sentence(text: Text, at: int, after: int) -> bool:
    """Whether letters close behind a full stop begin a sentence rather than go on with a web address or a name.

    Letters without capitals: a short word between points is part of a name, as in a web address.
    """
    raw = text.raw[text.starts[after]]
    before = text.raw[text.starts[at] - 1]
    if raw.isupper():
        return before.islower() or before.isdecimal()
    if not raw.isalpha() or raw.islower() or before.islower() or before.isupper():
        return False
    return len(text.words[after]) > 3 or len(text.words[at - 1]) > 4


def _is_small(text: Text, at: int) -> bool:
    return text.raw[text.starts[at]].islower()


def _is_word(word: str) -> bool:
    return word[0].isalpha()


def _ends_in_acronym(text: Text, at: int, last: int, openers: Collection[str]) -> bool:
    """Whether the sentence ends in "U.S." before word `at`, whose full stop the acronym has swallowed."""
    if not openers or at >= last or not text.words[at - 1].endswith(".") or text.words[at - 1] in ENDS:
        return False
    return text.raw[text.starts[at]].isupper() and text.words[at] in openers
