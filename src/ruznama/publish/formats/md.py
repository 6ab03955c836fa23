"""Markdown: a table to paste into a report or a wiki page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from ruznama.publish.timeline import Timeline, shown_date, shown_parties, shown_sources
from ruznama.store import Entry

HEADINGS = ("Date", "Type", "Who → whom", "Quotation", "Source", "Status", "Document")


def write(timeline: Timeline, out: TextIO) -> None:
    """Writes the dated claims, and those without a date under a heading of their own."""
    if timeline.dated:
        _table(timeline.dated, out)
    if timeline.undated:
        out.write("\n## Without a date\n\n" if timeline.dated else "## Without a date\n\n")
        _table(timeline.undated, out)


def _table(entries: Sequence[Entry], out: TextIO) -> None:
    out.write("| " + " | ".join(HEADINGS) + " |\n")
    out.write("|" + "---|" * len(HEADINGS) + "\n")
    for entry in entries:
        claim = entry.claim
        cells = (
            shown_date(claim.when),
            claim.type,
            shown_parties(claim.actors, claim.recipients),
            f"“{claim.quote}”",
            shown_sources(claim.sources),
            claim.status.value,
            entry.document.id,
        )
        out.write("| " + " | ".join(_cell(cell) for cell in cells) + " |\n")


def _cell(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").split())
