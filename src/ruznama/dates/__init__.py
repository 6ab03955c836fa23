"""Time expressions of Arabic, English and other press text as EDTF values, with the rule and the anchor of each.

    for when in times("…", "2018-05-08", lang=code): ...

`times` takes a text and does all; who has split the words already calls `find` with the grammar of the language:

    grammar = knowledge.derived(date_grammar, code)
    for when in find(split_words(page, knowledge.folding), "2018-05-08", grammar): ...
"""

from ruznama.dates.checking import Failure, check
from ruznama.dates.datelines import dateline, url_date
from ruznama.dates.finding import find, governed
from ruznama.dates.grammar import DateGrammar
from ruznama.dates.times import date_grammar, times
from ruznama.dates.values import interval

__all__ = [
    "DateGrammar", "Failure", "check", "date_grammar", "dateline", "find", "governed", "interval", "times", "url_date",
]  # fmt: skip
