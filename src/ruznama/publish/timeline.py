"""A timeline: dated claims in order, undated ones apart, and how dates, parties and sources are shown to people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ruznama.model import Actor, Source, When
from ruznama.store import Entry

UNDATED = "no date"
_DECADE = re.compile(r"(\d{3})X")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims in the order in which they are to be read."""

    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, the undated ones last."""
        return self.dated + self.undated

    def __len__(self) -> int:
        return len(self.dated) + len(self.undated)


def timeline(entries: Iterable[Entry]) -> Timeline:
    """A timeline of `entries`, by the first day that each can have happened on; of two with the same, the vaguer later.

    A claim that is only known to lie before a day stands at that day. A time that could not be resolved is no date.
    """
    dated: list[Entry] = []
    undated: list[Entry] = []
    for entry in entries:
        (undated if _day(entry) is None else dated).append(entry)
    dated.sort(key=lambda entry: (_day(entry) or "", _last(entry)))
    return Timeline(tuple(dated), tuple(undated))


def _day(entry: Entry) -> str | None:
    when = entry.claim.when
    if when is None:
        return None
    return when.earliest if when.earliest is not None else when.latest


def _last(entry: Entry) -> str:
    when = entry.claim.when
    return "9999" if when is None or when.latest is None else when.latest


def shown_date(when: When | None) -> str:
    """The date as people read it, never more precise than it is: "since 2012-02", "1990s", "about 1992", "2012 (?)"."""
    if when is None or when.edtf is None:
        return UNDATED
    return _shown(when.edtf)


def _shown(edtf: str) -> str:
    first, slash, last = edtf.partition("/")
    if slash:
        if last in ("..", ""):
            return f"since {_shown(first)}"
        if first in ("..", ""):
            return f"until {_shown(last)}"
        return f"{_shown(first)} to {_shown(last)}"
    mark = edtf[-1:]
    plain = _DECADE.sub(r"\g<1>0s", edtf.rstrip("~?%"))
    return {"~": f"about {plain}", "?": f"{plain} (?)", "%": f"about {plain} (?)"}.get(mark, plain)


def shown_parties(actors: Sequence[Actor], recipients: Sequence[Actor]) -> str:
    """Who → whom, by their usual names; whoever is not named is "?"."""
    left = ", ".join(actor.name for actor in actors)
    right = ", ".join(actor.name for actor in recipients)
    if not right:
        return left or "?"
    return f"{left or '?'} → {right}"


def shown_sources(sources: Sequence[Source]) -> str:
    """The chain of attribution in the page's words, nearest first: "WikiLeaks ← a cable". Empty: the page itself."""
    return " ← ".join(source.text for source in sources)
