"""Time expressions of Arabic, English and other press text as EDTF values, with the rule and the anchor of each.

    grammar = DateGrammar.build(tables, periods, folding, clitics)
    for when in find(split_words(page, folding), "2018-05-08", grammar): ...

`tables` are the TOML tables of data/languages/<code>/ by their stems, of which "dates_words" and "dates_rules" are used;
`periods` is data/periods.toml. Nothing here opens a file.
"""

from ruznama.dates.checking import Failure, check
from ruznama.dates.datelines import dateline, url_date
from ruznama.dates.finding import find, governed
from ruznama.dates.grammar import DateGrammar
from ruznama.dates.values import interval

__all__ = ["DateGrammar", "Failure", "check", "dateline", "find", "governed", "interval", "url_date"]
