"""Where documents, analyses and claims are kept.

`Store` is what the rest of Ruznama knows of it; nothing in it speaks of SQL. `open_store` gives the one that lives in
an SQLite file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ruznama.store.base import Counts, Entry, Gap, Origin, Query, Store
from ruznama.store.build import Added, Known, build

if TYPE_CHECKING:
    from ruznama.store.sql import SqlStore

__all__ = ["Added", "Counts", "Entry", "Gap", "Known", "Origin", "Query", "Store", "build", "open_store"]


def open_store(path: str | Path, *, create: bool = False) -> SqlStore:
    """The store in the SQLite file `path`; see `ruznama.store.sql`.

    What needs no store starts twice as fast without SQLAlchemy, so it is imported here.
    """
    from ruznama.store.sql import open_store

    return open_store(path, create=create)
