"""Numbers of a page: digits and number words, read together ("1.6 billion", "three hundred and five thousand")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from ruznama.claims.amount_words import AmountGrammar, Numeral, Payload
from ruznama.text.phrases import Match
from ruznama.text.words import Text

HUNDRED, THOUSAND, MILLION, BILLION = Decimal(100), Decimal(10**3), Decimal(10**6), Decimal(10**9)
_YEARS = range(1800, 2101)  # bare numbers that are more often a year than a count
_LONGEST = 16  # digits; longer strings are account or telephone numbers


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words `first` to `last` (half-open). `coefficient` times `scale` is its last part.

    `other` is its value if the dot in it parts thousands ("1.200").
    """

    first: int
    last: int
    value: Decimal
    coefficient: Decimal
    scale: Decimal = Decimal(1)
    digits: bool = False
    fraction: bool = False
    other: Decimal | None = None

    @property
    def may_be_year(self) -> bool:
        """Whether it is four digits that read as a year."""
        return self.digits and self.scale == 1 and self.value == int(self.value) and int(self.value) in _YEARS


@dataclass(frozen=True, eq=False)
class Page:
    """A text with the words of an AmountGrammar marked on it. `taken` are words of time expressions."""

    text: Text
    grammar: AmountGrammar
    marks: dict[str, dict[int, list[Match[Payload]]]]
    taken: frozenset[int]

    def at(self, layer: str, word: int) -> list[Match[Payload]]:
        """The matches of `layer` that begin at `word`."""
        found = self.marks.get(layer)
        return found.get(word, []) if found else []

    def is_role(self, word: int, role: str) -> bool:
        """Whether `word` is listed for `role`, an "and" written before it aside."""
        listed, written = self.grammar.roles[role], self.text.words[word]
        if written in listed:
            return True
        joiners = self.grammar.roles["and"]
        return any(written.startswith(joiner) and written[len(joiner) :] in listed for joiner in joiners)

    def is_before(self, word: int, role: str) -> bool:
        """Whether one of the two words before `word` is listed for `role`."""
        return any(self.is_role(place, role) for place in range(max(0, word - 2), word))

    def follows(self, word: int, role: str) -> bool:
        """Whether `word`, in the same sentence as the one before it, is listed for `role`."""
        return word < self.end(word - 1) and self.text.words[word] in self.grammar.roles[role]

    def is_year(self, word: int) -> bool:
        """Whether `word`, in the same sentence as the one before it, is four digits that read as a year."""
        digits = self.text.words[word] if word < self.end(word - 1) else ""
        return digits.isdecimal() and len(digits) == 4 and int(digits) in _YEARS

    def touches(self, word: int) -> bool:
        """Whether `word` follows the one before it without a blank."""
        return 0 < word < len(self.text.words) and self.text.starts[word] == self.text.ends[word - 1]

    def hyphen(self, word: int) -> bool:
        """Whether `word` is a hyphen inside a compound."""
        return self.touches(word) and self.touches(word + 1) and self.text.words[word] == "-"

    def is_splinter(self, word: int) -> bool:
        """Whether `word` shares its character of the raw text with other words ("½" folds to three)."""
        starts, ends = self.text.starts, self.text.ends
        return starts[word] == ends[word] or (word > 0 and starts[word] == starts[word - 1])

    def sentence(self, word: int) -> int:
        return bisect_right(self.text.sentence_starts, word) - 1

    def end(self, word: int) -> int:
        """The word behind the sentence of `word`; of a text without sentences, behind the text."""
        which = self.sentence(word)
        return self.text.sentences[which].last if which >= 0 else len(self.text.words)

    def start(self, word: int, proclitics: Iterable[str]) -> int:
        """Where `word` begins in the raw text without its clitics; an article stays with it."""
        folded = self.text.folded
        off = sum(len(part) for part in proclitics if part != self.grammar.article)
        return folded.raw(folded.folded(self.text.starts[word]) + off) if off else self.text.starts[word]

    def joined(self, match: Match[Payload]) -> bool:
        """Whether an "and" is written before the match's first word, as one with it."""
        return bool(self.grammar.roles["and"].intersection(match.proclitics))

    def numeral(self, word: int, *, first: bool = False) -> tuple[Match[Payload], Numeral] | None:
        """The number word at `word`. `first`: it opens a number, so what only looks like one is left out."""
        for match in self.at("number", word):
            numeral = match.payload
            if not isinstance(numeral, Numeral) or match.enclitic or not self.is_countable(match):
                continue
            if first and self.grammar.article in match.proclitics:
                if numeral.fraction and not self.is_before(word, "share"):
                    continue
                if 1 <= numeral.value < 3:  # in Arabic these are days of the week
                    continue
            return match, numeral
        return None

    def is_countable(self, match: Match[Payload]) -> bool:
        """Whether no clitic stands before the match that is more often the first letter of another word."""
        return self.grammar.roles["no_prefix"].isdisjoint(match.proclitics)


