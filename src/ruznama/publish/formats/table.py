"""Table: for reading in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruznama.publish.timeline import Timeline, shown_date, shown_parties, shown_sources
from ruznama.store import Entry

WIDTH = 140  # columns, where the output is no terminal whose width is known


def write(timeline: Timeline, out: TextIO) -> None:
    """Writes the dated claims, and those without a date in a table of their own."""
    console = Console(file=out, width=None if out.isatty() else WIDTH, highlight=False)
    if timeline.dated:
        console.print(_table(timeline.dated, "Timeline"))
    if timeline.undated:
        console.print(_table(timeline.undated, "Without a date"))


def _table(entries: Sequence[Entry], title: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False, expand=True)
    table.add_column("date", width=12, overflow="fold")
    table.add_column("type", width=10, overflow="fold")
    table.add_column("who → whom", ratio=4, overflow="fold")
    table.add_column("quotation", ratio=11, overflow="fold")
    table.add_column("source", ratio=4, overflow="fold")
    table.add_column("status", width=8, overflow="fold")
    table.add_column("document", ratio=5, overflow="fold")
    for entry in entries:
        claim = entry.claim
        cells = (
            shown_date(claim.when),
            claim.type,
            shown_parties(claim.actors, claim.recipients),
            " ".join(claim.quote.split()),
            shown_sources(claim.sources),
            claim.status.value,
            f"{entry.document.id}\n{claim.id[:8]}",
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table
