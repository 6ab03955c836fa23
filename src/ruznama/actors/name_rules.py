"""Which words may be names, and what stands around them: the [name] table of a language's actors.toml, folded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruznama.knowledge import Knowledge
from ruznama.knowledge.names import NameBook, name_book
from ruznama.text.phrases import Memo, readings
from ruznama.text.words import folded_words


@dataclass(frozen=True, eq=False)
class NameRules:
    """Which words may be names, folded. `stop` are forms of verbs and the like; `prepositions` are spelt as in the data."""

    book: NameBook
    stop: re.Pattern[str]
    particles: frozenset[str]
    joins: frozenset[str]
    relation: str
    shortest: int
    prepositions: frozenset[str]
    locating: frozenset[str]
    coordinators: tuple[str, ...]
    openers: frozenset[str]
    purposes: tuple[str, ...]
    possessives: tuple[str, ...]
    qualities: frozenset[str]
    pronouns: frozenset[str]
    others: frozenset[str]
    genitive: frozenset[str]
    plurals: tuple[str, ...]
    residence: frozenset[tuple[str, ...]]
    prefixed: Memo[tuple[str | None, tuple[str, ...]]]
    common: Memo[bool]
    opens: Memo[bool]


def name_rules(knowledge: Knowledge, lang: str) -> NameRules:
    """The [name] table of the language's actors.toml and its words of names."""
    language = knowledge.languages[lang]
    key = knowledge.folding.key
    table = language.tables["actors"]["name"]
    clitics = language.clitics
    book = name_book(knowledge, lang)
    named = book.given | book.parts
    shortest = table["shortest"]

    def prefixed(word: str) -> tuple[str | None, tuple[str, ...]]:
        """The first name that is written behind a clitic or two in `word`, and the clitics."""
        for part, proclitics, enclitic in readings(word, clitics):
            plain = proclitics and not enclitic and clitics.article not in proclitics and len(proclitics) < 2
            if plain and part in book.given and part not in book.doubtful:
                return part, proclitics
        return None, ()

    def common(word: str) -> bool:
        """Whether `word` is frequent, with or without clitics, or is a name behind a clitic."""
        if word in book.common:
            return True
        return any(
            len(part) >= shortest
            and (part in book.common or (part in named and not enclitic and clitics.article not in proclitics))
            for part, proclitics, enclitic in readings(word, clitics)
            if proclitics or enclitic
        )

    joins = frozenset(map(key, table["joins"]))
    prefixes = Memo(prefixed)

    def opens(word: str) -> bool:
        """Whether a name may begin with `word` at all: most words of a page are passed over by this alone."""
        if word in book.given or word in joins:
            return True
        return word not in book.common and word not in book.parts and prefixes[word][0] is not None

    return NameRules(
        book=book,
        stop=re.compile(table["stop"]),
        particles=frozenset(map(key, table["particles"])),
        joins=joins,
        relation=key(table["relation"]),
        shortest=shortest,
        prepositions=frozenset(language.tables["grammar"]["preposition"]["words"]),
        locating=frozenset(map(key, language.tables["actors"]["place"]["locating"])),
        purposes=tuple(clitics.restore),
        possessives=tuple(table["possessives"]),
        qualities=frozenset(table["qualities"]),
        pronouns=frozenset(map(key, table["pronouns"])),
        others=frozenset(table["others"]),
        genitive=frozenset(map(key, table["genitive"])),
        plurals=tuple(table["plurals"]),
        residence=frozenset(tuple(folded_words(words, knowledge.folding)) for words in table["residence"]),
        openers=frozenset(map(key, language.tables["actors"]["place"]["opens"])),
        coordinators=tuple(map(key, language.tables["grammar"]["coordinator"].get("proclitics", ()))),
        prefixed=prefixes,
        common=Memo(common),
        opens=Memo(opens),
    )
