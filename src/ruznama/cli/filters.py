"""The filters of a timeline: what the user wrote, checked, as a query."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches

from ruznama.dates import interval
from ruznama.errors import UnknownName
from ruznama.knowledge import Knowledge
from ruznama.store import Query, Store

_SUGGESTED = 8  # names


def query(
    store: Store,
    knowledge: Callable[[], Knowledge],
    between: tuple[str, str] | None,
    actors: Iterable[str],
    types: Iterable[str],
    since: str | None,
    until: str | None,
) -> Query:
    """The query. Raises UnknownName for a type, code or date that there is not, naming those that there are.

    `knowledge` is only called for what the store itself cannot answer: it takes longer than the query.
    """
    return Query(
        between=None if between is None else (_party(between[0], store, knowledge), _party(between[1], store, knowledge)),
        actors=tuple(_party(actor, store, knowledge) for actor in actors),
        types=tuple(_type(name, knowledge().claim_types) for name in types),
        earliest=None if since is None else _bound(since, 0),
        latest=None if until is None else _bound(until, 1),
    )


def _party(asked: str, store: Store, knowledge: Callable[[], Knowledge]) -> str:
    """The code or name as it is stored, whatever the case it was asked in. One without claims is no mistake."""
    stored = store.parties()
    known = {each.casefold(): each for each in stored}
    if asked.casefold() not in known:
        codes = (name.identity.code for name in knowledge().actors)
        known |= {code.casefold(): code for code in codes if code is not None}
    if asked.casefold() not in known:
        near = [known[name] for name in get_close_matches(asked.casefold(), known, n=_SUGGESTED, cutoff=0.7)]
        listed = sorted(stored, key=lambda name: (len(name), name))[: 4 * _SUGGESTED]
        raise UnknownName(f"no actor has the code or name {asked!r}; known are {', '.join(near or listed) or 'none yet'}")
    return known[asked.casefold()]


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
