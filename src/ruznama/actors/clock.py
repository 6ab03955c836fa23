"""The time that the words of a mention speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ruznama.actors.people import Moment
from ruznama.dates import interval
from ruznama.knowledge import Speech
from ruznama.knowledge.marks import Marks
from ruznama.model import When
from ruznama.text.words import Sentence, Text


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of publication and the resolved time expressions of a page, each with its span."""

    published: Moment | None = None
    told: tuple[tuple[int, int, Moment], ...] = ()

    @classmethod
    def of(cls, published: str | None, whens: Iterable[When]) -> Clock:
        """The clock of a page that was published on `published` (ISO, as exactly as known)."""
        told = tuple(
            (when.start, when.end, Moment(when.earliest, when.latest, f"“{when.text}”"))
            for when in whens
            if when.earliest is not None and when.latest is not None
        )
        return cls(_published(published), told)

    def moments(self, first: int, last: int, marks: Marks) -> list[Moment]:
        """The times that words `first` to `last` may speak of, likeliest first: the nearest of the same clause, publication.

        A word such as "that" between the two parts the speaker's time from that of the speech. A time after the day
        of publication says nothing about who held an office.
        """
        text = marks.text
        sentence = sentence_of(text, first)
        near: list[tuple[int, Moment]] = []
        for start, end, moment in self.told:
            if not sentence.start <= start < sentence.end:
                continue
            at, behind = text.word_at(start), text.word_at(end)
            low, high = (behind, first) if at < first else (last, at)
            if self.published is not None and moment.earliest > self.published.latest:
                continue
            if not any(_parts(marks, word) for word in range(low, high)):
                near.append((high - low, moment))
        found = [min(near, key=lambda one: one[0])[1]] if near else []
        return found if self.published is None else [*found, self.published]


UNDATED = Clock()


def sentence_of(text: Text, word: int) -> Sentence:
    """The sentence that `word` stands in."""
    return text.sentences[bisect_right(text.sentence_starts, word) - 1]


def _published(published: str | None) -> Moment | None:
    if published is None:
        return None
    earliest, latest = interval(published.partition("T")[0])
    return None if earliest is None or latest is None else Moment(earliest, latest, f"publication on {published}")


def _parts(marks: Marks, word: int) -> bool:
    return any(isinstance(match.payload, Speech) and match.payload.role == "complementiser" for match in marks.at("speech", word))
