"""Times said by their distance from others, and what is no date: durations and vague words."""

from __future__ import annotations

from dataclasses import replace

from ruznama.dates.meanings.parts import LIKELY_YEARS, Parts, count, fields_of, merge, unit_of, year_fields
from ruznama.dates.specs import FIELD_NAMES, Fields, Lasting, Named, Near, Relative, Same, Shift, Span, Spec, Vague

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
    return fields_of(_UNIT_FIELDS[unit], (offset, base))


def division(parts: Parts) -> Fields | None:
    """A part of a year: first quarter, second half, last three months; `relative` parts ("last quarter") as `pick`."""
    unit, number = parts["division"], parts.get("ordinal", parts.get("number"))
    year = year_fields(parts)
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


def shift(parts: Parts) -> Shift | None:
    """So many units before or after something. `plural` says that a missing number means "some" and not "one"."""
    amount = count(parts)
    base: str | Spec = parts.get("base", "published")
    if isinstance(base, str) and base not in ("published", "previous", "told"):
        base = Named(base)
    if amount is None and not parts.get("some") and not parts.get("plural"):
        amount = 1
    return Shift(
        amount=None if parts.get("some") else amount,
        unit=unit_of(parts),
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
    if pick not in parts.get("only", (pick,)):
        return None
    sign = {"last": -1, "recent": -1, "next": 1}.get(pick) if isinstance(pick, str) else None
    return Span(count(parts), unit_of(parts), sign) if sign is not None else None


def weekend(parts: Parts) -> Spec | None:
    """The weekend, this one if no other is said."""
    return Fields(weekends=(0, "published")) if parts["unit"] == "weekend" else None


def near(parts: Parts) -> Spec | None:
    """About that time; a round number alone ("about 2000") is more often a count."""
    of = parts["time"]
    if parts["about"] != "about" or (isinstance(of, int) and (of % 100 == 0 or of not in LIKELY_YEARS)):
        return None
    return Near(Fields(year=of) if isinstance(of, int) else of)


def again(parts: Parts) -> Fields | None:
    """The day or month that was told, in another year: the same month of 2015, the same day last year."""
    same, of = parts["same"], parts["of"]
    if isinstance(same, int):
        same = Fields(days=(same, "previous"))
    if isinstance(of, int):
        of = Fields(year=of)
    if not isinstance(same, Fields) or not isinstance(of, Fields):
        return None
    is_same = same in (Fields(days=(0, "previous")), Fields(months=(0, "previous")))
    return (
        replace(same, year=of.year, years=of.years) if is_same and of in (Fields(year=of.year), Fields(years=of.years)) else None
    )


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
    return Lasting(parts["kind"], count(parts) or (None if parts.get("plural") else 1), unit_of(parts))


def vague(parts: Parts) -> Spec | None:
    """A time that nobody can resolve; `only` some picks, if that is said."""
    return Vague() if parts.get("pick") in parts.get("only", (parts.get("pick"),)) else None
