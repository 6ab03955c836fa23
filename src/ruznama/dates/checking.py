"""The examples of the rules, run: each rule of a language's dates_rules.toml shows what it finds."""

from __future__ import annotations

import re
from typing import NamedTuple

from ruznama.dates.finding import find
from ruznama.dates.grammar import DateGrammar
from ruznama.text.words import split_words

_EXAMPLE = re.compile(r"(?P<before>[^\[\]]*)\[(?P<found>[^\[\]]+)\](?P<behind>[^\[\]]*?)\s*=\s*(?P<edtf>\S+)")


class Failure(NamedTuple):
    """An example that its rule does not fulfil: the rule, the example, and what was found instead."""

    rule: str
    example: str
    found: str


def check(grammar: DateGrammar) -> list[Failure]:
    """The examples that fail; none if the grammar keeps its promises. `text [expression] text = EDTF`, `?` for no value."""
    failures = []
    for rule, example in grammar.examples:
        form = _EXAMPLE.fullmatch(example)
        if form is None:
            if _found(grammar, example):
                failures.append(Failure(rule, example, "; ".join(_found(grammar, example))))
            continue
        text = form["before"] + form["found"] + form["behind"]
        wanted = f"[{form['found']}] = {'' if form['edtf'] == '?' else form['edtf']}"
        found = _found(grammar, text)
        if wanted not in found:
            failures.append(Failure(rule, example, "; ".join(found) or "nothing"))
    return failures


def _found(grammar: DateGrammar, text: str) -> list[str]:
    words = split_words(text, grammar.folding)
    whens = find(words, grammar.examples_published, grammar, durations=True, events=True)
    return [f"[{when.text}] = {when.edtf or (when.note or '').replace(' ', ':')}" for when in whens]
