"""Days, weeks and quarters said by their distance from another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ruznama.dates import values
from ruznama.dates.resolving.absolute import division, exact
from ruznama.dates.resolving.context import NOTHING, Context
from ruznama.dates.specs import Fields, Relative
from ruznama.dates.values import Value, days, monday


def relative_division(which: tuple[str, int, str], context: Context) -> Value:
    unit, offset, base_name = which
    base, anchor = context.base(base_name)
    if base is None:
        return NOTHING
    length = {"quarter": 3, "half": 6, "third": 4}[unit]
    number = base.year * (12 // length) + (base.month - 1) // length + offset
    return replace(division(number // (12 // length), unit, number % (12 // length) + 1), anchor=anchor)


def relative_day(spec: Fields, relative: Relative, context: Context) -> Value:
    base, anchor = context.base(relative[1], ahead=relative[0] > 0, unit="day")
    if base is None:
        return NOTHING
    if context.unit != "day" and relative[1] == "published":
        return replace(coarse(base, context), anchor=anchor)
    day = base + timedelta(days=relative[0])
    if spec.weekday is not None and day.weekday() != spec.weekday:
        near = min((day + timedelta(days=offset) for offset in range(-3, 4)), key=lambda one: one.weekday() != spec.weekday)
        return days(near, anchor=anchor, note=f"the weekday does not fit {day.isoformat()}")
    return days(day, anchor=anchor)


def told_again(spec: Fields, context: Context) -> Value:
    """The day or month that was told last, in the year that `spec` names."""
    base, anchor = context.base(spec.years[1]) if spec.years is not None else (None, "")
    year = spec.year if spec.years is None else None if base is None else base.year + spec.years[0]
    told, said = context.told, context.told_text
    if told is None and context.published is not None and context.unit == "day":
        told, said = days(context.published), context.base("published")[1]
    if told is None or told.low is None or told.high is None or year is None:
        return NOTHING
    is_day = spec.days is not None and told.low == told.high
    if not is_day and (told.low.year, told.low.month) != (told.high.year, told.high.month):
        return NOTHING
    value = exact(year, told.low.month, Fields(day=told.low.day if is_day else None))
    return replace(value, anchor="; ".join(dict.fromkeys(words for words in (said, anchor) if words)))


def coarse(base: date, context: Context) -> Value:
    return values.month(base.year, base.month) if context.unit == "month" else values.year(base.year)


def week(spec: Fields, context: Context) -> Value:
    relative = spec.weeks or spec.weekends
    base, anchor = context.base(relative[1], unit="week") if relative else (None, "")
    if base is None or relative is None or context.unit != "day":
        return NOTHING
    begin = monday(base) + timedelta(weeks=relative[0])
    if spec.weekends is not None:
        return days(begin + timedelta(days=5), begin + timedelta(days=6), anchor=anchor)
    if spec.weekday is not None:
        return days(begin + timedelta(days=spec.weekday), anchor=anchor)
    return replace(days(begin, begin + timedelta(days=6), anchor=anchor), unit="week")
