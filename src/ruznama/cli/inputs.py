"""What the commands that read articles share: the paths, and a walk over all their documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import click

from ruznama.cli.output import report
from ruznama.knowledge import Knowledge
from ruznama.model import Document
from ruznama.reading import Failure, read
from ruznama.store.build import attempt

T = TypeVar("T")

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)


def documents(paths: Sequence[str], knowledge: Knowledge) -> Iterator[Document | Failure]:
    """Everything that `paths` hold, in order."""
    for path in paths:
        yield from read(path, knowledge)


def for_each(
    paths: Sequence[str], knowledge: Knowledge, analyse: Callable[[Document], T], write: Callable[[Document, T], None]
) -> int:
    """Analyses and writes every document, then lists what failed; gives the exit code."""
    failures: list[Failure] = []
    done = 0
    for item in documents(paths, knowledge):
        result = item if isinstance(item, Failure) else attempt(item, analyse)
        if isinstance(result, Failure):
            failures.append(result)
        else:
            assert isinstance(item, Document)  # what is read is a Document or a Failure
            write(item, result)
            done += 1
    return report(failures, done)
