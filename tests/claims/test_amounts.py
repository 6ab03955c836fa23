"""Amounts: a row of amounts.tsv is a text and the amounts that are to be found in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ruznama.claims.amounts import amount_grammar, find
from ruznama.claims.numbers import digits_value
from ruznama.knowledge import Knowledge
from ruznama.text.words import split_words

LINES = (Path(__file__).parent / "amounts.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")][1:]


@pytest.mark.parametrize(("lang", "raw", "amounts", "taken"), ROWS, ids=[row[1] for row in ROWS])
def test_amounts(lang: str, raw: str, amounts: str, taken: str, knowledge: Knowledge) -> None:
    grammar = knowledge.derived(amount_grammar, lang)
    found = find(split_words(raw, knowledge.folding), grammar, [int(word) for word in taken.split()])
    written = [f"{each.amount.value:.12g} {each.amount.unit} {each.amount.text}" for each in found]
    assert "|".join(written) == amounts
    for each in found:
        assert raw[each.amount.start : each.amount.end] == each.amount.text


@pytest.mark.parametrize(
    ("word", "decimal_comma", "value"),
    [
        ("1600", False, 1600),
        ("1,600,000", True, 1600000),
        ("1.600.000", True, 1600000),
        ("1,600.50", False, 1600.5),
        ("1.600,50", True, 1600.5),
        ("1,2", True, 1.2),
        ("1,2", False, None),
        ("1,200", True, 1200),
        ("0,500", True, 0.5),
        ("11.9.2001", True, None),
    ],
)
def test_digits(word: str, decimal_comma: bool, value: float | None) -> None:
    read = digits_value(word, decimal_comma)
    assert (None if read is None else float(read[0])) == value


@pytest.mark.parametrize(
    ("lang", "part"), [("en", "1 - "), ("en", "5 young "), ("en", "a million and "), ("ar", "بين 5 و"), ("ar", "300 ")]
)
def test_time_grows_with_the_text(lang: str, part: str, knowledge: Knowledge) -> None:
    grammar = knowledge.derived(amount_grammar, lang)
    spent = []
    for times in (2_000, 16_000):
        text = split_words(part * times, knowledge.folding)
        start = time.perf_counter()
        find(text, grammar)
        spent.append(time.perf_counter() - start)
    assert spent[1] < 40 * spent[0] + 0.5  # eight times the text; a square would be 64 times