def read_number(page: Page, at: int, end: int | None = None) -> Number | None:
    """The longest number that begins at word `at` and ends before word `end` (None: in its sentence)."""
    return _Reader(page, at, page.end(at) if end is None else end).read()


class _Reader:
    """Reads one number, part by part.

    `group` is what is read since the last scale of a thousand or more, `closed` the number up to that scale.
    """

    def __init__(self, page: Page, at: int, end: int) -> None:
        self.page, self.at, self.end = page, at, end
        self.total, self.coefficient, self.scale = Decimal(0), Decimal(1), Decimal(1)
        self.group: Decimal | None = None
        self.other: Decimal | None = None
        self.closed: Number | None = None
        self.digits = self.fraction = False

    def read(self) -> Number | None:
        place = self.at
        while place < self.end:
            last = self._part(place)
            if last is None:
                break
            place = last
        group, closed = self.group, self.closed
        if group is None:
            return closed
        if closed is not None:
            if group >= self.scale or (self.scale > THOUSAND and group < THOUSAND):  # "a million and 5 states"
                return closed
            return Number(self.at, place, self.total + group, group, digits=self.digits)
        other = self.other if self.other is not None and self.other > group else None
        return Number(self.at, place, group, group, Decimal(1), self.digits, self.fraction, other)

    def _part(self, place: int) -> int | None:
        """Takes the part of the number at `place`: the word behind it, or None where the number ends."""
        page, words = self.page, self.page.text.words
        opens = place == self.at
        joined = not opens and (words[place] in page.grammar.roles["and"] or (page.hyphen(place) and not self.digits))
        here = place + 1 if joined else place
        if here >= self.end or (not opens and here in page.taken):
            return None
        if words[here][0].isdecimal():
            return self._take_digits(here, joined=joined)
        found = page.numeral(here, first=opens)
        if found is None:
            return None
        match, numeral = found
        joined = joined or page.joined(match)
        if not opens and not joined and match.proclitics not in ((), (page.grammar.article,)):
            return None
        if numeral.scale is None:
            taken = self._take_value(numeral, match.last, joined=joined)
        elif numeral.scale == HUNDRED:
            taken = self._take_hundred(numeral, joined=joined)
        else:
            taken = self._take_scale(numeral, match, joined=joined)
        return match.last if taken else None

    def _take_digits(self, at: int, *, joined: bool) -> int | None:
        if self.group is not None or (self.closed is not None and not joined):
            return None
        page, words = self.page, self.page.text.words
        word, last = words[at], at + 1
        if page.is_splinter(at):
            return None
        if word.isdecimal() and len(word) <= 3 and word[0] != "0":  # 30 000
            while last < self.end and len(word) < _LONGEST and self._is_group(last):
                word += words[last]
                last += 1
        read = digits_value(word, page.grammar.decimal_comma)
        if read is None or read[0] >= 10**_LONGEST:
            return None
        self.group, self.other = read
        self.digits = True
        if at == self.at and at and words[at - 1] == "(" and words[last : last + 1] == (")",):  # (300) thousand
            counted = page.at("number", last + 1) or page.at("unit", last + 1)
            return last + 1 if counted and last + 1 < self.end else last
        return last

    def _is_group(self, word: int) -> bool:
        """Whether `word` is three digits, one blank behind the word before it."""
        text = self.page.text
        written = text.words[word]
        return len(written) == 3 and written.isdecimal() and text.starts[word] == text.ends[word - 1] + 1

    def _take_value(self, numeral: Numeral, last: int, *, joined: bool) -> bool:
        if numeral.value < 1 and (self.group is not None or self.closed is not None):  # "two and a half"
            if joined and self.group is not None:
                self.group += numeral.value
                return True
            if joined and self.closed is not None:
                half = replace(self.closed, value=self.closed.value + numeral.value * self.scale, last=last)
                self.closed = self._with_scale_again(half)
            return False
        if self.group is None:
            if self.closed is not None and not joined:
                return False
            self.group, self.fraction = numeral.value, numeral.fraction
            return True
        summed = None if self.digits else _summed(self.group, numeral.value, joined=joined)
        if summed is not None:
            self.group = summed
        return summed is not None

    def _with_scale_again(self, number: Number) -> Number:
        """`number` with the scale that is repeated behind a half ("a million and half the million")."""
        found = self.page.numeral(number.last) if number.last < self.end else None
        if found is None or found[0].proclitics not in ((), (self.page.grammar.article,)):
            return number
        return replace(number, last=found[0].last) if found[1].value == number.scale else number

    def _take_hundred(self, numeral: Numeral, *, joined: bool) -> bool:
        if self.group is None:
            if not numeral.alone or (self.closed is not None and not joined):
                return False
            self.group = numeral.value
            return True
        if self.group >= 10 or joined or numeral.value != HUNDRED:
            return False
        self.group *= HUNDRED
        return True

    def _take_scale(self, numeral: Numeral, match: Match[Payload], *, joined: bool) -> bool:
        assert numeral.scale is not None
        fits = self.closed is None or numeral.scale < self.scale
        if self.group is not None:
            if joined or numeral.value != numeral.scale:
                return False
            group, self.group = self.group, None
            if not fits:  # "12 thousand and 16 thousand": the second begins another number
                return False
            if self.other is not None and self.page.grammar.decimal_comma and numeral.scale >= BILLION:
                group = min(group, self.other)
            self.coefficient, self.scale = group, numeral.scale
            self.total += group * numeral.scale
        elif self.closed is not None and not joined:  # "a thousand million"
            if match.proclitics:
                return False
            self.total += self.coefficient * self.scale * (numeral.scale - 1)
            self.scale *= numeral.scale
        else:
            if not numeral.alone or not fits:
                return False
            self.coefficient, self.scale = numeral.value / numeral.scale, numeral.scale
            self.total += numeral.value
        self.fraction, self.other = False, None
        self.closed = Number(self.at, match.last, self.total, self.coefficient, self.scale, self.digits)
        return True


def _summed(group: Decimal, value: Decimal, *, joined: bool) -> Decimal | None:
    """The sum that two number words make, or None where they are two numbers."""
    if value >= HUNDRED:
        return None
    if joined and 0 < group % 100 < 10 and value >= 20 and value % 10 == 0:  # five and twenty
        return group + value
    room = 100 if group % 100 == 0 else 10 if group % 10 == 0 and group % 100 > 10 else 1
    return group + value if 1 <= value < room else None


def digits_value(word: str, decimal_comma: bool) -> tuple[Decimal, Decimal | None] | None:
    """The value of a word of digits, and its other value where its one separator may be read either way.

    A separator before groups of three parts thousands, except a single dot; another comma is a decimal mark only where
    the language writes it so.
    """
    commas, dots = word.count(","), word.count(".")
    if not commas and not dots:
        return Decimal(word), None
    if commas and dots:
        mark = max(",", ".", key=word.rindex)
        whole, _, part = word.rpartition(mark)
        grouping = "," if mark == "." else "."
        return (Decimal(f"{whole.replace(grouping, '')}.{part}"), None) if _grouped(whole, grouping) else None
    mark = "," if commas else "."
    thousands = Decimal(word.replace(mark, "")) if _grouped(word, mark) else None
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
