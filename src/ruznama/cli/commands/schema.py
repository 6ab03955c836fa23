"""`ruznama schema`: what the records look like."""

from __future__ import annotations

import json

import click

from ruznama.cli.output import stdout
from ruznama.knowledge import load
from ruznama.schema import NAMES, schema


@click.command("schema")
@click.argument("name", metavar="claim|time|actor|document", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Prints the JSON Schema of a record."""
    stdout().write(json.dumps(schema(name, load().claim_types), ensure_ascii=False, indent=2) + "\n")
