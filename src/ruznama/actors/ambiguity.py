"""Names of states that also mean something else: the words next to them and those of the page decide, and say so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ruznama.knowledge import Identity, Knowledge, Name
from ruznama.text.words import folded_words


@dataclass(frozen=True, eq=False)
class Meaning:
    """Another meaning of a name and its cues, folded. `name` is whom it names then, None where it names no actor."""

    name: Name | None
    before: Sequence[Sequence[str]]
    behind: Sequence[Sequence[str]]
    page: frozenset[str]
    against: frozenset[str]

    def holds(self, words: Sequence[str], first: int, last: int, page: Collection[str]) -> bool:
        """Whether the name at words `first` to `last` has this meaning; `page` are all words of the page."""
        near = any(tuple(words[max(0, first - len(cue)) : first]) == tuple(cue) for cue in self.before)
        near = near or any(tuple(words[last : last + len(cue)]) == tuple(cue) for cue in self.behind)
        return near or (not self.page.isdisjoint(page) and self.against.isdisjoint(page))


Meanings = dict[str, tuple[Meaning, ...]]


def meanings(knowledge: Knowledge, lang: str) -> Meanings:
    """The other meanings of names in a language, by the folded name."""
    found: Meanings = {}
    for key, meaning in _read(knowledge, lang):
        found[key] = (*found.get(key, ()), meaning)
    return found


def _read(knowledge: Knowledge, lang: str) -> Iterator[tuple[str, Meaning]]:
    folding = knowledge.folding
    states = {name for name, kind in knowledge.actors.identity_fields("name", "kind") if kind == "state"}
    for row in knowledge.languages[lang].tables["ambiguous"]["reading"]:
        code = row["code"]
        kind = "state" if row["name"] in states else "place"
        identity = Identity(row["name"], code, kind, None, ())
        yield (
            folding.key(row["text"]),
            Meaning(
                name=Name(identity, lang, "seat" if kind == "state" else "name", row["text"]) if code else None,
                before=[folded_words(cue, folding) for cue in row.get("before", ())],
                behind=[folded_words(cue, folding) for cue in row.get("behind", ())],
                page=frozenset(map(folding.key, row.get("page", ()))),
                against=frozenset(map(folding.key, row.get("against", ()))),
            ),
        )
