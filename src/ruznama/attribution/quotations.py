"""Quotations that go on over sentences: who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ruznama.claims import Scene
from ruznama.model import Source

OPENING, CLOSING = "“«„", "”»"
MARK = '"'  # what all quotation marks are folded to


@dataclass(frozen=True, slots=True)
class Quotation:
    """Where the text stands in a quotation: `opens` the word before which one is open, `until` the word that it ends with.

    `speaker` is who spoke last in the paragraph; `paragraph` where that paragraph's last sentence ended, in code points.
    """

    speaker: Source | None = None
    is_open: bool = False
    own: bool = False
    until: int = 0
    paragraph: int = 0

    def goes_on(self, scene: Scene) -> Quotation:
        """The quotation at the beginning of the sentence of `scene`: a paragraph ends one that nobody has closed."""
        text, sentence = scene.marks.text, scene.sentence
        is_open = self.is_open and "\n" not in text.raw[self.paragraph : sentence.start]
        own = text.words[sentence.first] == MARK
        return replace(self, is_open=is_open, own=own, until=_closing(scene, is_open=is_open))

    def holds(self, word: int, *, spoken: bool) -> bool:
        """Whether `word` is the last speaker's: within a quotation that goes on, or in a sentence that is one, where nobody else
        is `spoken` of as saying it."""
        if self.speaker is None:
            return False
        return (self.is_open and word < self.until) or (self.own and not spoken and word < self.until)

    def behind(self, scene: Scene, speaker: Source | None) -> Quotation:
        """The quotation at the end of the sentence, in which `speaker` spoke last, if anybody."""
        text, sentence = scene.marks.text, scene.sentence
        is_open = self.is_open
        for at in range(sentence.first, sentence.last):
            if text.words[at] == MARK:
                is_open = _opens(text.raw[text.starts[at]], is_open=is_open)
        return Quotation(speaker or self.speaker, is_open, paragraph=sentence.end)


def _opens(mark: str, *, is_open: bool) -> bool:
    """Whether a quotation is open behind a mark: most say themselves, straight ones take turns."""
    if mark in OPENING:
        return True
    return False if mark in CLOSING else not is_open


def _closing(scene: Scene, *, is_open: bool) -> int:
    """The word with which the quotation that holds the sentence's beginning ends, else the sentence's end."""
    words, sentence = scene.marks.text.words, scene.sentence
    first = sentence.first if is_open else sentence.first + 1
    return next((at for at in range(first, sentence.last) if words[at] == MARK), sentence.last)
