"""Amounts of a page: numbers with what they count.

The unit of a number is looked for, in this order: a symbol before it; a noun behind it, behind a few adjectives or
behind "of"; the unit of the next number in a range; what the words before it imply ("killed 12"). Besides, a noun may
have its numeral behind it, and a dual is two of its noun. A number whose unit is not known is no amount. All words, and
how a language writes numbers, stand in data/languages/<code>/amounts.toml.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ruznama.claims.amount_words import PERCENT, PERSON, AmountGrammar, Noun, Numeral, Payload, Sort, amount_grammar
from ruznama.claims.numbers import MILLION, Number, Page, read_number
from ruznama.claims.units import KNOWN_GROUP, Units
from ruznama.model import Amount
from ruznama.text.phrases import Match
from ruznama.text.words import Text

__all__ = ["AmountGrammar", "Found", "amount_grammar", "find"]

_AGE_WINDOW = 4  # words before a number in which a word of age stands ("aged between 20 and 30")
_LEAD_WINDOW = 4  # words of approximation between a word that implies a unit and the number ("killed at least 5")
_MONEY_REACH = 25  # words: how far back an amount of money lends its currency to a number of millions
_INSERTED = ("()", ",,", ",)", "(,")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and its words `first` to `last` (half-open)."""

    first: int
    last: int
    amount: Amount


_OPENING = ("idiom", "number", "dual", "unit")  # the layers of words that an amount may begin with, beside digits


def find(text: Text, grammar: AmountGrammar, taken: Collection[int] = ()) -> tuple[Found, ...]:
    """The amounts of `text` in order, none overlapping. `taken` are indexes of words that time expressions hold.

    Percentages are in points of a hundred, all other values in the unit itself (no thousands, no millions). A pair of
    bounds ("200 to 300 million dollars") gives two amounts, the surface of the first without the unit.
    """
    marks: dict[str, dict[int, list[Match[Payload]]]] = {}
    for match in grammar.matcher.find(text.words):
        marks.setdefault(match.layer, {}).setdefault(match.first, []).append(match)
    return tuple(_Reader(Page(text, grammar, marks, frozenset(taken))).read())


