"""Times made of other times: parts, ranges, the n-th day, feasts, the time just named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ruznama.dates import values
from ruznama.dates.calendars import GREGORIAN
from ruznama.dates.resolving.context import NOTHING, Context, Resolve
from ruznama.dates.resolving.unsaid import picked
from ruznama.dates.specs import Fields, Lasting, Named, Nth, PartOf, Range, Same
from ruznama.dates.values import Value, add_months, days

# First and last month of a part of a year. "End" and "beginning" are one month, as in the gold; "late" is a quarter.
_YEAR_PARTS = {"begin": (1, 1), "end": (12, 12), "early": (1, 3), "late": (10, 12), "mid": (6, 7)}


_NEWS = 8  # days: "at that time" is said of what is longer ago than the news of the week, and never of what lies ahead


def part(spec: PartOf, context: Context, resolve: Resolve) -> Value:
    of = resolve(spec.of, context)
    if of.low is None or of.high is None or of.edtf is None:
        return of
    part, low, high = spec.part, of.low, of.high
    if of.unit == "month" and "/" not in of.edtf and "~" not in of.edtf:
        if part == "first-half":
            return days(low, low + timedelta(days=14), anchor=of.anchor)
        if part == "second-half":
            return days(low + timedelta(days=15), high, anchor=of.anchor)
        if part != "mid":  # the gold keeps the month; the days are narrowed to its first or last third
            third = (low, low + timedelta(days=9)) if part in ("begin", "early") else (low + timedelta(days=20), high)
            return replace(of, low=third[0], high=third[1])
        return replace(days(low + timedelta(days=14)), edtf=f"{(low + timedelta(days=14)).isoformat()}~", anchor=of.anchor)
    if of.unit == "year" and "/" not in of.edtf:
        if part not in _YEAR_PARTS:
            return of
        first, last = _YEAR_PARTS[part]
        value = values.months(date(low.year, first, 1), date(low.year, last, 1), "month")
        return replace(value, anchor=of.anchor)
    if of.unit in ("quarter", "half", "third", "months"):
        if part in ("begin", "early"):
            return replace(values.month(low.year, low.month), anchor=of.anchor)
        if part in ("end", "late"):
            return replace(values.month(high.year, high.month), anchor=of.anchor)
    if of.unit == "week" and part in ("end", "begin"):
        day = low + timedelta(days=5) if part == "end" else low
        return days(day, day + timedelta(days=1), anchor=of.anchor)
    return of


def nth(spec: Nth, context: Context, resolve: Resolve) -> Value:
    of = resolve(spec.of, context)
    if of.low is None or of.high is None or of.unit not in ("month", "year", "quarter", "half", "season"):
        return NOTHING
    number, weekday = spec.number, spec.weekday
    plain = of.low + timedelta(days=number - 1)
    if spec.or_day and (number > 5 or plain.weekday() == weekday):
        return days(plain, anchor=of.anchor) if plain <= of.high else NOTHING
    if spec.unit == "month":
        month = add_months(of.low, number - 1) if number > 0 else of.high
        return replace(values.month(month.year, month.month), anchor=of.anchor) if of.low <= month <= of.high else NOTHING
    if spec.unit == "week":
        weekday = 0
    if weekday is None:
        day = of.high if number == -1 else of.low + timedelta(days=number - 1)
    elif number == -1:
        day = of.high - timedelta(days=(of.high.weekday() - weekday) % 7)
        if spec.unit == "week" and day + timedelta(days=6) > of.high:
            day -= timedelta(weeks=1)
    else:
        day = of.low + timedelta(days=(weekday - of.low.weekday()) % 7, weeks=number - 1)
    if not of.low <= day <= of.high:
        return NOTHING
    value = days(day, day + timedelta(days=6)) if spec.unit == "week" else days(day)
    return replace(value, unit="week" if spec.unit == "week" else "day", anchor=of.anchor)


def span_between(spec: Range, context: Context, resolve: Resolve) -> Value:
    first, last = spec.first, spec.last
    if isinstance(first, Fields) and isinstance(last, Fields):
        first = completed(first, last)
    end = resolve(last, context)
    begin = resolve(first, context)
    if isinstance(last, Fields) and isinstance(first, Fields):
        own = last.year is None and last.years is None and last.months is None and last.days is None
        if own and begin.low is not None and (first.year is not None or first.years is not None):
            if last.month is None and last.weekday is None and first.month is not None:
                last = replace(last, month=first.month)
            chained = replace(context, chained=begin, listed=True, told_text=begin.edtf or "")
            end = resolve(last, chained)
        elif own and last.weekday is not None and begin.low is not None and end.high is not None and end.high < begin.low:
            if context.tense() > 0:
                end = days(end.high + timedelta(weeks=1))
            else:
                begin = days(begin.low - timedelta(weeks=1))
    if begin.low is None or end.high is None or begin.edtf is None or end.edtf is None:
        return NOTHING
    if begin.low > end.high and isinstance(first, Fields) and first.year is None and begin.unit in ("day", "month"):
        begin = resolve(replace(first, year=begin.low.year - 1), context)
    if begin.low is None or begin.low > end.high:
        return NOTHING
    low = (begin.edtf or "").split("/")[0]
    return Value(f"{low}/{end.edtf.split('/')[-1]}", begin.low, end.high, "range", anchor=begin.anchor or end.anchor)


def completed(first: Fields, last: Fields) -> Fields:
    """`first` with the month and year that it leaves to `last`."""
    if first.weekday is not None and first.day is None and first.month is None:
        return first
    unsaid = first.year is None and first.years is None and first.months is None and first.days is None
    if first.month is None and first.day is not None and unsaid:
        first = replace(first, month=last.month, months=last.months)
    if unsaid and first.months is None and (first.month is not None or first.division is not None):
        wraps = (
            last.year is not None
            and first.month is not None
            and last.month is not None
            and (first.month, first.day or 0) > (last.month, last.day or 31)
        )
        year = last.year - 1 if wraps and last.year is not None else last.year
        first = replace(first, year=year, years=last.years, pick=first.pick or last.pick)
    if first.calendar is None and last.calendar is not None:
        first = replace(first, calendar=last.calendar)
    return first


def same_again(spec: Same, context: Context) -> Value:
    told = context.told
    if told is None or told.low is None:
        return NOTHING
    published, high = context.published, told.high
    if spec.unit is None and published is not None and high is not None and (published - high).days < _NEWS:
        return NOTHING
    if spec.unit in ("year", "month"):
        value = values.year(told.low.year) if spec.unit == "year" else values.month(told.low.year, told.low.month)
        return replace(value, anchor=context.told_text)
    return replace(told, anchor=context.told_text, note=None)


def named(spec: Named, context: Context) -> Value:
    period = context.periods.get(spec.name)
    if period is None:
        return NOTHING
    if not period.is_feast:
        return period.once() or NOTHING
    fields = spec.fields
    if fields.year is not None:
        own = fields.calendar == period.calendar != GREGORIAN
        return (period.in_own_year(fields.year) if own else period.in_year(fields.year)) or NOTHING
    base, anchor = context.base("published")
    if base is None:
        return NOTHING
    if fields.years is not None:
        found = period.in_year(base.year + fields.years[0])
        return replace(found, anchor=anchor) if found is not None else NOTHING
    around = period.around(base)
    return replace(picked(around, base, fields, context), anchor=anchor) if around else NOTHING


def length(spec: Lasting) -> str:
    if spec.unit is None or spec.amount is None:
        return spec.kind
    letter = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "0Y", "century": "00Y"}.get(spec.unit)
    clock = {"hour": "H", "minute": "M", "second": "S"}.get(spec.unit)
    if letter is not None:
        return f"{spec.kind} P{spec.amount}{letter}"
    return f"{spec.kind} PT{spec.amount}{clock}" if clock else spec.kind
