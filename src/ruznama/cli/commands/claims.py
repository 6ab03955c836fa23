"""`ruznama claims`: articles in, claim records out."""

from __future__ import annotations

import sys

import click

from ruznama.cli.inputs import for_each, paths_argument
from ruznama.cli.output import put, stdout
from ruznama.knowledge import load
from ruznama.model import Analysis, Document
from ruznama.pipeline import analyse
from ruznama.publish import record


@click.command("claims")
@paths_argument
def command(paths: tuple[str, ...]) -> None:
    """Prints the claims of articles, one JSON object a line."""
    knowledge = load()
    out = stdout()

    def write(_: Document, analysis: Analysis) -> None:
        for claim in analysis.claims:
            put(record(claim), out)

    sys.exit(for_each(paths, knowledge, lambda document: analyse(document, knowledge), write))
