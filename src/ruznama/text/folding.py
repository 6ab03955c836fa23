"""Folded text: what is compared, with the way back to what is written.

Text and lexicon pass through the same `Folding`, so a name is one word with and without hamza, with alef madda and with
plain alef, with vowel signs and without. What is shown and quoted is always raw: every folded position knows the raw one that
it came from.

A character folds to: its row in data/folding.toml if it has one; nothing, if it is a combining mark or an invisible format
character (bidi marks, zero-width joiners); else its compatibility decomposition (Unicode NFKD) without marks, case-folded,
digits as ASCII.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

_SHORT = 24  # code points of a raw string whose key is kept: words of tables, of which the same few are asked on every page
_KEPT_KEYS = 4_000  # of them


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, unless every character kept its place, the raw position of each of its characters."""

    text: str
    places: tuple[int, ...] | None

    def raw(self, position: int) -> int:
        """The raw code point that the folded character at `position` came from."""
        return position if self.places is None else self.places[position]

    def raw_end(self, position: int) -> int:
        """Where a stretch that ends before folded `position` ends in the raw text, marks on its last letter included."""
        if self.places is None:
            return position
        return max(self.places[position], self.places[position - 1] + 1)

    def folded(self, place: int) -> int:
        """The first folded position that comes from raw code point `place` or later."""
        return place if self.places is None else bisect_right(self.places, place - 1)


class _Table(dict[int, str]):
    """Code point to folded string, filled as characters turn up."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        super().__init__({ord(written): compared for written, compared in letters.items()})

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = "".join(self._base(part) for part in unicodedata.normalize("NFKD", character)).casefold()
        self[point] = folded
        return folded

    def _base(self, character: str) -> str:
        if character == "\n":
            return character
        category = unicodedata.category(character)
        if category in ("Mn", "Me", "Cf"):
            return ""
        if category == "Nd":
            return str(unicodedata.decimal(character))
        if category in ("Zs", "Cc", "Zl", "Zp"):
            return " "
        known = self.get(ord(character))
        return character if known is None else known


class Folding:
    """The one folding, built from the letters of data/folding.toml."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._table = _Table(letters)
        self._keys: dict[str, str] = {}

    def key(self, raw: str) -> str:
        """`raw` as it is compared: folded, outer and repeated blanks removed. For lexicon entries and search words."""
        found = self._keys.get(raw)
        if found is None:
            found = " ".join(raw.translate(self._table).split())
            if len(raw) <= _SHORT:
                if len(self._keys) >= _KEPT_KEYS:
                    self._keys.clear()
                self._keys[raw] = found
        return found

    def fold(self, raw: str) -> Folded:
        """`raw` folded, character by character, with the map back."""
        table = self._table
        text = raw.translate(table)
        odd = [character for character in set(raw) if len(table[ord(character)]) != 1]
        if not odd:
            return Folded(text, None)
        places: list[int] = []
        done = 0
        for match in re.finditer(f"[{re.escape(''.join(odd))}]", raw):
            at = match.start()
            places.extend(range(done, at))
            places.extend([at] * len(table[ord(raw[at])]))
            done = at + 1
        return Folded(text, tuple(chain(places, range(done, len(raw) + 1))))
