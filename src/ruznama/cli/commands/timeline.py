"""`ruznama timeline`: the claims of a store in the order of their dates."""

from __future__ import annotations

import click

from ruznama.cli.filters import query
from ruznama.cli.output import remarks, stdout
from ruznama.knowledge import load
from ruznama.publish import formats, timeline, write
from ruznama.store import open_store


@click.command("timeline")
@click.option("--db", required=True, metavar="FILE", help="The store.")
@click.option("--between", nargs=2, metavar="CODE CODE", help="Claims with both as parties: AZ IL.")
@click.option("--actor", "actors", multiple=True, metavar="CODE", help="Claims with this party; may be repeated.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Claims of this type; may be repeated.")
@click.option("--from", "since", metavar="DATE", help="Claims that can be as late as this: 1991, 1991-12, 1991-12-25.")
@click.option("--to", "until", metavar="DATE", help="Claims that can be as early as this.")
@click.option("--format", "name", type=click.Choice(sorted(formats())), default="table", show_default=True)
def command(
    db: str,
    between: tuple[str, str] | None,
    actors: tuple[str, ...],
    types: tuple[str, ...],
    since: str | None,
    until: str | None,
    name: str,
) -> None:
    """Prints the claims of a store by date, those without a date apart.

    A date is never shown more precise than the page has it. With --from or --to, claims without a date are left out.
    """
    with open_store(db) as store:
        asked = query(store, load, between or None, actors, types, since, until)
        found = timeline(store.entries(asked))
    write(found, name, stdout())
    undated = "those without a date left out" if asked.has_range else f"{len(found.undated)} of them without a date"
    remarks().print(f"claims: {len(found)}, {undated}")
