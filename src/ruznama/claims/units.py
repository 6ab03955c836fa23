"""Which noun a number counts: its unit.

It is looked for, in this order: a symbol before the number; a noun behind it, behind a few adjectives or behind "of". A number
that is part of a name (F-16, resolution 242) has none.
"""

from __future__ import annotations

from ruznama.claims.amount_words import PERCENT, PERSON, Noun, Payload, Sort
from ruznama.claims.numbers import Number, Page
from ruznama.text.phrases import Match

KNOWN_GROUP = 10  # up to here "the five states" are those just named


class Units:
    """The units of the numbers of one page. `prefixes` holds the symbols before a number by the word behind them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words, self.grammar, self.roles = page.text.words, page.grammar, page.grammar.roles
        self.prefixes: dict[int, tuple[int, Noun]] = {}
        for matches in page.marks.get("prefix", {}).values():
            for match in matches:
                if isinstance(match.payload, Noun) and self.is_written_so(match, match.payload):
                    self.prefixes.setdefault(match.last, (match.first, match.payload))

    def of(self, number: Number, free: int) -> tuple[Noun | None, int, int]:
        """The unit of `number` and the words of the amount."""
        first, last = number.first, number.last
        prefix = self.prefixes.get(first)
        if prefix is not None and prefix[0] >= free:
            behind = self._noun_behind(number)
            return prefix[1], prefix[0], behind[1] if behind is not None and behind[0].sort is Sort.MONEY else last
        if self.is_name(number):
            return None, first, last
        if number.fraction:
            whole = self.noun(last, number) or self.noun(last, number, loose=True, sort=Sort.TIME)
            if whole is not None and whole[0].sort in (Sort.MEASURE, Sort.TIME, Sort.MONEY):
                return whole[0], first, whole[1]
            return (None if self.page.follows(last, "no_share") else PERCENT), first, last
        behind = self._noun_behind(number)
        return (None, first, last) if behind is None else (behind[0], first, behind[1])

    def _noun_behind(self, number: Number) -> tuple[Noun, int] | None:
        """The counted noun behind `number` and the word behind it."""
        page, words, roles = self.page, self.words, self.roles
        at, end = number.last, page.end(number.first)
        hyphen = page.hyphen(at) if at < end else False
        if hyphen:
            at += 1
        while at < end and words[at] in roles["filler"]:
            at += 1
        if at >= end:
            return None
        noun = self.noun(at, number, hyphen=hyphen)
        if noun is not None or hyphen:
            one = number.value == 1 and not number.digits and not self.grammar.one_before_noun
            return None if one and noun is not None and noun[0].sort is Sort.COUNT else noun
        if words[at] in roles["of"]:
            return self._noun_after_of(at + 1, end, number)
        if words[at] in roles["others"]:
            return PERSON, at + 1
        return None if number.may_be_year else self._noun_over_gap(at, end, number)

    def noun(
        self, at: int, number: Number, *, hyphen: bool = False, loose: bool = False, sort: Sort | None = None
    ) -> tuple[Noun, int] | None:
        """The unit at word `at`, of one `sort`. `loose`: with clitics, as in "of his soldiers", "half the hour"."""
        for match in self.page.at("unit", at):
            noun = match.payload
            if not isinstance(noun, Noun) or (sort is not None and noun.sort is not sort):
                continue
            if not loose and (match.proclitics or match.enclitic):
                continue
            if not self.is_written_so(match, noun) or (noun.is_pair and number.value != 2):
                continue
            if noun.sort is Sort.COUNT and not self._is_counted(match, noun, many=number.value != 1, hyphen=hyphen):
                continue
            if noun.sort is Sort.TIME and self.page.is_year(match.last):  # "22 thousand [in] the year 2011"
                continue
            return noun, match.last
        return None

    def _is_counted(self, match: Match[Payload], noun: Noun, *, many: bool, hyphen: bool) -> bool:
        """Whether a noun in this form is what the number counts, where nouns stand before the nouns they describe."""
        if not self.grammar.plural_after_many:
            return True
        if match.last < len(self.words) and self.page.hyphen(match.last):
            return False
        if hyphen:
            return noun.form != "plural"
        return noun.form != "singular" or not (many or self.page.at("unit", match.last))

    def _noun_over_gap(self, at: int, end: int, number: Number) -> tuple[Noun, int] | None:
        """The counted noun behind adjectives, compounds with a hyphen among them."""
        left = self.grammar.gap
        while left and at + 1 < end:
            if not self.words[at][0].isalpha() or self.words[at] in self.roles["stop"]:
                return None
            at += 1
            while at + 1 < end and self.page.hyphen(at):
                at += 2
            left -= 1
            noun = self.noun(at, number) if at < end else None
            if noun is not None:
                return noun if noun[0].sort is Sort.COUNT else None
        return None

    def _noun_after_of(self, at: int, end: int, number: Number) -> tuple[Noun, int] | None:
        article = self.grammar.article
        ordinal = bool(article) and number.digits and number.first > 0 and self.words[number.first - 1] == article
        if number.value < 2 or number.may_be_year or ordinal:  # "the 233rd of the war" counts no people
            return None
        while at < end and self.words[at] in self.roles["determiner"]:
            at += 1
        for place in range(at, min(end, at + self.grammar.partitive_gap + 1)):
            if not self.words[place][0].isalpha() or self.words[place] in self.roles["stop"]:
                return None
            noun = self.noun(place, number, loose=True)
            if noun is not None:
                return noun if noun[0].sort is Sort.COUNT and noun[0].form != "singular" else None
        return None

    def is_name(self, number: Number) -> bool:
        """Whether `number` is part of a name or points at something: F-16, G20, resolution 242, the year 2006."""
        text, words, roles = self.page.text, self.words, self.roles
        before = number.first - 1
        if before < 0 or number.first in self.prefixes:
            return False
        word = words[before]
        if self.page.is_role(before, "designator") or (number.may_be_year and word in roles["year"]):
            return True
        if not number.digits:
            return word in roles["ordinal"] or (number.value <= KNOWN_GROUP and word in roles["definite"])
        if word == "-" and before and self.page.touches(before):
            return words[before - 1][0].isalpha() and self.page.touches(before + 1)
        if text.ends[before] < text.starts[number.first] or not word[0].isalpha():
            return False
        return _has_case(word[0]) or (self.page.touches(before) and words[before - 1][0].isdecimal())

    def ends_phrase(self, at: int) -> bool:
        """Whether no noun that could be counted begins at word `at`."""
        if at >= self.page.end(at - 1):
            return True
        word = self.words[at]
        if not word[0].isalnum() or word in self.roles["closer"] or word in self.roles["stop"]:
            return word != "-"
        proclitics = self.grammar.matcher.clitics.proclitics
        return any(joiner in proclitics and word.startswith(joiner) for joiner in self.roles["and"])

    def is_written_so(self, match: Match[Payload], noun: Noun) -> bool:
        """Whether a currency code stands in capitals; other words may be written as they like."""
        return noun.form != "code" or self.page.text.surface(match.first, match.last).isupper()


def _has_case(letter: str) -> bool:
    """Whether `letter` is of a script with capitals. Digits glued to such a word belong to it (G20)."""
    return letter.lower() != letter.upper()
