"""`ruznama coverage`: what gave no claim, and why."""

from __future__ import annotations

from collections import Counter

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruznama.cli.output import put, remarks, stdout
from ruznama.store import Gap, Store, open_store


@click.command("coverage")
@click.option("--db", required=True, metavar="FILE", help="The store.")
@click.option("--format", "name", type=click.Choice(["jsonl", "table"]), default="table", show_default=True)
@click.option("--most", type=click.IntRange(min=0), default=40, show_default=True, help="Sentences in the table.")
def command(db: str, name: str, most: int) -> None:
    """Lists the sentences with a date or two actors that gave no claim, with the reason."""
    with open_store(db) as store:
        if name == "jsonl":
            _lines(store)
        else:
            _table(store, most)


def _lines(store: Store) -> None:
    out = stdout()
    for gap in store.gaps():
        put(_row(gap), out)


def _row(gap: Gap) -> dict[str, str | int]:
    return {
        "doc": gap.document.id,
        "start": gap.uncovered.start,
        "end": gap.uncovered.end,
        "reason": gap.uncovered.reason,
        "sentence": gap.sentence,
    }


def _table(store: Store, most: int) -> None:
    reasons: Counter[str] = Counter()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("document", "reason", "sentence"):
        table.add_column(heading, overflow="fold")
    for gap in store.gaps():
        reasons[gap.uncovered.reason] += 1
        if table.row_count < most:
            table.add_row(*map(Text, (gap.document.id, gap.uncovered.reason, " ".join(gap.sentence.split()))))
    out = stdout()
    console = Console(file=out, highlight=False, width=None if out.isatty() else 140)
    if table.row_count:
        console.print(table)
    for reason, count in reasons.most_common():
        console.print(Text(f"{count:6} {reason}"))
    remarks().print(f"{sum(reasons.values())} sentences with a date or two actors gave no claim")
