"""What a time expression says, before it is resolved: fields and the ways to count from something else.

The rules in data build these values; `resolve` turns them into dates, knowing the publication date and the dates before.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

Relative = tuple[int, str]  # how many units away, and from what: "published" or "previous"


@dataclass(frozen=True, slots=True)
class Fields:
    """Parts of a calendar date that are written, and those that are said relative to another date.

    `weekday` is 0 for Monday; `division` a part of a year ("quarter", 2), ("half", 1), ("season", 22), ("months", -3);
    `pick` decides between last and next where the year or week is unsaid; `clock` is ISO (03:11).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: str | None = None
    decade: int | None = None
    century: int | None = None
    division: tuple[str, int] | None = None
    calendar: str | None = None
    pick: str | None = None
    days: Relative | None = None
    weeks: Relative | None = None
    weekends: Relative | None = None
    months: Relative | None = None
    years: Relative | None = None
    decades: Relative | None = None
    centuries: Relative | None = None
    divisions: tuple[str, int, str] | None = None
    uncertain: bool = False
    note: str | None = None

    def merged(self, other: Fields) -> Fields | None:
        """Both together; None where they say different things of one field."""
        changes: dict[str, Any] = {}
        for name in FIELD_NAMES:
            theirs = getattr(other, name)
            if theirs is None or theirs is False:
                continue
            ours = getattr(self, name)
            if ours is not None and ours is not False and ours != theirs:
                return None
            changes[name] = theirs
        return replace(self, **changes)


FIELD_NAMES = tuple(field.name for field in fields(Fields))


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after something: "two years ago", "three years later", "20 years after the collapse".

    `amount` is None where the text is vague ("days ago"). `base` is "published", "previous", "told" (the preceding date
    where the report tells of the past, else the publication date) or an expression of its own. A `sign` of 0 leaves it to
    the tense whether the units lie before or after it.
    """

    amount: int | None
    unit: str
    sign: int
    base: str | Spec = "published"
    approximate: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """The last or next so many units: "the past four years"."""

    amount: int | None
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class PartOf:
    """The begin, early, mid, late or end part of something."""

    part: str
    of: Spec


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th weekday, day or week of a month or year; -1 is the last.

    `or_day`: the words may also say the n-th day, if that is such a weekday ("Tuesday the third of May").
    """

    number: int
    unit: str
    of: Spec
    weekday: int | None = None
    or_day: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    first: Spec
    last: Spec


@dataclass(frozen=True, slots=True)
class Near:
    """About that time."""

    of: Spec


@dataclass(frozen=True, slots=True)
class Same:
    """The time that was spoken of last, as coarse as `unit` where that is given: "at that time"."""

    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A period, feast or event of data/periods.toml, with the year if one is said."""

    name: str
    fields: Fields = Fields()


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that cannot be resolved: "the coming days"."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration ("for two years") or a frequency ("yearly"): times that are asked for, not dates."""

    kind: str
    amount: int | None = None
    unit: str | None = None


Spec = Fields | Shift | Span | PartOf | Nth | Range | Near | Same | Named | Vague | Lasting
