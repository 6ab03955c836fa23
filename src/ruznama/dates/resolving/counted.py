"""Times counted in units from another: two years ago, the past four years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ruznama.dates import values
from ruznama.dates.resolving.context import NOTHING, Context, Resolve
from ruznama.dates.resolving.relative import coarse
from ruznama.dates.specs import Shift, Span
from ruznama.dates.values import Value, add_months, days, monday

_ROUND = 20  # "20 years ago" is a round number, and the gold writes 1998~; 4, 10 and 15 are exact there
_STORY = 31  # days: "hours later" is said of what was told if that is longer ago, else of the news
_SOME_DAYS = 3  # "days ago" is so many at least
_SMALL = ("hour", "minute", "second", "moment")
_YEARS = {"year": 1, "decade": 10, "century": 100}


def shift(spec: Shift, context: Context, resolve: Resolve) -> Value:
    of: Value | None = None
    if isinstance(spec.base, str):
        name = spec.base
        if name == "told":
            base, anchor = context.base("published")
            told = context.told.low if context.told is not None else None
            if told is not None and context.tense() <= 0 and (base is None or (base - told).days > 366):
                name = "previous"
            else:
                name = "published"
        base, anchor = context.base(name, ahead=spec.sign > 0)
        if name == "previous":
            of = context.told
    else:
        of = resolve(spec.base, context)
        base, anchor = (of.high if spec.sign > 0 else of.low), of.edtf or ""
    if base is None:
        return NOTHING
    unit, amount = spec.unit, spec.amount
    if unit in _SMALL:
        return _hours(spec, context, base, anchor, of)
    if amount is None:
        if unit == "day" and spec.sign < 0:
            return _some_days_ago(base, anchor)
        return NOTHING
    if spec.sign == 0 and spec.within and not context.tense():
        return NOTHING
    if spec.within and isinstance(spec.base, str) and context.unit == "day":
        other = moved(base, unit, amount * (spec.sign or context.tense()))
        low, high = sorted((base, other))
        return days(low, high, anchor=anchor)
    if context.unit == "month" and of is None and unit in ("day", "week"):
        return NOTHING
    if of is not None and of.unit in ("year", "decade") and unit not in _YEARS:
        return NOTHING
    then = moved(base, unit, amount * spec.sign)
    value = values.year(then.year) if unit in _YEARS else values.month(then.year, then.month) if unit == "month" else days(then)
    if of is not None and of.unit == "month" and unit in ("week", "day"):
        value = values.month(then.year, then.month)
    is_round = unit in _YEARS and amount >= _ROUND and amount % 10 == 0 and of is None
    if spec.approximate or is_round or (unit == "week" and amount > 1):
        value = replace(value, edtf=f"{value.edtf}~")
    return replace(value, anchor=anchor)


def _some_days_ago(base: date, anchor: str) -> Value:
    """About the month in which the days before `base` lie; on the first days of a month that is the month before."""
    day = base - timedelta(days=_SOME_DAYS)
    value = values.month(day.year, day.month)
    return replace(value, edtf=f"{value.edtf}~", anchor=anchor)


def _hours(spec: Shift, context: Context, base: date, anchor: str, of: Value | None) -> Value:
    """The day in which hours or minutes after another time lie; as coarse as that time, of which no day is known."""
    told = context.told
    if told is not None and told.low is not None and told.unit == "day":
        return days(told.low, anchor=context.told_text)
    is_story = told is not None and told.high is not None and (base - told.high).days > _STORY and spec.sign > 0
    if of is None and is_story:
        of, anchor = told, context.told_text
    if of is not None and of.low != of.high:
        return replace(of, anchor=anchor, note=None)
    value = days(base) if context.unit == "day" or of is not None else coarse(base, context)
    return replace(value, anchor=anchor)


def moved(base: date, unit: str, count: int) -> date:
    if unit in _YEARS:
        return add_months(base, 12 * count * _YEARS[unit])
    if unit == "month":
        return add_months(base, count)
    if unit == "quarter":
        return add_months(base, 3 * count)
    if unit == "weekend":
        unit = "week"
    return base + (timedelta(weeks=count) if unit == "week" else timedelta(days=count))


def span(spec: Span, context: Context) -> Value:
    base, anchor = context.base("published")
    amount, unit = spec.amount, spec.unit
    if base is None or unit in _SMALL:
        return NOTHING
    if amount is None:
        if unit == "day" and spec.sign < 0:
            return _some_days_ago(base, anchor)
        return NOTHING
    other = moved(base, unit, amount * spec.sign)
    if unit == "week":
        begin = monday(base) + timedelta(weeks=1 if spec.sign > 0 else -amount)
        return days(begin, begin + timedelta(days=7 * amount - 1), anchor=anchor)
    low, high = sorted((base, other))
    if unit in _YEARS:
        value = Value(f"{low.year:04}/{high.year:04}", date(low.year, 1, 1), date(high.year, 12, 31), "years")
    elif unit == "month":
        value = values.months(low, high, "months")
    elif context.unit == "day":
        value = days(low, high)
    else:
        return NOTHING
    return replace(value, anchor=anchor)
