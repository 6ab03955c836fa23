"""A text with every lexicon word marked on it: what dates, actors and claims are read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from ruznama.knowledge.lexicon import Payload
from ruznama.text.phrases import Match, PhraseMatcher
from ruznama.text.words import Text

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Marks:
    """The matches of one text by layer and first word."""

    text: Text
    layers: dict[str, dict[int, list[Match[Payload]]]]

    def at(self, layer: str, word: int) -> list[Match[Payload]]:
        """The matches of `layer` that begin at `word`."""
        found = self.layers.get(layer)
        return found.get(word, []) if found else []

    def one(self, layer: str, word: int, kind: type[T], **wanted: str) -> tuple[Match[Payload], T] | None:
        """The first match of `layer` at `word` whose payload is a `kind` with the given attributes, and that payload."""
        for match in self.at(layer, word):
            payload = match.payload
            if isinstance(payload, kind) and all(getattr(payload, key) == value for key, value in wanted.items()):
                return match, payload
        return None


def mark(text: Text, lexicon: PhraseMatcher[Payload]) -> Marks:
    """`text` with all matches of `lexicon`; layers such as "class weapon" are gathered under their first word."""
    layers: dict[str, dict[int, list[Match[Payload]]]] = {}
    for match in lexicon.find(text.words):
        layers.setdefault(match.layer.partition(" ")[0], {}).setdefault(match.first, []).append(match)
    return Marks(text, layers)
