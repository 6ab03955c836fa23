"""A page's own date: in its dateline, or in the path of its address."""

from __future__ import annotations

import re

from ruznama.dates.calendars import GREGORIAN, day_of
from ruznama.dates.grammar import DateGrammar
from ruznama.dates.resolving import Context, resolve
from ruznama.dates.specs import Fields
from ruznama.text.words import split_words

_LONGEST = 200  # code points: a longer line is prose, not a dateline
_PATH = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<month>\d{1,2})[/_-](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[/_-](?P<month>\d{1,2})[/_-](?P<year>(?:19|20)\d\d)(?!\d)"),
)


def dateline(text: str, grammar: DateGrammar) -> str | None:
    """The day (`2021-10-05`) or minute (`2021-10-05T03:11`) that a dateline says; None if it says none in full.

    Only a date with its year counts: nothing is taken from elsewhere. Of a Hijri and a Gregorian date the Gregorian one is
    taken. Prose is refused by its length.
    """
    if len(text) > _LONGEST:
        return None
    words = split_words(text, grammar.folding)
    nowhere = Context(published=None, unit="day", periods={})
    read = grammar.read(grammar.items.all(words))
    specs = [item.value for item in read if isinstance(item.value, Fields)]
    clock = next((spec.clock for spec in specs if spec.clock is not None), None)
    values = [resolve(spec, nowhere) for spec in specs if spec.year is not None and spec.day is not None]
    known = sorted((value for value in values if value.low is not None), key=lambda value: value.calendar != GREGORIAN)
    if not known or known[0].low is None:
        return None
    day = known[0].low.isoformat()
    return day if clock is None else f"{day}T{clock}"


def url_date(url: str) -> str | None:
    """The ISO day in the path of an address (/2018/05/08/, /20180508, /08-05-2018/); None if there is none."""
    path = re.sub(r"^[a-z][a-z0-9+.-]*://[^/]*", "", url, flags=re.IGNORECASE)
    for form in _PATH:
        for found in form.finditer(path):
            day = day_of(int(found["year"]), int(found["month"]), int(found["day"]))
            if day is not None:
                return day.isoformat()
    return None
