"""What the parts of a matched rule mean together: one small function for each `meaning` that a rule in data may name.

Each takes the parts by their labels and gives a Spec (or a number, for number words), or None where the parts make no
sense together, so that another rule may have a try.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ruznama.dates.calendars import day_of
from ruznama.dates.specs import (
    FIELD_NAMES,
    Fields,
    Lasting,
    Named,
    Near,
    Nth,
    PartOf,
    Range,
    Relative,
    Same,
    Shift,
    Span,
    Spec,
    Vague,
)

_OFFSETS: dict[str, Relative] = {
    "last": (-1, "published"),
    "next": (1, "published"),
    "this": (0, "published"),
    "same": (0, "previous"),
    "following": (1, "previous"),
    "preceding": (-1, "previous"),
    "recent": (-1, "published"),
}
_UNIT_FIELDS = {
    "day": "days",
    "week": "weeks",
    "weekend": "weekends",
    "month": "months",
    "year": "years",
    "decade": "decades",
    "century": "centuries",
}
_OFFSET_LABELS = {"day_offset": "published", "other_offset": "previous"}
_LIKELY_YEARS = range(1500, 2101)  # years that digits alone may mean
_CENTURY_SPLIT = 50  # two-digit years: 00-49 are 20xx, 50-99 are 19xx


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
            more = Fields(**{name: "last" if value == "recent" else value})
        else:
            continue
        together = merged.merged(more)
        if together is None:
            return None
        merged = together
    return merged if merged != Fields() and possible(merged) else None


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


def deictic(parts: Parts) -> Spec | None:
    """A unit and which of them: last year, this month, the following day. A dual ("the last two years") is a span."""
    unit, pick = parts["unit"], parts["pick"]
    amount = 1
    if isinstance(unit, tuple):
        amount, unit = unit
    if isinstance(pick, tuple):  # the year before last
        offset, base = pick
    else:
        offset, base = _OFFSETS[pick]
    if amount != 1 or pick == "recent":
        return Span(amount, unit, offset) if base == "published" and offset else None
    if unit == "division":
        return None
    if unit not in _UNIT_FIELDS:
        return Fields(days=(0, base)) if unit in ("hour", "minute", "moment") and not offset else None
    return Fields(**{_UNIT_FIELDS[unit]: (offset, base)})


def division(parts: Parts) -> Fields | None:
    """A part of a year: first quarter, second half, last three months; `relative` parts ("last quarter") as `pick`."""
    unit, number = parts["division"], parts.get("ordinal", parts.get("number"))
    year = _year_fields(parts)
    if year is None or parts.get("only", unit) != unit:
        return None
    if number in ("last", "recent"):
        number = -1
    if number is None:
        pick = parts.get("pick")
        if not isinstance(pick, str):
            return None
        offset, base = _OFFSETS[pick]
        return Fields(divisions=(unit, offset, base))
    largest = {"quarter": 4, "half": 2, "third": 3}[unit]
    number = largest if number == -1 else number
    return replace(year, division=(unit, number)) if isinstance(number, int) and 1 <= number <= largest else None


def _year_fields(parts: Parts) -> Fields | None:
    """The year that parts name, {} if they name none; None if it is no year."""
    year = parts.get("year_fields", Fields(years=(0, "published")) if "this_year" in parts else Fields())
    if isinstance(year, int):
        year = Fields(year=year)
    if year == "year":
        year = Fields(years=(0, "published"))
    is_year = isinstance(year, Fields) and year == Fields(year=year.year, years=year.years)
    return year if is_year else None


def first_months(parts: Parts) -> Fields | None:
    """The first (or last) so many months of a year."""
    number, count = parts["ordinal"], _count(parts)
    year = _year_fields(parts)
    number = -1 if number in ("last", "recent") else number
    if year is None or _unit(parts) != "month":
        return None
    if number not in (1, -1) or not 1 <= (count or 0) <= 12 or (year.years is None and year.year is None):
        return None
    return replace(year, division=("months", number * (count or 0)))


def _count(parts: Parts) -> int | None:
    unit = parts.get("unit")
    if isinstance(unit, tuple):
        return int(unit[0])
    number = parts.get("number")
    return None if number is None else int(number)


def _unit(parts: Parts) -> str:
    unit = parts["unit"] if "unit" in parts else parts["plural"]
    return str(unit[1] if isinstance(unit, tuple) else unit)


def shift(parts: Parts) -> Shift | None:
    """So many units before or after something. `plural` says that a missing number means "some" and not "one"."""
    amount = _count(parts)
    base: str | Spec = parts.get("base", "published")
    if isinstance(base, str) and base not in ("published", "previous", "told"):
        base = Named(base)
    if amount is None and not parts.get("some") and not parts.get("plural"):
        amount = 1
    return Shift(
        amount=None if parts.get("some") else amount,
        unit=_unit(parts),
        sign=parts["sign"],
        base=Fields(year=base) if isinstance(base, int) else base,
        approximate=bool(parts.get("about")),
        within=bool(parts.get("within")),
    )


def span(parts: Parts) -> Spec | None:
    """The last or next so many units; without a number it stays vague."""
    pick = parts.get("pick")
    if pick is None:
        return Vague()
    sign = {"last": -1, "recent": -1, "next": 1}.get(pick) if isinstance(pick, str) else None
    return Span(_count(parts), _unit(parts), sign) if sign is not None else None


def part_of(parts: Parts) -> Spec | None:
    """The beginning, middle or end of a time."""
    of = parts.get("time", Fields(years=(0, "published")) if "this_year" in parts else Fields(months=(0, "published")))
    if "month" in parts:
        of = Fields(month=parts["month"]) if 1 <= parts["month"] <= 12 else Vague()
    if isinstance(of, int):
        of = Fields(year=of) if 1300 <= of < 2100 else Vague()
    if isinstance(of, PartOf | Vague | Span):
        return None
    return PartOf(parts["part"], of)


def half_month(parts: Parts) -> Spec | None:
    """The first or second half of a month."""
    number = -1 if parts["ordinal"] in ("last", "recent") else parts["ordinal"]
    of = parts.get("time", Fields(months=(0, "published")))
    is_month = isinstance(of, Fields) and of.day is None and (of.month is not None or of.months is not None)
    if parts["division"] != "half" or not is_month or number not in (1, 2, -1):
        return None
    return PartOf("first-half" if number == 1 else "second-half", of)


def known_day(parts: Parts) -> Fields | None:
    """A day whose year everybody knows, by the rule's list of `MM-DD YYYY`."""
    years = dict(str(row).split() for row in parts["years"])
    year = years.get(f"{parts['month']:02}-{parts['day']:02}")
    return None if year is None else merge(Parts(day=parts["day"], month=parts["month"], year=int(year)))


