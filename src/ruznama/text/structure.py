"""The passages of a page: dateline, headline, caption, headings, paragraphs, items, byline, noise.

Parts are marked on the text, never cut out of it, so that every offset holds against the input. Two forms come in. A
*page* has furniture around its prose, and a short line without closing punctuation is a heading or a caption. An
*article* (the text field of a JSONL line) is prose already: there a short line is a paragraph, because agencies and
aggregators run standfirsts and one-line reports together with it.

Trap: "17/04/2012" and "1.6 billion" begin a line without being a list number; "1954 - a treaty" is a year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ruznama.model import Part, Passage
from ruznama.text.folding import Folding

HEADING_LENGTH = 110  # code points; of 2,615 short unclosed lines in 3,687 news articles 95 % are shorter
HEADLINE_LENGTH = 220
BYLINE_LENGTH = 120
WRAP_WIDTH = (40, 100)  # code points of a line that was broken by hand rather than by sense

_BULLET = re.compile(
    r"(?:[-–—−_*•●▪▫■□·◦‣►▶⬛◾⁃➤✓]+|\(?\d{1,2}\s?[.)\]–—-](?!\d)|\d{1,2}\s?/(?!\s?\d)|\(?[^\W\d_]\s?[)-](?=\s))\s*"
)
_CLOSED = re.compile(r"[.!?…]['\")\]]*$")
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Furniture:
    """The words that mark page furniture, folded, of all languages: pages mix them."""

    byline: tuple[str, ...]
    byline_bare: tuple[str, ...]
    credit: tuple[str, ...]
    caption: tuple[str, ...]
    footer: tuple[str, ...]
    noise: frozenset[str]
    dateline: frozenset[str]

    @classmethod
    def build(cls, tables: Iterable[Mapping[str, Any]], folding: Folding) -> Furniture:
        """From the structure.toml tables of the languages."""
        tables = list(tables)

        def keys(name: str) -> tuple[str, ...]:
            found = {folding.key(phrase) for table in tables for phrase in table.get(name, ())}
            return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))

        return cls(
            byline=keys("byline"),
            byline_bare=keys("byline_bare"),
            credit=keys("credit"),
            caption=keys("caption"),
            footer=keys("footer"),
            noise=frozenset(_bare(phrase) for phrase in keys("noise")),
            dateline=frozenset(word for phrase in keys("dateline") for word in _WORDS.findall(phrase)),
        )


def bullet_end(raw: str, start: int) -> int:
    """Where the item that begins at `start` goes on behind its bullet or number and the blanks after it."""
    match = _BULLET.match(raw, start)
    return match.end() if match else start


def passages(
    raw: str, furniture: Furniture, folding: Folding, *, page: bool, datelines: Collection[int] = (), title: str = ""
) -> tuple[Passage, ...]:
    """The passages of `raw` in order, blanks left out. Spans are code points; an item's begins at its bullet.

    `page` tells the form; `datelines` are the starts of the lines that hold nothing but the date of publication;
    `title` is the known headline.
    """
    found = [
        _line_passage(raw, start, end, furniture, folding, datelines) for start, end in lines(raw, folding if page else None)
    ]
    if not page:
        return tuple(found)
    wanted = folding.key(title)
    return _foot(_top(raw, found, folding, wanted), raw, furniture, folding)


def lines(raw: str, folding: Folding | None = None) -> list[tuple[int, int]]:
    """The spans of the lines without outer blanks; with `folding`, lines that were broken at a column are joined."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(raw):
        line = match.group()
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            spans.append((start, start + len(line.strip())))
    if folding is None:
        return spans
    joined: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for span in spans:
        if block and raw.count("\n", block[-1][1], span[0]) > 1:
            joined += _join(raw, block, folding)
            block = []
        block.append(span)
    return joined + _join(raw, block, folding)


def _join(raw: str, block: list[tuple[int, int]], folding: Folding) -> list[tuple[int, int]]:
    """One span for a block of hand-broken lines: all but the last equally long, and most of them open at the end."""
    inner = block[:-1]
    if not inner or any(_BULLET.match(raw, start) for start, _ in block[1:]):
        return block
    widths = [end - start for start, end in inner]
    open_ends = sum(not closed(raw[start:end], folding) for start, end in inner)
    even = WRAP_WIDTH[0] <= min(widths) and max(widths) <= WRAP_WIDTH[1] and max(widths) - min(widths) <= 25
    return [(block[0][0], block[-1][1])] if even and open_ends * 2 > len(inner) else block


def closed(line: str, folding: Folding) -> bool:
    """Whether the line ends as a sentence does, closing quotation marks and brackets aside."""
    return _CLOSED.search(folding.key(line[-6:])) is not None


def _bare(phrase: str) -> str:
    return " ".join(_WORDS.findall(phrase))


