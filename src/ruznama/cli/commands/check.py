"""`ruznama check`: the data folder, linted, and all its examples, run."""

from __future__ import annotations

import click

from ruznama.check import check
from ruznama.cli.output import remarks, stdout
from ruznama.errors import GateNotMet


@click.command("check")
def command() -> None:
    """Lints the data folder and runs every example in it."""
    out = stdout()
    problems = check()
    for problem in problems:
        out.write(f"{problem}\n")
    if problems:
        raise GateNotMet(f"{len(problems)} problems in data/; mend what is listed and run: ruznama check")
    remarks().print("data/ is in order")
