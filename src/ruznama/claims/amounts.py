"""Amounts of a page: numbers with what they count.

A number is read from digits and number words together ("1.6 billion", "three hundred thousand"), then its unit is looked
for: a symbol before it, a noun behind it, behind a few adjectives or behind "of", the unit of the next number in a range,
the numeral behind a counted noun, the dual of a noun. A number whose unit is not known is no amount. All words, and how a
language writes numbers, stand in data/languages/<code>/amounts.toml.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import Any

from ruznama.knowledge.forms import Forms
from ruznama.knowledge.languages import Language
from ruznama.model import Amount
from ruznama.text.folding import Folding
from ruznama.text.phrases import Match, PhraseMatcher
from ruznama.text.words import Text, split_words

_THOUSAND, _MILLION, _BILLION = Decimal(1000), Decimal(10**6), Decimal(10**9)
_HUNDRED = Decimal(100)
_YEARS = range(1800, 2101)  # bare numbers that are more often a year than a count
_AGE_WINDOW = 4  # words before a number in which a word of age stands ("aged between 20 and 30")
_LEAD_WINDOW = 4  # words of approximation between a word that implies a unit and the number ("killed at least 5")
_MONEY_REACH = 25  # words: how far back an amount of money lends its currency to a number of millions
_KNOWN_GROUP = 10  # up to here "the five states" are those just named
_HIGHEST = Decimal(10**16)  # longer digit strings are account or telephone numbers


class Sort(StrEnum):
    """What kind of thing a unit is; the tables of amounts.toml that list units are named so."""

    COUNT = "count"
    MEASURE = "measure"
    TIME = "time"
    MONEY = "money"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and its words `first` to `last` (half-open)."""

    first: int
    last: int
    amount: Amount


@dataclass(frozen=True, slots=True)
class Noun:
    """A word of a unit. `unit` is None for what is not reported (ages).

    `form` is singular, plural, dual, construct (a dual before its genitive), code (of a currency) or "" (any).

    `family` groups the currencies of one name (dinar): where `firm` is false, a page that names one of them in full
    means that one by the bare name.
    """

    unit: str | None
    sort: Sort
    form: str = ""
    family: str = ""
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word. A `scale` multiplies what stands before it; `alone` says whether it may stand without a number."""

    value: Decimal
    scale: Decimal | None = None
    alone: bool = True
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words `first` to `last` (half-open). `coefficient` times `scale` is its last part.

    `other` is its value if the dot in it parts thousands ("1.200").
    """

    first: int
    last: int
    value: Decimal
    coefficient: Decimal
    scale: Decimal
    digits: bool
    fraction: bool = False
    other: Decimal | None = None

    @property
    def may_be_year(self) -> bool:
        """Whether it is four digits that read as a year."""
        return self.digits and self.scale == 1 and self.value == int(self.value) and int(self.value) in _YEARS


Payload = Noun | Numeral | str
_PAIRS = ("dual", "construct")
_PERSON = Noun("person", Sort.COUNT)
_SHARE = Noun("percent", Sort.SHARE)
_Marks = dict[str, dict[int, list[Match[Payload]]]]


@dataclass(frozen=True, eq=False)
class AmountGrammar:
    """The amounts of one language, compiled: its words in one matcher and its habits of writing."""

    matcher: PhraseMatcher[Payload]
    roles: Mapping[str, frozenset[str]]
    rates: Mapping[tuple[str, str], str]
    joiners: frozenset[str]
    article: str
    gap: int
    partitive_gap: int
    plural_after_many: bool
    decimal_comma: bool

    @classmethod
    def build(
        cls, table: Mapping[str, Any], language: Language, folding: Folding, peoples: Iterable[str] = ()
    ) -> AmountGrammar:
        """The grammar in `table` (amounts.toml) of `language`.

        `peoples` are words for members of a nation, adjectives of relation included where the language counts with them
        (Arabic; not English): they are counted as persons.
        """
        matcher: PhraseMatcher[Payload] = PhraseMatcher(language.clitics)

        def add(text: str, layer: str, payload: Payload) -> None:
            words = split_words(text, folding).words
            if words:
                matcher.add(words, layer, payload)

        _add_numbers(table, add)
        _add_units(table, language.forms, add)
        _add_money(table["money"], language, add)
        for people in peoples:
            for form, _ in language.forms.of("adjective", people) if language.adjectives_follow else [(people, "")]:
                add(form, "unit", _PERSON)
        rates: dict[tuple[str, str], str] = {}
        for per, rate in table.get("rate", {}).items():
            for word in rate["words"]:
                add(word, "rate", per)
            rates.update({(unit, per): per for unit in rate["of"]})
        words = {role: frozenset(map(folding.key, listed)) for role, listed in table["words"].items()}
        for phrase in table.get("idioms", ()):
            add(phrase, "idiom", phrase)
        writing = table["writing"]
        return cls(
            matcher=matcher,
            roles=words,
            rates=rates,
            joiners=words["and"],
            article=language.clitics.article,
            gap=writing["gap"],
            partitive_gap=writing["partitive_gap"],
            plural_after_many=writing["plural_after_many"],
            decimal_comma=writing["decimal_comma"],
        )


