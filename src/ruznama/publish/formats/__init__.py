"""The formats that a timeline goes out in: one module each, found by its name.

A format module has `write(timeline, out)`, which writes to a text stream, and a first docstring line that `--help`
shows.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, TextIO, cast

from ruznama.errors import UnknownName
from ruznama.publish.timeline import Timeline


class Format(Protocol):
    """What a format module offers."""

    def write(self, timeline: Timeline, out: TextIO) -> None: ...


@cache
def formats() -> dict[str, Format]:
    """All formats by name."""
    return {module.name: cast(Format, import_module(f"{__name__}.{module.name}")) for module in iter_modules(__path__)}


def write(timeline: Timeline, name: str, out: TextIO) -> None:
    """Writes the timeline in the format called `name`. Raises UnknownName."""
    if name not in formats():
        raise UnknownName(f"no format {name!r}; there are {', '.join(formats())}")
    formats()[name].write(timeline, out)
