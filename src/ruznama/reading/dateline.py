"""The date of publication that a page itself states.

A dateline is a line near the top (or the byline) that holds a full date and nothing else but words like "updated",
places of clocks ("GMT") and a clock time. A date in a footer or in a sentence is none: pages carry today's calendar
in their margins.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ruznama.dates import DateGrammar, date_grammar, dateline, find
from ruznama.knowledge import Knowledge
from ruznama.text.structure import lines
from ruznama.text.words import split_words

_TOP = 8  # lines of a page among which the dateline stands
_LONGEST = 120  # code points
_OTHER_WORDS = 3  # words beside the date, as of a town and an agency; "published" and its like are not counted
_FULL_STOP = "."  # a line that ends with one is a short sentence
_LETTERS = re.compile(r"[^\W\d_]+")


class Dateline(NamedTuple):
    """Where it stands, and the day or minute that it states: `2021-10-05` or `2021-10-05T03:11`."""

    start: int
    published: str


def datelines(raw: str, lang: str, knowledge: Knowledge) -> list[Dateline]:
    """The datelines of the page in order, the first of which gives the date of publication."""
    found: list[Dateline] = []
    spans = lines(raw)
    for start, end in spans[:_TOP]:
        line = raw[start:end]
        if end - start > _LONGEST or line.rstrip().endswith(_FULL_STOP) or not any(map(str.isdigit, line)):
            continue
        published = _published(line, lang, knowledge)
        if published is not None:
            found.append(Dateline(start, published))
    return found


def _published(line: str, lang: str, knowledge: Knowledge) -> str | None:
    grammar = knowledge.derived(date_grammar, lang)
    published = dateline(line, grammar)
    if published is None or len(_beside(line, grammar, lang, knowledge)) > _OTHER_WORDS:
        return None
    return published


def _beside(line: str, grammar: DateGrammar, lang: str, knowledge: Knowledge) -> list[str]:
    """The words of the line that belong neither to a date nor to the phrases of a dateline."""
    for when in reversed(find(split_words(line, knowledge.folding), None, grammar)):
        line = line[: when.start] + " " + line[when.end :]
    phrases = knowledge.languages[lang].tables["structure"]["dateline"]
    known = {word for phrase in phrases for word in _LETTERS.findall(knowledge.folding.key(phrase))}
    return [word for word in _LETTERS.findall(knowledge.folding.key(line)) if word not in known]
