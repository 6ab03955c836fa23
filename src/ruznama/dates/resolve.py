"""What an expression says becomes a date: by the publication date, by the dates before it, by the tense around it.

Nothing is taken from the publication date unless the expression is relative to it, or leaves out the year or week that a
reader of that day would supply.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ruznama.dates import values
from ruznama.dates.calendars import GREGORIAN, day_of, month_days, year_days, years_at
from ruznama.dates.periods import Period
from ruznama.dates.specs import Fields, Lasting, Named, Near, Nth, PartOf, Range, Relative, Same, Shift, Span, Spec, Vague
from ruznama.dates.values import Value, add_months, days, monday, write

NOTHING = Value(None, None, None, "unknown")
_ROUND = 20  # "20 years ago" is a round number, and the gold writes 1998~; 4, 10 and 15 are exact there
_AHEAD = 100  # days: a month or day without year and tense that is further ahead is taken to lie in the past
_SAME_FORTNIGHT = 14  # days: "Saturday the 16th" is no further away; else the number counts something else
_JUST_PAST = 45  # days: a month that ended so lately is meant even where the future is spoken of
_SMALL = ("hour", "minute", "second", "moment")
# First and last month of a part of a year. "End" and "beginning" are one month, as in the gold; "late" is a quarter.
_YEAR_PARTS = {"begin": (1, 1), "end": (12, 12), "early": (1, 3), "late": (10, 12), "mid": (6, 7)}
_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True)
class Context:
    """Where an expression stands: `published` (None if unknown) as exact as `unit`, and what was said before.

    `told` is the preceding dates of the page, the nearest last; `chained` the one whose year a date without year takes
    over, as in a story or (`listed`) a list of events in order; `ahead` that what is unsaid lies in the future; `tense` says -1 for the past, 1 for the future, 0 for neither, and is asked only if needed.
    """

    published: date | None
    unit: str
    periods: Mapping[str, Period]
    told: Value | None = None
    told_text: str = ""
    chained: Value | None = None
    listed: bool = False
    ahead: bool = False
    tense: Callable[[], int] = lambda: 0

    def base(self, name: str, ahead: bool = False) -> tuple[date | None, str]:
        """The day from which a relative expression is counted (the last of a longer time if `ahead`), and the anchor."""
        if name == "previous" and self.told is not None and self.told.low is not None:
            return (self.told.high if ahead else self.told.low), self.told_text
        if self.published is None:
            return None, ""
        return self.published, f"published {write(self.published, self.unit)}"


def resolve(spec: Spec, context: Context) -> Value:
    """The value of `spec`; NOTHING where it cannot be known."""
    try:
        if isinstance(spec, Fields):
            return _fields(spec, context)
        return _composed(spec, context)
    except (ValueError, OverflowError):
        return NOTHING


def _composed(spec: Spec, context: Context) -> Value:
    match spec:
        case Shift():
            return _shift(spec, context)
        case Span():
            return _span(spec, context)
        case PartOf():
            return _part(spec, context)
        case Nth():
            return _nth(spec, context)
        case Range():
            return _range(spec, context)
        case Near():
            value = resolve(spec.of, context)
            plain = value.edtf is None or value.edtf[-1] in "~?%X" or "/" in value.edtf
            return value if plain else replace(value, edtf=f"{value.edtf}~")
        case Same():
            return _same(spec, context)
        case Named():
            return _named(spec, context)
        case Lasting():
            return replace(NOTHING, unit=spec.kind, note=_lasting(spec))
        case Vague() | Fields():
            return NOTHING


def _fields(spec: Fields, context: Context) -> Value:
    if spec.calendar not in (None, GREGORIAN):
        return _other_calendar(spec, context)
    value = _gregorian(spec, context)
    if value.edtf and spec.uncertain:
        value = replace(value, edtf=f"{value.edtf}?")
    return replace(value, note=value.note or spec.note) if spec.note else value


def _gregorian(spec: Fields, context: Context) -> Value:
    if spec.century is not None and spec.decade is None:
        return _century(spec.century)
    if spec.decade is not None and spec.centuries is not None:
        base, anchor = context.base(spec.centuries[1])
        if base is None:
            return NOTHING
        return replace(_decade((base.year // 100 + spec.centuries[0]) * 10 + spec.decade), anchor=anchor)
    if spec.decade is not None:
        return _decade(spec.decade)
    for relative, years, make in (
        (spec.centuries, 100, lambda year: _century(year // 100)),
        (spec.decades, 10, lambda year: _decade(year // 10)),
    ):
        if relative is not None:
            base, anchor = context.base(relative[1])
            return NOTHING if base is None else replace(make(base.year + relative[0] * years), anchor=anchor)
    if spec.divisions is not None:
        return _relative_division(spec.divisions, context)
    if spec.days is not None:
        return _relative_day(spec, spec.days, context)
    if spec.weeks is not None or spec.weekends is not None:
        return _week(spec, context)
    if spec.months is not None:
        base, anchor = context.base(spec.months[1])
        if base is None:
            return NOTHING
        begin = add_months(base.replace(day=1), spec.months[0])
        return replace(_exact(begin.year, begin.month, spec), anchor=anchor)
    if spec.years is not None:
        base, anchor = context.base(spec.years[1])
        return NOTHING if base is None else replace(_exact(base.year + spec.years[0], spec.month, spec), anchor=anchor)
    if spec.year is not None:
        return _exact(spec.year, spec.month, spec)
    return _without_year(spec, context)


def _exact(year: int, month: int | None, spec: Fields) -> Value:
    """A date whose year is known."""
    if spec.division is not None:
        return _division(year, *spec.division)
    if month is None:
        return values.year(year) if spec.day is None and spec.weekday is None else NOTHING
    if spec.day is None:
        return values.month(year, month)
    day = day_of(year, month, spec.day)
    if day is None:
        return NOTHING
    note = None if spec.weekday is None or day.weekday() == spec.weekday else "the weekday does not fit the date"
    return days(day, note=note)


def _century(number: int) -> Value:
    return Value(f"{number:02}XX", date(max(1, number * 100), 1, 1), date(number * 100 + 99, 12, 31), "century")


def _decade(number: int) -> Value:
    return Value(f"{number:03}X", date(number * 10, 1, 1), date(number * 10 + 9, 12, 31), "decade")


def _division(year: int, unit: str, number: int) -> Value:
    if unit == "season":
        low, high = values.season_days(year, number)
        return Value(f"{year:04}-{number}", low, high, "season")
    if unit == "months":
        first, last = (1, number) if number > 0 else (13 + number, 12)
    else:
        length = {"quarter": 3, "half": 6, "third": 4}[unit]
        first, last = (number - 1) * length + 1, number * length
    return values.months(date(year, first, 1), date(year, last, 1), unit)


def _relative_division(which: tuple[str, int, str], context: Context) -> Value:
    unit, offset, base_name = which
    base, anchor = context.base(base_name)
    if base is None:
        return NOTHING
    length = {"quarter": 3, "half": 6, "third": 4}[unit]
    number = base.year * (12 // length) + (base.month - 1) // length + offset
    return replace(_division(number // (12 // length), unit, number % (12 // length) + 1), anchor=anchor)


def _relative_day(spec: Fields, relative: Relative, context: Context) -> Value:
    base, anchor = context.base(relative[1])
    if base is None:
        return NOTHING
    if context.unit != "day" and relative[1] == "published":
        return replace(_coarse(base, context), anchor=anchor)
    day = base + timedelta(days=relative[0])
    if spec.month is not None or spec.day is not None or spec.year is not None:
        stated = _gregorian(replace(spec, days=None), context)
        return stated if stated.edtf is not None else days(day, anchor=anchor)
    if spec.weekday is not None and day.weekday() != spec.weekday:
        near = min((day + timedelta(days=offset) for offset in range(-3, 4)), key=lambda one: (one.weekday() != spec.weekday))
        return days(near, anchor=anchor, note=f"the weekday does not fit {day.isoformat()}")
    return days(day, anchor=anchor)


def _coarse(base: date, context: Context) -> Value:
    return values.month(base.year, base.month) if context.unit == "month" else values.year(base.year)


def _week(spec: Fields, context: Context) -> Value:
    relative = spec.weeks or spec.weekends
    base, anchor = context.base(relative[1]) if relative else (None, "")
    if base is None or relative is None or context.unit != "day":
        return NOTHING
    begin = monday(base) + timedelta(weeks=relative[0])
    if spec.weekends is not None:
        return days(begin + timedelta(days=5), begin + timedelta(days=6), anchor=anchor)
    if spec.weekday is not None:
        return days(begin + timedelta(days=spec.weekday), anchor=anchor)
    return replace(days(begin, begin + timedelta(days=6), anchor=anchor), unit="week")


def _pick_base(pick: str | None, context: Context) -> tuple[date | None, str]:
    name = "previous" if pick in ("following", "preceding", "same") else "published"
    return context.base(name, ahead=pick == "following")


def _without_year(spec: Fields, context: Context) -> Value:
    if spec.month is None and spec.division is None and spec.day is None:
        return _weekday(spec, context) if spec.weekday is not None else NOTHING
    if spec.month is None and spec.division is None:
        return _day_alone(spec, context)
    base, anchor = _pick_base(spec.pick, context)
    chain = context.chained
    if chain is not None and chain.low is not None and spec.pick is None:
        tried = [_exact(chain.low.year + offset, spec.month, spec) for offset in (0, 1)]
        if not context.listed:
            tried.append(_exact(chain.low.year - 1, spec.month, spec))
            tried.sort(key=lambda value: 10**6 if chain.low is None else _distance(value, chain.low))
        later = (value for value in tried if value.high is not None and chain.low is not None and value.high >= chain.low)
        found_value = next(later, tried[0]) if context.listed else tried[0]
        return replace(found_value, anchor=context.told_text)
    if base is None:
        return NOTHING
    found = [_exact(base.year + offset, spec.month, spec) for offset in (-1, 0, 1)]
    if spec.month == 2 and spec.day == 29:
        found = [_exact(base.year + offset, spec.month, spec) for offset in range(-4, 5)]
    known = [value for value in found if value.low is not None and value.high is not None]
    return replace(_picked(known, base, spec, context), anchor=anchor) if known else NOTHING


def _picked(found: list[Value], base: date, spec: Fields, context: Context) -> Value:
    """The one of the yearly dates that is meant."""
    pick = spec.pick
    if spec.weekday is not None:
        fitting = [value for value in found if value.low is not None and value.low.weekday() == spec.weekday]
        found = fitting or found
    before = [value for value in found if value.high is not None and value.high < base]
    behind = [value for value in found if value.low is not None and value.low > base]
    if pick in ("last", "preceding") and before:
        return before[-1]
    if pick in ("next", "following") and behind:
        return behind[0]
    holding = [value for value in found if value not in before and value not in behind]
    if holding:
        return holding[0]
    if pick in ("this", "same"):
        return min(found, key=lambda value: _distance(value, base))
    nearest = min(before + behind, key=lambda value: _distance(value, base))
    if context.ahead and behind and (nearest.low is None or (nearest.low.year, nearest.low.month) != (base.year, base.month)):
        return behind[0]
    if nearest in before and not behind:
        return nearest
    tense = context.tense()
    if tense > 0 and behind and nearest not in behind and spec.day is None and _distance(nearest, base) > _JUST_PAST:
        return behind[0]
    if nearest in behind and before:
        ahead = _distance(nearest, base)
        if tense < 0 and ahead > 31 and spec.day is None:
            return before[-1]
        if tense < 0 and spec.day is not None and ahead > 62:
            return before[-1]
        if tense <= 0 and ahead > _AHEAD:
            return before[-1]
    return nearest


def _distance(value: Value, base: date) -> int:
    if value.low is None or value.high is None:
        return 10**6
    return (value.low - base).days if value.low > base else (base - value.high).days


def _weekday(spec: Fields, context: Context) -> Value:
    pick = spec.pick
    base, anchor = _pick_base(pick, context)
    if base is None or spec.weekday is None or context.unit != "day":
        return NOTHING
    back = (base.weekday() - spec.weekday) % 7
    if pick in ("last", "preceding"):
        back = back or 7
    elif pick in ("next", "following"):
        back -= 7
    elif pick == "this":
        return days(monday(base) + timedelta(days=spec.weekday), anchor=anchor)
    elif pick is None and back and (context.ahead or context.tense() > 0):
        back -= 7
    return days(base - timedelta(days=back), anchor=anchor)


def _day_alone(spec: Fields, context: Context) -> Value:
    """A day of the month whose month is unsaid: that of the publication, or of the time before."""
    base, anchor = context.base("published")
    if base is None or spec.day is None or context.unit == "year":
        return NOTHING
    day = day_of(base.year, base.month, spec.day)
    if day is None:
        return NOTHING
    if spec.weekday is not None and day.weekday() != spec.weekday:
        others = [add_months(day, offset) for offset in (-1, 1)]
        fitting = [other for other in others if other.weekday() == spec.weekday and other.day == spec.day]
        if not fitting or abs((fitting[0] - base).days) > _SAME_FORTNIGHT:
            return _weekday(replace(spec, day=None), context)
        day = fitting[0]
    return days(day, anchor=anchor)


def _other_calendar(spec: Fields, context: Context) -> Value:
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
        picked = _picked([value for _, value in tried], base, spec, context)
        year = next(number for number, value in tried if value is picked)
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


def _shift(spec: Shift, context: Context) -> Value:
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
        base, anchor = context.base(name)
        if name == "previous":
            of = context.told
    else:
        of = resolve(spec.base, context)
        base, anchor = of.low, of.edtf or ""
    if base is None:
        return NOTHING
    unit, amount = spec.unit, spec.amount
    if unit in _SMALL:
        if context.told is not None and context.told.unit == "day" and context.told.low is not None:
            return days(context.told.low, anchor=context.told_text)
        value = days(base) if context.unit == "day" or of is not None else _coarse(base, context)
        return replace(value, anchor=anchor)
    if amount is None:
        if unit == "day" and spec.sign < 0:
            return Value(f"{write(base, 'month')}~", base, base, "month", anchor=anchor)
        return NOTHING
    if spec.within and isinstance(spec.base, str) and context.unit == "day":
        other = _moved(base, unit, amount * spec.sign)
        low, high = sorted((base, other))
        return days(low, high, anchor=anchor)
    if context.unit == "month" and of is None and unit in ("day", "week"):
        return NOTHING
    if of is not None and of.unit in ("year", "decade") and unit not in _YEARS:
        return NOTHING
    moved = _moved(base, unit, amount * spec.sign)
    value = values.year(moved.year) if unit in _YEARS else values.month(moved.year, moved.month) if unit == "month" else days(moved)
    if of is not None and of.unit == "month" and unit in ("week", "day"):
        value = values.month(moved.year, moved.month)
    is_round = unit in _YEARS and amount >= _ROUND and amount % 10 == 0 and of is None
    if spec.approximate or is_round or (unit == "week" and amount > 1):
        value = replace(value, edtf=f"{value.edtf}~")
    return replace(value, anchor=anchor)


def _moved(base: date, unit: str, count: int) -> date:
    if unit in _YEARS:
        return add_months(base, 12 * count * _YEARS[unit])
    if unit == "month":
        return add_months(base, count)
    if unit == "quarter":
        return add_months(base, 3 * count)
    if unit == "weekend":
        unit = "week"
    return base + (timedelta(weeks=count) if unit == "week" else timedelta(days=count))


def _span(spec: Span, context: Context) -> Value:
    base, anchor = context.base("published")
    amount, unit = spec.amount, spec.unit
    if base is None or unit in _SMALL:
        return NOTHING
    if amount is None:
        if unit == "day" and spec.sign < 0:
            return Value(f"{write(base, 'month')}~", base, base, "month", anchor=anchor)
        return NOTHING
    other = _moved(base, unit, amount * spec.sign)
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


def _part(spec: PartOf, context: Context) -> Value:
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


def _nth(spec: Nth, context: Context) -> Value:
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


def _range(spec: Range, context: Context) -> Value:
    first, last = spec.first, spec.last
    if isinstance(first, Fields) and isinstance(last, Fields):
        first = _completed(first, last)
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


def _completed(first: Fields, last: Fields) -> Fields:
    """`first` with the month and year that it leaves to `last`."""
    if first.weekday is not None and first.day is None and first.month is None:
        return first
    unsaid = first.year is None and first.years is None and first.months is None and first.days is None
    if first.month is None and first.day is not None and unsaid:
        first = replace(first, month=last.month, months=last.months)
    if unsaid and first.months is None and (first.month is not None or first.division is not None):
        wraps = (
            last.year is not None and first.month is not None and last.month is not None
            and (first.month, first.day or 0) > (last.month, last.day or 31)
        )
        year = last.year - 1 if wraps and last.year is not None else last.year
        first = replace(first, year=year, years=last.years, pick=first.pick or last.pick)
    if first.calendar is None and last.calendar is not None:
        first = replace(first, calendar=last.calendar)
    return first


def _same(spec: Same, context: Context) -> Value:
    told = context.told
    if told is None or told.low is None:
        return NOTHING
    if spec.unit in ("year", "month"):
        value = values.year(told.low.year) if spec.unit == "year" else values.month(told.low.year, told.low.month)
        return replace(value, anchor=context.told_text)
    return replace(told, anchor=context.told_text, note=None)


def _named(spec: Named, context: Context) -> Value:
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
    return replace(_picked(around, base, fields, context), anchor=anchor) if around else NOTHING


def _lasting(spec: Lasting) -> str:
    if spec.unit is None or spec.amount is None:
        return spec.kind
    letter = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "0Y", "century": "00Y"}.get(spec.unit)
    clock = {"hour": "H", "minute": "M", "second": "S"}.get(spec.unit)
    if letter is not None:
        return f"{spec.kind} P{spec.amount}{letter}"
    return f"{spec.kind} PT{spec.amount}{clock}" if clock else spec.kind
