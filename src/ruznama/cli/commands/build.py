"""`ruznama build`: articles into a store."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ruznama.cli.inputs import documents, paths_argument
from ruznama.cli.output import remarks, report
from ruznama.knowledge import load
from ruznama.pipeline import analyse
from ruznama.reading import Failure
from ruznama.store import Added, Known, build, open_store


@click.command("build")
@paths_argument
@click.option("--db", required=True, metavar="FILE", help="The store; made if it is not there.")
def command(paths: tuple[str, ...], db: str) -> None:
    """Reads articles, finds their claims and keeps them in a store.

    What the store has already is left alone, so a build can be stopped and run again.
    """
    knowledge = load()
    started = time.monotonic()
    with open_store(db, create=True) as store:
        found = documents(paths, knowledge)
        origin = f"rules@{knowledge.version}"
        outcome = _watched(build(found, store, origin, lambda document: analyse(document, knowledge)))
        counts = store.counts()
    added, known, claims, failures = outcome
    took = time.monotonic() - started
    console = remarks()
    if added:
        speed = f"{added / took:.0f} articles/s" if took > 0 else ""
        console.print(f"{added} documents added with {claims} claims in {took:.1f} s ({speed})")
    elif known:
        console.print("nothing changed: everything was there already")
    if known and added:
        console.print(f"{known} documents were there already")
    console.print(f"{db}: {counts.documents} documents, {counts.claims} claims")
    sys.exit(report(failures, added + known))


def _watched(outcomes: Iterable[Added | Known | Failure]) -> tuple[int, int, int, list[Failure]]:
    """Counts the outcomes under a progress bar: added, known, claims, failures."""
    added = known = claims = 0
    failures: list[Failure] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=remarks(), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failures.append(outcome)
            elif isinstance(outcome, Known):
                known += 1
            else:
                added += 1
                claims += outcome.claims
            said = f"{added + known} documents, {claims} claims, {len(failures)} failed"
            progress.update(task, advance=1, description=said)
    return added, known, claims, failures
