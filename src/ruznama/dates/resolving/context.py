"""Where an expression stands: what resolving it may know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ruznama.dates.periods import Period
from ruznama.dates.specs import Spec
from ruznama.dates.values import Value, write

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

    def base(self, name: str, ahead: bool = False) -> tuple[date | None, str]:
        """The day from which a relative expression is counted (the last of a longer time if `ahead`), and the anchor."""
        if name == "previous" and self.told is not None and self.told.low is not None:
            return (self.told.high if ahead else self.told.low), self.told_text
        if self.published is None:
            return None, ""
        return self.published, f"published {write(self.published, self.unit)}"


Resolve = Callable[[Spec, "Context"], Value]
