"""Written and relative fields become a date, Gregorian or of another calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ruznama.dates import values
from ruznama.dates.calendars import GREGORIAN, day_of, month_days, year_days, years_at
from ruznama.dates.resolving.absolute import century, decade, exact
from ruznama.dates.resolving.context import NOTHING, Context
from ruznama.dates.resolving.relative import relative_day, relative_division, told_again, week
from ruznama.dates.resolving.unsaid import picked, without_year
from ruznama.dates.specs import Fields
from ruznama.dates.values import Value, add_months, days


def fields(spec: Fields, context: Context) -> Value:
    if spec.calendar not in (None, GREGORIAN):
        return other_calendar(spec, context)
    value = gregorian(spec, context)
    if value.edtf and spec.uncertain:
        value = replace(value, edtf=f"{value.edtf}?")
    return replace(value, note=value.note or spec.note) if spec.note else value


def gregorian(spec: Fields, context: Context) -> Value:
    if spec.century is not None and spec.decade is None:
        return century(spec.century)
    if spec.decade is not None and spec.centuries is not None:
        base, anchor = context.base(spec.centuries[1])
        if base is None:
            return NOTHING
        return replace(decade((base.year // 100 + spec.centuries[0]) * 10 + spec.decade), anchor=anchor)
    if spec.decade is not None:
        return decade(spec.decade)
    if spec.centuries is not None:
        base, anchor = context.base(spec.centuries[1])
        return NOTHING if base is None else replace(century(base.year // 100 + spec.centuries[0]), anchor=anchor)
    if spec.decades is not None:
        base, anchor = context.base(spec.decades[1])
        return NOTHING if base is None else replace(decade(base.year // 10 + spec.decades[0]), anchor=anchor)
    if spec.divisions is not None:
        return relative_division(spec.divisions, context)
    if (spec.years or spec.year) is not None and "previous" in [place[1] for place in (spec.days, spec.months) if place]:
        return told_again(spec, context)
    if spec.days is not None:
        stated = gregorian(replace(spec, days=None), context) if spec.month is not None or spec.year is not None else NOTHING
        return stated if stated.edtf is not None else relative_day(spec, spec.days, context)
    if spec.weeks is not None or spec.weekends is not None:
        return week(spec, context)
    if spec.months is not None:
        base, anchor = context.base(spec.months[1], unit="month")
        if base is None:
            return NOTHING
        begin = add_months(base.replace(day=1), spec.months[0])
        return replace(exact(begin.year, begin.month, spec), anchor=anchor)
    if spec.years is not None:
        base, anchor = context.base(spec.years[1])
        return NOTHING if base is None else replace(exact(base.year + spec.years[0], spec.month, spec), anchor=anchor)
    if spec.year is not None:
        return exact(spec.year, spec.month, spec)
    return without_year(spec, context)


def other_calendar(spec: Fields, context: Context) -> Value:
    calendar = spec.calendar or GREGORIAN
    year, anchor = spec.year, None
    if spec.years is not None:
        base, anchor = context.base(spec.years[1])
        year = None if base is None else base.year + spec.years[0]
    if year is not None and year > 1600:  # a Gregorian year beside a month of another calendar
        year = years_at(date(year, 12, 31), calendar)
        whole = month_days(year, spec.month or 1, calendar)
        if whole is not None and whole[0].year > (spec.year or whole[0].year):
            year -= 1
    if year is None:
        base, anchor = context.base("published")
        if base is None or spec.month is None:
            return NOTHING
        own = years_at(base, calendar)
        tried = []
        for number in (own - 1, own, own + 1):
            found = month_days(number, spec.month, calendar)
            if found is not None:
                tried.append((number, Value("", found[0], found[1], "month")))
        nearest = picked([value for _, value in tried], base, spec, context)
        year = next(number for number, value in tried if value is nearest)
    if spec.month is None:
        whole = year_days(year, calendar)
        if whole is None:
            return NOTHING
        low, high = whole
        edtf = f"{low.year:04}" if low.year == high.year else f"{low.year:04}/{high.year:04}"
        return Value(edtf, low, high, "year", calendar, anchor)
    if spec.day is None:
        whole = month_days(year, spec.month, calendar)
        if whole is None:
            return NOTHING
        value = values.months(whole[0], whole[1], "month")
        return replace(value, low=whole[0], high=whole[1], calendar=calendar, anchor=anchor)
    day = day_of(year, spec.month, spec.day, calendar)
    if day is None:
        return NOTHING
    note = None if spec.weekday is None or day.weekday() == spec.weekday else "the weekday does not fit the date"
    return replace(days(day, note=note), calendar=calendar, anchor=anchor)
