"""Dates as values: EDTF level 1 text and the days between which it lies.

An unknown month or day is never filled in: `1992` stays `1992`, and is known to lie between 1992-01-01 and 1992-12-31.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_POINT = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # northern meteorological seasons; ISO 8601-2 codes
WINTER = 24


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved time: its EDTF, its days, how fine it is, and what it was counted from.

    `low` and `high` are None where that end is open or the value is unknown; `unit` is the granularity.
    """

    edtf: str | None
    low: date | None
    high: date | None
    unit: str
    calendar: str = "gregorian"
    anchor: str | None = None
    note: str | None = None


def interval(edtf: str) -> tuple[str | None, str | None]:
    """(earliest, latest) ISO days of an EDTF level 1 text, None at an open end. Raises ValueError if it is none."""
    first, slash, last = edtf.partition("/")
    if not slash:
        low, high = _days(first)
        return low.isoformat(), high.isoformat()
    return (
        None if first in ("..", "") else _days(first)[0].isoformat(),
        None if last in ("..", "") else _days(last)[1].isoformat(),
    )


def _days(point: str) -> tuple[date, date]:
    found = _POINT.fullmatch(point)
    if found is None:
        raise ValueError(f"{point!r} is no EDTF date")
    year, month, day = found.groups()
    if "X" in year:
        return date(max(1, int(year.replace("X", "0"))), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    number = int(year)
    if month is None:
        return date(number, 1, 1), date(number, 12, 31)
    if day is not None:
        exact = date(number, int(month), int(day))
        return exact, exact
    if int(month) in SEASONS:
        return season_days(number, int(month))
    return date(number, int(month), 1), date(number, int(month), monthrange(number, int(month))[1])


def season_days(year: int, season: int) -> tuple[date, date]:
    """First and last day of a season; a winter is named after the year in which it begins."""
    begin, end = SEASONS[season]
    last = year + 1 if season == WINTER and year < date.max.year else year
    return date(year, begin, 1), date(last, end, monthrange(last, end)[1])


def write(day: date, unit: str) -> str:
    """`day` in EDTF as coarse as `unit`: day, week and finer as a day, month and the parts of years as a month."""
    if unit in ("decade", "century"):
        return f"{day.year:04}"[:3] + "X" if unit == "decade" else f"{day.year:04}"[:2] + "XX"
    if unit == "year":
        return f"{day.year:04}"
    return day.isoformat()[:7] if unit == "month" else day.isoformat()


def days(low: date, high: date | None = None, **more: str | None) -> Value:
    """One day, or the days from `low` to `high`."""
    if high is None or high == low:
        return Value(low.isoformat(), low, low, "day", **more)  # type: ignore[arg-type]
    return Value(f"{low.isoformat()}/{high.isoformat()}", low, high, "days", **more)  # type: ignore[arg-type]


def month(year: int, number: int) -> Value:
    """A month."""
    return Value(f"{year:04}-{number:02}", date(year, number, 1), end_of_month(year, number), "month")


def year(number: int) -> Value:
    """A year."""
    return Value(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def months(first: date, last: date, unit: str) -> Value:
    """The months from that of `first` to that of `last`."""
    high = end_of_month(last.year, last.month)
    begin, end = write(first, "month"), write(last, "month")
    return Value(begin if begin == end else f"{begin}/{end}", first.replace(day=1), high, unit)


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months later, or that month's last day."""
    number = day.year * 12 + day.month - 1 + count
    return date(number // 12, number % 12 + 1, min(day.day, monthrange(number // 12, number % 12 + 1)[1]))


def monday(day: date) -> date:
    """The first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())
