"""The command line. Data goes to standard output, everything said about it to standard error.

Exit codes: 0 done, 1 error, 2 usage, 3 invalid input, 4 finished but some documents failed, 5 gate not met. One
module of `ruznama.cli.commands` is one command, found by its name.
"""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast

import click

from ruznama.cli import commands
from ruznama.cli.output import tell
from ruznama.errors import RuznamaError

GARBAGE = (50_000, 20, 100)  # Python looks for garbage less often: pages leave next to none, and it took a tenth of the time


class Ruznama(click.Group):
    """Commands by module name; an error of ours is told in one line and gives the exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in alphabetical order."""
        return sorted(_modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        module = _modules().get(cmd_name)
        return cast(click.Command, import_module(module).command) if module else None

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an error of ours becomes one line and an exit code."""
        try:
            return super().invoke(ctx)
        except RuznamaError as error:
            tell(error)
            ctx.exit(error.exit_code)


@cache
def _modules() -> dict[str, str]:
    return {module.name.rstrip("_"): f"{commands.__name__}.{module.name}" for module in iter_modules(commands.__path__)}


@click.command(
    cls=Ruznama,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Exit codes: 0 done, 1 error, 2 usage, 3 invalid input, 4 some documents failed, 5 gate not met.",
)
@click.version_option(package_name="ruznama", prog_name="ruznama")
def main() -> None:
    """Ruznama turns press reports, Arabic and English, into a chronicle of dated, attributed claims.

    PATH is a text page, a JSONL file of articles (gzipped or not), a folder of such files, or - for standard input.
    """
    gc.set_threshold(*GARBAGE)
