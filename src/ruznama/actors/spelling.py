"""One person under several spellings: names compared by the consonants that are heard, across scripts.

"Kadhafi", "Gaddafi" and the Arabic spellings come to the same key by the tables of data/languages/<code>/letters.toml. The key is
coarse, so it decides only where the whole name, or its first and last words, are those of one known person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ruznama.actors.mentions import Mention
from ruznama.knowledge import Identity, Knowledge
from ruznama.model import Actor

ALIKE = 0.78  # of a name's letters are in order in the other: "Aliev" and "Aliyev" 0.91, "Hasani" and "Hachani" 0.77
LAST = 3  # consonants of the last name: two syllables of Korean or Chinese sound like too many others
SHORTEST = 4  # consonants of a key: with three, "Ali Amin" and "Olaf Lemmon" are one
Key = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Letters:
    """What is heard of the letters of every script, and the words of names that are not compared."""

    sounds: Mapping[str, str]
    pattern: re.Pattern[str]
    particles: frozenset[str]
    joined: frozenset[str]
    articles: tuple[str, ...]
    silent: frozenset[str]

    def key(self, folded: str) -> Key:
        """The consonants of each word of a folded name; () if too little is left to compare."""
        words: list[str] = []
        before = ""
        for word in re.findall(r"[^\W\d_]+", folded):
            if word in self.joined:
                before += word
                continue
            if word in self.particles and not before:
                continue
            words.append(self._heard(before + word if before else self._bare(word)))
            before = ""
        heard = tuple(word for word in words if word)
        return heard if len(heard) > 1 and sum(map(len, heard)) >= SHORTEST else ()

    def _bare(self, word: str) -> str:
        return next((word[len(each) :] for each in self.articles if word.startswith(each) and len(word) > len(each) + 2), word)

    def _heard(self, word: str) -> str:
        if word[-1] in self.silent:
            word = word[:-1]
        heard = "".join(self.sounds[match] for match in self.pattern.findall(word))
        return re.sub(r"(.)\1+", r"\1", heard)


def _letters(knowledge: Knowledge) -> Letters:
    tables = [language.tables["letters"] for language in knowledge.languages.values()]
    key = knowledge.folding.key

    def listed(name: str) -> frozenset[str]:
        return frozenset(key(word) for table in tables for word in table[name])

    sounds = {key(letters): heard for table in tables for letters, heard in table["sounds"].items()}
    pattern = re.compile("|".join(sorted(map(re.escape, sounds), key=len, reverse=True)))
    silent = frozenset(key(letter) for table in tables for letter in table["final"]["letters"])
    return Letters(sounds, pattern, listed("particles"), listed("joined"), tuple(listed("articles")), silent)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A folded name of a known person, and its key."""

    person: Identity
    name: str
    key: Key


@dataclass(frozen=True, eq=False)
class Spellings:
    """The known persons by the sound of their names in one language; those of the codes in `native` have one spelling there."""

    letters: Letters
    native: frozenset[str]
    names: Mapping[Key, frozenset[Spelt]]

    def known(self, folded: str, code: str | None) -> Identity | None:
        """The one known person whose name is spelt much like this one and who acts, or acted, for `code` (None: anyone)."""
        key = self.letters.key(folded)
        if not key or len(key[-1]) < LAST:
            return None
        heard = self.names.get(("".join(key),)) or self.names.get((key[0], key[-1]), frozenset())
        found = {spelt.person for spelt in heard if self._is(folded, key, spelt)}
        if len(found) != 1:
            return None
        (person,) = found
        codes = {person.code, *(role.code for role in person.roles)}
        return person if code is None or code in codes else None

    def _is(self, folded: str, key: Key, spelt: Spelt) -> bool:
        if min(len(key), len(spelt.key)) > 2 and "".join(key) != "".join(spelt.key):
            return False  # middle names that differ: of the many sons of one family, another one
        if spelt.person.code in self.native:
            return folded.replace(" ", "") == spelt.name.replace(" ", "")
        words, others = folded.split(), spelt.name.split()
        pairs = [("".join(words), "".join(others)), (words[-1], others[-1])]
        return all(SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE for one, other in pairs)

    def joined(self, mentions: Iterable[Mention], key: Callable[[str], str]) -> list[Mention]:
        """`mentions` with unknown persons of one page whose names sound alike under the first one's name and code."""
        first: dict[Key, Actor] = {}
        found = []
        for mention in mentions:
            actor = mention.actors[0] if len(mention.actors) == 1 else None
            if actor is not None and actor.kind == "person" and actor.role is not None and actor.name == actor.text:
                heard = self.letters.key(key(actor.text))
                before = first.setdefault(heard, actor) if heard else actor
                if before is not actor and before.text != actor.text and actor.code in (None, before.code):
                    why = f"{actor.why}; a spelling of {before.text}"
                    mention = replace(mention, actors=(replace(actor, name=before.name, code=before.code, why=why),))
            found.append(mention)
        return found


def spellings(knowledge: Knowledge, lang: str) -> Spellings:
    """The sounds of all persons' names."""
    letters = _letters(knowledge)
    persons = [name for name in knowledge.actors.of_kind("person") if name.lang == lang]

    def heard() -> list[tuple[str, Key]]:
        return [(folded, letters.key(folded)) for folded in (knowledge.folding.key(name.text) for name in persons)]

    names: dict[Key, set[Spelt]] = {}
    for name, (folded, key) in zip(persons, knowledge.cache.get(f"spellings-{lang}", heard), strict=True):
        for one in {("".join(key),), (key[0], key[-1])} if key else ():
            names.setdefault(one, set()).add(Spelt(name.identity, folded, key))
    native = frozenset(knowledge.languages[lang].tables["letters"]["native"])
    return Spellings(letters, native, {key: frozenset(found) for key, found in names.items()})
