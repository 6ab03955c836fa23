"""Where documents, analyses and claims are kept.

`Store` is what the rest of Ruznama knows of it; nothing in it speaks of SQL. `open_store` gives the one that lives in
an SQLite file.
"""

from ruznama.store.base import Counts, Entry, Gap, Origin, Query, Store
from ruznama.store.build import Added, Known, build
from ruznama.store.sql import open_store

__all__ = ["Added", "Counts", "Entry", "Gap", "Known", "Origin", "Query", "Store", "build", "open_store"]
