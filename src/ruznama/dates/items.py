"""The words of a page as items: what the date rules look at.

An item is one or more words of the lexicon ("kanun al-awwal"), a number, a mark, or a clitic that the lexicon knows ("wa" of
"wa-l-arbiʿa"). Stretches of words without any strong word (a month, a weekday, a year …) are never turned into items:
that is what makes reading fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ruznama.dates.patterns import Classes
from ruznama.text.folding import Folding
from ruznama.text.phrases import Clitics
from ruznama.text.words import Text

_KEPT = 200_000  # different words whose letter is kept, as in the phrase matcher
_ISLAND = re.compile("[xX]+")
_LONGEST_ISLAND = 400  # items; a longer run of numbers and months is a table or an attack, and is cut
YEARS = range(1000, 2200)  # four digits that may be a year, Gregorian or Hijri
OTHER = "other"
BREAK = "break"


class Item(NamedTuple):
    """A class of the grammar with its value, at raw code points `start` to `end` and words `first` to `last`."""

    code: str
    value: Any
    start: int
    end: int
    first: int
    last: int
    rule: str = ""


class Entry(NamedTuple):
    """What the words of the lexicon make: only with a capital letter, or without clitics, or in other letters, if so marked."""

    code: str
    value: Any
    capital: bool
    attached: bool
    unlike: frozenset[str]


class Node:
    """A word in the lexicon tree, with the entries that end at it."""

    __slots__ = ("entries", "next", "strong")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.entries: list[Entry] = []
        self.strong = False


class _Letters(dict[str, str]):
    """Word to "." (nothing to dates), "x" (may stand in a date) or "X" (makes one likely)."""

    def __init__(self, items: Items) -> None:
        super().__init__()
        self._items = items

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        letter = self[word] = self._items.letter(word)
        return letter


class Items:
    """The lexicon of a language's dates: which words make which items."""

    def __init__(
        self, classes: Classes, tables: Mapping[str, Any], clitics: Clitics, folding: Folding, numbers: Mapping[str, str]
    ) -> None:
        self._classes, self._clitics = classes, clitics
        self._root: dict[str, Node] = {}
        self._inner: set[str] = set()
        self._starts: dict[str, tuple[tuple[int, tuple[str, ...], Node], ...]] = {}
        self._letters = _Letters(self)
        self._other, self._break = classes.code(OTHER), classes.code(BREAK)
        for name, table in tables.items():
            self._read(name, table, folding)
        before = dict(sorted(clitics.proclitics.items(), key=lambda pair: len(pair[0])))
        self._proclitics = {
            whole: tuple(part for part in parts if part != clitics.article)
            for whole, parts in before.items()
            if clitics.article not in parts or whole in clitics.restore
        } or {"": ()}
        self._clitic_codes = {folding.key(word): classes.code(name) for word, name in numbers.items()}

    def _read(self, name: str, table: Mapping[str, Any], folding: Folding) -> None:
        code = self._classes.code(name)
        article, capital, strong = table.get("article", False), table.get("capital", False), table.get("strong", False)
        attached, unlike = table.get("attached", True), frozenset(table.get("unlike", ()))
        for written, value in table["words"].items():
            for spelling in written.split("|"):
                words = folding.key(spelling).split()
                entry = Entry(code, tuple(value) if isinstance(value, list) else value, capital, attached, unlike)
                self._add(words, entry, strong)
                if article:
                    definite = code if article is True else self._classes.code(article)
                    self._add([self._clitics.article + words[0], *words[1:]], entry._replace(code=definite), strong)

    def _add(self, words: list[str], entry: Entry, strong: bool) -> None:
        node = self._root.setdefault(words[0], Node())
        node.strong = node.strong or strong
        for word in words[1:]:
            node = node.next.setdefault(word, Node())
            self._inner.add(word)
        if any((other.code, other.value) != (entry.code, entry.value) for other in node.entries):
            other = self._classes.name(node.entries[0].code)
            raise ValueError(f"date words: {' '.join(words)!r} is {other} and {self._classes.name(entry.code)}; keep one")
        if not node.entries:
            node.entries.append(entry)

    def _begins(self, word: str) -> tuple[tuple[int, tuple[str, ...], Node], ...]:
        """The readings of `word` with which an entry begins: letters taken off before it, as clitics, and the node."""
        found = self._starts.get(word)
        if found is None:
            if len(self._starts) > _KEPT:
                self._starts.clear()
            readings = []
            for whole, parts in self._proclitics.items():
                if not word.startswith(whole):
                    continue
                rest = word[len(whole) :]
                if whole in self._clitics.restore:
                    rest = self._clitics.restore[whole] + rest
                node = self._root.get(rest)
                if node is not None and (not whole or len(rest) >= self._clitics.shortest):
                    readings.append((len(whole), parts, node))
            found = self._starts[word] = tuple(readings)
        return found

    def letter(self, word: str) -> str:
        """How `word` bears on dates; see _Letters."""
        if word[0].isdigit():
            return "X" if _number_class(word) in ("nyear", "dotted", "years") else "x"
        begins = self._begins(word)
        if any(node.strong for _, _, node in begins):
            return "X"
        return "x" if begins or word in self._inner else "."

    def islands(self, text: Text) -> Iterator[list[Item]]:
        """The stretches of the page that may hold dates, as items, with one item of what stands before and behind."""
        letters = "".join(map(self._letters.__getitem__, text.words))
        count = len(text.words)
        for found in _ISLAND.finditer(letters):
            if "X" not in found.group():
                continue
            first, last = found.span()
            for begin in range(first, last, _LONGEST_ISLAND):
                end = min(begin + _LONGEST_ISLAND, last)
                items = list(self._items(text, begin, end))
                items.insert(0, self._edge(text, begin - 1, begin))
                if end == count:
                    items.append(Item(self._break, None, text.ends[-1], text.ends[-1], count, count))
                else:
                    if text.opens_line(end):
                        items.append(Item(self._break, None, text.ends[end - 1], text.ends[end - 1], end, end))
                    items.append(Item(self._other, None, text.starts[end], text.ends[end], end, end + 1))
                yield items

    def all(self, text: Text) -> list[Item]:
        """All words as items, for a line that is known to hold a date."""
        return list(self._items(text, 0, len(text.words)))

    def _edge(self, text: Text, at: int, after: int) -> Item:
        if not after or text.opens_line(after):
            return Item(self._break, None, text.starts[after], text.starts[after], after, after)
        return Item(self._other, None, text.starts[at], text.ends[at], at, after)

    def _items(self, text: Text, at: int, last: int) -> Iterator[Item]:
        words, starts, ends = text.words, text.starts, text.ends
        first = at
        while at < last:
            if at > first and text.opens_line(at):
                yield Item(self._break, None, ends[at - 1], ends[at - 1], at, at)
            word = words[at]
            if word[0].isdigit():
                kind = _number_class(word)
                yield Item(self._classes.code(kind), _number(word, kind), starts[at], ends[at], at, at + 1)
                at += 1
                continue
            best: tuple[int, int, tuple[str, ...], list[Entry]] | None = None
            for cut, parts, node in self._begins(word):
                end, entries = _walk(node, text, at, last)
                entries = [entry for entry in entries if _stands(entry, cut, text, at)]
                if entries and (best is None or end > best[0]):
                    best = (end, cut, parts, entries)
            if best is None:
                yield Item(self._other, None, starts[at], ends[at], at, at + 1)
                at += 1
                continue
            end, cut, parts, entries = best
            start = starts[at]
            if cut:
                middle = text.folded.raw(text.folded.folded(start) + cut)
                for part in parts:
                    yield Item(self._clitic_codes.get(part, self._other), None, start, middle, at, at)
                start = middle
            yield Item(entries[0].code, entries[0].value, start, ends[end - 1], at, end)
            at = end