def nth(parts: Parts) -> Spec | None:
    """The n-th weekday, day or week of a month or year."""
    named = Parts({label: value for label, value in parts.items() if label not in ("weekday", "ordinal", "unit", "or_day")})
    of = parts["time"] if "time" in parts else merge(named)
    number = parts["ordinal"]
    unit = parts.get("unit", "day")
    number = -1 if number in ("last", "recent") else number
    if isinstance(of, int):
        of = Fields(year=of)
    if not isinstance(number, int):
        return None
    if not isinstance(of, Fields) or of.day is not None or isinstance(unit, tuple):
        return None
    if parts.get("weekday") is not None:
        return Nth(number, "day", of, parts["weekday"], bool(parts.get("or_day")))
    if unit == "day" and number != -1:
        return merge(Parts(day=number, of=of))
    if unit == "month" and number != -1:
        return merge(Parts(month=number, of=of)) if of.month is None and of.months is None else None
    return Nth(number, unit, of) if unit in ("day", "week", "month") else None


def between(parts: Parts) -> Spec | None:
    """From one time to another; what the first leaves out it takes from the second."""
    if "first_weekday" in parts:
        pick = parts.get("pick")
        return Range(
            Fields(weekday=parts["first_weekday"], pick=pick), Fields(weekday=parts["last_weekday"], pick=pick)
        )
    first, last = parts["first"], parts["last"]
    if isinstance(first, int) and isinstance(last, int) and parts.get("years"):
        if first not in _LIKELY_YEARS:
            return None
        if last < 100 and first >= 1000:
            last += first // 100 * 100
        return Range(Fields(year=first), Fields(year=last)) if first < last <= first + 200 else None
    if isinstance(first, int) and isinstance(last, Fields):
        if last.day is not None or first > 31:
            first = Fields(day=first) if first <= 31 else Fields(year=first)
        else:
            return None
    if isinstance(last, int):
        last = Fields(day=last) if last <= 31 else Fields(year=last)
    if isinstance(first, int):
        first = Fields(day=first) if first <= 31 else Fields(year=first)
    if isinstance(first, Range | Vague) or isinstance(last, Range | Vague):
        return None
    if isinstance(first, Fields) and isinstance(last, Fields) and not (possible(first) and possible(last)):
        return None
    return Range(first, last)


def day_range(parts: Parts) -> Spec | None:
    """Two days of one month: 3-7 May, 30 and 31 July."""
    rest = merge(Parts({name: value for name, value in parts.items() if name not in ("first", "last", "weekday")}))
    if rest is None or parts["first"] >= parts["last"]:
        return None
    first, last = rest.merged(Fields(day=parts["first"])), rest.merged(Fields(day=parts["last"]))
    if first is None or last is None or not (possible(first) and possible(last)):
        return None
    return Range(first, last)


def numeric(parts: Parts) -> Fields | None:
    """A date in digits: year first or last; else day first, unless only month first is possible or usual."""
    numbers = [int(number) for number in parts.get("numbers", ())] or [int(value) for value in parts.all("number")]
    if len(numbers) != 3:
        return None
    one, two, three = numbers
    order = parts.get("order", "day-first")
    if one >= 1000:
        return merge(Parts(year=one, month=two, day=three))
    if three < 100:
        three += 2000 if three < _CENTURY_SPLIT else 1900
    day_first, month_first = _date(three, two, one), _date(three, one, two)
    both = day_first is not None and month_first is not None and one != two
    if day_first is None or (month_first is not None and order == "month-first"):
        day_first = month_first
    if day_first is None or not both:
        return day_first
    other = f"{three:04}-{one:02}-{two:02}" if order != "month-first" else f"{three:04}-{two:02}-{one:02}"
    return replace(day_first, note=f"order of day and month unsaid: or {other}", uncertain=order == "either")