_Add = Callable[[str, str, Payload], None]


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
        value = Decimal(str(row["percent"])) / 100
        for word in row["words"]:
            add(word, "number", Numeral(value, fraction=True))
    for word in table.get("part", {}).get("words", ()):
        add(word, "number", Numeral(Decimal(str(table["part"]["value"]))))


def _add_units(table: Mapping[str, Any], forms: Forms, add: _Add) -> None:
    own = Forms(table["forms"]) if "forms" in table else None
    duals: dict[str, Noun] = {}
    plurals_listed: set[str] = set()
    for sort in (Sort.COUNT, Sort.MEASURE, Sort.TIME, Sort.SHARE):
        for unit, words in table[sort].items():
            for entry in words.get("nouns", ()):
                singular, *plurals = entry.split("|")
                pairs: dict[str, str] = {}
                if own is not None and " " not in singular:
                    pairs = dict(own.of("dual" if plurals else "dual of sound plural", singular))
                for form, _ in forms.of("noun", singular):
                    add(form, "unit", Noun(unit, sort, "singular" if form == singular else pairs.get(form, "")))
                for plural in plurals:
                    add(plural, "unit", Noun(unit, sort, "plural"))
                plurals_listed.update(plurals)
                for form, tag in pairs.items():
                    duals.setdefault(form, Noun(unit, sort, tag))
            for word in words.get("words", ()):
                add(word, "unit", Noun(unit, sort))
            for word in words.get("before", ()):
                add(word, "prefix", Noun(unit, sort))
    for form, noun in duals.items():
        if form not in plurals_listed:
            add(form, "dual", noun)
    for word in table.get("ages", ()):
        add(word, "unit", Noun(None, Sort.TIME))


def _add_money(table: Mapping[str, Any], language: Language, add: _Add) -> None:
    for row in table["names"]:
        family = row["family"]
        usual = row.get("always", row.get("usually", family))
        nouns = list(_noun_forms(row["nouns"], language.forms))
        for form in nouns:
            add(form, "unit", Noun(usual, Sort.MONEY, "", family, "always" in row))
            add(form, "dual", Noun(usual, Sort.MONEY, "dual", family, "always" in row)) if form in row.get(
                "duals", ()
            ) else None
        for code, adjectives in row.get("of", {}).items():
            named = Noun(code, Sort.MONEY, "", family)
            for form, adjective in product(nouns, adjectives):
                for inflected, _ in language.forms.of("adjective", adjective):
                    phrase = (form, inflected) if language.adjectives_follow else (inflected, form)
                    add(" ".join(phrase), "unit", named)
    for code, symbols in table["symbols"].items():
        for symbol in symbols:
            add(symbol, "prefix", Noun(code, Sort.MONEY))
            add(symbol, "unit", Noun(code, Sort.MONEY))
    for code in table["codes"]:
        for layer in ("prefix", "unit"):
            add(code, layer, Noun(code, Sort.MONEY, "code"))


def _noun_forms(entries: Iterable[str], forms: Forms) -> Iterator[str]:
    for entry in entries:
        singular, *plurals = entry.split("|")
        yield from (form for form, _ in forms.of("noun", singular))
        yield from plurals


