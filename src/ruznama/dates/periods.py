"""Dated periods and feasts of data/periods.toml: wars, revolutions, holidays, the months of fasting.

A feast is a day of a calendar every year, a fixed one or one counted from Easter; a period has its EDTF dates once for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ruznama.dates.calendars import GREGORIAN, day_of, easter, years_at
from ruznama.dates.values import Value, days, interval

_NEARBY = (-1, 0, 1, 2)


@dataclass(frozen=True, slots=True)
class Period:
    """A named time. `edtf` for one that was once; else `month` and `day` of `calendar`, or days after `easter`."""

    name: str
    edtf: str | None = None
    calendar: str = GREGORIAN
    month: int | None = None
    day: int | None = None
    length: int = 1
    easter: int | None = None
    whole_months: bool = False

    @property
    def is_feast(self) -> bool:
        """Whether it comes every year."""
        return self.edtf is None

    def in_year(self, year: int) -> Value | None:
        """The feast that begins in a Gregorian year."""
        if self.easter is not None:
            return days(easter(year) + timedelta(days=self.easter))
        if self.month is None or self.day is None:
            return None
        if self.calendar == GREGORIAN:
            low = day_of(year, self.month, self.day)
            return None if low is None else self._value(low)
        own = years_at(date(year, 7, 1), self.calendar)
        for number in (own - 1, own, own + 1):
            low = day_of(number, self.month, self.day, self.calendar)
            if low is not None and low.year == year:
                return self._value(low)
        return None

    def in_own_year(self, year: int) -> Value | None:
        """The feast in a year of its own calendar: Ramadan 1436."""
        if self.month is None or self.day is None:
            return None
        low = day_of(year, self.month, self.day, self.calendar)
        return None if low is None else self._value(low)

    def around(self, day: date) -> list[Value]:
        """The feasts of the years around `day`, in order."""
        found = [self.in_year(day.year + offset) for offset in _NEARBY]
        return [value for value in found if value is not None]

    def once(self) -> Value | None:
        """The period, if it was once."""
        if self.edtf is None:
            return None
        low, high = interval(self.edtf)
        return Value(self.edtf, date.fromisoformat(low) if low else None, date.fromisoformat(high) if high else None, "period")

    def _value(self, low: date) -> Value:
        high = low + timedelta(days=self.length - 1)
        if self.whole_months:
            begin, end = low.isoformat()[:7], high.isoformat()[:7]
            return Value(begin if begin == end else f"{begin}/{end}", low, high, "period", self.calendar)
        value = days(low, high)
        return Value(value.edtf, value.low, value.high, value.unit, self.calendar)


def read_periods(table: Mapping[str, Any]) -> dict[str, Period]:
    """The periods of data/periods.toml by name."""
    rows: Iterable[Mapping[str, Any]] = table.get("period", ())
    own = set(Period.__dataclass_fields__)
    return {row["name"]: Period(**{key: value for key, value in row.items() if key in own}) for row in rows}
