"""A corpus into a store: read, analysed, kept; what is already there is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ruznama.model import Analysis, Document
from ruznama.reading import Failure
from ruznama.store.base import Store

T = TypeVar("T")

BATCH = 50  # analyses in one transaction: a tenth of the time of one each, and little lost when a build is stopped


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was analysed and kept."""

    document: Document
    claims: int


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the store had already, analysed by this version of the rules."""

    document: Document


def build(
    found: Iterable[Document | Failure], store: Store, origin: str, analyse: Callable[[Document], Analysis]
) -> Iterator[Added | Known | Failure]:
    """What became of each document, in order. A second run over the same documents only yields `Known`.

    `analyse` gives analyses of the version `origin`. A document on which it fails is a Failure: a mistake in the
    rules is told, and does not cost the rest of the corpus.
    """
    waiting: list[Analysis] = []
    seen: set[tuple[str, str]] = set()
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        identity = (item.id, item.sha256)
        if identity in seen or store.has(item, origin):
            yield Known(item)
            continue
        seen.add(identity)
        analysis = attempt(item, analyse)
        if isinstance(analysis, Failure):
            yield analysis
            continue
        waiting.append(analysis)
        if len(waiting) >= BATCH:
            store.add(waiting)
            waiting = []
        yield Added(item, len(analysis.claims))
    store.add(waiting)


def attempt(document: Document, analyse: Callable[[Document], T]) -> T | Failure:
    """What `analyse` makes of it, or the mistake in Ruznama that this document brought to light."""
    try:
        return analyse(document)
    except Exception as error:
        reason = f"the analysis failed ({type(error).__name__}: {error})"
        return Failure(f"document {document.id}", reason, "a mistake in Ruznama: report it with the document")
