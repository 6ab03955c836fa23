"""The store: a fresh one in memory for each test."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ruznama.errors import InvalidInput, UnknownName
from ruznama.knowledge import Knowledge
from ruznama.model import Actor, Analysis, Claim, Document
from ruznama.pipeline import analyse
from ruznama.reading import Failure, document
from ruznama.store import Added, Known, Query, build, open_store
from ruznama.store.sql import SqlStore
from ruznama.store.values import claim_of, claim_value
from tests.conftest import CLAIM, DOCUMENT, actor

Make = Callable[..., Analysis]


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:", create=True) as opened:
        yield opened


def test_a_claim_comes_back_whole(claims: tuple[Claim, ...], store: SqlStore, analysis: Make) -> None:
    loaded = Actor("الكيان", "Israel", "IL", "state", 0, 6, role="president", loaded=True, why="in states.tsv")
    claims = (replace(claims[0], actors=(loaded,)), *claims[1:])
    assert [claim_of(claim_value(claim)) for claim in claims] == list(claims)
    store.add([analysis(*claims)])
    back = {entry.claim.id: entry.claim for entry in store.entries(Query())}
    assert back == {claim.id: claim for claim in claims}


def test_order(claims: tuple[Claim, ...], store: SqlStore, analysis: Make) -> None:
    store.add([analysis(*claims)])
    ids = [entry.claim.id for entry in store.entries(Query())]
    assert ids == ["before", "first", "year", "since", "day", "none", "unresolved"]


QUERIES = [
    (Query(earliest="2013-01-01"), "since day"),
    (Query(latest="1995-12-31"), "before"),
    (Query(earliest="2012-01-01", latest="2012-01-31"), "first year"),
    (Query(earliest="1990-01-01", latest="1991-06-30"), "before"),
    (Query(types=("visit",)), ""),
    (Query(types=("arms", "visit"), earliest="2016-01-01"), "since day"),
    (Query(between=("IL", "AZ"), earliest="2016-12-01"), "since day"),
    (Query(between=("IL", "IR")), ""),
    (Query(actors=("IR", "AZ"), latest="1991-12-31"), "before"),
    (Query(actors=("IR",)), ""),
]


@pytest.mark.parametrize(("query", "wanted"), QUERIES)
def test_queries(query: Query, wanted: str, claims: tuple[Claim, ...], store: SqlStore, analysis: Make) -> None:
    store.add([analysis(*claims)])
    assert [entry.claim.id for entry in store.entries(query)] == wanted.split()


def test_a_party_without_a_code_is_found_by_its_name(store: SqlStore, analysis: Make) -> None:
    store.add([analysis(replace(CLAIM, actors=(replace(actor("X", "Elbit Systems"), code=None),)))])
    assert store.parties() == {"Elbit Systems", "AZ"}
    assert len(list(store.entries(Query(actors=("Elbit Systems",))))) == 1


MINISTER = (
    ("en", "2015-03-01", "On 28 February 2015 Russian foreign minister Sergei Lavrov visited Turkey."),
    ("en", "2016-03-01", "On 28 February 2016 Sergey Lavrov visited Turkey."),
    ("ar", "2017-03-01", "في 28 شباط 2017 زار وزير الخارجية الروسي سيرغي لافروف تركيا."),
    ("ar", "2018-03-01", "في 28 شباط 2018 زار وزير الخارجية الروسي سيرجي لافروف تركيا."),
    ("ar", "2019-03-01", "في 28 شباط 2019 زار وزير الخارجية الروسي سيرغي لافاروف تركيا."),
)
NAMESAKES = (
    ("en", "1997-08-02", "On 1 August 1997 President Aliyev visited the United States."),
    ("ar", "2012-08-02", "في 1 آب 2012 زار الرئيس علييف تركيا."),
    ("ar", "1998-08-02", "في 1 آب 1998 زار الرئيس الأمريكي كلينتون الصين."),
    ("en", "2011-08-02", "On 1 August 2011 Secretary of State Clinton visited China."),
)


def persons_of(articles: tuple[tuple[str, str, str], ...], store: SqlStore, knowledge: Knowledge) -> list[str]:
    """The names of the persons who act, one for each claim of the articles, once they are in the store."""
    pages = [document(f"{published}-{lang}", text, lang, knowledge, published=published) for lang, published, text in articles]
    store.add([analyse(page, knowledge) for page in pages])
    entries = store.entries(Query(types=("visit",)))
    return [actor.name for entry in entries for actor in entry.claim.actors if actor.kind == "person"]


def test_a_minister_under_every_spelling_is_one_actor(store: SqlStore, knowledge: Knowledge) -> None:
    assert persons_of(MINISTER, store, knowledge) == ["Sergei Lavrov"] * 5
    assert len(list(store.entries(Query(actors=("Sergei Lavrov",))))) == 5
    assert {"RU", "TR", "Sergei Lavrov"} == store.parties()


def test_namesakes_are_two_actors(store: SqlStore, knowledge: Knowledge) -> None:
    wanted = ["Heydar Aliyev", "Bill Clinton", "Hillary Clinton", "Ilham Aliyev"]
    assert persons_of(NAMESAKES, store, knowledge) == wanted
    for name in wanted:
        assert len(list(store.entries(Query(actors=(name,))))) == 1


def test_entry(store: SqlStore, analysis: Make) -> None:
    store.add([analysis(CLAIM, replace(CLAIM, id="01aaaa"))])
    entry, document = store.entry("0123")
    assert entry.claim == CLAIM
    assert document == DOCUMENT
    for unknown in ("01", "ff", "", "%"):
        with pytest.raises(UnknownName):
            store.entry(unknown)


def test_gaps(store: SqlStore, analysis: Make) -> None:
    store.add([analysis()])
    (gap,) = store.gaps()
    assert (gap.sentence, gap.uncovered.reason) == ("2012", "no trigger")


def test_a_newer_analysis_takes_the_place_of_the_older(store: SqlStore, analysis: Make) -> None:
    store.add([analysis(CLAIM)])
    store.add([analysis(replace(CLAIM, id="new"), origin="rules@newer")])
    assert [entry.claim.id for entry in store.entries(Query())] == ["new"]
    assert (store.counts().documents, store.counts().analyses, store.counts().claims) == (1, 2, 1)
    assert not store.has(DOCUMENT, "rules@test")
    store.add([analysis(CLAIM)])
    assert [entry.claim.id for entry in store.entries(Query())] == [CLAIM.id]
    assert store.counts().analyses == 2


def test_all_or_nothing(store: SqlStore, analysis: Make) -> None:
    broken = analysis(replace(CLAIM, quote=None), document=replace(DOCUMENT, id="other"))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="quote"):
        store.add([analysis(CLAIM), broken])
    assert store.counts().documents == 0


def test_build_is_idempotent(store: SqlStore, analysis: Make) -> None:
    documents = [replace(DOCUMENT, id=str(at)) for at in range(120)]

    def analyse(document: Document) -> Analysis:
        if document.id == "7":
            raise ValueError("odd")
        return analysis(replace(CLAIM, id=f"claim {document.id}"), document=document)

    found: list[Document | Failure] = [*documents, Failure("x", "bad", "mend"), documents[0]]
    first = list(build(found, store, "rules@test", analyse))
    assert sum(isinstance(each, Added) for each in first) == 119
    assert [each.place for each in first if isinstance(each, Failure)] == ["document 7", "x"]
    assert isinstance(first[-1], Known)
    before = store.counts()
    second = list(build(found, store, "rules@test", analyse))
    assert not any(isinstance(each, Added) for each in second)
    assert store.counts() == before


def test_files_that_are_no_store(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="is not there"):
        open_store(tmp_path / "none.db")
    with pytest.raises(InvalidInput, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(InvalidInput, match="the folder"):
        open_store(tmp_path / "no" / "a.db", create=True)
    (tmp_path / "page.txt").write_text("this is an article and no database at all")
    with pytest.raises(InvalidInput, match="no SQLite file"):
        open_store(tmp_path / "page.txt")
    foreign = sqlite3.connect(tmp_path / "foreign.db")
    foreign.execute("create table t (x)")
    foreign.close()
    with pytest.raises(InvalidInput, match="another program"):
        open_store(tmp_path / "foreign.db", create=True)
    open_store(tmp_path / "own.db", create=True).close()
    newer = sqlite3.connect(tmp_path / "own.db")
    newer.execute("pragma user_version = 99")
    newer.close()
    with pytest.raises(InvalidInput, match="newer Ruznama"):
        open_store(tmp_path / "own.db")


def test_foreign_keys_hold(tmp_path: Path, analysis: Make) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add([analysis(CLAIM)])
    with sqlite3.connect(tmp_path / "a.db") as raw:
        raw.execute("pragma foreign_keys = on")
        raw.execute("delete from documents")
        assert raw.execute("select count(*) from claims").fetchone() == (0,)
        assert raw.execute("select count(*) from claim_parties").fetchone() == (0,)