class _Reader:
    """One pass over one page. `free` is the first word that no amount holds, `money` the last amount of money."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words, self.grammar, self.roles = page.text.words, page.grammar, page.grammar.roles
        self.units = Units(page)
        self.free = 0
        self.money: tuple[int, Noun] | None = None
        self.named: dict[str, str] = {}
        for matches in page.marks.get("unit", {}).values():
            noun = matches[0].payload
            if isinstance(noun, Noun) and noun.family and noun.firm and noun.unit is not None:
                self.named.setdefault(noun.family, noun.unit)

    def read(self) -> Iterator[Found]:
        taken, at = self.page.taken, 0
        opening = {word for layer in _OPENING for word in self.page.marks.get(layer, ())}
        while at < len(self.words):
            last = at + 1
            opens = at not in taken and (at in opening or self.words[at][0].isdecimal())
            for item in self._at(at) if opens else ():
                last = self.free = max(last, item.last)
                if isinstance(item, Found) and taken.isdisjoint(range(item.first, item.last)):
                    yield item
            at = last

    def _at(self, at: int) -> Iterator[Found | Number]:
        """The amounts that begin at word `at`, and the numbers that are none, so that they are passed over."""
        idioms = self.page.at("idiom", at)
        if idioms:
            yield Number(at, idioms[0].last, Decimal(0), Decimal(0))
            return
        number = read_number(self.page, at)
        if number is not None:
            yield from self._range(number)
            return
        found = self._pair(at) or self._numeral_behind(at)
        if found is not None:
            yield found

    # a number and its range

    def _range(self, number: Number) -> Iterator[Found | Number]:
        """The amounts of `number` and of the numbers that a range joins to it, which share the last one's unit."""
        waiting: list[Number] = []
        while True:
            noun, first, last = self.units.of(number, self.free)
            if noun is None and (shorter := self._without_scale(number)) is not None:
                number = shorter
                noun, first, last = self.units.of(number, self.free)
            if noun is not None:
                for earlier in waiting:
                    shared = _in_scale_of(earlier, number)
                    year = earlier.may_be_year and number.scale > 1
                    yield (None if year else self._found(shared, noun, shared.first, shared.last)) or shared
                yield self._found(number, noun, first, last) or number
                return
            if self.units.is_name(number):
                yield from (*waiting, number)
                return
            waiting.append(number)
            behind = self._behind_connector(number)
            if behind is None:
                break
            number = behind
        for number in waiting:
            implied = self._implied(number)
            yield (None if implied is None else self._found(number, implied, number.first, number.last)) or number

    def _without_scale(self, number: Number) -> Number | None:
        """`number` without its last word, where that is a unit as well and no noun follows: 500 m are not millions."""
        last = number.last - 1
        if last == number.first or not self.page.at("unit", last):
            return None
        plain = self.units.ends_phrase(number.last) or self.page.follows(number.last, "filler")
        return read_number(self.page, number.first, last) if plain else None

    def _behind_connector(self, number: Number) -> Number | None:
        page, at = self.page, number.last
        if at + 1 >= page.end(number.first) or number.fraction:
            return None
        if self.words[at] in self.roles["to"]:
            return read_number(page, at + 1)
        if not page.is_before(number.first, "between"):
            return None
        if self.words[at] in self.roles["and"]:
            return read_number(page, at + 1)
        found = page.numeral(at)
        return read_number(page, at) if found is not None and page.joined(found[0]) else None

    # nouns that tell their number themselves, or before it

    def _pair(self, at: int) -> Found | None:
        """Two of what the dual at word `at` names, unless it is definite or agrees with a dual before it."""
        for match in self.page.at("dual", at):
            noun = match.payload
            if not isinstance(noun, Noun) or match.enclitic or self.grammar.article in match.proclitics:
                continue
            if not self.page.is_countable(match):
                continue
            if noun.form == "construct" and self.units.ends_phrase(match.last):  # "my ship" looks the same
                return None
            if not match.proclitics and any(before.last == at for before in self.page.at("dual", at - 1)):
                return None
            number = Number(at, match.last, Decimal(2), Decimal(2))
            return self._found(number, noun, at, match.last, self.page.start(at, match.proclitics))
        return None

    def _numeral_behind(self, at: int) -> Found | None:
        """An amount whose numeral stands behind the noun: "a single plane", "the twelve planes", in Arabic order."""
        if not self.grammar.article or self.words[at] in self.roles["casualty"]:
            return None
        for match in self.page.at("unit", at):
            noun, end = match.payload, self.page.end(at)
            if not isinstance(noun, Noun) or match.enclitic or noun.sort is Sort.SHARE:
                continue
            if self.grammar.article in match.proclitics:
                value, last = self._definite_numeral(match.last, end, noun)
            else:
                value, last = self._few_behind(match, noun, end)
            if value is not None:
                return self._found(Number(at, last, value, value), noun, at, last, self.page.start(at, match.proclitics))
        return None

    def _few_behind(self, match: Match[Payload], noun: Noun, end: int) -> tuple[Decimal | None, int]:
        """One or two behind an indefinite noun ("[a] plane single"), an adjective between them; "for [a] week"."""
        at, last = match.first, match.last
        one = noun.form != "plural"
        gap = one and last + 1 < end and self.words[last].isalpha() and not self.page.at("unit", last)
        for place in range(last, min(end, last + 2 if gap else last + 1)):
            if one and self.words[place] in self.roles["single"]:
                return Decimal(1), place + 1
            if self.words[place] in self.roles["pair"]:
                return Decimal(2), place + 1
        if noun.form == "singular" and noun.sort is Sort.TIME and not self.page.is_year(last):
            half = self._with_half(Decimal(1), noun, last)[1] > last
            if half or (at > 0 and self.page.is_role(at - 1, "lasting")):
                return Decimal(1), last
        return None, last

    def _definite_numeral(self, at: int, end: int, noun: Noun) -> tuple[Decimal | None, int]:
        """The numeral behind a definite noun and its last word. Small ones point back at a group told before."""
        article, words = self.grammar.article, self.words
        value: Decimal | None = None
        last = at
        if noun.form == "singular" or at >= end:
            return None, at
        if words[at] == article and at + 1 < end and words[at + 1].isdecimal():
            value, last = Decimal(words[at + 1]), at + 2
        else:
            for match in self.page.at("number", at):
                numeral = match.payload
                if isinstance(numeral, Numeral) and match.proclitics == (article,):
                    if KNOWN_GROUP < numeral.value < 100:
                        value, last = numeral.value, match.last
                    break
        if value is None or (last < end and self.units.noun(last, Number(at, last, value, value)) is not None):
            return None, at
        return value, last

    # surroundings

    def _implied(self, number: Number) -> Noun | None:
        """The unit that a number without a noun takes from what stands before it: the killed, money named before."""
        if number.fraction or not self.units.ends_phrase(number.last):
            return None
        at = number.first - 1
        for _ in range(_LEAD_WINDOW):
            if at >= 0 and self.words[at] in self.roles["approximate"]:
                at -= 1
        if at >= 0 and self.page.is_role(at, "casualty") and not number.may_be_year:
            return PERSON
        if self.money is not None and number.scale >= MILLION:
            place, noun = self.money
            same = self.page.sentence(place) == self.page.sentence(number.first)
            return noun if same and number.first - place <= _MONEY_REACH else None
        return None

    def _is_age(self, number: Number, first: int, last: int) -> bool:
        """Whether a length of time is an age: behind a word of age, between brackets or commas behind a name."""
        words = self.words
        if any(self.page.is_role(place, "age") for place in range(max(number.first - _AGE_WINDOW, 0), number.first)):
            return True
        return first > 0 and last < len(words) and words[first - 1] + words[last] in _INSERTED

    # results

    def _found(self, number: Number, noun: Noun, first: int, last: int, start: int | None = None) -> Found | None:
        """The amount at words `first` to `last`, or None where it is an age or no whole number of things."""
        unit, value = noun.unit, number.value
        if noun.sort is Sort.COUNT and number.other is not None:
            value = number.other
        if unit is None or (noun.sort is Sort.TIME and self._is_age(number, first, last)):
            return None
        if noun.sort is Sort.COUNT and value != int(value):
            return None
        if noun is PERCENT:
            value *= 100
        if noun.family and not noun.firm:
            unit = self.named.get(noun.family, unit)
        value, last = self._with_half(value, noun, last)
        for match in self.page.at("rate", last):
            per = match.payload
            if isinstance(per, str) and not self.grammar.rates.isdisjoint({(noun.sort.value, per), (unit, per)}):
                unit, last = f"{unit}/{per}", match.last
                break
        if noun.sort is Sort.MONEY:
            self.money = (first, noun)
        if first and self.words[first - 1] == "(" and ")" in self.words[first:last]:  # (300) thousand
            first -= 1
            start = self.page.text.starts[first]
        if start is None:
            numeral = self.page.numeral(first, first=True)
            start = self.page.start(first, numeral[0].proclitics if numeral is not None else ())
        end = self.page.text.ends[last - 1]
        return Found(first, last, Amount(float(value), unit, self.page.text.raw[start:end], start, end))

    def _with_half(self, value: Decimal, noun: Noun, last: int) -> tuple[Decimal, int]:
        """`value` and its end with a half behind the unit ("two years and half [the year]")."""
        if noun.sort not in (Sort.TIME, Sort.MEASURE) or last >= self.page.end(last - 1):
            return value, last
        found = self.page.numeral(last)
        if found is None or not found[1].fraction or not self.page.joined(found[0]):
            return value, last
        last = found[0].last
        end = self.page.end(last - 1)
        for again in self.page.at("unit", last) if last < end else ():
            if again.proclitics == (self.grammar.article,):
                last = again.last
                break
        return value + found[1].value, last


def _in_scale_of(earlier: Number, later: Number) -> Number:
    """`earlier` in the scale of the number it shares a unit with: the 200 of "200 to 300 billion"."""
    if earlier.scale == 1 and later.scale > 1 and earlier.value <= later.coefficient:
        return replace(earlier, value=earlier.value * later.scale)
    return earlier
