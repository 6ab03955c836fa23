"""The published records as JSON Schema (2020-12): `ruznama schema claim|time|actor|document`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ruznama.model import Part, Status

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = ("state", "organ", "person", "company", "group", "igo", "media", "people", "place")
NAMES = ("claim", "time", "actor", "document")

Schema = dict[str, Any]

_STRING: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_OFFSET: Schema = {"type": "integer", "minimum": 0, "description": "code points of the text; spans are half-open"}
_DAY: Schema = {
    "type": ["string", "null"],
    "pattern": r"^-?\d{4}-\d{2}-\d{2}$",
    "description": "ISO day; null where that end is open or unknown",
}
_EDTF: Schema = {"type": ["string", "null"], "description": "EDTF (ISO 8601-2), never more precise than the words"}


def schema(name: str, types: Iterable[str]) -> Schema:
    """The schema of the record called `name` ("claim", "time", "actor" or "document"); `types` are the claim types."""
    made = {"claim": lambda: _claim(types), "time": _time, "actor": _actor, "document": _document}[name]()
    return {"$schema": DIALECT, "title": f"Ruznama {name} record", **made}


def _object(properties: Mapping[str, Schema], description: str = "") -> Schema:
    made: Schema = {"type": "object"}
    if description:
        made["description"] = description
    return made | {"properties": dict(properties), "required": list(properties), "additionalProperties": False}


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _maybe(made: Schema, description: str) -> Schema:
    return {"anyOf": [made, {"type": "null"}], "description": description}


def _named() -> Schema:
    code = "ISO 3166-1 alpha-2 of the state that it is or acts for, or an organisation's code"
    return _object(
        {
            "text": _STRING | {"description": "the words of the page"},
            "name": _STRING | {"description": "the usual English name"},
            "code": _MAYBE | {"description": code},
            "kind": {"enum": list(KINDS)},
            "start": _OFFSET,
            "end": _OFFSET,
        }
    )


def _source() -> Schema:
    made = _named()
    made["properties"]["kind"] = _STRING | {"description": "an actor's kind, or that of a document"}
    return made


def _claim(types: Iterable[str]) -> Schema:
    when = _object(
        {
            "edtf": _EDTF,
            "earliest": _DAY,
            "latest": _DAY,
            "text": _STRING,
            "start": _OFFSET,
            "end": _OFFSET,
            "rule": _STRING | {"description": "the rule of data/ that read it"},
            "anchor": _MAYBE | {"description": "what a relative time was counted from"},
        }
    )
    degrees = {"type": ["number", "null"], "description": "degrees; null where unknown"}
    place = _object(
        {"text": _STRING, "name": _STRING, "code": _MAYBE, "start": _OFFSET, "end": _OFFSET, "lat": degrees, "lon": degrees}
    )
    amount = _object(
        {
            "value": {"type": "number"},
            "unit": _STRING | {"description": "ISO 4217 for money; person, aircraft, km, percent, …"},
            "text": _STRING,
            "start": _OFFSET,
            "end": _OFFSET,
        }
    )
    plover = _object({"event": _MAYBE, "mode": _MAYBE, "context": {"type": "array", "items": _STRING}})
    return _object(
        {
            "id": _STRING | {"description": "derived from the content: the same input gives the same id"},
            "doc": _STRING | {"description": "id of the document"},
            "type": {"enum": sorted(types)},
            "status": {"enum": [status.value for status in Status]},
            "quote": _STRING | {"minLength": 1, "description": "verbatim: text[start:end] of the document"},
            "start": _OFFSET,
            "end": _OFFSET,
            "prefix": _STRING,
            "suffix": _STRING,
            "actors": _list(_named(), "who acts; all participants for the symmetric types"),
            "recipients": _list(_named(), "to, with, for or against whom"),
            "when": _maybe(when, "when it happened or holds; null where the text gives no time"),
            "place": _maybe(place, "where it happened"),
            "amounts": _list(amount, "numbers with their units"),
            "sources": _list(_source(), "whom the page cites for it, nearest first; empty: the page itself"),
            "plover": plover,
            "why": _list(_STRING, "the rules and words that led to type, roles, date and status"),
            "origin": _STRING | {"description": "what made it: rules@version"},
        }
    )


def _time() -> Schema:
    return _object(
        {
            "doc": _STRING,
            "text": _STRING,
            "start": _OFFSET,
            "end": _OFFSET,
            "edtf": _EDTF,
            "earliest": _DAY,
            "latest": _DAY,
            "calendar": _STRING,
            "rule": _STRING,
            "anchor": _MAYBE,
        }
    )


def _actor() -> Schema:
    named = _named()["properties"]
    return _object(
        {
            "doc": _STRING,
            **named,
            "kind": {"enum": [*KINDS, "place"]},
            "role": _MAYBE | {"description": "the title that stands with the name"},
            "loaded": {"type": "boolean", "description": "whether the wording takes sides; the identity is neutral all the same"},
            "why": _STRING | {"description": "what told who is meant"},
        }
    )


def _document() -> Schema:
    passage = _object({"part": {"enum": [part.value for part in Part]}, "start": _OFFSET, "end": _OFFSET})
    return _object(
        {
            "id": _STRING,
            "lang": _STRING,
            "title": _MAYBE,
            "published": _MAYBE | {"description": "ISO day, minute, or as exactly as it is known"},
            "published_from": _MAYBE,
            "source": _MAYBE,
            "author": _MAYBE,
            "url": _MAYBE,
            "media_type": _STRING,
            "sha256": _STRING | {"pattern": "^[0-9a-f]{64}$"},
            "text": _STRING,
            "passages": _list(passage, "the parts of the page, marked on its text"),
        }
    )
