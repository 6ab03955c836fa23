"""Dates whose year, month or week the text leaves unsaid: which one is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ruznama.dates.calendars import day_of
from ruznama.dates.resolving.absolute import exact
from ruznama.dates.resolving.context import NOTHING, Context
from ruznama.dates.specs import Fields
from ruznama.dates.values import Value, add_months, days, monday

_AHEAD = 100  # days: a month or day without year and tense that is further ahead is taken to lie in the past
_SAME_FORTNIGHT = 14  # days: "Saturday the 16th" is no further away; else the number counts something else
_JUST_PAST = 45  # days: a month that ended so lately is meant even where the future is spoken of


def pick_base(pick: str | None, context: Context) -> tuple[date | None, str]:
    name = "previous" if pick in ("following", "preceding", "same") else "published"
    return context.base(name, ahead=pick == "following")


def without_year(spec: Fields, context: Context) -> Value:
    if spec.month is None and spec.division is None and spec.day is None:
        return weekday(spec, context) if spec.weekday is not None else NOTHING
    if spec.month is None and spec.division is None:
        return day_alone(spec, context)
    base, anchor = pick_base(spec.pick, context)
    chain = context.chained
    if chain is not None and chain.low is not None and spec.pick is None:
        tried = [exact(chain.low.year + offset, spec.month, spec) for offset in (0, 1)]
        if not context.listed:
            tried.append(exact(chain.low.year - 1, spec.month, spec))
            tried.sort(key=lambda value: 10**6 if chain.low is None else distance(value, chain.low))
        later = (value for value in tried if value.high is not None and chain.low is not None and value.high >= chain.low)
        found_value = next(later, tried[0]) if context.listed else tried[0]
        return replace(found_value, anchor=context.told_text)
    if base is None:
        return NOTHING
    found = [exact(base.year + offset, spec.month, spec) for offset in (-1, 0, 1)]
    if spec.month == 2 and spec.day == 29:
        found = [exact(base.year + offset, spec.month, spec) for offset in range(-4, 5)]
    known = [value for value in found if value.low is not None and value.high is not None]
    return replace(picked(known, base, spec, context), anchor=anchor) if known else NOTHING


def picked(found: list[Value], base: date, spec: Fields, context: Context) -> Value:
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
        return min(found, key=lambda value: distance(value, base))
    nearest = min(before + behind, key=lambda value: distance(value, base))
    if context.ahead and behind and (nearest.low is None or (nearest.low.year, nearest.low.month) != (base.year, base.month)):
        return behind[0]
    if nearest in before and not behind:
        return nearest
    tense = context.tense()
    if tense > 0 and behind and nearest not in behind and spec.day is None and distance(nearest, base) > _JUST_PAST:
        return behind[0]
    if nearest in behind and before:
        ahead = distance(nearest, base)
        if tense < 0 and ahead > 31 and spec.day is None:
            return before[-1]
        if tense < 0 and spec.day is not None and ahead > 62:
            return before[-1]
        if tense <= 0 and ahead > _AHEAD:
            return before[-1]
    return nearest


def distance(value: Value, base: date) -> int:
    if value.low is None or value.high is None:
        return 10**6
    return (value.low - base).days if value.low > base else (base - value.high).days


def weekday(spec: Fields, context: Context) -> Value:
    pick = spec.pick
    base, anchor = pick_base(pick, context)
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


def day_alone(spec: Fields, context: Context) -> Value:
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
            return weekday(replace(spec, day=None), context)
        day = fitting[0]
    return days(day, anchor=anchor)
