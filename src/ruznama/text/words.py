"""The words of a text: what all reading of dates, actors and claims walks over.

`Text` holds the words as parallel tuples rather than as objects, because every later step passes over them and most of a
page is of no interest to most steps.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from ruznama.model import Part
from ruznama.text.folding import Folded, Folding
from ruznama.text.wrapping import wraps

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., U.N.
    r"|\d+(?:[.,]\d+)*"  # 1.6  1,600,000  11.9.2001
    r"|'s\b"
    r"|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*"  # words, didn't
    r"|[^\w\s]"  # one mark
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `last` (half-open), raw span `start` to `end`, and the passage part that it stands in."""

    first: int
    last: int
    start: int
    end: int
    part: Part
    passage: int


@dataclass(frozen=True)
class Text:
    """A page as words. `words` are folded; `starts` and `ends` are raw code points of the page."""

    raw: str
    folded: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...] = field(default=())

    def surface(self, first: int, last: int) -> str:
        """The raw words `first` to `last` (half-open) with what stands between them."""
        return self.raw[self.starts[first] : self.ends[last - 1]]

    def word_at(self, place: int) -> int:
        """The first word that starts at raw code point `place` or later."""
        return bisect_left(self.starts, place)

    @cached_property
    def _wraps(self) -> frozenset[int]:
        return wraps(self.raw)

    def opens_line(self, at: int) -> bool:
        """Whether a line ends between word `at` and the one before it; the end of a line that only wraps does not count."""
        gap = self.raw[self.ends[at - 1] : self.starts[at]]
        if "\n" not in gap:
            return False
        return gap.count("\n") > 1 or self.ends[at - 1] + gap.index("\n") not in self._wraps

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.first for sentence in self.sentences)


def folded_words(raw: str, folding: Folding) -> list[str]:
    """Only the words of `raw`, as `split_words` gives them: for lexicon entries, of which there are many."""
    return _WORD.findall(folding.key(raw))


def split_words(raw: str, folding: Folding) -> Text:
    """The words of `raw`, without sentences."""
    folded = folding.fold(raw)
    compared, places = folded.text, folded.places
    spans = [match.span() for match in _WORD.finditer(compared)]
    words = tuple([compared[start:end] for start, end in spans])
    if places is None:
        return Text(raw, folded, words, tuple([start for start, _ in spans]), tuple([end for _, end in spans]))
    starts = tuple([places[start] for start, _ in spans])
    ends = tuple([max(places[end], places[end - 1] + 1) for _, end in spans])  # as Folded.raw_end
    return Text(raw, folded, words, starts, ends)