def _date(year: int, month: int, day: int) -> Fields | None:
    return merge(Parts(year=year, month=month, day=day))


def clock(parts: Parts) -> Fields | None:
    """A time of day, ISO; `half` is "am" or "pm"."""
    hour, minute, half = parts["hour"], parts.get("minute") or 0, parts.get("half")
    if half is not None and hour > 12:
        half = None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return Fields(clock=f"{hour:02}:{minute:02}") if 0 <= hour <= 24 and 0 <= minute < 60 else None


def month_names(parts: Parts) -> int | None:
    """One month under two names; None if they are two months."""
    return int(parts["month"]) if parts["month"] == parts["month2"] else None


def total(parts: Parts) -> int | None:
    """The sum of number words."""
    return sum(value for label, value in parts.items() if label.rstrip("0123456789") == "number")


def hundreds(parts: Parts) -> int | None:
    """Number words said in pairs: nineteen eighty-four."""
    first, *rest = parts.all("number")
    value = int(first) * 100 + sum(rest)
    return value if 1100 <= value < 2100 else None


def decade(parts: Parts) -> Fields | None:
    """A decade: the 1990s; the nineties (of the last century if no other is said)."""
    number = parts["decade"]
    century = parts.get("century_fields")
    if number >= 1000:
        return Fields(decade=number // 10) if number % 10 == 0 else None
    if number % 10 or not 10 <= number <= 90:
        return None
    if century is None:
        return Fields(decade=190 + number // 10)
    if century.century is not None:
        return Fields(decade=century.century * 10 + number // 10)
    return replace(century, decade=number // 10)


def century(parts: Parts) -> Fields | None:
    """A century by its number: the 19th is 18XX."""
    number = parts["ordinal"]
    return Fields(century=number - 1) if 1 <= number <= 22 else None


def near(parts: Parts) -> Spec | None:
    """About that time."""
    of = parts["time"]
    return Near(Fields(year=of) if isinstance(of, int) else of)


def same(parts: Parts) -> Spec | None:
    """The time spoken of before."""
    return Same(parts.get("unit"))


def named(parts: Parts) -> Spec | None:
    """A period of data/periods.toml, with its year if one is said."""
    name = parts["name"]
    said = Parts({label: value for label, value in parts.items() if label in FIELD_NAMES or isinstance(value, Fields)})
    fields = merge(said) if said else Fields()
    return None if fields is None else Named(name, fields)


def lasting(parts: Parts) -> Spec | None:
    """A duration or a frequency."""
    if "unit" not in parts and "plural" not in parts:
        return Lasting(parts["kind"])
    return Lasting(parts["kind"], _count(parts) or (None if parts.get("plural") else 1), _unit(parts))


def vague(parts: Parts) -> Spec | None:
    """A time that nobody can resolve; `only` some picks, if that is said."""
    return Vague() if parts.get("pick") in parts.get("only", (parts.get("pick"),)) else None


def weekend(parts: Parts) -> Spec | None:
    """The weekend, this one if no other is said."""
    return Fields(weekends=(0, "published")) if parts["unit"] == "weekend" else None


def bare_year(parts: Parts) -> Spec | None:
    """A year in digits alone, if it is a likely one."""
    likely = parts.get("first", _LIKELY_YEARS.start) <= parts["year"] <= parts.get("last", _LIKELY_YEARS.stop)
    return Fields(year=parts["year"]) if likely else None


def lost_dash(parts: Parts) -> Spec | None:
    """Two years that a lost dash has joined."""
    return Range(*(Fields(year=year) for year in parts["value"]))


def year_of(parts: Parts) -> Fields | None:
    """A year written in digits or words, with its calendar if that is said; two digits are of the last century."""
    year, calendar = parts["year"], parts.get("calendar")
    if year < 40:
        return None
    if year < 100:
        year += 1900
    if calendar is None and year < 1500 and not parts.get("early"):
        calendar = "hijri" if year >= 1300 else None
    return Fields(year=year, calendar=calendar)


MEANINGS: dict[str, Meaning] = {
    "merge": merge,
    "deictic": deictic,
    "division": division,
    "first-months": first_months,
    "shift": shift,
    "span": span,
    "part": part_of,
    "known-day": known_day,
    "half-month": half_month,
    "nth": nth,
    "range": between,
    "day-range": day_range,
    "numeric": numeric,
    "clock": clock,
    "month": month_names,
    "sum": total,
    "hundreds": hundreds,
    "decade": decade,
    "century": century,
    "near": near,
    "same": same,
    "named": named,
    "lasting": lasting,
    "vague": vague,
    "weekend": weekend,
    "bare-year": bare_year,
    "lost-dash": lost_dash,
    "year": year_of,
}
