"""One language: its folder of tables, its clitics and inflections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ruznama.knowledge.files import Table, names, toml
from ruznama.knowledge.forms import Forms
from ruznama.text.folding import Folding
from ruznama.text.phrases import Clitics


@dataclass(frozen=True, eq=False)
class Language:
    """A folder of data/languages/. `tables` holds each of its TOML files under its stem, words unfolded."""

    code: str
    name: str
    english: str
    direction: str
    scripts: tuple[str, ...]
    function_words: frozenset[str]
    abbreviations: frozenset[str]
    adjectives_follow: bool
    possessive: str
    genitive: str
    title_links: frozenset[str]
    determiners: frozenset[str]
    list_links: frozenset[str]
    clitics: Clitics
    forms: Forms
    tables: dict[str, Any]


def language_codes() -> list[str]:
    """The codes of the languages that have a folder."""
    return [name for name in names("languages") if "." not in name]


def read_language(code: str) -> dict[str, Table]:
    """The tables of data/languages/<code>/ by stem."""
    return {name.removesuffix(".toml"): toml("languages", code, name) for name in names("languages", code, suffix=".toml")}


def load_language(code: str, folding: Folding, tables: dict[str, Table]) -> Language:
    """The language of the `tables` that `read_language` gave."""
    about = tables["language"]
    return Language(
        code=code,
        name=about["name"],
        english=about["english"],
        direction=about["direction"],
        scripts=tuple(about["scripts"]),
        function_words=frozenset(map(folding.key, about["function_words"])),
        abbreviations=frozenset(map(folding.key, about["abbreviations"])),
        adjectives_follow=about["adjectives_follow"],
        possessive=folding.key(about["possessive"]),
        genitive=folding.key(about["genitive"]),
        title_links=frozenset(map(folding.key, about["title_links"])),
        determiners=frozenset(map(folding.key, about["determiners"])),
        list_links=frozenset(map(folding.key, about["list_links"])),
        clitics=_clitics(about["clitics"], folding),
        forms=Forms(tables["forms"]),
        tables=tables,
    )


def _clitics(table: dict[str, Any], folding: Folding) -> Clitics:
    key = folding.key
    proclitics = {key(whole): tuple(map(key, parts)) for whole, parts in table.get("proclitics", {"": []}).items()}
    return Clitics(
        proclitics=proclitics,
        restore={key(whole): key(article) for whole, article in table.get("restore", {}).items()},
        enclitics=tuple(map(key, table.get("enclitics", ()))),
        joints={key(shown): key(alone) for shown, alone in table.get("joints", {}).items()},
        article=key(table.get("article", "")),
        shortest=table.get("shortest", 2),
        endings=frozenset(table.get("endings", "")),
    )
