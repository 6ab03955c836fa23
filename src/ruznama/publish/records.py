"""The records that go out: one JSON object for a claim, for a time expression, for a mention of an actor, for a document.

Keys and their order are the published format (docs/record.md, `ruznama schema`): a key is never renamed, and a new
one is added at the end of its object. What is not known is null, never left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ruznama.model import Actor, Amount, Claim, Document, Place, Plover, Source, Status, When

Record = dict[str, Any]


def record(claim: Claim) -> Record:
    """The claim record. Spans are code points of the document's text, dates EDTF, codes those of the guidelines."""
    return {
        "id": claim.id,
        "doc": claim.doc,
        "type": claim.type,
        "status": claim.status.value,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "actors": [_named(actor) for actor in claim.actors],
        "recipients": [_named(actor) for actor in claim.recipients],
        "when": None if claim.when is None else _when(claim.when),
        "place": None if claim.place is None else _place(claim.place),
        "amounts": [_amount(amount) for amount in claim.amounts],
        "sources": [_named(source) for source in claim.sources],
        "plover": {
            "event": claim.plover.event,
            "mode": claim.plover.mode,
            "context": list(claim.plover.context),
        },
        "why": list(claim.why),
        "origin": claim.origin,
    }


def time_record(doc: str, when: When) -> Record:
    """The record of a time expression of the document with id `doc`."""
    return {
        "doc": doc,
        "text": when.text,
        "start": when.start,
        "end": when.end,
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "calendar": when.calendar,
        "rule": when.rule,
        "anchor": when.anchor,
    }


def actor_record(doc: str, actor: Actor) -> Record:
    """The record of a mention of an actor in the document with id `doc`, and how it was resolved."""
    return {
        "doc": doc,
        "text": actor.text,
        "name": actor.name,
        "code": actor.code,
        "kind": actor.kind,
        "start": actor.start,
        "end": actor.end,
        "role": actor.role,
        "loaded": actor.loaded,
        "why": actor.why,
    }


def document_record(document: Document) -> Record:
    """The record of a document: where it comes from and what its parts are; the bytes stay in the store."""
    return {
        "id": document.id,
        "lang": document.lang,
        "title": document.title,
        "published": document.published,
        "published_from": document.published_from,
        "source": document.source,
        "author": document.author,
        "url": document.url,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "text": document.text,
        "passages": [{"part": part.part.value, "start": part.start, "end": part.end} for part in document.passages],
    }


def claim_from_record(row: Mapping[str, Any]) -> Claim:
    """The claim that a record tells of: `record(claim_from_record(row)) == row`.

    A record does not carry an actor's role, loaded wording and reason, nor a date's calendar and granularity: they come
    back empty. Raises KeyError for a key that is missing.
    """
    return Claim(
        id=row["id"],
        doc=row["doc"],
        type=row["type"],
        status=Status(row["status"]),
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        actors=_actors(row["actors"]),
        recipients=_actors(row["recipients"]),
        when=None if row["when"] is None else When(**row["when"], calendar="", granularity=""),
        place=None if row["place"] is None else Place(**row["place"]),
        amounts=tuple(Amount(**amount) for amount in row["amounts"]),
        sources=tuple(Source(**source) for source in row["sources"]),
        plover=Plover(row["plover"]["event"], row["plover"]["mode"], tuple(row["plover"]["context"])),
        why=tuple(row["why"]),
        origin=row["origin"],
    )


def _actors(rows: Sequence[Mapping[str, Any]]) -> tuple[Actor, ...]:
    return tuple(Actor(**row) for row in rows)


def _named(one: Actor | Source) -> Record:
    return {
        "text": one.text,
        "name": one.name,
        "code": one.code,
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
    }


def _when(when: When) -> Record:
    return {
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "text": when.text,
        "start": when.start,
        "end": when.end,
        "rule": when.rule,
        "anchor": when.anchor,
    }


def _place(place: Place) -> Record:
    return {
        "text": place.text,
        "name": place.name,
        "code": place.code,
        "start": place.start,
        "end": place.end,
        "lat": place.lat,
        "lon": place.lon,
    }


def _amount(amount: Amount) -> Record:
    return {
        "value": amount.value,
        "unit": amount.unit,
        "text": amount.text,
        "start": amount.start,
        "end": amount.end,
    }
