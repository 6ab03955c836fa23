"""Names of persons whom no table knows: a first name and what follows it, or the words behind a title.

A word is part of a name if it is listed as one, or if nothing else is known of it: no lexicon has it, it is not frequent in news,
and it does not look like a verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruznama.actors.name_rules import NameRules
from ruznama.knowledge import Language, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.phrases import Match, readings

LONGEST_NAME = 5  # units of one name; "ibn X" counts as one with what stands before it
INSTITUTION = 4  # words of the name of an institution
ORIGIN = 5  # letters that a family name of origin has more than, its article included
UNLISTED = 2  # words of one name that no list has
_FRAME = ("grammar", "speech", "status", "trigger", "class", "head")


@dataclass
class Names:
    """Reads the names of persons in one text."""

    marks: Marks
    language: Language
    rules: NameRules

    def full(self, at: int, end: int) -> tuple[int, tuple[str, ...]] | None:
        """The name that begins at word `at` with a first name: the word behind it, and the clitics written before it."""
        given, clitics = self._given(at)
        if given is None:
            return None
        doubtful = given in self.rules.book.doubtful
        second = self._unit(at + 1, end, listed=doubtful and not self._is_origin(at + 1, end))
        if second == at + 1 or (doubtful and not (self._certain(at + 1) or self._is_origin(at + 1, end))):
            return None
        last = self._run(second, end, 2)
        if not self.language.clitics.article and any(self.marks.at("place", word) for word in range(at + 1, second)):
            return None
        return last, clitics

    def may_be_short(self, at: int, known: bool) -> bool:
        """Whether a word of a full name may stand for it alone; `known` says that a table has the person."""
        word = self.marks.text.words[at]
        if word in self.rules.book.common or len(word) < self.rules.shortest or not word[0].isalpha():
            return False
        if known and not self.marks.at("grammar", at):
            return True
        return self._latin(at) is not None or not (self._frame(at) or self._known(at) or word in self.rules.book.doubtful)

    def short(self, at: int, known: Mapping[str, Actor]) -> tuple[Actor | None, tuple[str, ...]]:
        """Which of the persons in `known` the word stands for, and the clitics before it."""
        word = self.marks.text.words[at]
        if word in known or self._latin(at) is not None:
            return known.get(word), ()
        if word in self.rules.book.common or self._frame(at):
            return None, ()
        for key, proclitics, enclitic in readings(word, self.language.clitics):
            if key in known and not enclitic and self.language.clitics.article not in proclitics:
                return known[key], proclitics
        return None, ()

    def begins(self, at: int) -> bool:
        """Whether word `at` is a first name."""
        return self._given(at)[0] is not None

    def behind_title(self, at: int, end: int) -> int:
        """The end of the name that begins at `at`, known to be one by what stands before; `at` if there is none."""
        first = self._unit(at, end)
        return at if first == at else self._run(first, end, 1)

    def is_quality(self, match: Match[Payload], lemma: str) -> bool:
        """Whether a title is the adjective that it also is ("major arms imports", "naval mines")."""
        if lemma not in self.rules.qualities or self._latin(match.first):
            return False
        if self._latin(match.first) is None:  # behind a noun with an article
            article = self.language.clitics.article
            return match.first > 0 and not match.proclitics and article in self.marks.text.words[match.first - 1][:3]
        return match.last >= len(self.marks.text.words) or self._latin(match.last) is not True

    def is_people(self, at: int) -> bool:
        """Whether a nationality in the plural with its article stands alone and means people."""
        words, article = self.marks.text.words, self.language.clitics.article
        if not article or not words[at].endswith(self.rules.plurals):
            return False
        bare = words[at][words[at].find(article) :] if article in words[at][:3] else ""
        before = words[at - 1] if at else ""
        return bool(bare) and article not in before[:3] and not self.marks.at("head", at - 1 if at else at)

    def is_name(self, at: int) -> bool:
        """Whether word `at` as it stands is a word of persons' names."""
        return self._listed(at)

    def may_be_place(self, at: int) -> bool:
        """Whether an unknown word may name a place."""
        word, article = self.marks.text.words[at], self.language.clitics.article
        latin = self._latin(at)
        if word in self.rules.openers or (at and self.marks.text.words[at - 1] in self.rules.openers):
            return word[0].isalpha() and not self.marks.at("grammar", at)
        if not word[0].isalpha() or latin is False or self._frame(at) or self._is_common(word) or self.marks.at("actor", at):
            return False
        return latin is not None or word.startswith(article) or self.rules.stop.fullmatch(word) is None

    def institution(self, at: int, end: int) -> int:
        """The end of the name of an institution that goes on at `at`: words with an article, what they are for, names."""
        words, article = self.marks.text.words, self.language.clitics.article
        here = at
        while here < min(end, at + INSTITUTION):
            word = words[here]
            if not word[0].isalpha() or self.marks.at("grammar", here) or self.marks.at("speech", here):
                break
            bare = word[1:] if here > at and word.startswith(self.rules.coordinators) else word
            behind = here > at and (bare.startswith(article) or word.startswith(self.rules.purposes))
            if not (bare.startswith(article) or behind or (here == at and self._may_name(here))):
                break
            here += 1
        return here

    def _may_name(self, at: int) -> bool:
        word = self.marks.text.words[at]
        unknown = not self._is_common(word) and self.rules.stop.fullmatch(word) is None and not self._frame(at)
        return unknown or bool(self.marks.at("place", at))

    def _run(self, at: int, end: int, units: int) -> int:
        """The end of the units of a name that go on at `at`."""
        unlisted = 0
        while units < LONGEST_NAME:
            stop = self._unit(at, end)
            if stop == at:
                break
            if not any(self._listed(word) for word in range(at, stop)):
                unlisted += 1
                if unlisted > UNLISTED or (self._latin(at) is None and unlisted > 1 and units > 2):
                    break
            at = stop
            units += 1
        return at

    def _given(self, at: int) -> tuple[str | None, tuple[str, ...]]:
        """The first name at word `at` and the clitics before it."""
        word = self.marks.text.words[at]
        if self._latin(at) is False:
            return None, ()
        book = self.rules.book
        if word in book.given and (word not in book.doubtful or self._spelt(at)):
            return word, ()
        if word in self.rules.joins and self._latin(at) is None and self._unit(at, at + 2) == at + 2:
            return word, ()
        if word in book.common or word in book.parts or self._latin(at):
            return None, ()
        return self.rules.prefixed[word]

    def _unit(self, at: int, end: int, *, listed: bool = False) -> int:
        """The end of one unit of a name at `at`: a word, a particle and a word, an initial; `at` if there is none."""
        words = self.marks.text.words
        if at >= end:
            return at
        if words[at] == "-" and self._close(at) and self._is_part(at + 1, end, False):
            return at + 2
        if words[at] in self.rules.particles or words[at] in self.rules.joins:
            here = at
            while here < end and (words[here] in self.rules.particles or words[here] in self.rules.joins):
                here += 1
            if here < end and (self._is_part(here, end, False) or self._joined(here - 1, here)):
                return here + 1
            return at + 1 if self._listed(at) and words[at] not in self.rules.joins else at
        if self._latin(at) and len(words[at]) == 1 and at + 2 < end and words[at + 1] == ".":
            return at + 2
        return at + 1 if self._is_part(at, end, listed) else at

    def _joined(self, particle: int, at: int) -> bool:
        """Whether "servant of" takes what follows, whatever it means ("the merciful")."""
        words, article = self.marks.text.words, self.language.clitics.article
        return bool(article) and words[particle] in self.rules.joins and words[at].startswith(article)

    def _close(self, at: int) -> bool:
        text = self.marks.text
        return at + 1 < len(text.words) and text.starts[at] == text.ends[at - 1] and text.starts[at + 1] == text.ends[at]

    def _is_part(self, at: int, end: int, listed: bool) -> bool:
        if at >= end:
            return False
        word = self.marks.text.words[at]
        latin = self._latin(at)
        if not word[0].isalpha() or latin is False or self._is_preposition(at):
            return False
        if latin:
            return self._is_latin_part(at)
        if self._listed(at):
            return (word in self.rules.book.given and word not in self.rules.book.doubtful) or not (
                self._means_state(at) or self._frame(at) or (word in self.rules.book.doubtful and not self._spelt(at))
            )
        if listed or len(word) < self.rules.shortest or word.startswith(self.rules.coordinators) or self._is_common(word):
            return False
        article = self.language.clitics.article
        if word.startswith(article):
            origin = word.endswith(self.rules.relation) or self._follows_name(at)
            return origin and not self._frame(at) and not self._means_state(at)
        raw = self.marks.text.surface(at, at + 1)
        if raw.endswith(self.rules.possessives) or self.rules.stop.fullmatch(word) is not None:
            return False
        return not self._frame(at) and not self._known(at)

    def _is_origin(self, at: int, end: int) -> bool:
        """Whether the word is a family name of origin that no list has: an unknown adjective with an article."""
        word = self.marks.text.words[at] if at < end else ""
        article = self.language.clitics.article
        return bool(article) and word.startswith(article) and len(word) > ORIGIN and self._is_part(at, end, False)

    def _follows_name(self, at: int) -> bool:
        """Whether two listed names stand before the word: what follows with an article is the family's name."""
        return at > 1 and self._listed(at - 1) and (self._listed(at - 2) or self.marks.text.words[at - 2] in self.rules.joins)

    def _is_latin_part(self, at: int) -> bool:
        frame = ("grammar", "speech", "status", "head")
        word = self.marks.text.words[at]
        if self._listed(at):
            return True
        return word not in self.rules.book.common and not any(self.marks.at(layer, at) for layer in frame) and not self._known(at)

    def _latin(self, at: int) -> bool | None:
        """Whether a word is written with a capital; None where the script has none."""
        letter = self.marks.text.raw[self.marks.text.starts[at]]
        return True if letter.isupper() else False if letter.islower() else None

    def _listed(self, at: int) -> bool:
        word = self.marks.text.words[at]
        return word in self.rules.book.given or word in self.rules.book.parts

    def _certain(self, at: int) -> bool:
        """Whether the word behind a doubtful first name makes it one."""
        word = self.marks.text.words[at]
        book = self.rules.book
        if self._means_state(at) or self._frame(at):
            return False
        return (word in book.given or word in book.parts) and word not in book.doubtful

    def _spelt(self, at: int) -> bool:
        """Whether a doubtful name is written as the name is, hamzas and dots included."""
        text = self.marks.text
        spellings = self.rules.book.doubtful[text.words[at]]
        return any(text.raw[text.ends[at] - len(written) : text.ends[at]] == written for written in spellings)

    def _is_preposition(self, at: int) -> bool:
        return self.marks.text.surface(at, at + 1) in self.rules.prepositions

    def _is_common(self, word: str) -> bool:
        return self.rules.common[word]

    def _frame(self, at: int) -> bool:
        return any(
            not isinstance(match.payload, Name) and len(match.proclitics) + bool(match.enclitic) < 2
            for layer in _FRAME
            for match in self.marks.at(layer, at)
        )

    def _known(self, at: int) -> bool:
        """Whether the word is the name of something that is no person."""
        return any(
            isinstance(match.payload, Name) and match.payload.identity.kind != "person" and match.payload.facet != "cue"
            for layer in ("actor", "place")
            for match in self.marks.at(layer, at)
        )

    def _means_state(self, at: int) -> bool:
        return any(
            isinstance(match.payload, Name) and match.payload.identity.kind == "state" and match.last == at + 1
            for match in self.marks.at("actor", at)
        )
