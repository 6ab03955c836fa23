"""The parts of a matched rule by their labels, and what all meanings need of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ruznama.dates.calendars import day_of
from ruznama.dates.specs import FIELD_NAMES, Fields, Nth, PartOf, Range, Same, Shift, Span, Vague

LIKELY_YEARS = range(1500, 2101)  # years that digits alone may mean
_OFFSET_LABELS = {"day_offset": "published", "other_offset": "previous"}


class Parts(dict[str, Any]):
    """Values by label; a label that occurs again has its number behind it (day, day2)."""

    def all(self, label: str) -> list[Any]:
        """The values of `label`, `label2`, …"""
        return [value for name, value in self.items() if name.rstrip("0123456789") == label]


Meaning = Callable[[Parts], Any]


def merge(parts: Parts) -> Fields | None:
    """All fields together; None where two contradict each other or there is no such day."""
    merged = Fields()
    for label, value in parts.items():
        name = label.rstrip("0123456789")
        if name == "ignored":
            continue
        if isinstance(value, Fields):
            more = value
        elif isinstance(value, Range | Span | Shift | Same | Vague | PartOf | Nth):
            return None
        elif name in _OFFSET_LABELS:
            more = Fields(days=(value, _OFFSET_LABELS[name]))
        elif name in FIELD_NAMES:
            more = fields_of(name, "last" if value == "recent" else value)
        else:
            continue
        together = merged.merged(more)
        if together is None:
            return None
        merged = together
    return merged if merged != Fields() and possible(merged) else None


def fields_of(name: str, value: Any) -> Fields:
    """The fields of which only `name` is known."""
    return replace(Fields(), **{name: value})


def possible(fields: Fields) -> bool:
    """Whether there may be such a day."""
    day, month, year = fields.day, fields.month, fields.year
    units = [value for value in (fields.weeks, fields.weekends, fields.months, fields.years) if value is not None]
    if len(units) + (year is not None) > 1 or fields.decades is not None or fields.centuries is not None:
        return not units and day is None and month is None and fields.weekday is None
    if fields.months is not None and month is not None:
        return False
    if (fields.weeks is not None or fields.weekends is not None) and (month is not None or day is not None):
        return False
    if (fields.years is not None or year is not None) and day is not None and month is None:
        return False
    if (fields.years is not None or fields.months is not None) and fields.weekday is not None and day is None:
        return False
    if day is not None and not 1 <= day <= 31:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None or month is None:
        return True
    if fields.calendar not in (None, "gregorian"):
        return day <= 31 and (year is None or day_of(year, month, min(day, 29), fields.calendar) is not None)
    return day_of(2000 if year is None else year, month, day) is not None


def count(parts: Parts) -> int | None:
    unit = parts.get("unit")
    if isinstance(unit, tuple):
        return int(unit[0])
    number = parts.get("number")
    return None if number is None else int(number)


def unit_of(parts: Parts) -> str:
    unit = parts["unit"] if "unit" in parts else parts["plural"]
    return str(unit[1] if isinstance(unit, tuple) else unit)


def year_fields(parts: Parts) -> Fields | None:
    """The year that parts name, {} if they name none; None if it is no year."""
    year = parts.get("year_fields", Fields(years=(0, "published")) if "this_year" in parts else Fields())
    if isinstance(year, int):
        year = Fields(year=year)
    if year == "year":
        year = Fields(years=(0, "published"))
    is_year = isinstance(year, Fields) and year == Fields(year=year.year, years=year.years)
    return year if is_year else None
