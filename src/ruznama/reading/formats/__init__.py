"""The formats that articles come in: one module each, found by its name.

A format module has

    MEDIA_TYPE: str                                       what `Document.media_type` says
    RANK: int                                             formats are asked in this order; the plain page is asked last
    def recognises(head: bytes) -> bool                   whether the first bytes (up to 4,096) are of this format
    def documents(stream, place, name, knowledge)         yields Document or Failure; may raise InvalidInput

so that a new one is a new file and nothing else.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from ruznama.knowledge import Knowledge
from ruznama.model import Document
from ruznama.reading.failure import Failure


class Format(Protocol):
    """What a format module offers."""

    MEDIA_TYPE: str
    RANK: int

    def recognises(self, head: bytes) -> bool: ...

    def documents(
        self, stream: io.BufferedReader, place: str, name: str, knowledge: Knowledge
    ) -> Iterator[Document | Failure]: ...


@cache
def formats() -> dict[str, Format]:
    """All formats by module name, in the order in which they are asked."""
    found = {module.name: cast(Format, import_module(f"{__name__}.{module.name}")) for module in iter_modules(__path__)}
    return dict(sorted(found.items(), key=lambda item: item[1].RANK))


def format_of(head: bytes) -> Format:
    """The format whose first bytes these are. The plain page takes what no other recognises."""
    return next(form for form in formats().values() if form.recognises(head))
