"""The persons of data/actors/persons.tsv, by name, surname and office, with the days of their terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from ruznama.dates import interval
from ruznama.knowledge import Identity, Knowledge

K = TypeVar("K")
V = TypeVar("V")

_FIRST, _LAST = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Moment:
    """The days that a mention speaks of, and what said so."""

    earliest: str
    latest: str
    words: str


@dataclass(frozen=True, slots=True)
class Term:
    """An office held by `person`: from the first to the last day that it can have been, with the code it is held for."""

    person: Identity
    office: str
    code: str
    since: str | None
    until: str | None

    def overlaps(self, moment: Moment) -> bool:
        """Whether the office can have been held at `moment`."""
        return self.days[0] <= moment.latest and moment.earliest <= self.days[3]

    def contains(self, moment: Moment) -> bool:
        """Whether the office was held during all of `moment`, however vague its own dates are."""
        return self.days[1] <= moment.earliest and moment.latest <= self.days[2]

    def distance(self, moment: Moment) -> int:
        """How far the term lies from `moment`, in days as the calendar counts them roughly; 0 if they overlap."""
        if self.overlaps(moment):
            return 0
        first, last = _count(self.days[0]), _count(self.days[3])
        return first - _count(moment.latest) if first > _count(moment.latest) else _count(moment.earliest) - last

    @property
    def days(self) -> tuple[str, str, str, str]:
        """The first and last day on which it can have begun, and the first and last day on which it can have ended."""
        return _days(self.since, self.until)

    def __str__(self) -> str:
        return f"{self.office}@{self.code} {self.since or ''}..{self.until or ''}"


@cache
def _days(since: str | None, until: str | None) -> tuple[str, str, str, str]:
    begun = (None, None) if since is None else interval(since)
    ended = (None, None) if until is None else interval(until)
    return begun[0] or _FIRST, begun[1] or _FIRST, ended[0] or _LAST, ended[1] or _LAST


def _count(day: str) -> int:
    year, month, last = day.split("-")
    return int(year) * 372 + int(month) * 31 + int(last)


@dataclass(frozen=True, eq=False)
class People:
    """Who is known: folded names to the persons so called, last words of full names, terms by person and by
    office; what the codes of states, organisations and groups show as."""

    named: Mapping[str, tuple[Identity, ...]]
    called: Mapping[str, Identity]
    surnames: Mapping[str, tuple[Identity, ...]]
    terms: Mapping[Identity, tuple[Term, ...]]
    holders: Mapping[tuple[str, str], tuple[Term, ...]]
    codes: Mapping[str, str]

    def code(self, person: Identity, term: Term | None) -> str | None:
        """For whom `person` acts in the office of `term`: a party of one state's politics stands for that state, and what the
        other tables give no code for has none."""
        return self.codes.get((person.code if term is None else term.code) or "")


def people(knowledge: Knowledge, _: str) -> People:
    """All persons of the data folder; the same in every language."""
    key = knowledge.folding.key
    named: dict[str, list[Identity]] = {}
    surnames: dict[str, list[Identity]] = {}
    terms: dict[Identity, tuple[Term, ...]] = {}
    holders: dict[tuple[str, str], list[Term]] = {}
    coded = knowledge.actors.identity_fields("kind", "code", "state")
    codes = {code: state or code for kind, code, state in coded if kind != "person" and code is not None}
    persons = list(knowledge.actors.of_kind("person"))
    keys = knowledge.cache.get("persons", lambda: [key(name.text) for name in persons])
    for name, folded in zip(persons, keys, strict=True):
        person = name.identity
        if person not in terms:
            terms[person] = tuple(Term(person, role.name, role.code, role.since, role.until) for role in person.roles)
            for term in terms[person]:
                holders.setdefault((term.office, term.code), []).append(term)
        _put(named, folded, person)
        _, blank, last = folded.rpartition(" ")
        if blank:
            _put(surnames, last, person)
    called = {person.name: person for person in terms}
    return People(_frozen(named), called, _frozen(surnames), terms, _frozen(holders), codes)


def alone_names(knowledge: Knowledge, lang: str) -> dict[str, Identity]:
    """Folded words that are a person's short name where the page names the person's state or organisation."""
    called = knowledge.derived(people, lang).called
    key = knowledge.folding.key
    return {key(word): called[name] for word, name in knowledge.languages[lang].tables["offices"]["alone"].items()}


def _put(table: dict[str, list[Identity]], key: str, person: Identity) -> None:
    listed = table.setdefault(key, [])
    if person not in listed:
        listed.append(person)


def _frozen(table: Mapping[K, Iterable[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in table.items()}
