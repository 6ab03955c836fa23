"""The words that say each claim: the sentence shared out among its claims."""

from __future__ import annotations

from collections.abc import Sequence

from ruznama.attribution import Attributed
from ruznama.claims import Scene

_EDGES = frozenset({",", ";", ":", "-", "."})


def quotations(scene: Scene, claims: Sequence[Attributed]) -> list[tuple[int, int]]:
    """The raw span of each claim's quotation, `claims` being those of one sentence in text order.

    A claim's words begin with its clause (the first one's with the sentence, so that the time or the speaker that opens it
    is in the quotation) and end where the next claim's begin.
    """
    text = scene.marks.text
    starts = [scene.clauses[claim.draft.clause].first for claim in claims]
    if starts:
        starts[0] = scene.sentence.first
    spans = []
    for number, first in enumerate(starts):
        later = [start for start in starts[number + 1 :] if start > first]
        last = later[0] if later else scene.sentence.last
        while last > first + 1 and text.words[last - 1] in _EDGES and last < scene.sentence.last:
            last -= 1
        while first < last - 1 and text.words[first] in _EDGES:
            first += 1
        spans.append((text.starts[first], text.ends[last - 1]))
    return spans
