"""The words of amounts of one language: number words, units, currencies, built from amounts.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import Any

from ruznama.knowledge import Knowledge
from ruznama.knowledge.forms import Forms
from ruznama.knowledge.languages import Language
from ruznama.text.folding import Folding
from ruznama.text.phrases import PhraseMatcher
from ruznama.text.words import folded_words


class Sort(StrEnum):
    """What kind of thing a unit is; the tables of amounts.toml that list units are named so."""

    COUNT = "count"
    MEASURE = "measure"
    TIME = "time"
    MONEY = "money"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Noun:
    """A word of a unit. `unit` is None for what is not reported (ages).

    `form` is singular, plural, dual, construct (a dual before its genitive), code (of a currency) or "" (any). `family`
    groups the currencies of one name (dinar): where `firm` is false, a page that names one of them in full means that
    one by the bare name.
    """

    unit: str | None
    sort: Sort
    form: str = ""
    family: str = ""
    firm: bool = True

    @property
    def is_pair(self) -> bool:
        return self.form in ("dual", "construct")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word. A `scale` multiplies what stands before it; `alone` says whether it may stand without a number."""

    value: Decimal
    scale: Decimal | None = None
    alone: bool = True
    fraction: bool = False


PERSON = Noun("person", Sort.COUNT)
PERCENT = Noun("percent", Sort.SHARE)

Payload = Noun | Numeral | str
_Add = Callable[[str, str, Payload], None]


@dataclass(frozen=True, eq=False)
class AmountGrammar:
    """The amounts of one language: its words in one matcher, and how it writes numbers.

    `roles` are the single words of the table [words], `rates` the units that may stand "per" another. `gap` is how many
    adjectives may part a number from its noun, `partitive_gap` how many words "of" from it. With `plural_after_many` a
    singular behind a number is no counted noun, with `one_before_noun` the word for one may count what follows it.
    """

    matcher: PhraseMatcher[Payload]
    roles: Mapping[str, frozenset[str]]
    rates: frozenset[tuple[str, str]]
    article: str
    gap: int
    partitive_gap: int
    plural_after_many: bool
    one_before_noun: bool
    decimal_comma: bool

    @classmethod
    def build(
        cls, table: Mapping[str, Any], language: Language, folding: Folding, matcher: PhraseMatcher[Payload]
    ) -> AmountGrammar:
        """The grammar in `table` (amounts.toml) of `language`, its words in `matcher`."""
        return cls(
            matcher=matcher,
            roles={role: frozenset(map(folding.key, listed)) for role, listed in table["words"].items()},
            rates=frozenset((unit, per) for per, rate in table["rate"].items() for unit in rate["of"]),
            article=language.clitics.article,
            **table["writing"],
        )


def amount_grammar(knowledge: Knowledge, lang: str) -> AmountGrammar:
    """The grammar of a language with the peoples of data/actors/; to be kept by `Knowledge.derived`."""
    language = knowledge.languages[lang]
    facets = ("people", "adjective") if language.adjectives_follow else ("people",)
    table = language.tables["amounts"]

    def plain() -> Any:
        return _plain(amount_words(table, language, knowledge.folding, knowledge.actors.texts(lang, facets)))

    flat, rows = knowledge.cache.get(f"amounts-{lang}", plain)
    contents = [(layer, _payload(*values)) for layer, *values in rows]
    return AmountGrammar.build(table, language, knowledge.folding, PhraseMatcher(language.clitics, flat, contents))


def amount_words(
    table: Mapping[str, Any], language: Language, folding: Folding, peoples: Iterable[str] = ()
) -> PhraseMatcher[Payload]:
    """The words in `table` (amounts.toml) of `language`.

    `peoples` are words for members of a nation, in languages that count with adjectives of relation those as well
    (Arabic; not English): they are counted as persons.
    """
    matcher: PhraseMatcher[Payload] = PhraseMatcher(language.clitics)

    def add(text: str, layer: str, payload: Payload) -> None:
        words = folded_words(text, folding)
        if words:
            matcher.add(words, layer, payload)

    _add_numbers(table, add)
    _add_units(table, language.forms, add)
    _add_money(table["money"], language, add)
    for people in (*table.get("peoples", ()), *peoples):
        for form, _ in language.forms.of("adjective", people) if language.adjectives_follow else [(people, "")]:
            add(form, "unit", PERSON)
    for per, rate in table["rate"].items():
        for word in rate["words"]:
            add(word, "rate", per)
    for phrase in table["idioms"]:
        add(phrase, "idiom", phrase)
    return matcher


