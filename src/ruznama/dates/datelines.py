"""A page's own date: in its dateline, or in the path of its address."""

from __future__ import annotations

import re

from ruznama.dates.calendars import day_of
from ruznama.dates.grammar import DateGrammar
from ruznama.dates.resolve import Context, resolve
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

    Only a date with its year counts: nothing is taken from elsewhere. Prose is refused by its length.
    """
    if len(text) > _LONGEST:
        return None
    words = split_words(text, grammar.folding)
    nowhere = Context(published=None, unit="day", periods={})
    for items in grammar.items.islands(words):
        read = grammar.read(items)
        for item in read:
            spec = item.value
            if item.code not in grammar.times or not isinstance(spec, Fields) or spec.year is None or spec.day is None:
                continue
            value = resolve(spec, nowhere)
            if value.low is None:
                continue
            clocks = [spec.clock, *(other.value.clock for other in read if isinstance(other.value, Fields))]
            clock = next((clock for clock in clocks if clock is not None), None)
            return value.low.isoformat() if clock is None else f"{value.low.isoformat()}T{clock}"
    return None


def url_date(url: str) -> str | None:
    """The ISO day in the path of an address (/2018/05/08/, /20180508, /08-05-2018/); None if there is none."""
    path = re.sub(r"^[a-z][a-z0-9+.-]*://[^/]*", "", url, flags=re.IGNORECASE)
    for form in _PATH:
        for found in form.finditer(path):
            day = day_of(int(found["year"]), int(found["month"]), int(found["day"]))
            if day is not None:
                return day.isoformat()
    return None
