"""Times made of other times: parts, ranges, the n-th day."""

from __future__ import annotations

from ruznama.dates.meanings.parts import LIKELY_YEARS, Parts, merge, possible
from ruznama.dates.specs import Fields, Nth, PartOf, Range, Span, Spec, Vague


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
        return Range(Fields(weekday=parts["first_weekday"], pick=pick), Fields(weekday=parts["last_weekday"], pick=pick))
    first, last = parts["first"], parts["last"]
    if isinstance(first, int) and isinstance(last, int) and parts.get("years"):
        if first not in LIKELY_YEARS:
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
    both = isinstance(first, Fields) and isinstance(last, Fields)
    return Range(first, last) if not both or _joinable(first, last) else None


def _joinable(first: Fields, last: Fields) -> bool:
    """Whether both may be and are of one calendar: in two, it is one day said twice."""
    return possible(first) and possible(last) and (first.calendar or last.calendar) == last.calendar


def day_range(parts: Parts) -> Spec | None:
    """Two days of one month: 3-7 May, 30 and 31 July."""
    rest = merge(Parts({name: value for name, value in parts.items() if name not in ("first", "last", "weekday")}))
    if rest is None or parts["first"] >= parts["last"]:
        return None
    first, last = rest.merged(Fields(day=parts["first"])), rest.merged(Fields(day=parts["last"]))
    if first is None or last is None or not (possible(first) and possible(last)):
        return None
    return Range(first, last)


def lost_dash(parts: Parts) -> Spec | None:
    """Two years that a lost dash has joined."""
    return Range(*(Fields(year=year) for year in parts["value"]))
