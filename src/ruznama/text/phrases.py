"""The one phrase matcher for all lexicons, linear in the text.

A lexicon is a tree of words. At each word of the text its readings are looked up: the word as it stands, and the word
without the clitics of its language ("wa-bi-l-Suʿudiya" is wa + bi + al + Suʿudiya). Readings are computed once for each different
word and kept, so that a page costs little more than one dictionary lookup a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

P = TypeVar("P")

_KEPT_READINGS = 200_000  # different words whose readings are kept; about 60 MB, more than a year of one newspaper has


@dataclass(frozen=True)
class Clitics:
    """What a language writes together with a word, from data/languages/<code>/language.toml, folded.

    `proclitics` maps each string that may stand before a word to its parts; `restore` gives, for those that swallow an
    article, what the word had before (lil- swallows al-). `enclitics` may stand behind it; `joints` maps the letter that a word
    shows before an enclitic to the one it ends with when alone (teh to teh marbuta).
    """

    proclitics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    restore: dict[str, str] = field(default_factory=dict)
    enclitics: tuple[str, ...] = ()
    joints: dict[str, str] = field(default_factory=dict)
    article: str = ""
    shortest: int = 2


class Reading(NamedTuple):
    """One way to read a word: the key to look up, and the clitics taken off."""

    key: str
    proclitics: tuple[str, ...]
    enclitic: str


class Match(NamedTuple, Generic[P]):
    """An entry found at words `first` to `last` (half-open)."""

    first: int
    last: int
    layer: str
    payload: P
    proclitics: tuple[str, ...]
    enclitic: str


class _Node(Generic[P]):
    __slots__ = ("next", "payloads")

    def __init__(self) -> None:
        self.next: dict[str, _Node[P]] = {}
        self.payloads: list[tuple[str, P]] = []


def readings(word: str, clitics: Clitics) -> Iterable[Reading]:
    """Every way to read a folded word, those with the fewest clitics first; whether a lexicon knows it is not asked."""
    yield Reading(word, (), "")
    for before, parts in clitics.proclitics.items():
        rest = word[len(before) :]
        if not word.startswith(before) or len(rest) < clitics.shortest:
            continue
        if before:
            yield Reading(rest, parts, "")
            if before in clitics.restore:
                yield Reading(clitics.restore[before] + rest, parts, "")
        if clitics.article in parts:
            continue  # a word with an article takes no pronoun
        for behind in clitics.enclitics:
            if rest.endswith(behind) and len(rest) - len(behind) >= clitics.shortest:
                stem = rest[: -len(behind)]
                yield Reading(stem, parts, behind)
                if stem[-1] in clitics.joints:
                    yield Reading(stem[:-1] + clitics.joints[stem[-1]], parts, behind)


class PhraseMatcher(Generic[P]):
    """Entries in layers; finds, at each word, the longest entry of each layer."""

    def __init__(self, clitics: Clitics) -> None:
        self.clitics = clitics
        self._root: dict[str, _Node[P]] = {}
        self._kept: dict[str, tuple[Reading, ...]] = {}

    def add(self, words: Sequence[str], layer: str, payload: P) -> None:
        """Adds an entry of one or more folded words."""
        node = self._root.setdefault(words[0], _Node())
        for word in words[1:]:
            node = node.next.setdefault(word, _Node())
        if (layer, payload) not in node.payloads:
            node.payloads.append((layer, payload))
        self._kept.clear()

    def known_readings(self, word: str) -> tuple[Reading, ...]:
        """The readings of `word` with which some entry begins."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) > _KEPT_READINGS:
                self._kept.clear()
            seen: dict[str, Reading] = {}
            for reading in readings(word, self.clitics):
                if reading.key in self._root:
                    seen.setdefault(reading.key, reading)
            found = self._kept[word] = tuple(seen.values())
        return found

    def find(self, words: Sequence[str]) -> list[Match[P]]:
        """All matches in text order; at one word and in one layer only the longest, then the one with fewest clitics."""
        found: list[Match[P]] = []
        for first, word in enumerate(words):
            known = self.known_readings(word)
            if not known:
                continue
            best: dict[str, tuple[int, int]] = {}
            here: list[tuple[int, _Node[P], Reading, str]] = []
            for reading in known:
                for last, node, enclitic in self._walk(self._root[reading.key], words, first + 1, reading.enclitic):
                    here.append((last, node, reading, enclitic))
            here.sort(key=lambda item: (-item[0], len(item[2].proclitics) + len(item[3])))
            for last, node, reading, enclitic in here:
                rank = (last, len(reading.proclitics) + len(enclitic))
                for layer in dict.fromkeys(layer for layer, _ in node.payloads):
                    if best.setdefault(layer, rank) == rank:
                        found.extend(
                            Match(first, last, layer, payload, reading.proclitics, enclitic)
                            for kind, payload in node.payloads
                            if kind == layer
                        )
        return found

    def _walk(self, node: _Node[P], words: Sequence[str], at: int, enclitic: str) -> Iterable[tuple[int, _Node[P], str]]:
        if node.payloads:
            yield at, node, enclitic
        if node.next and not enclitic and at < len(words):
            word = words[at]
            article = self.clitics.article
            child = node.next.get(word)
            if child is not None:
                yield from self._walk(child, words, at + 1, "")
            if article and word.startswith(article):
                child = node.next.get(word[len(article) :])
                if child is not None:
                    yield from self._walk(child, words, at + 1, "")
            for behind in self.clitics.enclitics:
                if word.endswith(behind):
                    stem = word[: -len(behind)]
                    child = node.next.get(stem) or (
                        node.next.get(stem[:-1] + self.clitics.joints[stem[-1]])
                        if stem and stem[-1] in self.clitics.joints
                        else None
                    )
                    if child is not None and child.payloads:
                        yield at + 1, child, behind
