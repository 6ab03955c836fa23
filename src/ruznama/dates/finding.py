"""Time expressions of a page with their values: the public functions of reading dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ruznama.dates.grammar import DateGrammar
from ruznama.dates.items import Item
from ruznama.dates.resolving import Context, resolve
from ruznama.dates.specs import Fields, Lasting, Named, Range, Same, Spec
from ruznama.dates.values import Value
from ruznama.model import When
from ruznama.text.words import Text

_CHAIN = 300  # code points: how far a date's year reaches to those after it without one; in a list four times as far
_PAIR, _PAIR_DAYS = 20, 60  # code points and days within which dates of two calendars are one day said twice
_BULLET = 12  # code points that a bullet, a number and blanks may take before the date that opens a line
_OFFICE_NEAR = 5  # words


def find(
    text: Text,
    published: str | None,
    grammar: DateGrammar,
    *,
    durations: bool = False,
    events: bool = False,
    ahead: bool = False,
) -> tuple[When, ...]:
    """The time expressions of `text` in order, none overlapping, resolved against `published` (an ISO day, minute or month).

    With `durations` also durations and frequencies (granularity "duration", "frequency"; the length in `note`), with
    `events` also the names of dated wars and other events, which are no time expressions of their own. A weekday or month
    alone lies in the past, as press reports mean it, unless the words around it speak of the future; with `ahead` it lies
    in the future, as in a plan or a diary.
    """
    wanted = grammar.times | (grammar.lasting if durations else frozenset()) | (grammar.events if events else frozenset())
    day, unit = _published(published)
    reader = _Reader(text, grammar, day, unit, ahead)
    found: list[When] = []
    for items in grammar.items.islands(text):
        for item in grammar.read(items):
            if item.code in wanted:
                when = reader.read(item)
                if when is not None:
                    found.append(when)
    return tuple(found)


def governed(when: When, text: Text, grammar: DateGrammar) -> str | None:
    """The EDTF of a claim that this time dates: `X/..` behind "since", `../X` behind "until", else the time's own."""
    edtf = when.edtf
    if edtf is None or "/" in edtf:
        return edtf
    place = bisect_left(text.starts, when.start)
    words = [*text.words[max(0, place - 3) : place]]
    if place < len(text.starts) and (place == len(text.starts) or text.starts[place] != when.start):
        words.append(text.words[place - 1])
    own = grammar.governors.get(grammar.folding.key(when.text).split(" ")[0])
    kind = own if own in ("since", "until") else _governor(words, grammar)
    if kind in ("since", "after"):
        return f"{edtf}/.."
    return f"../{edtf}" if kind in ("until", "before") else edtf


def _governor(words: list[str], grammar: DateGrammar) -> str | None:
    """The kind of the last governing words among those before an expression; a word that only leads to it is passed over."""
    at = len(words)
    while at:
        for length in (3, 2, 1):
            kind = grammar.governors.get(" ".join(words[max(0, at - length) : at])) if at >= length else None
            if kind is not None and kind != "passed":
                return kind
            if kind == "passed":
                at -= length
                break
        else:
            return None
    return None


def _published(published: str | None) -> tuple[date | None, str]:
    """The publication day (the middle of a month or year that is all that is known) and how exactly it is known."""
    if not published:
        return None, "day"
    parts = published[:10].split("-")
    try:
        if len(parts) == 3:
            return date.fromisoformat(published[:10]), "day"
        if len(parts) == 2:
            return date(int(parts[0]), int(parts[1]), 15), "month"
        return date(int(parts[0]), 7, 1), "year"
    except ValueError:
        return None, "day"


