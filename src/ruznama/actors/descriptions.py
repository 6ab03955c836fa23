"""What the data say of descriptions that only point ("the kingdom", "the four states"), and of whose outlets are whose."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ruznama.knowledge import Knowledge


@dataclass(frozen=True, eq=False)
class Following:
    """What a language's actors.toml says of descriptions, folded; `states` gives the name of each state by its code."""

    article: str
    determiners: frozenset[str]
    definite: Mapping[str, tuple[str, ...]]
    several: Mapping[str, tuple[str, ...]]
    counted: Mapping[str, int]
    states: Mapping[str, str]
    codes: frozenset[str]
    called_first: frozenset[str]
    elsewhere: frozenset[str]
    last: frozenset[str]
    like: frozenset[str]
    pointing: frozenset[str]
    definite_words: frozenset[str]
    demonstratives: frozenset[str]
    outlets: Mapping[str, str]
    called: Mapping[str, str]

    def kind(self, code: str) -> str:
        """The kind of whom a code stands for: a state, an organisation, else a group."""
        return "state" if code in self.codes else "igo" if code in self.states else "group"

    def home(self, source: str | None, key: Callable[[str], str]) -> str | None:
        """The code of the state that an outlet is of: a listed one, or one with the state in its name ("Radio Y (Tunisia)")."""
        folded = key(source or "")
        words = re.findall(r"\w+", folded)
        return self.outlets.get(folded) or next((self.called[word] for word in words if word in self.called), None)


def following(knowledge: Knowledge, lang: str) -> Following:
    """The descriptions of a language."""
    key = knowledge.folding.key
    language = knowledge.languages[lang]
    tables = language.tables["actors"]
    states = {name.identity.code: name.identity.name for name in knowledge.actors.of_kind("state")}
    igos = {name.identity.code: name.identity.name for name in reversed(list(knowledge.actors.of_kind("igo")))}
    return Following(
        article=language.clitics.article,
        determiners=language.determiners,
        definite={key(word): tuple(codes) for word, codes in {**tables["definite"], **tables["nationals"]}.items()},
        several={key(word): tuple(codes) for word, codes in tables["several"].items()},
        counted={key(word): int(number) for word, number in tables["counted"].items()},
        states={code: name for code, name in {**igos, **states}.items() if code is not None},
        codes=frozenset(code for code in states if code is not None),
        called_first=frozenset(map(key, tables["name"]["called_first"])),
        elsewhere=frozenset(map(key, tables["people"]["elsewhere"])),
        last=frozenset(map(key, tables["pronoun"]["behind"])),
        like=frozenset(map(key, tables["group"]["like"])),
        pointing=frozenset(tables["group"]["pointing"]),
        definite_words=frozenset(map(key, tables["group"]["definite"])),
        demonstratives=frozenset(map(key, tables["name"]["demonstratives"])),
        called={key(name.text): name.identity.code or "" for name in knowledge.actors.of_kind("state") if name.facet == "name"},
        outlets={key(source): code for code, sources in language.tables["offices"]["home"].items() for source in sources},
    )
