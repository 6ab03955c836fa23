"""A text with every lexicon word marked on it: what dates, actors and claims are read from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ruznama.knowledge.lexicon import Payload
from ruznama.text.phrases import Match, PhraseMatcher
from ruznama.text.words import Text

T = TypeVar("T")
_NONE: tuple[Match[Payload], ...] = ()


class _Families(dict[str, str]):
    """Layer to the layer that it is gathered in: its first word."""

    def __missing__(self, layer: str) -> str:
        family = self[layer] = layer.partition(" ")[0]
        return family


_FAMILIES = _Families()


@dataclass(frozen=True, eq=False)
class Marks:
    """The matches of one text by layer and first word."""

    text: Text
    layers: Mapping[str, Mapping[int, Sequence[Match[Payload]]]]

    def at(self, layer: str, word: int) -> Sequence[Match[Payload]]:
        """The matches of `layer` that begin at `word`."""
        found = self.layers.get(layer)
        return found.get(word, _NONE) if found is not None else _NONE

    def starts(self, layer: str) -> Sequence[int]:
        """The words at which matches of `layer` begin, in order."""
        return self._starts[layer]

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        """Matches come in text order, so that each layer's words do."""
        return defaultdict(tuple, {layer: tuple(found) for layer, found in self.layers.items()})

    def within(self, layer: str, first: int, last: int) -> Sequence[int]:
        """Those of them from word `first` to `last` (half-open): for walks over a sentence that need not stop at every word."""
        places = self.starts(layer)
        begin = bisect_left(places, first)
        return places[begin : bisect_left(places, last, begin)]

    def one(self, layer: str, word: int, kind: type[T], **wanted: str) -> tuple[Match[Payload], T] | None:
        """The first match of `layer` at `word` whose payload is a `kind` with the given attributes, and that payload."""
        matches = self.at(layer, word)
        if not matches:
            return None
        for match in matches:
            payload = match.payload
            if not isinstance(payload, kind):
                continue
            for key, value in wanted.items():
                if getattr(payload, key) != value:
                    break
            else:
                return match, payload
        return None


def mark(text: Text, lexicon: PhraseMatcher[Payload]) -> Marks:
    """`text` with all matches of `lexicon`; layers such as "class weapon" are gathered under their first word."""
    layers: defaultdict[str, defaultdict[int, list[Match[Payload]]]] = defaultdict(lambda: defaultdict(list))
    endings = lexicon.clitics.endings
    for match in lexicon.find(text.words):
        if match.enclitic and text.raw[text.ends[match.last - 1] - 1] in endings:
            continue
        layers[_FAMILIES[match.layer]][match.first].append(match)
    return Marks(text, layers)
