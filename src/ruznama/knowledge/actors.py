"""Who is who: the identities of data/actors/ with all their names in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruznama.errors import KnowledgeError
from ruznama.knowledge.files import names, rows, values

FACETS = ("adjective", "people", "seat", "loaded", "cue")
_KIND_OF_FILE = {"states.tsv": "state", "persons.tsv": "person"}


@dataclass(frozen=True, slots=True)
class Role:
    """An office held, from and to in EDTF (None: open)."""

    name: str
    code: str
    since: str | None
    until: str | None


@dataclass(frozen=True, eq=False)
class Identity:
    """One actor or place under all its names. `name` is the usual English one, `code` what claims show; `point` are a place's
    latitude and longitude in degrees."""

    name: str
    code: str | None
    kind: str
    state: str | None
    roles: tuple[Role, ...]
    point: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class Name:
    """One way to name an identity in a language. `facet` is "name" or one of FACETS."""

    identity: Identity
    lang: str
    facet: str
    text: str


def load_actors(languages: list[str]) -> Iterator[Name]:
    """Every name of every identity."""
    for file in names("actors", suffix=".tsv"):
        for line, row in rows("actors", file):
            try:
                identity = Identity(
                    name=row["name"],
                    code=row["code"] or None,
                    kind=row.get("kind") or _KIND_OF_FILE[file],
                    state=row.get("state") or None,
                    roles=tuple(_role(part) for part in values(row.get("roles", ""))),
                )
            except (KeyError, ValueError) as error:
                raise KnowledgeError(f"data/actors/{file}:{line}: {error}; see CONTRIBUTING.md, actor") from error
            for lang in languages:
                for text in values(row.get(lang, "")):
                    yield Name(identity, lang, "name", text)
                for facet in FACETS:
                    for text in values(row.get(f"{lang}.{facet}", "")):
                        yield Name(identity, lang, facet, text)


PLACES = ("regions.tsv", "cities.tsv")


def load_places(languages: list[str]) -> Iterator[Name]:
    """Every name of every place; the facet "cue" marks names that are places only behind a word such as "city"."""
    for file in PLACES:
        for line, row in rows("places", file):
            try:
                point = float(row["lat"]), float(row["lon"])
                identity = Identity(row["name"], row["country"] or None, "place", None, (), point)
            except (KeyError, ValueError) as error:
                raise KnowledgeError(f"data/places/{file}:{line}: {error}; see CONTRIBUTING.md, place") from error
            for lang in languages:
                for facet, column in (("name", lang), ("cue", f"{lang}.cue")):
                    for text in values(row.get(column, "")):
                        yield Name(identity, lang, facet, text)


def _role(text: str) -> Role:
    name, _, rest = text.partition("@")
    code, _, span = rest.partition(":")
    since, dots, until = span.partition("..")
    if not code or (span and not dots):
        raise ValueError(f"role {text!r} is not role@CODE:from..to")
    return Role(name, code, since or None, until or None)
