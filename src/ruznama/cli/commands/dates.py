"""`ruznama dates`: articles in, time expressions out."""

from __future__ import annotations

import sys

import click

from ruznama.cli.inputs import for_each, paths_argument
from ruznama.cli.output import put, stdout
from ruznama.knowledge import load
from ruznama.model import Document, When
from ruznama.pipeline import times
from ruznama.publish import time_record


@click.command("dates")
@paths_argument
@click.option("--durations", is_flag=True, help="Also durations and frequencies, with their ISO length as note.")
@click.option("--explain", is_flag=True, help="Adds to each record its granularity and the note of its rule.")
def command(paths: tuple[str, ...], durations: bool, explain: bool) -> None:
    """Prints the time expressions of articles and their values, one JSON object a line."""
    knowledge = load()
    out = stdout()

    def write(document: Document, whens: tuple[When, ...]) -> None:
        for when in whens:
            more = {"granularity": when.granularity, "note": when.note} if explain or durations else {}
            put({**time_record(document.id, when), **more}, out)

    sys.exit(for_each(paths, knowledge, lambda document: times(document, knowledge, durations=durations), write))
