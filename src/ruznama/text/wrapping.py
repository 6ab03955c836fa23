"""Line ends that only wrap a line, as in e-mails and old wire copy: what stands on both sides of them belongs together."""

from __future__ import annotations

from itertools import pairwise

_WIDTHS = range(40, 161)  # code points of a full line; shorter lines are lists, longer ones are whole paragraphs
_ENDS = ".!?:;\u061f\u061b\u06d4"


def wraps(raw: str) -> frozenset[int]:
    """The places in `raw` of the line ends that only wrap.

    Such an end has a full line before it: the first word of the next line would not have fitted into the longest line of the
    paragraph. A line that ends a sentence, a blank line and a line of another width are no wraps.
    """
    if "\n" not in raw:
        return frozenset()
    found: set[int] = set()
    paragraph: list[tuple[int, str]] = []
    at = 0
    for line in raw.split("\n"):
        if line.strip():
            paragraph.append((at, line.rstrip()))
        else:
            found.update(_within(paragraph))
            paragraph = []
        at += len(line) + 1
    found.update(_within(paragraph))
    return frozenset(found)


def _within(paragraph: list[tuple[int, str]]) -> list[int]:
    width = max((len(line) for _, line in paragraph), default=0)
    if width not in _WIDTHS:
        return []
    places = []
    for (_, line), (start, after) in pairwise(paragraph):
        is_full = len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
        if is_full and line[-1] not in _ENDS:
            places.append(start - 1)
    return places
