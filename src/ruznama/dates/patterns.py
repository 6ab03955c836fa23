"""The pattern language of the date rules, compiled to regular expressions over one character for each item of the text.

    {weekday}? {comma}? {day} ({of}|{in})? {month=month|weak_month}

`{name}` is an item class, or a part: a named list of classes. Behind `=` stand the classes of a group with a name of its own.
`?`, `*`, `+`, parentheses and `|` mean what they mean in regular expressions; blanks mean nothing. Each class has one
character, so that a rule over words is a regular expression over a short string, and Python's engine does the matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_TOKEN = re.compile(r"\s*(?:\{(?P<part>[^{}]+)\}|(?P<mark>[()|?*+]))")
_FIRST_CODE = 0x4E00  # a block without special meaning in regular expressions


class Classes:
    """The character of each item class, given out as classes are named."""

    def __init__(self, parts: Mapping[str, Sequence[str]]) -> None:
        self._codes: dict[str, str] = {}
        self._parts = parts

    def code(self, name: str) -> str:
        """The character of class `name`."""
        return self._codes.setdefault(name, chr(_FIRST_CODE + len(self._codes)))

    def codes(self, names: str) -> str:
        """The characters of classes and parts that `|` separates."""
        found: list[str] = []
        for name in names.split("|"):
            members: Iterable[str] = self._parts.get(name.strip(), ())
            found.extend(self.codes("|".join(members)) if members else self.code(name.strip()))
        return "".join(dict.fromkeys(found))

    def name(self, code: str) -> str:
        """The class of a character."""
        return next(name for name, other in self._codes.items() if other == code)


class Pattern:
    """A compiled pattern: its expression, the characters with which it may begin, and the group of each label."""

    def __init__(self, source: str, classes: Classes) -> None:
        self._source, self._classes = source, classes
        self._tokens = self._split(source)
        self._at = 0
        self.labels: list[str] = []
        expression, first, nullable = self._either()
        if self._at != len(self._tokens) or nullable:
            raise ValueError(f"date pattern {source!r}: unbalanced, or it matches nothing at all")
        self.expression = expression
        self.first = first

    @staticmethod
    def _split(source: str) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        at = 0
        source = source.rstrip()
        while at < len(source):
            found = _TOKEN.match(source, at)
            if found is None:
                raise ValueError(f"date pattern {source!r}: cannot read {source[at:]!r}")
            tokens.append(("part", found["part"]) if found["part"] else ("mark", found["mark"]))
            at = found.end()
        return tokens

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _either(self) -> tuple[str, frozenset[str], bool]:
        expression, first, nullable = self._sequence()
        while self._peek() == ("mark", "|"):
            self._at += 1
            other, more, empty = self._sequence()
            expression, first, nullable = f"{expression}|{other}", first | more, nullable or empty
        return expression, first, nullable

    def _sequence(self) -> tuple[str, frozenset[str], bool]:
        expression, first, nullable = "", frozenset[str](), True
        while self._peek()[0] != "end" and self._peek() not in (("mark", "|"), ("mark", ")")):
            piece, begin, empty = self._piece()
            expression += piece
            if nullable:
                first |= begin
            nullable = nullable and empty
        return expression, first, nullable

    def _piece(self) -> tuple[str, frozenset[str], bool]:
        kind, text = self._peek()
        self._at += 1
        if kind == "part":
            label, equals, names = text.partition("=")
            codes = self._classes.codes(names if equals else label)
            self.labels.append(label.strip())
            piece, first, empty = f"([{codes}])", frozenset(codes), False
        elif text == "(":
            inner, first, empty = self._either()
            if self._peek() != ("mark", ")"):
                raise ValueError(f"date pattern {self._source!r}: a bracket is not closed")
            self._at += 1
            piece = f"(?:{inner})"
        else:
            raise ValueError(f"date pattern {self._source!r}: {text!r} has nothing before it")
        if self._peek()[0] == "mark" and self._peek()[1] in "?*+":
            piece += self._peek()[1]
            empty = empty or self._peek()[1] != "+"
            self._at += 1
        return piece, first, empty
