"""The store as the rest of Ruznama sees it, and the values that go in and out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ruznama.model import Analysis, Claim, Document, Uncovered


@dataclass(frozen=True, slots=True)
class Query:
    """Which claims are asked for; what is left empty does not filter.

    `between`: both are parties of the claim. `actors`: at least one of them is a party. Parties are codes, or names
    where a party has no code or is a person. `earliest` and `latest` are ISO days: a claim is in if its date can lie
    between them; a claim without a date is then out, for nothing says that it is in.
    """

    between: tuple[str, str] | None = None
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None

    @property
    def has_range(self) -> bool:
        """Whether it asks for a stretch of time, so that claims without a date are out."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class Origin:
    """What a row of a timeline says about the document that a claim is from."""

    id: str
    sha256: str
    lang: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its document."""

    claim: Claim
    document: Origin


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that could have held a claim and gave none."""

    document: Origin
    uncovered: Uncovered
    sentence: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds. `claims` are those of the newest analysis of each document."""

    documents: int
    analyses: int
    claims: int


class Store(Protocol):
    """Keeps analyses. The newest analysis of a document is the one that is read; older ones stay for comparison."""

    def has(self, document: Document, origin: str) -> bool:
        """Whether this very document (id and bytes) was already analysed by this version of the rules."""

    def add(self, analyses: Sequence[Analysis]) -> None:
        """Keeps all of them, or none if one cannot be kept."""

    def entries(self, query: Query) -> Iterator[Entry]:
        """The claims asked for: by earliest date, those without a date last."""

    def entry(self, claim_id: str) -> tuple[Entry, Document]:
        """The claim whose id begins with `claim_id`. Raises UnknownName if there is none or more than one."""

    def gaps(self) -> Iterator[Gap]:
        """The uncovered sentences, in the order of the documents."""

    def parties(self) -> frozenset[str]:
        """The codes of all parties, and the names of persons and of those without a code."""

    def counts(self) -> Counts:
        """How much there is."""

    def close(self) -> None:
        """Lets go of the file."""
