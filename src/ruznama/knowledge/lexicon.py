"""The one lexicon of a language: every word list of data/ in one matcher, layer by layer.

Layers and their payloads:
    actor    Name          names, adjectives, seats of known identities
    place    Name          cities, regions, seas
    head     Head          words that make a mention with what follows ("ministry", "the foreign minister of")
    trigger  TriggerForm   words that tell a claim, a layer of its own for each type
    class    str           the word classes that triggers ask for, a layer for each
    speech   Speech        words of saying and citing
    status   str           words that negate, plan or hedge
    grammar  str           conjunctions, relatives, pronouns, prepositions, light verbs
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ruznama.knowledge.actors import Name
from ruznama.knowledge.claims import ClaimType, Trigger
from ruznama.knowledge.languages import Language
from ruznama.text.folding import Folding
from ruznama.text.phrases import PhraseMatcher
from ruznama.text.words import folded_words


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A form of a trigger's word: its kind (verb, noun, participle, phrase), its tag (past, passive, gerund, …), its lemma."""

    trigger: Trigger
    kind: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens a mention: `role` is title, organ, company, group, igo, media, people, pair, self, counterpart …"""

    role: str
    kind: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of saying or citing: `role` is verb, participle, noun, according, complementiser, unnamed, document, quoting."""

    role: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """A word of the language's frame: `role` is the table of grammar.toml that it stands in; `lemma` is folded."""

    role: str
    tag: str
    lemma: str


Payload = Name | Head | TriggerForm | Speech | Grammar | str


def build_lexicon(
    language: Language, folding: Folding, claim_types: Iterable[ClaimType], actors: Iterable[Name]
) -> PhraseMatcher[Payload]:
    """All words of `language` (and names written in other scripts) in one matcher."""
    lexicon: PhraseMatcher[Payload] = PhraseMatcher(language.clitics)
    forms = language.forms

    proclitics = {part for parts in language.clitics.proclitics.values() for part in parts}

    def add(text: str, layer: str, payload: Payload) -> None:
        words = folded_words(text, folding)
        if len(words) > 1 and words[-1] in proclitics:  # a preposition that is written together with the next word
            words = words[:-1]
        if words:
            lexicon.add(words, layer, payload)

    for name in actors:
        if name.lang == language.code and name.facet == "adjective":
            for form, _ in forms.of("adjective", name.text):
                add(form, "actor", name)
        elif name.lang == language.code or not _shares_script(name.text, folding, language):
            add(name.text, "place" if name.identity.kind == "place" else "actor", name)
    for claim_type in claim_types:
        for trigger in claim_type.triggers:
            if trigger.lang != language.code:
                continue
            for kind, lemmas in trigger.words.items():
                for lemma in lemmas:
                    inflected = [(lemma, "phrase")] if kind == "phrase" else _voices(forms.of(kind, lemma))
                    for form, tag in inflected:
                        add(form, f"trigger {trigger.type}", TriggerForm(trigger, kind, tag, lemma))
    for name_of_class, words in language.tables["classes"].items():
        for word in words:
            for form, _ in forms.of("noun", word):
                add(form, f"class {name_of_class}", name_of_class)
    _add_speech(language, add)
    for status, table in language.tables["status"].items():
        for word in table.get("words", ()):
            add(word, "status", status)
        for verb in table.get("verbs", ()):
            for form, _ in forms.of("verb", verb):
                add(form, "status", status)
    for role, table in language.tables["actors"].items():
        layer = "actor" if role == "nobody" else f"head {role}"
        named = "words" not in table  # its words are the keys, whom they mean the values
        for word in table if named else table["words"]:
            head = Head(role, "state" if named else table.get("kind", ""), word)
            for form, _ in forms.of("noun", word) if table.get("inflect") else [(word, "")]:
                add(form, layer, head)
    for role, table in language.tables["grammar"].items():
        for word in table.get("words", ()):
            add(word, f"grammar {role}", Grammar(role, "", folding.key(word)))
        for verb in table.get("verbs", ()):
            for form, tag in forms.of("verb", verb):
                add(form, f"grammar {role}", Grammar(role, tag, verb))
    return lexicon


def _voices(inflected: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The forms without passives that are written like an active: where a script shows no vowels, the active is likelier."""
    listed = list(inflected)
    active = {form for form, tag in listed if tag != "passive"}
    return [(form, tag) for form, tag in listed if tag != "passive" or form not in active]


def _add_speech(language: Language, add: Callable[[str, str, Payload], None]) -> None:
    kinds = {"verbs": "verb", "announcing": "verb", "participles": "participle", "quoting": "verb"}
    inflected = {"nouns": "noun", "unnamed": "noun", "documents": "noun"}
    roles = {
        "verbs": "verb",
        "participles": "participle",
        "nouns": "noun",
        "documents": "document",
        "complementisers": "complementiser",
    }
    for key, words in language.tables["speech"].items():
        kind = kinds.get(key) or inflected.get(key)
        for word in words:
            for form, tag in language.forms.of(kind, word) if kind else [(word, "")]:
                add(form, f"speech {key}", Speech(roles.get(key, key), tag, word))


def _shares_script(text: str, folding: Folding, language: Language) -> bool:
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and any(unicodedata.name(letters[0], "").startswith(script) for script in language.scripts)