def _starts(key: str, phrases: Iterable[str]) -> str | None:
    for phrase in phrases:
        if key.startswith(phrase) and not key[len(phrase) : len(phrase) + 1].isalnum():
            return phrase
    return None


def name_after(line: str, phrases: Iterable[str], folding: Folding) -> str | None:
    """What a byline or credit line says after its marker: "By: The newsroom" gives "The newsroom"."""
    known = set(phrases)
    for cut in range(1, len(line) + 1):
        if folding.key(line[:cut]) in known and not line[cut : cut + 1].isalnum():
            name = [at for at in range(cut, len(line)) if folding.key(line[at]).isalnum()]
            return line[name[0] : name[-1] + 1] if name else None
    return None


def _line_passage(raw: str, start: int, end: int, furniture: Furniture, folding: Folding, datelines: Collection[int]) -> Passage:
    line = raw[start:end]
    if start in datelines:
        return Passage(Part.DATELINE, start, end)
    key = folding.key(line[: BYLINE_LENGTH + 1])
    if not any(character.isalnum() for character in line) or (len(line) <= BYLINE_LENGTH and _is_noise(key, furniture)):
        return Passage(Part.NOISE, start, end)
    if len(line) <= BYLINE_LENGTH and is_byline(line, key, furniture):
        return Passage(Part.BYLINE, start, end)
    if bullet_end(raw, start) > start:
        return Passage(Part.ITEM, start, end)
    return Passage(Part.PARAGRAPH, start, end)


def _is_noise(key: str, furniture: Furniture) -> bool:
    """Whether a short line is furniture: a known phrase ("ends"), or only the clock time of an agency."""
    if _bare(key) in furniture.noise:
        return True
    return _CLOCK.search(key) is not None and all(word in furniture.dateline for word in _LETTERS.findall(key))


def is_byline(line: str, key: str, furniture: Furniture) -> bool:
    """Whether a short line names the writer or the medium that the page comes from."""
    key = key.lstrip("*- (")
    marker = _starts(key, furniture.byline + furniture.credit)
    if marker is not None and key[len(marker) :].lstrip().startswith(":"):
        return True
    bare = _starts(key, furniture.byline_bare)
    return bare is not None and not key.endswith((".", "!", "?")) and len(line) <= 60 and len(key) > len(bare)


def _top(raw: str, found: list[Passage], folding: Folding, title: str) -> list[Passage]:
    """Headline and captions: the short unclosed lines before the first paragraph; later ones are headings."""
    result: list[Passage] = []
    headed = prose = False
    for at, passage in enumerate(found):
        line = raw[passage.start : passage.end]
        part = passage.part
        known = bool(title) and folding.key(line) == title
        if part is Part.PARAGRAPH and (known or _is_short(line, HEADING_LENGTH if headed else HEADLINE_LENGTH, folding)):
            if prose:
                part = Part.HEADING
            elif headed and not known:
                part = Part.CAPTION
            elif known or at + 1 < len(found):
                part, headed = Part.HEADLINE, True
        prose = prose or part.is_prose
        result.append(Passage(part, passage.start, passage.end))
    if not prose:  # a headline and one line under it: that line is all the page has to say
        return [Passage(Part.PARAGRAPH, p.start, p.end) if p.part is Part.CAPTION else p for p in result]
    return result


def _is_short(line: str, length: int, folding: Folding) -> bool:
    """Whether the line can be a heading; one that ends in a colon or comma leads in to what follows, unless tiny."""
    if len(line) > length or closed(line, folding):
        return False
    return not folding.key(line[-2:]).endswith((":", ",")) or len(line.split()) <= 6


def _foot(found: list[Passage], raw: str, furniture: Furniture, folding: Folding) -> tuple[Passage, ...]:
    """Marks as noise what follows the byline at the end, and the short lines after the last prose."""
    prose = [at for at, passage in enumerate(found) if passage.part.is_prose]
    if not prose:
        return tuple(found)
    body = sum(found[at].end - found[at].start for at in prose)
    done = 0
    noise = False
    last = prose[-1]
    result: list[Passage] = []
    for at, passage in enumerate(found):
        part = passage.part
        if part.is_prose and not noise:
            key = folding.key(raw[passage.start : passage.start + BYLINE_LENGTH])
            if _starts(key, furniture.footer) is not None and passage.end - passage.start <= BYLINE_LENGTH:
                part = Part.NOISE
            elif _starts(key, furniture.caption) is not None and not closed(raw[passage.start : passage.end], folding):
                part = Part.CAPTION
        if (noise or at > last) and part not in (Part.BYLINE, Part.DATELINE):
            part = Part.NOISE
        noise = noise or (part is Part.BYLINE and done * 2 > body)
        done += passage.end - passage.start if part.is_prose else 0
        result.append(Passage(part, passage.start, passage.end))
    return tuple(result)
