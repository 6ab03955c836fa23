"""The one phrase matcher for all lexicons, linear in the text.

A lexicon is a tree of words. At each word of the text its readings are looked up: the word as it stands, and the word
without the clitics of its language ("wa-bi-l-Suʿudiya" is wa + bi + al + Suʿudiya). What a word begins is worked out once for
each different word and kept, so that a page costs little more than one dictionary lookup a word.

Entries lie flat under their first word, as strings and numbers that load fast from disk; the tree below a first word is grown
when a page has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

P = TypeVar("P")
T = TypeVar("T")

_KEPT_WORDS = 200_000  # different words of which is kept what they begin; about 60 MB, more than a year of one newspaper has


@dataclass(frozen=True)
class Clitics:
    """What a language writes together with a word, from data/languages/<code>/language.toml, folded.

    `proclitics` maps each string that may stand before a word to its parts; `restore` gives, for those that swallow an
    article, what the word had before (lil- swallows al-). `enclitics` may stand behind it; `joints` maps the letter that a word
    shows before an enclitic to the one it ends with when alone (teh to teh marbuta). `endings` are letters, as they are
    written, that fold to an enclitic and are none (teh marbuta folds to heh).
    """

    proclitics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    restore: dict[str, str] = field(default_factory=dict)
    enclitics: tuple[str, ...] = ()
    joints: dict[str, str] = field(default_factory=dict)
    article: str = ""
    shortest: int = 2
    endings: frozenset[str] = frozenset()

    @cached_property
    def heads(self) -> dict[str, tuple[int, tuple[str, ...]]]:
        """The strings that may stand before a word, each with its rank and its parts."""
        return {before: (rank, parts) for rank, (before, parts) in enumerate(self.proclitics.items())}

    @cached_property
    def longest_head(self) -> int:
        """Letters of the longest of them."""
        return max(map(len, self.proclitics), default=0)


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
    """A word in the tree: the words that go on from it, and what ends at it, by layer."""

    __slots__ = ("next", "payloads")

    def __init__(self) -> None:
        self.next: dict[str, _Node[P]] = {}
        self.payloads: dict[str, list[P]] = {}


class _Start(NamedTuple, Generic[P]):
    """What begins at a word: the readings that some entry begins with; the words that an entry may go on with, by reading; what
    the word alone makes."""

    known: tuple[tuple[_Node[P], Reading], ...]
    open: tuple[KeysView[str], ...]
    alone: tuple[tuple[str, P, tuple[str, ...], str], ...]


class _Inner(NamedTuple):
    """How a word may be written inside an entry: as it stands, without its article, without a pronoun (in two spellings)."""

    forms: tuple[str, ...]
    bare: str | None
    stems: tuple[tuple[str, str, str | None], ...]


class Memo(dict[str, T]):
    """What `make` gives for each word, kept; emptied when it has grown too large."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> T:
        if len(self) > _KEPT_WORDS:
            self.clear()
        made = self[word] = self._make(word)
        return made


