"""Where an expression stands: what resolving it may know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ruznama.dates.periods import Period
from ruznama.dates.specs import Spec
from ruznama.dates.values import Value, write

_LENGTHS = {"day": 10, "week": 10, "weekend": 10, "month": 7}  # of an EDTF date that is as exact as the unit

NOTHING = Value(None, None, None, "unknown")


@dataclass(frozen=True)
class Context:
    """Where an expression stands: `published` (None if unknown) as exact as `unit`, and what was said before.

    `told` is the preceding dates of the page, the nearest last; `chained` the one whose year a date without year takes
    over, as in a story or (`listed`) a list of events in order; `ahead` that what is unsaid lies in the future; `tense`
    says -1 for the past, 1 for the future, 0 for neither, and is asked only if needed.
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

    def base(self, name: str, ahead: bool = False, unit: str = "") -> tuple[date | None, str]:
        """The day from which a relative expression is counted (the last of a longer time if `ahead`), and the anchor.

        No day where the preceding date is coarser than `unit`: nobody knows the day after "2012".
        """
        if name == "previous" and self.told is not None and len(_coarsest(self.told)) < _LENGTHS.get(unit, 0):
            return None, ""
        if name == "previous" and self.told is not None and self.told.low is not None:
            return (self.told.high if ahead else self.told.low), self.told_text
        if self.published is None:
            return None, ""
        return self.published, f"published {write(self.published, self.unit)}"


def _coarsest(value: Value) -> str:
    """The least exact end of a value's EDTF, without the signs of doubt."""
    return min(((value.edtf or "").rstrip("~?%").split("/")), key=len)


Resolve = Callable[[Spec, "Context"], Value]
