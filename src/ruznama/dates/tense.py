"""Whether the words before an expression speak of the future or of the past: it decides between last and next Tuesday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ruznama.text.folding import Folding
from ruznama.text.words import Text

_BACK, _AHEAD = 14, 2  # words looked at before and behind: a clause of a news sentence
_CLAUSE = 8  # words before a seeming verb among which its clause begins
_KEPT = 200_000


class Tense(dict[str, int]):
    """Word to 1 (speaks of the future), -1 (of the past), 2 (ends a clause) or 0; filled as words turn up."""

    def __init__(self, table: Mapping[str, Any], folding: Folding) -> None:
        super().__init__()
        self._known: dict[str, int] = {}
        for name, sign in (("future", 1), ("past", -1), ("end", 2), ("neither", 0)):
            for word in table.get(name, ()):
                self._known[folding.key(word)] = sign
        self._before = tuple(map(folding.key, table.get("prefixes", ())))
        self._be = frozenset(map(folding.key, table.get("participle_after", ())))
        self._opens = frozenset(map(folding.key, table.get("opens", ())))
        self._future = _expression(table.get("future_forms", ()), folding)
        self._past = _expression(table.get("past_forms", ()), folding)

    def __missing__(self, word: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        sign = self._sign(word)
        if sign is None and word.startswith(self._before):
            sign = self._sign(word[1:])
        self[word] = sign or 0
        return sign or 0

    def _sign(self, word: str) -> int | None:
        sign = self._known.get(word)
        if sign is None and self._future.fullmatch(word):
            return 1
        return -1 if sign is None and self._past.fullmatch(word) else sign

    def at(self, text: Text, first: int, last: int) -> int:
        """1, -1 or 0 for the expression at words `first` to `last`: the nearest sign in its sentence decides."""
        for place in range(first - 1, max(-1, first - 1 - _BACK), -1):
            sign = self[text.words[place]]
            if sign == 2 or text.opens_line(place + 1):
                break
            if sign and not self._misleads(text, place, sign):
                return sign
        for place in range(last, min(len(text.words), last + _AHEAD)):
            sign = self[text.words[place]]
            if sign == 2:
                break
            if sign:
                return sign
        return 0

    def _misleads(self, text: Text, at: int, sign: int) -> bool:
        """Whether the sign is none where it stands: a participle ("will be held"), or a name ("said Sesay") and no verb.

        A word that only looks like a future verb is a name if a verb of the past stands before it in its clause: the future
        does not follow the past without a word between them that opens a clause.
        """
        if sign < 0:
            return at > 0 and text.words[at - 1] in self._be
        if text.words[at] in self._known or text.words[at].startswith(self._before or "\0"):
            return False
        for place in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
            word = text.words[place]
            bare = word[1:] if word.startswith(self._before or "\0") else word
            if word in self._opens or bare in self._opens or self[word] > 0:
                return False
            if self[word] < 0:
                return True
        return False


def _expression(forms: Iterable[str], folding: Folding) -> re.Pattern[str]:
    """Forms with * for any letters, as one expression."""
    parts = [re.escape(folding.key(form)).replace(r"\*", r"\w+") for form in forms]
    return re.compile("|".join(parts) or "(?!)")
