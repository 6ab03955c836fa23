"""Dates whose year is known, and the parts of years, decades and centuries."""

from __future__ import annotations

from datetime import date

from ruznama.dates import values
from ruznama.dates.calendars import day_of
from ruznama.dates.resolving.context import NOTHING
from ruznama.dates.specs import Fields
from ruznama.dates.values import Value, days


def exact(year: int, month: int | None, spec: Fields) -> Value:
    """A date whose year is known."""
    if spec.division is not None:
        return division(year, *spec.division)
    if month is None:
        return values.year(year) if spec.day is None and spec.weekday is None else NOTHING
    if spec.day is None:
        return values.month(year, month)
    day = day_of(year, month, spec.day)
    if day is None:
        return NOTHING
    note = None if spec.weekday is None or day.weekday() == spec.weekday else "the weekday does not fit the date"
    return days(day, note=note)


def century(number: int) -> Value:
    return Value(f"{number:02}XX", date(max(1, number * 100), 1, 1), date(number * 100 + 99, 12, 31), "century")


def decade(number: int) -> Value:
    return Value(f"{number:03}X", date(number * 10, 1, 1), date(number * 10 + 9, 12, 31), "decade")


def division(year: int, unit: str, number: int) -> Value:
    if unit == "season":
        low, high = values.season_days(year, number)
        return Value(f"{year:04}-{number}", low, high, "season")
    if unit == "months":
        first, last = (1, number) if number > 0 else (13 + number, 12)
    else:
        length = {"quarter": 3, "half": 6, "third": 4}[unit]
        first, last = (number - 1) * length + 1, number * length
    return values.months(date(year, first, 1), date(year, last, 1), unit)
