"""Dates as they are written: numbers, digits, clocks, years, decades, parts of years."""

from __future__ import annotations

from dataclasses import replace

from ruznama.dates.meanings.parts import LIKELY_YEARS, Parts, count, merge, unit_of, year_fields
from ruznama.dates.specs import Fields, Spec

HIJRI_YEARS = range(1300, 1500)  # 1883 to 2077: years of the fourteenth century are not what the press writes about
_CENTURY_SPLIT = 50  # two-digit years: 00-49 are 20xx, 50-99 are 19xx


def total(parts: Parts) -> int | None:
    """The sum of number words."""
    return sum(int(value) for value in parts.all("number"))


def hundreds(parts: Parts) -> int | None:
    """Number words said in pairs: nineteen eighty-four."""
    first, *rest = parts.all("number")
    value = int(first) * 100 + sum(rest)
    return value if 1100 <= value < 2100 else None


def month_names(parts: Parts) -> int | None:
    """One month under two names; None if they are two months."""
    return int(parts["month"]) if parts["month"] == parts["month2"] else None


def clock(parts: Parts) -> Fields | None:
    """A time of day, ISO, from `hour` and `minute` or from both in one `time`; `half` is "am" or "pm"."""
    hour, minute = parts.get("time") or (parts["hour"], parts.get("minute") or 0)
    half = parts.get("half")
    if half is not None and hour > 12:
        half = None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return Fields(clock=f"{hour:02}:{minute:02}") if 0 <= hour <= 24 and 0 <= minute < 60 else None


def numeric(parts: Parts) -> Fields | None:
    """A date in digits: year first or last; else day first, unless only month first is possible or usual."""
    numbers = [int(number) for number in parts.get("numbers", ())] or [int(value) for value in parts.all("number")]
    if len(numbers) != 3:
        return None
    one, two, three = numbers
    order = parts.get("order", "day-first")
    if one >= 1000:
        return _date(one, two, three)
    if three in HIJRI_YEARS:
        return _date(three, two, one)
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
    calendar = "hijri" if year in HIJRI_YEARS else None
    return merge(
        Parts(year=year, month=month, day=day) if calendar is None else Parts(year=year, month=month, day=day, calendar=calendar)
    )


def year_of(parts: Parts) -> Fields | None:
    """A year written in digits or words, with its calendar if that is said; two digits are of the last century."""
    year, calendar = parts["year"], parts.get("calendar")
    if year < 40:
        return None
    if year < 100:
        year += 1900
    if calendar is None and not parts.get("early"):
        calendar = "hijri" if year in HIJRI_YEARS else None
    return Fields(year=year, calendar=calendar)


def bare_year(parts: Parts) -> Spec | None:
    """A year in digits alone, if it is a likely one."""
    likely = parts.get("first", LIKELY_YEARS.start) <= parts["year"] <= parts.get("last", LIKELY_YEARS.stop)
    return Fields(year=parts["year"]) if likely else None


def decade(parts: Parts) -> Fields | None:
    """A decade: the 1990s; the nineties (of the last century if no other is said)."""
    number = parts["decade"]
    century: Fields | None = parts.get("century_fields")
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


def known_day(parts: Parts) -> Fields | None:
    """A day whose year everybody knows, by the rule's list of `MM-DD YYYY`."""
    years = dict(str(row).split() for row in parts["years"])
    year = years.get(f"{parts['month']:02}-{parts['day']:02}")
    return None if year is None else merge(Parts(day=parts["day"], month=parts["month"], year=int(year)))


def first_months(parts: Parts) -> Fields | None:
    """The first (or last) so many months of a year."""
    number, months = parts["ordinal"], count(parts)
    year = year_fields(parts)
    number = -1 if number in ("last", "recent") else number
    if year is None or unit_of(parts) != "month":
        return None
    if number not in (1, -1) or not 1 <= (months or 0) <= 12 or (year.years is None and year.year is None):
        return None
    return replace(year, division=("months", number * (months or 0)))
