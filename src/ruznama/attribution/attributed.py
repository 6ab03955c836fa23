"""A claim before the page's own words are cut to it: its draft, whose word it is, and how sure."""

from __future__ import annotations

from dataclasses import dataclass

from ruznama.claims import Draft
from ruznama.model import Source, Status


@dataclass(frozen=True, eq=False)
class Attributed:
    """A draft with its sources and status."""

    draft: Draft
    sources: tuple[Source, ...]
    status: Status
    why: tuple[str, ...]
