"""The inputs of a command: files, folders, standard input, plain or gzipped, each given to the format that reads it."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from ruznama.errors import InvalidInput
from ruznama.knowledge import Knowledge
from ruznama.model import Document
from ruznama.reading.failure import Failure
from ruznama.reading.formats import format_of

_GZIP = b"\x1f\x8b"
_HEAD = 4096  # bytes by which a format is told
STDIN = "-"


def read(path: str | Path, knowledge: Knowledge) -> Iterator[Document | Failure]:
    """The documents of a file, of all files below a folder (sorted, hidden ones left out), or of standard input ("-").

    Raises nothing for what it reads: whatever is wrong with an input is a Failure with its place.
    """
    if str(path) == STDIN:
        yield from _read_stream(sys.stdin.buffer, "standard input", "stdin", knowledge)
        return
    path = Path(path)
    if not path.exists():
        yield Failure(str(path), "is not there", "check the path")
        return
    for file in _files(path):
        try:
            with file.open("rb") as stream:
                yield from _read_stream(stream, str(file), file.name, knowledge)
        except OSError as error:
            yield Failure(str(file), f"cannot be opened ({error.strerror})", "check the file and its permissions")


def read_bytes(content: bytes, name: str, knowledge: Knowledge) -> Iterator[Document | Failure]:
    """The documents in `content`; `name` is what a file of it would be called."""
    yield from _read_stream(io.BytesIO(content), name, name, knowledge)


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.is_file())
    return sorted(each for each in found if not any(part.startswith(".") for part in each.relative_to(path).parts))


def _read_stream(stream: IO[bytes], place: str, name: str, knowledge: Knowledge) -> Iterator[Document | Failure]:
    source = _peekable(stream)
    try:
        if source.peek(_HEAD).startswith(_GZIP):
            source = _peekable(gzip.GzipFile(fileobj=source))
            name = name.removesuffix(".gz")
        yield from format_of(source.peek(_HEAD)).documents(source, place, name, knowledge)
    except InvalidInput as error:
        yield Failure.of(error)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failure(place, f"breaks off while it is unpacked ({error})", "fetch or pack the file again")


def _peekable(stream: IO[bytes] | gzip.GzipFile) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
