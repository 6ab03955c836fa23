"""Whether a verb may have an actor as its subject, where the language writes the subject's gender into the verb.

"tattahim" (she accuses) does not go on with a minister named before it, but with the state: in a language that leaves
subjects out, this tells them apart. A language whose verbs show no gender has no [agreement] in grammar.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ruznama.knowledge import Knowledge
from ruznama.model import Actor


@dataclass(frozen=True, eq=False)
class Agreement:
    """The signs of gender of a language: patterns over folded words, and names that are masculine against their kind."""

    verb: dict[str, re.Pattern[str]]  # by tag of the verb's form: matches if it is feminine
    pronoun: dict[str, re.Pattern[str]]  # by tag: matches if the ending of the verb is its subject ("they")
    dual: dict[str, re.Pattern[str]]  # by tag: matches if the ending of the verb means two
    noun: re.Pattern[str]
    title: re.Pattern[str]  # matches a title that stands for its bearer ("the minister")
    plural: re.Pattern[str]  # matches nouns of people in the plural, whose verb may be singular or plural
    case: re.Pattern[str]  # matches nouns whose ending says that they are no subject
    resuming: re.Pattern[str]  # matches words that say the subject of the verb behind them ("that he")
    passive: re.Pattern[str]  # matches participles of what is done to their noun ("imposed")
    relative: dict[str, re.Pattern[str]]  # relative pronouns by gender
    masculine: frozenset[str]
    key: Callable[[str], str]

    def allows(self, verb: str, tag: str, actor: Actor) -> bool:
        """Whether `verb` (folded, without clitics, in the form `tag`) may speak of `actor`; true where either shows no gender."""
        pattern = self.verb.get(tag)
        feminine = self._feminine(actor)
        return pattern is None or feminine is None or (pattern.search(verb) is not None) == feminine

    def is_pronoun(self, verb: str, tag: str) -> bool:
        """Whether the verb's ending is its subject, so that none follows."""
        pattern = self.pronoun.get(tag)
        return pattern is not None and pattern.search(verb) is not None

    def is_dual(self, verb: str, tag: str) -> bool:
        """Whether the verb's ending says that two act."""
        pattern = self.dual.get(tag)
        return pattern is not None and pattern.search(verb) is not None

    def is_object(self, noun: str) -> bool:
        """Whether the noun's ending says that it is no subject."""
        return self.case.search(noun) is not None

    def relates(self, word: str, actors: Sequence[Actor]) -> bool:
        """Whether the relative pronoun `word` (folded) may speak of `actors`; true where either shows no gender."""
        if len(actors) != 1:
            return True
        feminine = self._feminine(actors[0])
        said = next((gender == "feminine" for gender, pattern in self.relative.items() if pattern.search(word)), None)
        return said is None or feminine is None or said == feminine

    def _feminine(self, actor: Actor) -> bool | None:
        """The gender of what the words of an actor name; None where they do not tell."""
        if actor.kind == "people":
            return None
        if actor.kind == "person":
            title = actor.role or actor.text  # without a title a name tells nothing
            return self._is_feminine_noun(title) if actor.role or self.title.search(self.key(title)) else None
        text = self.key(actor.text)
        if self.plural.search(text.split()[0]):
            return None
        if text in self.masculine or text.split()[0] in self.masculine:
            return None if actor.kind == "state" else False  # the press uses both for states
        return actor.kind == "state" or self._is_feminine_noun(text) or None

    def _is_feminine_noun(self, words: str) -> bool:
        return self.noun.search(self.key(words).split()[0]) is not None


def agreement(knowledge: Knowledge, lang: str) -> Agreement | None:
    """The signs of gender of a language, None where its verbs show none."""
    table = knowledge.languages[lang].tables["grammar"].get("agreement")
    if table is None:
        return None
    key = knowledge.folding.key
    verb, pronoun, dual = (
        {tag: re.compile(pattern) for tag, pattern in table[name].items()} for name in ("verb", "pronoun", "dual")
    )
    masculine = frozenset(map(key, table["masculine"]))
    names = ("noun", "title", "plural", "case", "resuming", "passive")
    noun, title, plural, case, resuming, passive = (re.compile(table[name]) for name in names)
    relative = {gender: re.compile(pattern) for gender, pattern in table["relative"].items()}
    return Agreement(verb, pronoun, dual, noun, title, plural, case, resuming, passive, relative, masculine, key)
