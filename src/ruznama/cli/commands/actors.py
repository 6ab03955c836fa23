"""`ruznama actors`: articles in, mentions of actors out."""

from __future__ import annotations

import sys

import click

from ruznama.cli.inputs import for_each, paths_argument
from ruznama.cli.output import put, stdout
from ruznama.knowledge import load
from ruznama.model import Actor, Document
from ruznama.pipeline import met
from ruznama.publish import actor_record


@click.command("actors")
@paths_argument
def command(paths: tuple[str, ...]) -> None:
    """Prints the actors that articles mention and who is meant by them, one JSON object a line."""
    knowledge = load()
    out = stdout()

    def write(document: Document, actors: tuple[Actor, ...]) -> None:
        for actor in actors:
            put(actor_record(document.id, actor), out)

    sys.exit(for_each(paths, knowledge, lambda document: met(document, knowledge), write))
