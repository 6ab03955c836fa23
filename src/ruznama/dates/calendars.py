"""Days of other calendars as Gregorian days, and moveable feasts.

Hijri days are those of Umm al-Qura (the `hijridate` package), which a country's own sighting of the moon may miss by a day
or two. Solar Hijri years begin at the March equinox; their leap years follow Borkowski's table ("The Persian calendar for
3000 years", Earth, Moon, and Planets 74, 1996), as jalaali-js and others use it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Hijri

GREGORIAN, HIJRI, SOLAR = "gregorian", "hijri", "solar-hijri"

# Years before which a leap year of the solar calendar comes five years after the last one instead of four.
_BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178)


def month_days(year: int, month: int, calendar: str = GREGORIAN) -> tuple[date, date] | None:
    """First and last Gregorian day of a month of `calendar`; None outside what the calendar's tables cover."""
    if not 1 <= month <= 12:
        return None
    if calendar == GREGORIAN:
        return (date(year, month, 1), date(year, month, monthrange(year, month)[1])) if 1 <= year <= 9999 else None
    first = day_of(year, month, 1, calendar)
    after = day_of(year + month // 12, month % 12 + 1, 1, calendar)
    return None if first is None or after is None else (first, after - timedelta(days=1))


def year_days(year: int, calendar: str = GREGORIAN) -> tuple[date, date] | None:
    """First and last Gregorian day of a year of `calendar`."""
    if calendar == GREGORIAN:
        return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None
    first, after = day_of(year, 1, 1, calendar), day_of(year + 1, 1, 1, calendar)
    return None if first is None or after is None else (first, after - timedelta(days=1))


def day_of(year: int, month: int, day: int, calendar: str = GREGORIAN) -> date | None:
    """The Gregorian day of `day`.`month`.`year` of `calendar`; None if there is no such day."""
    try:
        if calendar == HIJRI:
            return Hijri(year, month, day).to_gregorian()
        if calendar == SOLAR:
            return _solar_day(year, month, day)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def years_at(day: date, calendar: str) -> int:
    """The year of `calendar` that `day` falls into, for the calendars whose months may stand without a year."""
    if calendar == HIJRI:
        year = (day.year - 622) * 33 // 32
        while (begin := day_of(year + 1, 1, 1, HIJRI)) is not None and begin <= day:
            year += 1
        return year
    if calendar == SOLAR:
        begin = day_of(day.year - 621, 1, 1, SOLAR)
        return day.year - 621 if begin is not None and begin <= day else day.year - 622
    return day.year


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian algorithm, Meeus, "Astronomical Algorithms", chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, kept = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, rest4 = divmod(rest, 4)
    sunday = (32 + 2 * kept + 2 * quarter - epact - rest4) % 7
    shift = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _solar_day(year: int, month: int, day: int) -> date:
    last = 31 if month <= 6 else 30 if month < 12 or _solar_new_year(year)[1] else 29
    if not (1 <= month <= 12 and 1 <= day <= last):
        raise ValueError(f"no day {day}.{month}.{year} in the solar Hijri calendar")
    return _solar_new_year(year)[0] + timedelta(days=(month - 1) * 31 - max(0, month - 7) + day - 1)


@lru_cache(maxsize=512)
def _solar_new_year(year: int) -> tuple[date, bool]:
    """The Gregorian day of 1 Farvardin and whether the year is a leap year."""
    leaps = -14
    before = _BREAKS[0]
    jump = 0
    for after in _BREAKS[1:]:
        jump = after - before
        if year < after:
            break
        leaps += jump // 33 * 8 + jump % 33 // 4
        before = after
    else:
        raise ValueError(f"solar Hijri year {year} is outside the table")
    place = year - before
    leaps += place // 33 * 8 + (place % 33 + 3) // 4
    if jump % 33 == 4 and jump - place == 4:
        leaps += 1
    western = year + 621
    march = 20 + leaps - (western // 4 - (western // 100 + 1) * 3 // 4 - 150)
    if jump - place < 6:
        place = place - jump + (jump + 4) // 33 * 33
    is_leap = ((place + 1) % 33 - 1) % 4 == 0 and (place + 1) % 33 != 0
    return date(western, 3, march), is_leap
