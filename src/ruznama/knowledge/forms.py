"""All written forms of a lexicon word, by the rules of data/languages/<code>/forms.toml.

So a lexicon lists a verb once ("zara yazuru", "sell sold") and its inflections are found in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ruznama.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class _Rule:
    match: re.Pattern[str]
    forms: tuple[tuple[str, str], ...]  # tag, template

    def apply(self, lemma: str) -> list[tuple[str, str]] | None:
        found = self.match.fullmatch(lemma)
        if found is None:
            return None
        return [(template.format_map(found.groupdict()), tag) for tag, template in self.forms]


def _rule(row: Mapping[str, Any]) -> _Rule:
    return _Rule(re.compile(row["match"]), tuple((tag, form) for tag, forms in row["forms"].items() for form in forms))


def bare(word: str) -> str:
    """`word` without vowel signs and other combining marks, hamza seats kept."""
    return "".join(character for character in word if not unicodedata.combining(character) or character in "\u0653\u0654\u0655")


class Forms:
    """Inflects verbs, nouns, participles and adjectives of relation of one language."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables

    @cached_property
    def _rules(self) -> dict[str, tuple[_Rule, ...]]:
        return {kind: tuple(_rule(row) for row in rows) for kind, rows in self._tables.items()}

    def of(self, kind: str, lemma: str) -> Iterator[tuple[str, str]]:
        """Each form of `lemma` with its tag. A verb's lemma has its principal parts separated by blanks; of a phrase of
        another kind the last word is inflected, and of a verb with a particle ("carry + out") what
        stands before the plus."""
        lemma = bare(lemma.strip())
        if kind == "verb":
            inflected, _, particle = (part.strip() for part in lemma.partition("+"))
            before, behind = "", f" {particle}" if particle else ""
        else:
            first, blank, last = lemma.rpartition(" ")
            inflected, before, behind = last, first + blank, ""
        for rule in self._rules.get(kind, ()):
            forms = rule.apply(inflected)
            if forms is not None:
                for form, tag in dict.fromkeys(forms):
                    yield before + form + behind, tag
                if before and kind == "noun":
                    yield from self._together(lemma)
                return
        raise KnowledgeError(f"no rule of forms.toml inflects the {kind} {lemma!r}; mend the lemma or add a rule")

    def _together(self, phrase: str) -> Iterator[tuple[str, str]]:
        """The form that a noun and its adjectives take together, where the language has one; nothing for other phrases."""
        taken: list[str] = []
        for word in phrase.split():
            found = next((made for rule in self._rules.get("together", ()) if (made := rule.apply(word))), None)
            if found is None:
                return
            taken.extend(form for form, _ in found)
        yield " ".join(taken), "noun"