def _plain(matcher: PhraseMatcher[Payload]) -> Any:
    """The words as plain values, for the cache: each content as its layer and the fields that `_payload` takes."""
    rows: list[tuple[Any, ...]] = []
    for layer, content in matcher.contents:
        if isinstance(content, Noun):
            rows.append((layer, "noun", content.unit, content.sort.value, content.form, content.family, content.firm))
        elif isinstance(content, Numeral):
            scale = None if content.scale is None else str(content.scale)
            rows.append((layer, "numeral", str(content.value), scale, content.alone, content.fraction))
        else:
            rows.append((layer, "word", content))
    return matcher.flat(), rows


def _payload(kind: str, first: Any, *more: Any) -> Payload:
    """The content of one row of `_plain`."""
    if kind == "noun":
        return Noun(first, Sort(more[0]), *more[1:])
    if kind == "numeral":
        return Numeral(Decimal(first), None if more[0] is None else Decimal(more[0]), *more[1:])
    return str(first)


def _add_numbers(table: Mapping[str, Any], add: _Add) -> None:
    for value, words in table["numbers"].items():
        for word in words:
            add(word, "number", Numeral(Decimal(value)))
    for row in table["scales"]:
        scale = Decimal(row["value"])
        for key, numeral in (
            ("single", Numeral(scale, scale)),
            ("counted", Numeral(scale, scale, alone=False)),
            ("double", Numeral(2 * scale, scale)),
        ):
            for word in row.get(key, ()):
                add(word, "number", numeral)
    for row in table["fractions"]:
        for word in row["words"]:
            add(word, "number", Numeral(Decimal(str(row["percent"])) / 100, fraction=True))
    for word in table.get("half", ()):
        add(word, "number", Numeral(Decimal("0.5")))


def _add_units(table: Mapping[str, Any], forms: Forms, add: _Add) -> None:
    pair_forms = Forms(table["forms"]) if "forms" in table else None
    pairs: dict[str, Noun] = {}
    listed: set[str] = set()
    for sort in (Sort.COUNT, Sort.MEASURE, Sort.TIME, Sort.SHARE):
        for unit, words in table[sort].items():
            for entry in words.get("nouns", ()):
                singular, *plurals = entry.split("|")
                own: dict[str, str] = {}
                if pair_forms is not None and " " not in singular:
                    own = dict(pair_forms.of("dual" if plurals else "dual of sound plural", singular))
                for form, _ in forms.of("noun", singular):
                    add(form, "unit", Noun(unit, sort, "singular" if form == singular else own.get(form, "")))
                for plural in plurals:
                    add(plural, "unit", Noun(unit, sort, "plural"))
                listed.update(plurals)
                for form, tag in own.items():
                    pairs.setdefault(form, Noun(unit, sort, tag))
            for word in words.get("words", ()):
                add(word, "unit", Noun(unit, sort))
            for word in words.get("before", ()):
                add(word, "prefix", Noun(unit, sort))
    for form, noun in pairs.items():
        if form not in listed:  # a plural that looks like a dual
            add(form, "dual", noun)
    for word in table["ages"]:
        add(word, "unit", Noun(None, Sort.TIME))


def _add_money(table: Mapping[str, Any], language: Language, add: _Add) -> None:
    for row in table["names"]:
        family = row["family"]
        usual = Noun(row.get("always", row.get("usually", family)), Sort.MONEY, "", family, firm="always" in row)
        nouns = list(_noun_forms(row["nouns"], language.forms))
        for form in nouns:
            add(form, "unit", usual)
        for code, adjectives in row.get("of", {}).items():
            named = Noun(code, Sort.MONEY, "", family)
            for form, adjective in product(nouns, adjectives):
                for inflected, _ in language.forms.of("adjective", adjective):
                    phrase = (form, inflected) if language.adjectives_follow else (inflected, form)
                    add(" ".join(phrase), "unit", named)
    for form in ("", "code"):
        symbols = table["symbols"] if not form else {code: [code] for code in table["codes"]}
        for code, written in symbols.items():
            for symbol, layer in product(written, ("prefix", "unit")):
                add(symbol, layer, Noun(code, Sort.MONEY, form))


def _noun_forms(entries: Iterable[str], forms: Forms) -> Iterator[str]:
    for entry in entries:
        singular, *plurals = entry.split("|")
        yield from (form for form, _ in forms.of("noun", singular))
        yield from plurals
