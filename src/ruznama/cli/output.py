"""Where the commands write: data to standard output as UTF-8, remarks to standard error."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from typing import Any, TextIO

import click
from rich.console import Console
from rich.markup import escape

from ruznama.errors import RuznamaError
from ruznama.reading import Failure

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
    return Console(stderr=True, highlight=False, soft_wrap=True)


def put(row: dict[str, Any], out: TextIO) -> None:
    """Writes one record as a line of JSON."""
    out.write(json.dumps(row, ensure_ascii=False) + "\n")


def report(failures: Sequence[Failure], read: int) -> int:
    """Lists what failed, with reasons and remedies, and gives the exit code; `read` documents did not fail."""
    console = remarks()
    if not failures:
        if not read:
            console.print("ruznama: no documents found; give a text page, a JSONL file or a folder with some")
        return 0 if read else UNREADABLE
    console.print(f"[bold]{len(failures)} failed[/], {read} read:")
    for failure in failures[:_LISTED]:
        console.print(f"  {escape(str(failure))}")
    if len(failures) > _LISTED:
        console.print(f"  … and {len(failures) - _LISTED} more")
    return FAILED if read else UNREADABLE
