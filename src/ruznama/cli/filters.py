"""The filters of a timeline: what the user wrote, checked, as a query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from ruznama.dates import interval
from ruznama.errors import UnknownName
from ruznama.knowledge import Knowledge
from ruznama.store import Query, Store

_SUGGESTED = 8  # names


def query(
    store: Store,
    knowledge: Knowledge,
    between: tuple[str, str] | None,
    actors: Iterable[str],
    types: Iterable[str],
    since: str | None,
    until: str | None,
) -> Query:
    """The query. Raises UnknownName for a type, code or date that there is not, naming those that there are."""
    known = Known(store, knowledge)
    return Query(
        between=None if between is None else (known.party(between[0]), known.party(between[1])),
        actors=tuple(known.party(actor) for actor in actors),
        types=tuple(_type(name, knowledge.claim_types) for name in types),
        earliest=None if since is None else _bound(since, 0),
        latest=None if until is None else _bound(until, 1),
    )


class Known:
    """The codes and names that may be asked for: those of the data folder and those that the store has."""

    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self._stored = store.parties()
        codes = (name.identity.code for name in knowledge.actors)
        self._all = {each.casefold(): each for each in {*self._stored, *(code for code in codes if code)}}

    def party(self, asked: str) -> str:
        """The code or name as it is stored, whatever the case it was asked in."""
        found = self._all.get(asked.casefold())
        if found is None:
            stored = sorted(self._stored, key=lambda name: (len(name), name))
            near = get_close_matches(asked.casefold(), self._all, n=_SUGGESTED, cutoff=0.7)
            hint = ", ".join(self._all[name] for name in near) or ", ".join(stored[: 4 * _SUGGESTED]) or "none yet"
            raise UnknownName(f"no actor has the code or name {asked!r}; known are {hint}")
        return found


def _type(asked: str, known: Collection[str]) -> str:
    if asked.casefold() not in known:
        near = get_close_matches(asked.casefold(), known, n=3)
        hint = f"did you mean {' or '.join(near)}? There are" if near else "there are"
        raise UnknownName(f"no claim type {asked!r}; {hint} {', '.join(known)}")
    return asked.casefold()


def _bound(asked: str, end: int) -> str | None:
    """The first (0) or last (1) day of what the user wrote as a date."""
    try:
        days = interval(asked)
    except ValueError:
        days = (None, None)
    if days == (None, None):
        raise UnknownName(f"{asked!r} is no date; write 1997, 1997-08 or 1997-08-21")
    return days[end]
