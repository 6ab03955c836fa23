"""Subject and object of a verb: where verbs come first (Arabic), and where subjects do (English)."""

from __future__ import annotations

from ruznama.claims.clauses import Opener
from ruznama.claims.scene import View
from ruznama.claims.surroundings import Surroundings
from ruznama.knowledge import Grammar, Speech

SUBJECT_AHEAD = 7  # words between an Arabic verb and its subject
AUXILIARIES = 2  # words before a passive that opens its clause ("had been named")
NEAR_ANTECEDENT = 1  # words between a party and the relative clause whose object it is; farther off a thing is meant


class VerbSurroundings(Surroundings):
    """A verb in its scene."""

    def _own_end(self) -> int:
        """The word before which the parties of a verb stand that may be followed by a relative clause without a pronoun of
        its own ("in an attack that X made"): there the verb says what it goes back to."""
        end = self._nucleus()
        for at in range(self.predicate.last, end):
            if at not in self.scene.inside and self._is_verb(at, resumed=True):
                return at
        return end

    def _is_main(self) -> bool:
        """Whether another verb stands before this one in a relative clause, which thus has ended before it."""
        head = self.scene.clauses[self.predicate.clause].head
        joined = self.scene.frame.coordinators & set(self.predicate.proclitics)
        words = range(head, self.predicate.first)
        return not joined and any(at not in self.scene.inside and self._is_verb(at) for at in words)

    def _of_verb_first(self) -> tuple[list[View], list[View], bool]:
        """Arabic: the verb, its subject, its object; or the subject before the verb."""
        predicate = self.predicate
        clause = self.scene.clauses[predicate.clause]
        before = self._free(clause.head, predicate.first) if predicate.form != "participle" else []
        after = self._free(predicate.first + 1, self._own_end())  # a phrase may name its subject: "the court ruled"
        antecedent = self._antecedent() if clause.opener is Opener.RELATIVE else None
        if antecedent is not None and predicate.form == "verb" and self._is_main():
            before = []  # "the forces, which entered A, shelled": whom the relative clause names is not its subject
        if clause.opener in (Opener.COMMA, Opener.QUOTE) and not before and predicate.form == "verb":
            before = self._topic()
        passive = predicate.form == "passive" or (predicate.form == "verb" and bool(after) and bool(self._agent()))
        scene_article = self.scene.frame.language.clitics.article
        if passive:
            obj = (before[-1:] or after[:1] or ([antecedent] if antecedent else []))[:1]
            return self._agent(), self._group(obj[0]) if obj else [], False
        if predicate.form == "participle":
            predicative = scene_article in predicate.proclitics and self._free(clause.head, predicate.first)
            subject = self._group(predicative[-1]) if predicative else []
            return subject, self._group(after[0]) if after else [], not subject
        if antecedent is not None and not before:
            if predicate.enclitic and after:
                meant = [antecedent] if clause.first - antecedent.last <= NEAR_ANTECEDENT else []
                return self._group(after[0]), meant, False
            if not after and self._is_patient(antecedent):
                return [], [antecedent], False
            return [antecedent], self._group(after[0]) if after else [], False
        if before:
            fitting = [view for view in before if self._agrees(view.mention.actors)] or before
            first = fitting[0] if clause.opener is not Opener.START else fitting[-1]
            if not after and self._is_patient(first):
                return self._agent(), self._group(first), False
            return self._group(first), self._group(after[0] if after else None), False
        if not after or after[0].first - predicate.last > SUBJECT_AHEAD:
            return [], [], True
        first = after[0]
        second = next((view for view in after[1:] if view.joined is None and not self._is_apposed(first, view)), None)
        if self._in_first_person() or self._says_its_subject() or not self._may_be_subject(first):
            return [], self._group(first), True
        if self._stands_behind_subject(first):
            return [], self._group(first), False
        if predicate.enclitic:
            pronoun = self._last_before(predicate.first)
            return self._group(first), [pronoun] if pronoun is not None else [], False
        if second is None and self._is_patient(first):
            makers = self._free(self._own_end() + 1, self._nucleus())  # "in an attack that X made"
            return self._group(makers[0] if makers else None), self._group(first), False
        if second is None and self._is_object(first):
            return [], self._group(first), True
        if second is None:
            second = self._described(first)
        return self._group(first), self._group(second), False

    def _is_apposed(self, title: View, name: View) -> bool:
        """Whether a person's name only says who the bearer of the title before it is: "the envoy to the UN, Nikki Haley"."""
        bearer, person = title.mention.actors[0], name.mention.actors[0]
        titled = title.mention.head is not None and bearer.kind == "person" and bearer.role is None
        return titled and person.kind == "person" and name.mention.head is None and person.code in (None, bearer.code)

    def _stands_behind_subject(self, view: View) -> bool:
        """Whether only a noun with an article, which names nobody, stands between the verb and a party: the verb's subject ("the
        ministry accused Tehran")."""
        words, article = self.scene.marks.text.words, self.scene.frame.language.clitics.article
        gap = range(self.predicate.last, view.first)
        named = any(word in self.scene.inside for word in gap)
        return len(gap) == 1 and not named and words[gap[0]].startswith(article) and not view.mention.attributive

    def _may_be_subject(self, view: View) -> bool:
        """Whether what stands behind the verb may be its subject by gender and case; the verb agrees with the word that counts
        ("fighters of the movement"), where there is one."""
        signs = self.scene.frame.agreement
        word = self.scene.marks.text.words[view.first]
        if signs is None:
            return True
        counted = (match for match in self.scene.marks.at("grammar", self.predicate.last) if match.last == view.first)
        headed = any(isinstance(match.payload, Grammar) and match.payload.role == "each" for match in counted)
        noun = view.mention.head is not None or view.mention.actors[0].kind == "people"
        return (headed or self._agrees(view.mention.actors)) and not (noun and signs.is_object(word))

    def _topic(self) -> list[View]:
        """A subject put before a comma and its verb: "the minister X, apologised"."""
        number = self.predicate.clause - 1
        while number > 0 and self.scene.clauses[number].opener in (Opener.COMMA, Opener.RELATIVE):
            number -= 1
        begin = self.scene.clauses[number].first
        if number in self.busy or (self.scene.clauses[number].opener is Opener.START and begin != self.scene.sentence.first):
            return []
        free = [view for view in self._free(begin, self.predicate.first) if not view.mention.attributive]
        return free[:1] if free and free[0].first <= begin + 3 else []

    def _is_patient(self, view: View) -> bool:
        """A verb of violence or arrest with only its victims behind it is a passive: Arabic writes both voices alike."""
        trigger = self.predicate.trigger
        has_agent = any(self.scene.frame.key(slot) in self.scene.frame.agents for slot in trigger.actors)
        violent = "suffered" in trigger.traits
        victims = ("people", "person") if violent else ("people",)
        if any(self._behind(slot) for slot in trigger.recipients if self.scene.frame.key(slot) in self.scene.frame.against):
            return False  # "fighters seized [control] of the town"
        return (has_agent or violent) and trigger.recipients[:1] == ("object",) and view.mention.actors[0].kind in victims

    def _is_object(self, view: View) -> bool:
        """In a clause joined to the one before, a lone place behind the verb is its object: the subject goes on."""
        joined = self.scene.clauses[self.predicate.clause].opener is Opener.COORDINATE
        before = self._carried_over()
        person_before = bool(before) and before[0].kind in ("person", "organ")
        return joined and person_before and view.mention.head is None and view.mention.actors[0].kind == "state"

    def _of_subject_first(self) -> tuple[list[View], list[View], bool]:
        """English: the subject before the verb, the object behind it; a passive's subject is the object."""
        predicate = self.predicate
        clause = self.scene.clauses[predicate.clause]
        begin = self._behind_speech(clause.first)
        before = self._free(begin, predicate.first)
        after = self._free(predicate.last, self._nucleus())
        antecedent = self._antecedent() if clause.opener is Opener.RELATIVE else None
        subject = before[0] if before else antecedent
        if subject is None:
            adjective = next((view for view in self.scene.between(begin, predicate.first) if view.mention.attributive), None)
            subject = adjective
        resumes = predicate.form != "passive" or predicate.first <= clause.head + AUXILIARIES  # "X, who …, was named envoy"
        if clause.opener is Opener.COMMA and subject is None and resumes:
            subject = self._last_free_before(clause.first)
        if predicate.form == "passive":
            return [], self._group(subject) if subject is not None else [], False
        obj = self._group(after[0]) if after else []
        return self._group(subject), obj, subject is None

    def _behind_speech(self, begin: int) -> int:
        """Where the predicate's own clause begins, if a verb of saying stands before it without "that"."""
        marks = self.scene.marks
        for at in range(self.predicate.first - 1, begin, -1):
            if at not in self.scene.inside and marks.one("speech", at, Speech, role="verb") is not None:
                return at + 1
        return begin

    def _last_free_before(self, word: int) -> View | None:
        free = self._free(self.scene.sentence.first, word)
        return free[0] if free else None
