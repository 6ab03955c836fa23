"""CSV: one claim a row, for spreadsheets and data frames.

Values are as in the claim record and are not changed for any program: several values of a cell are joined by " | ".
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from ruznama.publish.timeline import Timeline, shown_parties
from ruznama.store import Entry

COLUMNS = (
    "date", "earliest", "latest", "type", "status", "who_whom", "actors", "actor_codes", "recipients",
    "recipient_codes", "quote", "sources", "place", "amounts", "document", "title", "published", "medium",
    "url", "start", "end", "id",
)  # fmt: skip


def write(timeline: Timeline, out: TextIO) -> None:
    """Writes a header and a row for every claim; the cells of a date that is not known are empty."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(entry) for entry in timeline.entries)


def _row(entry: Entry) -> list[object]:
    claim, document, when = entry.claim, entry.document, entry.claim.when
    return [
        "" if when is None else when.edtf or "",
        "" if when is None else when.earliest or "",
        "" if when is None else when.latest or "",
        claim.type,
        claim.status.value,
        shown_parties(claim.actors, claim.recipients),
        _joined(actor.text for actor in claim.actors),
        _joined(actor.code or "" for actor in claim.actors),
        _joined(actor.text for actor in claim.recipients),
        _joined(actor.code or "" for actor in claim.recipients),
        claim.quote,
        _joined(source.text for source in claim.sources),
        "" if claim.place is None else claim.place.text,
        _joined(f"{amount.value:g} {amount.unit}" for amount in claim.amounts),
        document.id,
        document.title or "",
        document.published or "",
        document.source or "",
        document.url or "",
        claim.start,
        claim.end,
        claim.id,
    ]


def _joined(values: Iterable[str]) -> str:
    return " | ".join(values)
