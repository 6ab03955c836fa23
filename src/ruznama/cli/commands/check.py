"""`ruznama check`: the data folder, linted, and all its examples, run."""

from __future__ import annotations

import click

from ruznama.check import check, examples
from ruznama.cli.output import remarks, stdout
from ruznama.errors import GateNotMet
from ruznama.knowledge import load


@click.command("check")
def command() -> None:
    """Lints the data folder and runs every example in it."""
    out = stdout()
    knowledge = load()
    problems = check(knowledge)
    for problem in problems:
        out.write(f"{problem.place}: {problem.problem}; {problem.remedy}\n")
    if problems:
        raise GateNotMet(f"{len(problems)} problems in data/; mend what is listed and run: ruznama check")
    remarks().print(f"data/ is in order, {examples(knowledge)} examples of claim types come out as they say")
