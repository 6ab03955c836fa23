"""What an expression says becomes a date: by the publication date, by the dates before it, by the tense around it.

Nothing is taken from the publication date unless the expression is relative to it, or leaves out the year or week that a
reader of that day would supply.
"""

from __future__ import annotations

from dataclasses import replace

from ruznama.dates.resolving.composed import length, named, nth, part, same_again, span_between
from ruznama.dates.resolving.context import NOTHING, Context
from ruznama.dates.resolving.counted import shift, span
from ruznama.dates.resolving.fields import fields
from ruznama.dates.specs import Fields, Lasting, Named, Near, Nth, PartOf, Range, Same, Shift, Span, Spec, Vague
from ruznama.dates.values import Value

__all__ = ["NOTHING", "Context", "resolve"]


def resolve(spec: Spec, context: Context) -> Value:
    """The value of `spec`; NOTHING where it cannot be known."""
    try:
        if isinstance(spec, Fields):
            return fields(spec, context)
        return _composed(spec, context)
    except (ValueError, OverflowError):
        return NOTHING


def _composed(spec: Spec, context: Context) -> Value:
    match spec:
        case Shift():
            return shift(spec, context, resolve)
        case Span():
            return span(spec, context)
        case PartOf():
            return part(spec, context, resolve)
        case Nth():
            return nth(spec, context, resolve)
        case Range():
            return span_between(spec, context, resolve)
        case Near():
            value = resolve(spec.of, context)
            plain = value.edtf is None or value.edtf[-1] in "~?%X" or "/" in value.edtf
            return value if plain else replace(value, edtf=f"{value.edtf}~")
        case Same():
            return same_again(spec, context)
        case Named():
            return named(spec, context)
        case Lasting():
            return replace(NOTHING, unit=spec.kind, note=length(spec))
        case Vague() | Fields():
            return NOTHING
