"""Where the commands write: data to standard output as UTF-8, remarks to standard error."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from ruznama.errors import RuznamaError
from ruznama.reading import Failure

if TYPE_CHECKING:
    from rich.console import Console

FAILED = 4  # exit code: finished but some documents failed
UNREADABLE = 3  # exit code: nothing could be read

_LISTED = 20  # failures that are shown one by one


def tell(error: RuznamaError) -> None:
    """One line on standard error."""
    click.echo(f"ruznama: {error}", err=True)


def stdout() -> TextIO:
    """Standard output, in UTF-8 whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict")
    return sys.stdout


def remarks() -> Console:
    """Standard error, for people."""
    from rich.console import Console  # here: what has nothing to remark starts without it

    return Console(stderr=True, highlight=False, soft_wrap=True)


def put(row: dict[str, Any], out: TextIO) -> None:
    """Writes one record as a line of JSON."""
    out.write(json.dumps(row, ensure_ascii=False) + "\n")


def report(failures: Sequence[Failure], read: int) -> int:
    """Lists what failed, with reasons and remedies, and gives the exit code; `read` documents did not fail."""
    if not failures:
        if not read:
            remarks().print("ruznama: no documents found; give a text page, a JSONL file or a folder with some")
        return 0 if read else UNREADABLE
    console = remarks()
    console.print(f"[bold]{len(failures)} failed[/], {read} read:")
    for failure in failures[:_LISTED]:
        console.print(f"  {failure}", markup=False)
    if len(failures) > _LISTED:
        console.print(f"  … and {len(failures) - _LISTED} more")
    return FAILED if read else UNREADABLE
