"""What the tests share: the knowledge, and claims and documents made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ruznama.knowledge import Knowledge, load
from ruznama.model import (
    Actor,
    Amount,
    Analysis,
    Claim,
    Document,
    Place,
    Plover,
    Source,
    Status,
    Uncovered,
    When,
)

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def shared() -> Path:
    """The folder of gold and news beside the repository, where there is one."""
    if not (SHARED / "gold" / "score.py").exists():
        pytest.skip("../shared is not there: the gold files are not part of the repository")
    return SHARED


def when(edtf: str | None, earliest: str | None, latest: str | None) -> When:
    return When("2012", 3, 7, edtf, earliest, latest, "gregorian", "year", "year", None)


def actor(code: str | None, name: str) -> Actor:
    return Actor(name, name, code, "state", 0, len(name))


CLAIM = Claim(
    id="0123456789abcdef",
    doc="page",
    type="arms",
    status=Status.ASSERTED,
    quote="In 2012 Israel sold drones | <to> Azerbaijan",
    start=0,
    end=44,
    prefix="",
    suffix=".",
    actors=(actor("IL", "Israel"),),
    recipients=(actor("AZ", "Azerbaijan"),),
    when=when("2012", "2012-01-01", "2012-12-31"),
    place=Place("Baku", "Baku", "AZ", 20, 24),
    amounts=(Amount(1.6e9, "USD", "$1.6 billion", 30, 42),),
    sources=(
        Source("ويكيليكس", "WikiLeaks", None, "media", 50, 58),
        Source("مذكرة", "a cable", None, "document", 60, 65),
    ),
    plover=Plover("COOPERATE", None, ("military",)),
    why=("because",),
    origin="rules@test",
)
DOCUMENT = Document("page", CLAIM.quote + ".", "en", b"bytes", "0" * 64, title="A title", published="2013-01-02")


@pytest.fixture
def claim() -> Claim:
    return CLAIM


@pytest.fixture
def claims() -> tuple[Claim, ...]:
    """Claims with every kind of date, out of order."""
    dates = {
        "day": when("2016-12-13", "2016-12-13", "2016-12-13"),
        "since": when("2012-02/..", "2012-02-01", None),
        "before": when("../1991", None, "1991-12-31"),
        "none": None,
        "year": when("2012", "2012-01-01", "2012-12-31"),
        "unresolved": when(None, None, None),
        "first": when("2012-01-01", "2012-01-01", "2012-01-01"),
    }
    return tuple(replace(CLAIM, id=name, when=value, start=at) for at, (name, value) in enumerate(dates.items()))


@pytest.fixture
def analysis() -> Callable[..., Analysis]:
    """Makes the analysis of a document from the claims given."""

    def make(*claims: Claim, document: Document = DOCUMENT, origin: str = "rules@test") -> Analysis:
        return Analysis(document, (), (), claims, (Uncovered(3, 7, "no trigger"),), origin)

    return make
