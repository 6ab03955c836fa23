"""The data folder as plain tables: the only place that opens it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ruznama.errors import KnowledgeError

PACKAGE: Traversable = files("ruznama")
DATA: Traversable = PACKAGE / "data"

Table = dict[str, Any]


def toml(*path: str) -> Table:
    """The TOML file at `path` below data/. Raises KnowledgeError with file and line."""
    file = DATA.joinpath(*path)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(f"data/{'/'.join(path)}: not there; add the file") from error
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"data/{'/'.join(path)}: {error}; mend the TOML") from error


def rows(*path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the TSV file at `path` below data/, each with its line number. Lines beginning with # are comments."""
    file = DATA.joinpath(*path)
    name = f"data/{'/'.join(path)}"
    header: list[str] | None = None
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise KnowledgeError(f"{name}:{number}: {len(cells)} cells under {len(header)} headings; remove a TAB")
        yield number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def lines(*path: str) -> Iterator[str]:
    """The lines of the text file at `path` below data/, without comments and empty lines."""
    for line in DATA.joinpath(*path).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line


def names(*path: str, suffix: str = "") -> list[str]:
    """The names in the folder at `path` below data/ that end with `suffix`, sorted."""
    return sorted(entry.name for entry in DATA.joinpath(*path).iterdir() if entry.name.endswith(suffix))


def values(cell: str) -> tuple[str, ...]:
    """The values of a TSV cell, which `|` separates."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())