def _stands(entry: Entry, cut: int, text: Text, at: int) -> bool:
    if entry.capital and not text.raw[text.starts[at]].isupper():
        return False
    return (entry.attached or not cut) and not (entry.unlike and text.surface(at, at + 1) in entry.unlike)


def _walk(node: Node, text: Text, at: int, last: int) -> tuple[int, list[Entry]]:
    """The longest entry from `node` on: the word behind it, and the entries."""
    end, entries = at + 1, node.entries
    reached = at + 1
    while node.next and reached < last and not text.opens_line(reached):
        following = node.next.get(text.words[reached])
        if following is None:
            break
        node = following
        reached += 1
        if node.entries:
            end, entries = reached, node.entries
    return end, entries


_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_HOUR_MINUTE = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")


def _number_class(word: str) -> str:
    if not word.isdigit():
        return "dotted" if _DOTTED.fullmatch(word) else "hour_minute" if _HOUR_MINUTE.fullmatch(word) else "amount"
    if len(word) == 8 and int(word[:4]) < int(word[4:]) and int(word[:4]) in YEARS and int(word[4:]) in YEARS:
        return "years"  # two years whose dash was lost: 20162020
    number = int(word) if len(word) < 9 else 10**9
    if len(word) == 4 and number in YEARS:
        return "nyear"
    if len(word) > 2:
        return "n999"
    return "n0" if number == 0 else "n12" if number <= 12 else "n31" if number <= 31 else "n99"


def _number(word: str, kind: str) -> Any:
    if kind == "dotted":
        return tuple(_DOTTED.fullmatch(word).groups())  # type: ignore[union-attr]
    if kind == "hour_minute":
        return tuple(map(int, word.split(".")))
    if kind == "years":
        return int(word[:4]), int(word[4:])
    return int(word) if kind != "amount" and len(word) < 9 else None
