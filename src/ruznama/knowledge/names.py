"""Which words make names of persons: first names, words of known persons' names, and the frequent words that are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ruznama.knowledge.files import lines, rows, values
from ruznama.text.words import folded_words

if TYPE_CHECKING:
    from ruznama.knowledge import Knowledge


@dataclass(frozen=True, eq=False)
class NameBook:
    """Folded words. `given` are first names, `doubtful` those of them that are also common words, each with its spellings
    (unfolded, for folding makes names and words alike that are written differently); `parts` all words of the names of known
    persons; `common` the frequent words that are no part of a name."""

    given: frozenset[str]
    doubtful: dict[str, frozenset[str]]
    parts: frozenset[str]
    common: frozenset[str]


def name_book(knowledge: Knowledge, lang: str) -> NameBook:
    """The words of a language's names, from data/names.tsv, data/actors/persons.tsv and the language's common.txt."""
    given, doubtful, parts, common = knowledge.cache.get(f"names-{lang}", lambda: _read(knowledge, lang))
    spellings = {word: frozenset(written) for word, written in doubtful.items()}
    return NameBook(frozenset(given), spellings, frozenset(parts), frozenset(common))


def _read(knowledge: Knowledge, lang: str) -> tuple[list[str], dict[str, list[str]], list[str], list[str]]:
    """The fields of a NameBook as plain values, for the cache."""
    folding = knowledge.folding
    common = frozenset(folding.key(line) for line in lines("languages", lang, "common.txt"))
    given: set[str] = set()
    doubtful: dict[str, set[str]] = {}
    for _, row in rows("names.tsv"):
        given.update(map(folding.key, values(row.get(lang, ""))))
        for text in values(row.get(f"{lang}.cue", "")):
            doubtful.setdefault(folding.key(text), set()).add(text)
    parts: set[str] = set()
    for text in _persons(knowledge, lang):
        words = [word for word in folded_words(text, folding) if word[0].isalpha()]
        parts.update(words)
        if len(words) > 1 and words[0] not in given:
            doubtful.setdefault(words[0], set()).add(text.split()[0])
    spellings = {word: sorted(written) for word, written in doubtful.items() if word not in given}
    return sorted(given | doubtful.keys()), spellings, sorted(parts - common), sorted(common)


def _persons(knowledge: Knowledge, lang: str) -> Iterator[str]:
    for name in knowledge.actors.of_kind("person"):
        if name.lang == lang and name.facet == "name":
            yield name.text