def readings(word: str, clitics: Clitics) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Every way to read a folded word (see Reading), those with the fewest clitics first; whether a lexicon knows it is not
    asked."""
    yield word, (), ""
    heads, longest = clitics.heads, min(clitics.longest_head, len(word) - clitics.shortest)
    before = [(*heads[head], head) for length in range(longest + 1) if (head := word[:length]) in heads]
    behind = [enclitic for enclitic in clitics.enclitics if word.endswith(enclitic)]
    for _, parts, head in sorted(before) if len(before) > 1 else before:
        rest = word[len(head) :]
        if head:
            yield rest, parts, ""
            if head in clitics.restore:
                yield clitics.restore[head] + rest, parts, ""
        if clitics.article in parts:
            continue  # a word with an article takes no pronoun
        for enclitic in behind:
            if len(rest) - len(enclitic) >= clitics.shortest:
                stem = rest[: -len(enclitic)]
                yield stem, parts, enclitic
                if stem[-1] in clitics.joints:
                    yield stem[:-1] + clitics.joints[stem[-1]], parts, enclitic


Flat = dict[str, tuple[str | int, ...]]  # first word: the other words, the number of what they mean, again the other words, …


class PhraseMatcher(Generic[P]):
    """Entries in layers; finds, at each word, the longest entry of each layer.

    `flat` and `contents` are those of another matcher, as `flat()` and `contents` gave them: to such a one nothing is added.
    """

    def __init__(self, clitics: Clitics, flat: Flat | None = None, contents: Sequence[tuple[str, P]] | None = None) -> None:
        self.clitics = clitics
        self.contents: Sequence[tuple[str, P]] = [] if contents is None else contents
        self._flat: Mapping[str, Sequence[str | int]] = {} if flat is None else flat
        self._numbers: dict[tuple[str, P], int] = {}
        self._trees: dict[str, _Node[P]] = {}
        self._starts = Memo(self._start)
        self._inner = Memo(self._written)

    def add(self, words: Sequence[str], layer: str, payload: P) -> None:
        """Adds an entry of one or more folded words."""
        assert isinstance(self._flat, dict)
        assert isinstance(self.contents, list)
        number = self._numbers.setdefault((layer, payload), len(self.contents))
        if number == len(self.contents):
            self.contents.append((layer, payload))
        self._flat.setdefault(words[0], []).extend((" ".join(words[1:]), number))
        if self._starts:
            self._trees.clear()
            self._starts.clear()

    def flat(self) -> Flat:
        """All entries as plain values; their numbers count `contents`."""
        return {word: tuple(entries) for word, entries in self._flat.items()}

    def find(self, words: Sequence[str]) -> list[Match[P]]:
        """All matches in text order; at one word and in one layer only the longest, then the one with fewest clitics."""
        found: list[Match[P]] = []
        starts = self._starts
        last = len(words) - 1
        made = tuple.__new__  # as Match() does, in half the time: half of all that is marked on a page comes this way
        for first, word in enumerate(words):
            start = starts[word]
            if start is None:
                continue
            known, opens, alone = start
            end = first + 1
            if opens and first < last:
                forms = self._inner[words[end]].forms
                for following in opens:
                    if not following.isdisjoint(forms):
                        found.extend(self._longest(known, words, first))
                        break
                else:
                    found += [made(Match, (first, end, *rest)) for rest in alone]
            else:
                found += [made(Match, (first, end, *rest)) for rest in alone]
        return found

    def _start(self, word: str) -> _Start[P] | None:
        """What begins at `word`, whatever follows it; None for nothing."""
        seen: dict[str, tuple[_Node[P], Reading]] = {}
        flat = self._flat
        for key, parts, enclitic in readings(word, self.clitics):
            if key in flat and key not in seen:
                seen[key] = self._tree(key), Reading(key, parts, enclitic)
        known = tuple(seen.values())
        if not known:
            return None
        opens = tuple(node.next.keys() for node, reading in known if node.next and not reading.enclitic)
        return _Start(known, opens, tuple(match[2:] for match in self._longest(known, (word,), 0)))

    def _tree(self, word: str) -> _Node[P]:
        """The entries that begin with `word`."""
        root = self._trees.get(word)
        if root is None:
            root = self._trees[word] = _Node()
            flat: Any = self._flat[word]
            for rest, number in zip(flat[::2], flat[1::2], strict=True):
                node = root
                for following in rest.split():
                    node = node.next.setdefault(following, _Node())
                layer, payload = self.contents[number]
                payloads = node.payloads.setdefault(layer, [])
                if payload not in payloads:
                    payloads.append(payload)
        return root

    def _longest(self, known: Iterable[tuple[_Node[P], Reading]], words: Sequence[str], first: int) -> Iterator[Match[P]]:
        """The matches that begin at word `first`."""
        here: list[tuple[int, int, _Node[P], Reading, str]] = []
        for node, reading in known:
            for last, end, enclitic in self._walk(node, words, first + 1, reading.enclitic):
                here.append((-last, len(reading.proclitics) + len(enclitic), end, reading, enclitic))
        here.sort(key=lambda item: item[:2])
        best: dict[str, tuple[int, int]] = {}
        for before, clitics, node, reading, enclitic in here:
            rank = (before, clitics)
            for layer, payloads in node.payloads.items():
                if best.setdefault(layer, rank) == rank:
                    for payload in payloads:
                        yield Match(first, -before, layer, payload, reading.proclitics, enclitic)

    def _walk(self, node: _Node[P], words: Sequence[str], at: int, enclitic: str) -> Iterator[tuple[int, _Node[P], str]]:
        """Where the entries from `node` on end: the word behind them, what they mean, the pronoun on their last word."""
        if node.payloads:
            yield at, node, enclitic
        if not node.next or enclitic or at >= len(words):
            return
        word = words[at]
        inner = self._inner[word]
        child = node.next.get(word)
        if child is not None:
            yield from self._walk(child, words, at + 1, "")
        child = node.next.get(inner.bare) if inner.bare is not None else None
        if child is not None:
            yield from self._walk(child, words, at + 1, "")
        for behind, stem, joined in inner.stems:
            child = node.next.get(stem) or (node.next.get(joined) if joined is not None else None)
            if child is not None and child.payloads:
                yield at + 1, child, behind

    def _written(self, word: str) -> _Inner:
        """How `word` may be written inside an entry."""
        article, joints = self.clitics.article, self.clitics.joints
        bare = word[len(article) :] if article and word.startswith(article) else None
        stems: list[tuple[str, str, str | None]] = []
        for behind in self.clitics.enclitics:
            if word.endswith(behind):
                stem = word[: -len(behind)]
                stems.append((behind, stem, stem[:-1] + joints[stem[-1]] if stem and stem[-1] in joints else None))
        forms = [word, bare, *(form for _, *spelled in stems for form in spelled)]
        return _Inner(tuple(form for form in forms if form is not None), bare, tuple(stems))