def find(text: Text, grammar: AmountGrammar, taken: Collection[int] = ()) -> tuple[Found, ...]:
    """The amounts of `text` in order, none overlapping. `taken` are indexes of words that belong to time expressions."""
    marks: _Marks = {}
    for match in grammar.matcher.find(text.words):
        marks.setdefault(match.layer, {}).setdefault(match.first, []).append(match)
    return tuple(_Reader(text, grammar, marks, frozenset(taken)).read())


@dataclass(slots=True)
class _Reader:
    """One pass over one text."""

    text: Text
    grammar: AmountGrammar
    marks: _Marks
    taken: frozenset[int]
    prefixes: dict[int, Match[Payload]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    money: tuple[int, Noun] | None = None
    done: int = 0

    def read(self) -> Iterator[Found]:
        for matches in self.marks.get("prefix", {}).values():
            for match in matches:
                if self._is_written_so(match):
                    self.prefixes.setdefault(match.last, match)
        for matches in self.marks.get("unit", {}).values():
            noun = matches[0].payload
            if isinstance(noun, Noun) and noun.family and noun.firm and noun.unit is not None:
                self.named.setdefault(noun.family, noun.unit)
        at = 0
        while at < len(self.text.words):
            last = at + 1
            for found in () if at in self.taken else self._at(at):
                last = self.done = max(last, found.last)
                if isinstance(found, Found) and self.taken.isdisjoint(range(found.first, found.last)):
                    yield found
            at = last

    def _at(self, at: int) -> Iterator[Found | Number]:
        """The amounts that begin at word `at`, and the numbers that are none, so that they are passed over."""
        idioms = self.marks.get("idiom", {}).get(at)
        if idioms:
            yield Number(at, idioms[0].last, Decimal(0), Decimal(0), Decimal(1), digits=False)
            return
        number = self._number(at)
        if number is not None:
            yield from self._range(number)
            return
        found = self._dual(at) or self._numeral_behind(at)
        if found is not None:
            yield found

    # numbers

    def _number(self, at: int, end: int | None = None) -> Number | None:
        """The longest number that begins at word `at`, before word `end`."""
        words, end = self.text.words, self._end(at) if end is None else end
        total, group, coefficient, scale = Decimal(0), None, Decimal(1), Decimal(1)
        digits = fraction = False
        other: Decimal | None = None
        closed: Number | None = None
        place = at
        while place < end:
            here = place
            joined = here > at and words[here] in self.grammar.joiners
            if joined:
                here += 1
            elif here > at and words[here] == "-" and not digits and self._touches(here) and self._touches(here + 1):
                here += 1
                joined = True
            if here >= end or (here > at and here in self.taken):
                break
            if words[here][0].isdigit():
                if group is not None or (closed is not None and not joined):
                    break
                read = self._digits(here)
                if read is None:
                    break
                group, other, last = read
                digits, place = True, last
                continue
            match = self._numeral(here, first=here == at)
            if match is None:
                break
            numeral = match.payload
            assert isinstance(numeral, Numeral)
            joined = joined or bool(self.grammar.joiners.intersection(match.proclitics))
            if here > at and match.proclitics and not joined and match.proclitics != (self.grammar.article,):
                break
            if numeral.scale is None:
                if numeral.value < 1 and (group is not None or closed is not None):
                    if not joined:
                        break
                    if group is not None:
                        group += numeral.value
                    elif closed is not None:
                        closed = replace(closed, value=closed.value + numeral.value * scale, last=match.last)
                        return self._with_scale_again(closed)
                elif group is None:
                    if closed is not None and not joined:
                        break
                    group, fraction = numeral.value, numeral.fraction
                else:
                    summed = None if digits else _summed(group, numeral.value, joined)
                    if summed is None:
                        break
                    group = summed
            elif numeral.scale == _HUNDRED:
                if group is None and (numeral.alone or total) and (closed is None or joined):
                    group = numeral.value
                elif group is not None and group < 10 and not joined and numeral.value == _HUNDRED:
                    group *= _HUNDRED
                elif group is not None and joined and group < 10:
                    break
                else:
                    break
            else:
                if group is None and closed is not None and not joined:
                    if match.proclitics:
                        break
                    scale *= numeral.scale  # a thousand million
                    total += coefficient * scale - coefficient * (scale / numeral.scale)
                elif group is None:
                    if not numeral.alone or (closed is not None and numeral.scale >= scale):
                        break
                    coefficient, scale = numeral.value / numeral.scale, numeral.scale
                    total += numeral.value
                else:
                    if joined or numeral.value != numeral.scale:
                        break
                    if closed is not None and numeral.scale >= scale:  # "between 12 thousand and 16 thousand"
                        return closed
                    if other is not None and numeral.scale >= _BILLION and self.grammar.decimal_comma:
                        group = min(group, other)
                    coefficient, scale = group, numeral.scale
                    total += group * scale
                group, fraction, other = None, False, None
                closed = Number(at, match.last, total, coefficient, scale, digits)
            place = match.last
        if group is None:
            return closed
        if closed is not None:
            if group >= scale or (scale > _THOUSAND and group < _THOUSAND):
                return closed
            return Number(at, place, total + group, group, Decimal(1), digits)
        if other is not None and "," in words[at]:
            other = None
        return Number(at, place, group, group, Decimal(1), digits, fraction, other)

    def _with_scale_again(self, number: Number) -> Number:
        """`number` with the scale that some languages repeat behind a half ("a million and half the million")."""
        match = self._numeral(number.last, first=False) if number.last < self._end(number.first) else None
        if match is None or match.proclitics not in ((), (self.grammar.article,)):
            return number
        numeral = match.payload
        same = isinstance(numeral, Numeral) and numeral.value == number.scale
        return replace(number, last=match.last) if same else number

    def _numeral(self, at: int, *, first: bool) -> Match[Payload] | None:
        for match in self.marks.get("number", {}).get(at, ()):
            if match.enclitic:
                continue
            numeral = match.payload
            if self.grammar.roles["no_prefix"].intersection(match.proclitics):
                continue
            if first and isinstance(numeral, Numeral) and self.grammar.article in match.proclitics:
                if numeral.fraction and not self._precedes(at, "share"):
                    continue
                if 1 <= numeral.value < 3:  # in Arabic these are days of the week
                    continue
            return match
        return None

    def _digits(self, at: int) -> tuple[Decimal, Decimal | None, int] | None:
        """The value of the digits at word `at`, its value read the other way, and the word behind them."""
        text, words = self.text, self.text.words
        word = words[at]
        last = at + 1
        if word.isdigit() and len(word) <= 3 and word[0] != "0":  # 30 000
            while (
                last < self._end(at)
                and len(words[last]) == 3
                and words[last].isdigit()
                and text.starts[last] == text.ends[last - 1] + 1
            ):
                word += words[last]
                last += 1
        read = _digits_value(word, self.grammar.decimal_comma)
        return None if read is None or read[0] > _HIGHEST else (*read, last)

    # units

    def _range(self, number: Number) -> Iterator[Found | Number]:
        """The amounts of `number` and of the numbers that a range joins to it, which share the last one's unit."""
        open_numbers: list[Number] = []
        while True:
            noun, first, last = self._unit(number)
            if noun is None and (shorter := self._without_scale(number)) is not None:
                number = shorter
                noun, first, last = self._unit(number)
            if noun is not None:
                for earlier in open_numbers:
                    shared = _in_scale_of(earlier, number)
                    yield self._found(shared, noun, shared.first, shared.last) or shared
                yield self._found(number, noun, first, last) or number
                return
            open_numbers.append(number)
            behind = self._behind_connector(number)
            if behind is None:
                break
            number = behind
        for number in open_numbers:
            implied = self._implied(number)
            found = None if implied is None else self._found(number, implied, number.first, number.last)
            yield found or number

    def _without_scale(self, number: Number) -> Number | None:
        """`number` without its last word, where that is a unit as well and no noun follows: 500 m are not millions."""
        last = number.last - 1
        if last == number.first or last not in self.marks.get("unit", {}):
            return None
        plain = self._ends_phrase(number.last) or self._follows(number.last, "filler")
        return self._number(number.first, last) if plain else None

    def _behind_connector(self, number: Number) -> Number | None:
        at, words, roles = number.last, self.text.words, self.grammar.roles
        if at + 1 >= self._end(number.first) or number.fraction:
            return None
        if words[at] in self.grammar.joiners:
            return self._number(at + 1) if self._precedes(number.first, "between") else None
        if words[at] in roles["to"]:
            return self._number(at + 1)
        match = self._numeral(at, first=False)
        if match is not None and self.grammar.joiners.intersection(match.proclitics):
            return self._number(at) if self._precedes(number.first, "between") else None
        return None

    def _unit(self, number: Number) -> tuple[Noun | None, int, int]:
        """The unit of `number` and the words of the amount."""
        first, last = number.first, number.last
        if self._is_name(number):
            return None, first, last
        behind = self._noun_behind(number)
        prefix = self.prefixes.get(first)
        if prefix is not None and isinstance(prefix.payload, Noun) and prefix.first >= self.done:
            if behind is not None and behind[0].sort is Sort.MONEY:
                last = behind[1]
            return prefix.payload, prefix.first, last
        if number.fraction:
            whole = self._noun(last, number) or self._noun(last, number, loose=True, sort=Sort.TIME)
            if whole is not None and whole[0].sort in (Sort.MEASURE, Sort.TIME, Sort.MONEY):
                return whole[0], first, whole[1]
            return (None if self._follows(last, "no_share") else _SHARE), first, last
        return (None, first, last) if behind is None else (behind[0], first, behind[1])

    def _noun_behind(self, number: Number) -> tuple[Noun, int] | None:
        """The counted noun behind `number` and the word behind it."""
        grammar, words, roles = self.grammar, self.text.words, self.grammar.roles
        at, end = number.last, self._end(number.first)
        if at >= end:
            return None
        hyphen = words[at] == "-" and self._touches(at) and self._touches(at + 1)
        if hyphen:
            at += 1
        while at < end and words[at] in roles["filler"]:
            at += 1
        noun = self._noun(at, number, hyphen=hyphen)
        if noun is not None or hyphen:
            return noun
        if at < end and words[at] in roles["of"]:
            return self._noun_after_of(at + 1, end, number)
        if at < end and words[at] in roles["others"]:
            return _PERSON, at + 1
        if number.may_be_year:
            return None
        return self._noun_over_gap(at, end, number)

    def _noun(
        self, at: int, number: Number, *, hyphen: bool = False, loose: bool = False, sort: Sort | None = None
    ) -> tuple[Noun, int] | None:
        """The unit at word `at`, of one `sort`. `loose`: with clitics, as in "of his soldiers", "half the hour"."""
        many = number.value != 1 or hyphen
        for match in self.marks.get("unit", {}).get(at, ()):
            noun = match.payload
            assert isinstance(noun, Noun)
            if (sort and noun.sort is not sort) or (not loose and (match.proclitics or match.enclitic)):
                continue
            if not self._is_written_so(match) or (noun.form in _PAIRS and number.value != 2):
                continue
            if noun.sort is Sort.COUNT and not self._is_counted(match, noun, many=many, hyphen=hyphen):
                continue
            if noun.sort is Sort.TIME and self._is_year(match.last):
                continue
            return noun, match.last
        return None

    def _is_counted(self, match: Match[Payload], noun: Noun, *, many: bool, hyphen: bool) -> bool:
        """Whether a noun in this form is what the number counts, where nouns stand before the nouns they describe."""
        if not self.grammar.plural_after_many:
            return True
        if self._touches(match.last) and self._touches(match.last + 1) and self.text.words[match.last] == "-":
            return False
        if hyphen:
            return noun.form != "plural"
        return noun.form != "singular" or not (many or match.last in self.marks["unit"])

    def _is_year(self, at: int) -> bool:
        """Whether word `at` is a year that the unit before it announces ("in the year 2011")."""
        return at < self._end(at - 1) and self.text.words[at].isdigit() and int(self.text.words[at][:5]) in _YEARS

    def _noun_over_gap(self, at: int, end: int, number: Number) -> tuple[Noun, int] | None:
        """The counted noun behind adjectives: the first plural among the next words."""
        words, stops = self.text.words, self.grammar.roles["stop"]
        left = self.grammar.gap
        while left and at + 1 < end:
            if not words[at][0].isalpha() or words[at] in stops:
                return None
            at += 1
            while at + 1 < end and words[at] == "-" and self._touches(at) and self._touches(at + 1):
                at += 2
            left -= 1
            noun = self._noun(at, number) if at < end else None
            if noun is not None:
                return noun if noun[0].sort is Sort.COUNT else None
        return None

    def _noun_after_of(self, at: int, end: int, number: Number) -> tuple[Noun, int] | None:
        if number.value < 2 or number.may_be_year:
            return None
        while at < end and self.text.words[at] in self.grammar.roles["determiner"]:
            at += 1
        for place in range(at, min(end, at + self.grammar.partitive_gap + 1)):
            if not self.text.words[place][0].isalpha() or self.text.words[place] in self.grammar.roles["stop"]:
                return None
            noun = self._noun(place, number, loose=True)
            if noun is not None:
                return noun if noun[0].sort is Sort.COUNT and noun[0].form != "singular" else None
        return None

    def _dual(self, at: int) -> Found | None:
        """Two of what the dual at word `at` names, unless it is definite or agrees with a dual before it."""
        duals = self.marks.get("dual", {})
        for match in duals.get(at, ()):
            noun = match.payload
            if not isinstance(noun, Noun) or match.enclitic or self.grammar.article in match.proclitics:
                continue
            if noun.form == "construct" and self._ends_phrase(match.last):  # "my ship"
                return None
            if not match.proclitics and any(before.last == at for before in duals.get(at - 1, ())):
                return None
            start = self._start(at, match.proclitics)
            number = Number(at, match.last, Decimal(2), Decimal(2), Decimal(1), digits=False)
            return self._found(number, noun, at, match.last, start)
        return None

    def _numeral_behind(self, at: int) -> Found | None:
        """An amount whose numeral stands behind the noun: "a single plane", "the five states", in Arabic order."""
        roles, words, article = self.grammar.roles, self.text.words, self.grammar.article
        if not article or words[at] in roles["casualty"]:
            return None
        for match in self.marks.get("unit", {}).get(at, ()):
            noun, last, end = match.payload, match.last, self._end(at)
            if not isinstance(noun, Noun) or match.enclitic or last >= end or noun.sort is Sort.SHARE:
                continue
            definite = article in match.proclitics
            value: Decimal | None = None
            if not definite:
                gap = last + 1 < end and words[last].isalpha() and last not in self.marks.get("unit", {})
                for place in (last, last + 1) if gap and noun.form != "plural" else (last,):
                    if words[place] in roles["single"] and noun.form != "plural":
                        value, last = Decimal(1), place + 1
                        break
                    if words[place] in roles["pair"]:
                        value, last = Decimal(2), place + 1
                        break
                if value is None and noun.form == "singular" and noun.sort is Sort.TIME and self._lasts_one(at, noun, last):
                    value = Decimal(1)
            elif noun.form != "singular":
                value, last = self._definite_numeral(last, end)
            if value is not None:
                number_ = Number(at, last, value, value, Decimal(1), digits=False)
                return self._found(number_, noun, at, last, self._start(at, match.proclitics))
        return None

    def _lasts_one(self, at: int, noun: Noun, last: int) -> bool:
        """Whether the bare unit of time at word `at` is one of it: "for the time of [a] week", "[a] year and a half"."""
        return self._with_half(Decimal(1), noun, last)[1] > last or (at > 0 and self._is_role(at - 1, "lasting"))

    def _definite_numeral(self, at: int, end: int) -> tuple[Decimal | None, int]:
        """The numeral behind a definite noun and its last word. Small ones point back at a group that was told before."""
        words, article = self.text.words, self.grammar.article
        value, last = None, at
        if words[at] == article and at + 1 < end and words[at + 1].isdigit():
            value, last = Decimal(words[at + 1]), at + 2
        else:
            for match in self.marks.get("number", {}).get(at, ()):
                numeral = match.payload
                if isinstance(numeral, Numeral) and match.proclitics == (article,) and _KNOWN_GROUP < numeral.value < 100:
                    value, last = numeral.value, match.last
                    break
        if value is None or (last < end and self._noun(last, Number(at, last, value, value, Decimal(1), digits=False))):
            return None, at
        return value, last

    # surroundings

    def _is_name(self, number: Number) -> bool:
        """Whether `number` is part of a name or points at something: F-16, G20, resolution 242, the year 2006."""
        text, words, roles = self.text, self.text.words, self.grammar.roles
        before = number.first - 1
        if before < 0 or number.first in self.prefixes:
            return False
        word = words[before]
        if word in roles["designator"] or (
            not number.digits and number.value <= _KNOWN_GROUP and word in roles["definite"]
        ):
            return True
        if number.may_be_year and word in roles["year"]:
            return True
        if not number.digits:
            return word in roles["ordinal"]
        if word == "-" and before and self._touches(before):
            return words[before - 1][0].isalpha() and self._touches(before + 1)
        if text.ends[before] < text.starts[number.first] or not word[0].isalpha():
            return False
        return _has_case(word[0]) or (self._touches(before) and words[before - 1][0].isdigit())

    def _implied(self, number: Number) -> Noun | None:
        """The unit that a number without a noun takes from what it stands behind: the killed, money named before."""
        words, roles = self.text.words, self.grammar.roles
        if self._is_name(number) or number.fraction:
            return None
        at = number.first - 1
        for _ in range(_LEAD_WINDOW):
            if at >= 0 and words[at] in roles["approximate"]:
                at -= 1
        if at >= 0 and self._is_role(at, "casualty") and self._ends_phrase(number.last) and not number.may_be_year:
            return _PERSON if number.value == int(number.value) else None
        if self.money is not None and number.scale >= _MILLION and self._ends_phrase(number.last):
            place, noun = self.money
            same = self._sentence(place) == self._sentence(number.first)
            return noun if same and number.first - place <= _MONEY_REACH else None
        return None

    def _ends_phrase(self, at: int) -> bool:
        """Whether no noun that could be counted begins at word `at`."""
        if at >= self._end(at - 1):
            return True
        word = self.text.words[at]
        if not word[0].isalnum() or word in self.grammar.roles["closer"] or word in self.grammar.roles["stop"]:
            return word != "-"
        proclitics = self.grammar.matcher.clitics.proclitics
        return any(joiner in proclitics and word.startswith(joiner) for joiner in self.grammar.joiners)

    def _is_age(self, number: Number) -> bool:
        words = self.text.words
        start = max(number.first - _AGE_WINDOW, 0)
        return any(word in self.grammar.roles["age"] for word in words[start : number.first])

    def _precedes(self, at: int, role: str) -> bool:
        return any(self._is_role(place, role) for place in range(max(0, at - 2), at))

    def _follows(self, at: int, role: str) -> bool:
        return at < self._end(at - 1) and self.text.words[at] in self.grammar.roles[role]

    def _is_role(self, at: int, role: str) -> bool:
        listed, word = self.grammar.roles[role], self.text.words[at]
        if word in listed:
            return True
        return any(word.startswith(joiner) and word[len(joiner) :] in listed for joiner in self.grammar.joiners)

    def _touches(self, at: int) -> bool:
        """Whether word `at` follows the word before it without a blank."""
        return 0 < at < len(self.text.words) and self.text.starts[at] == self.text.ends[at - 1]

    def _is_written_so(self, match: Match[Payload]) -> bool:
        """Whether a currency code stands in capitals."""
        noun = match.payload
        coded = isinstance(noun, Noun) and noun.form == "code"
        return not coded or self.text.surface(match.first, match.last).isupper()

    def _sentence(self, at: int) -> int:
        return bisect_right(self.text.sentence_starts, at) - 1

    def _end(self, at: int) -> int:
        """The word behind the sentence of word `at`."""
        which = self._sentence(at)
        return self.text.sentences[which].last if which >= 0 else len(self.text.words)

    def _start(self, at: int, proclitics: Iterable[str]) -> int:
        """Where word `at` begins in the raw text without its clitics; an article stays with the word."""
        folded = self.text.folded
        off = sum(len(part) for part in proclitics if part != self.grammar.article)
        return folded.raw(folded.folded(self.text.starts[at]) + off) if off else self.text.starts[at]

    # results

    def _found(self, number: Number, noun: Noun, first: int, last: int, start: int | None = None) -> Found | None:
        """The amount, or None where it is an age or only a number that pretends."""
        unit, value = noun.unit, number.value
        if unit is None or (noun.sort is Sort.TIME and (self._is_age(number) or self._is_inserted(first, last))):
            return None
        if noun.sort is Sort.COUNT and number.other is not None:
            value = number.other
        if noun is _SHARE:
            value *= 100
        if noun.sort is Sort.COUNT and value != int(value):
            return None
        if noun.family and not noun.firm:
            unit = self.named.get(noun.family, unit)
        value, last = self._with_half(value, noun, last)
        for match in self.marks.get("rate", {}).get(last, ()):
            per = match.payload
            if isinstance(per, str) and ((noun.sort, per) in self.grammar.rates or (unit, per) in self.grammar.rates):
                unit, last = f"{unit}/{per}", match.last
                break
        if noun.sort is Sort.MONEY:
            self.money = (first, noun)
        if start is None:
            match_ = self._numeral(first, first=True)
            start = self._start(first, match_.proclitics if match_ else ())
        end = self.text.ends[last - 1]
        return Found(first, last, Amount(float(value), unit, self.text.raw[start:end], start, end))

    def _with_half(self, value: Decimal, noun: Noun, last: int) -> tuple[Decimal, int]:
        """`value` and its end with a half behind the unit ("two years and a half")."""
        if noun.sort not in (Sort.TIME, Sort.MEASURE) or last >= self._end(last - 1):
            return value, last
        match = self._numeral(last, first=False)
        if match is None or not self.grammar.joiners.intersection(match.proclitics):
            return value, last
        numeral = match.payload
        if not isinstance(numeral, Numeral) or not numeral.fraction:
            return value, last
        last = match.last
        for again in self.marks.get("unit", {}).get(last, ()):
            if again.proclitics == (self.grammar.article,) and isinstance(again.payload, Noun) and last < self._end(last - 1):
                last = again.last
                break
        return value + numeral.value, last

    def _is_inserted(self, first: int, last: int) -> bool:
        """Whether the words stand between brackets or commas, as an age behind a name does."""
        words = self.text.words
        return 0 < first and last < len(words) and words[first - 1] + words[last] in ("()", ",,", ",)", "(,")


def _has_case(letter: str) -> bool:
    """Whether `letter` is of a script with capitals. Digits glued to such a word belong to it (G20)."""
    return letter.lower() != letter.upper()


def _summed(group: Decimal, value: Decimal, joined: bool) -> Decimal | None:
    """The sum that two number words make, or None where they are two numbers."""
    if value >= _HUNDRED:
        return None
    if joined and 0 < group % 100 < 10 and value >= 20 and value % 10 == 0:  # five and twenty
        return group + value
    room = 100 if group % 100 == 0 else 10 if group % 10 == 0 and group % 100 > 10 else 1
    return group + value if 1 <= value < room else None


def _in_scale_of(earlier: Number, later: Number) -> Number:
    """`earlier` in the scale of the number it shares a unit with: the 200 of "200 to 300 billion"."""
    if earlier.scale == 1 and later.scale > 1 and earlier.value <= later.coefficient:
        return replace(earlier, value=earlier.value * later.scale)
    return earlier


def _digits_value(word: str, decimal_comma: bool) -> tuple[Decimal, Decimal | None] | None:
    """The value of a word of digits, and the other value where its one separator may also be read the other way."""
    commas, dots = word.count(","), word.count(".")
    if not commas and not dots:
        return Decimal(word), None
    if commas and dots:
        mark = max(",", ".", key=word.rindex)
        whole, _, part = word.rpartition(mark)
        grouping = "," if mark == "." else "."
        return (Decimal(f"{whole.replace(grouping, '')}.{part}"), None) if _grouped(whole, grouping) else None
    mark = "," if commas else "."
    grouped = _grouped(word, mark)
    thousands = Decimal(word.replace(mark, "")) if grouped else None
    if commas + dots > 1:
        return None if thousands is None else (thousands, None)
    decimal = Decimal(word.replace(",", "."))
    if mark == ".":
        return decimal, thousands
    if thousands is not None:
        return thousands, decimal
    return (decimal, None) if decimal_comma else None


def _grouped(word: str, mark: str) -> bool:
    """Whether `mark` parts thousands in `word`: 1,600,000."""
    head, *groups = word.split(mark)
    return bool(groups) and 1 <= len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in groups)
