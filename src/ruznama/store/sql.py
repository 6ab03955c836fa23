"""The store in an SQLite file, through SQLAlchemy Core."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Select,
    Table,
    create_engine,
    event,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError

from ruznama.errors import InvalidInput, RuznamaError, UnknownName
from ruznama.model import Analysis, Claim, Document
from ruznama.store.base import Counts, Entry, Gap, Origin, Query
from ruznama.store.tables import APPLICATION, VERSION, analyses, claim_parties, claims, documents, metadata
from ruznama.store.values import claim_of, claim_value, passage_values, passages_of, uncovered_of

MEMORY = ":memory:"

_ORIGIN = [documents.c[name] for name in ("id", "sha256", "lang", "title", "published", "source", "url")]
_BUSY = 30  # seconds that a second build waits for the first one's transaction


def open_store(path: str | Path, *, create: bool = False) -> SqlStore:
    """The store in the file `path` (":memory:" for one that is never written).

    Raises InvalidInput if the file is not there (unless `create`), is no store of Ruznama's, or is of a newer version.
    """
    place = str(path)
    if place != MEMORY:
        file = Path(path)
        if file.is_dir():
            raise InvalidInput(place, "is a folder", "give --db the name of a file")
        if not file.exists() and not create:
            raise InvalidInput(place, "is not there", f"make it with: ruznama build PATH --db {place}")
        if not file.parent.is_dir():
            raise InvalidInput(place, f"the folder {file.parent} is not there", "make the folder first")
    engine = create_engine(f"sqlite:///{place}", connect_args={"timeout": _BUSY}, json_serializer=_json)
    event.listen(engine, "connect", _pragmas)
    with _told(place), engine.begin() as connection:
        _claim_file(connection, place)
    return SqlStore(engine, place)


class SqlStore:
    """A `Store` in an SQLite file."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._place = place

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def has(self, document: Document, origin: str) -> bool:
        """Whether this very document was already analysed by this version of the rules."""
        asked = (
            select(analyses.c.key)
            .join(documents)
            .where(
                documents.c.id == document.id,
                documents.c.sha256 == document.sha256,
                analyses.c.origin == origin,
                analyses.c.current,
            )
        )
        with self._reading() as connection:
            return connection.execute(asked).first() is not None

    def add(self, analyses: Sequence[Analysis]) -> None:
        """Keeps all of them in one transaction."""
        with _told(self._place), self._engine.begin() as connection:
            for analysis in analyses:
                _add(connection, analysis)

    def entries(self, query: Query) -> Iterator[Entry]:
        """The claims asked for: by earliest date, those without a date last."""
        with self._reading() as connection:
            for row in connection.execute(_selected(query)):
                yield Entry(claim_of(row.record), _origin(row))

    def entry(self, claim_id: str) -> tuple[Entry, Document]:
        """The claim whose id begins with `claim_id`, and its document."""
        asked = (
            select(documents, claims.c.record)
            .join(analyses, analyses.c.document == documents.c.key)
            .join(claims, claims.c.analysis == analyses.c.key)
            .where(claims.c.id.startswith(claim_id, autoescape=True), analyses.c.current)
            .limit(2)
        )
        with self._reading() as connection:
            rows = connection.execute(asked).all() if claim_id else []
        if not rows:
            raise UnknownName(f"{self._place}: no claim {claim_id!r}; ids are the first field of: timeline --format jsonl")
        if len(rows) > 1 and rows[0].record["id"] != rows[1].record["id"]:
            raise UnknownName(f"{self._place}: {claim_id!r} begins more than one claim id; give more of it")
        return Entry(claim_of(rows[0].record), _origin(rows[0])), _document(rows[0])

    def gaps(self) -> Iterator[Gap]:
        """The uncovered sentences, in the order of the documents."""
        asked = (
            select(*_ORIGIN, documents.c.text, analyses.c.uncovered)
            .join(analyses, analyses.c.document == documents.c.key)
            .where(analyses.c.current)
            .order_by(documents.c.key)
        )
        with self._reading() as connection:
            for row in connection.execute(asked):
                for uncovered in uncovered_of(row.uncovered):
                    yield Gap(_origin(row), uncovered, row.text[uncovered.start : uncovered.end])

    def parties(self) -> frozenset[str]:
        """The codes of all parties, and the names of persons and of those without a code."""
        with self._reading() as connection:
            return frozenset(connection.execute(select(claim_parties.c.code).distinct()).scalars())

    def counts(self) -> Counts:
        """How much there is."""
        current = select(func.count()).select_from(claims.join(analyses)).where(analyses.c.current)
        with self._reading() as connection:
            return Counts(
                connection.execute(select(func.count()).select_from(documents)).scalar_one(),
                connection.execute(select(func.count()).select_from(analyses)).scalar_one(),
                connection.execute(current).scalar_one(),
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(self._place), self._engine.connect() as connection:
            yield connection


def _json(value: Any) -> str:
    """Letters as they are: half the size of escaped Arabic."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pragmas(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Says what went wrong with the file in one sentence instead of a driver's traceback."""
    try:
        yield
    except DBAPIError as error:
        problem = str(error.orig)
        if "not a database" in problem:
            raise InvalidInput(place, "is no SQLite file", "give --db a file that ruznama build made") from error
        raise RuznamaError(f"{place}: {problem}; see that the file can be written and that no other program holds it") from error


def _claim_file(connection: Connection, place: str) -> None:
    """Makes the tables in an empty file; refuses a file that is not ours."""
    application = connection.execute(text("PRAGMA application_id")).scalar_one()
    version = connection.execute(text("PRAGMA user_version")).scalar_one()
    tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
    if application == APPLICATION and version > VERSION:
        raise InvalidInput(place, f"was made by a newer Ruznama (tables {version})", "upgrade Ruznama")
    if application != APPLICATION and tables:
        raise InvalidInput(place, "is an SQLite file of another program", "give --db another file")
    if not tables:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
        connection.execute(text(f"PRAGMA user_version = {VERSION}"))
        metadata.create_all(connection)


def _add(connection: Connection, analysis: Analysis) -> None:
    document = analysis.document
    same = (documents.c.id == document.id) & (documents.c.sha256 == document.sha256)
    key = connection.execute(select(documents.c.key).where(same)).scalar()
    if key is None:
        key = _insert(connection, documents, _document_row(document))
    else:
        connection.execute(update(analyses).where(analyses.c.document == key).values(current=False))
        connection.execute(analyses.delete().where(analyses.c.document == key, analyses.c.origin == analysis.origin))
    row = {
        "document": key,
        "origin": analysis.origin,
        "current": True,
        "whens": [asdict(when) for when in analysis.whens],
        "uncovered": [asdict(uncovered) for uncovered in analysis.uncovered],
    }
    analysis_key = _insert(connection, analyses, row)
    for claim in analysis.claims:
        claim_key = _insert(connection, claims, _claim_row(claim, analysis_key))
        parties = _party_rows(claim, claim_key)
        if parties:
            connection.execute(insert(claim_parties), parties)


def _insert(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Inserts a row and gives its key."""
    key = connection.execute(insert(table).values(row)).inserted_primary_key
    assert key is not None  # every table with a key generates it
    return int(key[0])


def _document_row(document: Document) -> dict[str, Any]:
    names = [column.name for column in documents.columns if column.name not in ("key", "passages")]
    return {name: getattr(document, name) for name in names} | {"passages": passage_values(document.passages)}


def _claim_row(claim: Claim, analysis: int) -> dict[str, Any]:
    when = claim.when
    return {
        "analysis": analysis,
        "id": claim.id,
        "type": claim.type,
        "status": claim.status.value,
        "edtf": None if when is None else when.edtf,
        "earliest": None if when is None else when.earliest,
        "latest": None if when is None else when.latest,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "record": claim_value(claim),
    }


def _party_rows(claim: Claim, key: int) -> list[dict[str, Any]]:
    parties = [("actor", actor) for actor in claim.actors] + [("recipient", actor) for actor in claim.recipients]
    codes = [(side, actor.code or actor.name) for side, actor in parties]
    codes += [(side, actor.name) for side, actor in parties if actor.kind == "person" and actor.code]
    return [{"claim": key, "side": side, "code": code} for side, code in codes]


def _selected(query: Query) -> Select[*tuple[Any, ...]]:
    asked = (
        select(claims.c.record, *_ORIGIN)
        .join(analyses, claims.c.analysis == analyses.c.key)
        .join(documents, analyses.c.document == documents.c.key)
        .where(analyses.c.current)
    )
    for code in query.between or ():
        asked = asked.where(claims.c.key.in_(_of(code)))
    if query.actors:
        asked = asked.where(claims.c.key.in_(_of(*query.actors)))
    if query.types:
        asked = asked.where(claims.c.type.in_(query.types))
    if query.has_range:
        asked = asked.where(claims.c.edtf.is_not(None))
    if query.earliest is not None:
        asked = asked.where(or_(claims.c.latest.is_(None), claims.c.latest >= query.earliest))
    if query.latest is not None:
        asked = asked.where(or_(claims.c.earliest.is_(None), claims.c.earliest <= query.latest))
    first = func.coalesce(claims.c.earliest, claims.c.latest)
    return asked.order_by(first.is_(None), first, claims.c.latest, documents.c.key, claims.c.start, claims.c.id)


def _of(*codes: str) -> Select[*tuple[Any, ...]]:
    return select(claim_parties.c.claim).where(claim_parties.c.code.in_(codes))


def _origin(row: Row[*tuple[Any, ...]]) -> Origin:
    return Origin(row.id, row.sha256, row.lang, row.title, row.published, row.source, row.url)


def _document(row: Row[*tuple[Any, ...]]) -> Document:
    return Document(
        id=row.id,
        text=row.text,
        lang=row.lang,
        content=row.content,
        sha256=row.sha256,
        title=row.title,
        published=row.published,
        published_from=row.published_from,
        source=row.source,
        url=row.url,
        author=row.author,
        media_type=row.media_type,
        passages=passages_of(row.passages),
    )