class _Reader:
    """Walks over the expressions of one page and remembers what was said before."""

    def __init__(self, text: Text, grammar: DateGrammar, published: date | None, unit: str, ahead: bool) -> None:
        self._text, self._grammar, self._published, self._unit = text, grammar, published, unit
        self._ahead = ahead
        self._told: When | None = None
        self._told_value: Value | None = None
        self._chain: dict[bool, tuple[When, Value]] = {}  # the dates of a list that open their line, and the others

    def read(self, item: Item) -> When | None:
        """The expression of `item`, or None where the words around it show that it is none."""
        text = self._text
        spec: Spec = Named(item.value) if isinstance(item.value, str) else item.value
        if isinstance(spec, Same) and spec.unit is None and self._after_office(item):
            return None
        value = resolve(spec, self._context(item, spec))
        when = self._when(item, value)
        when = self._compared(when, value)
        if (value.low is not None and not isinstance(spec, Lasting) and item.end > len(text.raw) // 200) or (
            value.low is not None and self._told is None and not isinstance(spec, Lasting)
        ):
            self._told, self._told_value = when, value
        last = spec.last if isinstance(spec, Range) else spec
        if isinstance(last, Fields) and last.month is not None and value.low is not None:
            leads = self._leads(item)
            if last.year is not None or self._chained(item, last) is not None:
                self._chain[False] = when, value
                if leads:
                    self._chain[True] = when, value
        return when

    def _context(self, item: Item, spec: Spec) -> Context:
        told = self._told
        chain = self._chained(item, spec.last if isinstance(spec, Range) else spec)
        if chain is not None:
            told = chain[0]
        words = "" if told is None else f"{told.text} = {told.edtf} (at {told.start})"
        return Context(
            published=self._published,
            unit=self._unit,
            periods=self._grammar.periods,
            told=self._told_value,
            told_text=words,
            chained=None if chain is None else chain[1],
            listed=chain is not None and self._leads(item),
            ahead=self._ahead,
            tense=self._tense(item),
        )

    def _tense(self, item: Item) -> Callable[[], int]:
        return lambda: self._grammar.tense.at(self._text, item.first, item.last)

    def _chained(self, item: Item, spec: Spec) -> tuple[When, Value] | None:
        """The date whose year a date without year takes over, if it continues a dated list or story."""
        if not isinstance(spec, Fields) or spec.month is None or spec.year is not None or spec.years is not None:
            return None
        leads = self._leads(item)
        chain = self._chain.get(leads)
        if chain is None or spec.pick is not None:
            return None
        when, value = chain
        if value.low is None or self._published is None:
            return None
        if value.low.year >= self._published.year or self._tense(item)() > 0:
            return None
        if leads:
            return chain if item.start - when.end < 4 * _CHAIN else None
        same_line = "\n" not in self._text.raw[when.end : item.start]
        return chain if same_line and item.start - when.end < _CHAIN else None

    def _leads(self, item: Item) -> bool:
        """Whether the expression opens its line, as in a chronicle."""
        before = self._text.raw[max(0, item.start - _BULLET) : item.start]
        begin = before.rfind("\n") + 1
        return begin > 0 and sum(character.isalnum() for character in before[begin:]) <= 2

    def _after_office(self, item: Item) -> bool:
        words = self._text.words[max(0, item.first - _OFFICE_NEAR) : item.first + _OFFICE_NEAR]
        return any(word in self._grammar.offices for word in words)

    def _compared(self, when: When, value: Value) -> When:
        """`when` with a note if it and the date before it say one day in two calendars, and do not agree."""
        told, before = self._told, self._told_value
        if told is None or before is None or before.low is None or value.low is None or value.unit != "day":
            return when
        is_pair = before.calendar != value.calendar and before.unit == "day" and 0 <= when.start - told.end <= _PAIR
        apart = abs((value.low - before.low).days)
        if not is_pair or not apart or apart > _PAIR_DAYS:
            return when
        return replace(when, note=f"{told.text} before it is {told.edtf}: {apart} days apart")

    def _when(self, item: Item, value: Value) -> When:
        raw = self._text.raw
        return When(
            text=raw[item.start : item.end],
            start=item.start,
            end=item.end,
            edtf=value.edtf,
            earliest=None if value.low is None or value.edtf is None else value.low.isoformat(),
            latest=None if value.high is None or value.edtf is None else value.high.isoformat(),
            calendar=value.calendar,
            granularity=value.unit,
            rule=item.rule,
            anchor=value.anchor or None,
            note=value.note,
        )
