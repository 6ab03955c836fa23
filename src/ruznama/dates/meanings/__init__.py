"""What the parts of a matched rule mean together: one small function for each `meaning` that a rule in data may name.

Each takes the parts by their labels and gives a Spec (or a number, for number words), or None where the parts make no
sense together, so that another rule may have a try.
"""

from __future__ import annotations

from ruznama.dates.meanings.composed import between, day_range, half_month, lost_dash, nth, part_of
from ruznama.dates.meanings.parts import Meaning, Parts, merge
from ruznama.dates.meanings.relative import again, deictic, division, lasting, named, near, same, shift, span, vague, weekend
from ruznama.dates.meanings.written import (
    bare_year,
    century,
    clock,
    decade,
    first_months,
    hundreds,
    known_day,
    month_names,
    numeric,
    total,
    year_of,
)

__all__ = ["MEANINGS", "Meaning", "Parts"]

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
    "again": again,
    "same": same,
    "named": named,
    "lasting": lasting,
    "vague": vague,
    "weekend": weekend,
    "bare-year": bare_year,
    "lost-dash": lost_dash,
    "year": year_of,
}
