"""Names and lexicons as plain values and back, for the cache: an identity or a meaning is a row of strings and numbers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from typing import Any

from ruznama.knowledge.actors import Identity, Name, Role
from ruznama.knowledge.claims import ClaimType, Trigger
from ruznama.knowledge.lazy import Made
from ruznama.knowledge.lexicon import Grammar, Head, Payload, Speech, TriggerForm
from ruznama.text.phrases import Clitics, PhraseMatcher

_VALUES: dict[str, Callable[..., Payload]] = {kind.__name__: kind for kind in (Head, Speech, Grammar)}
_NAME, _TRIGGER, _WORD = "name", "trigger", ""
_FIELDS = [field.name for field in fields(Identity)]


def plain_names(names: Iterable[Name]) -> dict[str, list[Any]]:
    """Every identity as a row, and every name with the number of its identity."""
    names = tuple(names)  # all at hand at once: an identity is told by its place in memory
    numbers: dict[int, int] = {}
    identities: list[Any] = []
    rows: list[Any] = []
    for name in names:
        number = numbers.setdefault(id(name.identity), len(identities))
        if number == len(identities):
            identities.append(astuple(name.identity))
        rows.append((number, name.lang, name.facet, name.text))
    return {"identities": identities, "names": rows}


class Names(Made[Name]):
    """All names. Those of a kind or a language are found without making the others."""

    def __init__(self, rows: Sequence[Any], identities: Made[Identity]) -> None:
        super().__init__(rows, lambda row: Name(identities[row[0]], *row[1:]))
        self._identities = identities

    def identity_fields(self, *wanted: str) -> Iterator[tuple[Any, ...]]:
        """The `wanted` fields of every identity, without making it."""
        places = [_FIELDS.index(name) for name in wanted]
        return (tuple([row[place] for place in places]) for row in self._identities.rows)

    def of_kind(self, kind: str) -> Iterator[Name]:
        """The names of the identities of one kind: state, person …"""
        kinds = [one == kind for (one,) in self.identity_fields("kind")]
        return (self[at] for at, row in enumerate(self.rows) if kinds[row[0]])

    def written(self, kind: str, lang: str) -> Iterator[tuple[int, str]]:
        """The place and the text of each name of one kind in a language, without making it."""
        kinds = [one == kind for (one,) in self.identity_fields("kind")]
        return ((at, row[3]) for at, row in enumerate(self.rows) if row[1] == lang and kinds[row[0]])

    def texts(self, lang: str, facets: Container[str]) -> list[str]:
        """How the names with one of `facets` are written in a language."""
        return [text for _, language, facet, text in self.rows if language == lang and facet in facets]


def names_of(plain: Mapping[str, list[Any]]) -> Names:
    """The names that `plain_names` gave. One identity is one object."""

    def identity(row: Any) -> Identity:
        name, code, kind, state, roles, *more = row
        return Identity(name, code, kind, state, tuple(Role(*role) for role in roles), *more)

    return Names(plain["names"], Made(plain["identities"], identity))


def plain_lexicon(lexicon: PhraseMatcher[Payload], actors: Sequence[Name], types: Mapping[str, ClaimType]) -> Any:
    """The entries of `lexicon`, and a row for each of their meanings: its layer, what it is, its fields.

    Names and triggers are given by their place in `actors` and in the groups of `types`.
    """
    places = {id(known): place for place, known in enumerate((*actors, *_triggers(types.values())))}

    def row(layer: str, payload: Payload) -> tuple[Any, ...]:
        if isinstance(payload, str):
            return layer, _WORD, payload
        if isinstance(payload, Name):
            return layer, _NAME, places[id(payload)]
        if isinstance(payload, TriggerForm):
            return layer, _TRIGGER, places[id(payload.trigger)] - len(actors), payload.kind, payload.tag, payload.lemma
        return layer, type(payload).__name__, *(getattr(payload, field.name) for field in fields(payload))

    return lexicon.flat(), [row(layer, payload) for layer, payload in lexicon.contents]


def lexicon_of(plain: Any, clitics: Clitics, actors: Sequence[Name], types: Mapping[str, ClaimType]) -> PhraseMatcher[Payload]:
    """The lexicon that `plain_lexicon` gave; what its phrases mean is made when they are met."""
    flat, rows = plain
    triggers = _triggers(types.values())

    def meaning(row: Any) -> tuple[str, Payload]:
        layer, kind, *values = row
        if kind == _WORD:
            return layer, values[0]
        if kind == _NAME:
            return layer, actors[values[0]]
        if kind == _TRIGGER:
            return layer, TriggerForm(triggers[values[0]], *values[1:])
        return layer, _VALUES[kind](*values)

    return PhraseMatcher(clitics, flat, Made(rows, meaning))


def _triggers(types: Iterable[ClaimType]) -> list[Trigger]:
    return [trigger for claim_type in types for trigger in claim_type.triggers]
