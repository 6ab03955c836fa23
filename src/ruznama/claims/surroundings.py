"""What stands around a trigger: the mentions in its reach, by their place in the clause and what governs them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ruznama.claims.clauses import Opener
from ruznama.claims.predicates import Predicate
from ruznama.claims.scene import Scene, View
from ruznama.knowledge import TriggerForm
from ruznama.model import Actor

LONG_SLOT = 3  # letters: shorter slots are prepositions of every kind, longer ones name a doer or a target
NEAR_PRONOUN = 3  # words between "we" and its verb ("we will not")
FAR_ANTECEDENT = 2  # mentions that may stand between a relative clause and the party it speaks of

_ASIDE = (Opener.COMPLEMENT, Opener.QUOTE, Opener.COLON, Opener.SUBORDINATE)


@dataclass
class Surroundings:
    """One predicate in its scene. `reach` is the word before which its parties stand; `inherited` are the subjects before it, in
    order; `speakers` are those who say the words that it stands in; `used` the views that already have a role."""

    scene: Scene
    predicate: Predicate
    reach: int
    inherited: Sequence[Sequence[Actor]]
    speakers: Sequence[Actor]
    symmetric: bool
    busy: Collection[int] = ()
    used: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)  # the object's views, kept from the doer: "the arrest of a Russian"

    def _carried_over(self) -> Sequence[Actor]:
        """The last of the subjects before this clause of which its verb may speak; the last one if none fits."""
        return next(
            (actors for actors in reversed(self.inherited) if self._agrees(actors)), self.inherited[-1] if self.inherited else ()
        )

    def _agrees(self, actors: Sequence[Actor]) -> bool:
        predicate, signs = self.predicate, self.scene.frame.agreement
        if signs is None or len(actors) != 1 or predicate.form not in ("verb", "passive"):
            return True
        return signs.allows(self.predicate.word(self.scene), predicate.tag, actors[0])

    def _agent(self) -> list[View]:
        """The doer of a passive: behind "by", or behind one of the fixed words of the frame ("by the bullets of")."""
        if self._suffers():
            return []
        for view in self._views():
            if view.governor in self.scene.frame.agents and view.joined is None:
                return self.scene.group(view)
        for slot in self.predicate.trigger.actors:
            if len(slot) > LONG_SLOT and slot not in ("subject", "object", "adjective"):
                views = self._behind(slot)
                if views and views[0].first > self.predicate.last:
                    return views
        return []

    def _suffers(self) -> bool:
        """Whether the trigger's subject or genitive is the one it is done to ("died by the bullets of"): no passive is needed."""
        trigger, agents = self.predicate.trigger, self.scene.frame.agents
        return trigger.recipients[:1] == ("subject",) and any(self.scene.frame.key(slot) in agents for slot in trigger.actors)

    def _behind(self, slot: str) -> list[View]:
        """The mentions that stand behind a preposition (or another fixed word) of the frame, nearest to the trigger."""
        key = self.scene.frame.key(slot)
        loose: list[View] = []
        for view in self._views():
            if view.at in self.used or view.joined is not None:
                continue
            if view.governor == key:
                if view.tight:
                    return self.scene.group(view)
                loose = loose or self.scene.group(view)
            elif self._stands_before(key, view):
                return self.scene.group(view)
        return loose

    def _stands_before(self, key: str, view: View) -> bool:
        parts = key.split()
        words = self.scene.marks.text.words
        before = words[max(self.scene.sentence.first, view.first - len(parts)) : view.first]
        return len(key) > 1 and len(before) == len(parts) and before[-1] == parts[-1] and before[0].endswith(parts[0])

    def _views(self) -> list[View]:
        """The mentions in reach: of the clause (also before the trigger) and of what goes on behind it."""
        return self._within(self.scene.clauses[self.predicate.clause].first, self.reach)

    def _within(self, first: int, last: int) -> list[View]:
        """The mentions that begin within the words given, but not those of relative clauses that only describe another."""
        scene, own = self.scene, self.predicate.clause
        aside = [
            clause
            for number, clause in enumerate(scene.clauses)
            if clause.opener is Opener.RELATIVE and number > own and not self._goes_on(number)
        ]
        return [view for view in scene.between(first, last) if not any(clause.holds(view.first) for clause in aside)]

    def _goes_on(self, number: int) -> bool:
        """Whether a relative clause only splits the predicate's own ("sells, under which, the company …")."""
        clauses = self.scene.clauses
        return number == self.predicate.clause + 1 and clauses[number - 1].last <= self.predicate.last

    def _free(self, first: int, last: int) -> list[View]:
        """Mentions not behind a preposition, heads of their coordinations; if there are none, nationalities that describe."""
        free = [view for view in self._within(first, last) if view.governor is None and view.joined is None]
        return [view for view in free if not view.mention.attributive] or free

    def _nucleus(self) -> int:
        """The word before which subject and object stand: where the content, or a clause of its own, begins."""
        for clause in self.scene.clauses[self.predicate.clause + 1 :]:
            if clause.opener in _ASIDE:
                return min(clause.first, self.reach)
        return self.reach

    def _is_verb(self, at: int, resumed: bool = False) -> bool:
        """Whether word `at` can only be a verb; if `resumed`, one that ends in a pronoun."""
        kinds = {
            getattr(match.payload, "kind", "verb")
            for layer in ("trigger", "grammar")
            for match in self.scene.marks.at(layer, at)
            if match.last == at + 1
            and bool(match.enclitic) == resumed
            and (isinstance(match.payload, TriggerForm) or getattr(match.payload, "tag", "") in ("past", "present"))
        }
        if kinds != {"verb"} and not (resumed and "verb" in kinds):
            return False
        before, words = at - 1, self.scene.marks.text.words
        article = self.scene.frame.language.clitics.article
        bare = before not in self.scene.inside and not words[before].startswith(article)
        return kinds == {"verb"} or (bare and not self.scene.marks.at("grammar", before))

    def _group(self, view: View | None) -> list[View]:
        return self.scene.group(view) if view is not None else []

    def _in_first_person(self) -> bool:
        """Whether the subject is "I" or "we"."""
        predicate, frame = self.predicate, self.scene.frame
        if predicate.form not in ("verb", "passive"):
            return False
        words = self.scene.marks.text.words[max(self.scene.sentence.first, predicate.first - NEAR_PRONOUN) : predicate.first]
        return predicate.tag == "first" or any(word in frame.first_person for word in words)

    def _says_its_subject(self) -> bool:
        """Whether the verb's ending is its subject ("they attacked"), or the word before it ("that he attacked"), so that what
        follows is the object."""
        signs = self.scene.frame.agreement
        if signs is None:
            return False
        before = self.predicate.first - 1
        words = self.scene.marks.text.words
        resumed = before >= self.scene.sentence.first and signs.resuming.fullmatch(words[before]) is not None
        return resumed or signs.is_pronoun(self.predicate.word(self.scene), self.predicate.tag)

    def _described(self, subject: View) -> View | None:
        """A nationality that describes the object: "seized a British tanker"."""
        for view in self._within(subject.last + 1, self.reach):
            if view.mention.attributive and view.governor is None:
                return view
        return None

    def _antecedent(self) -> View | None:
        """What a relative clause speaks of: the mention next before it."""
        first, signs = self.scene.clauses[self.predicate.clause].first, self.scene.frame.agreement
        last = self._last_before(first)
        if signs is None or last is None:
            return last
        word = self.scene.marks.text.words[first]
        near = [view for view in self.scene.views if view.last <= first and view.at >= last.at - FAR_ANTECEDENT]
        fitting = [view for view in near if signs.relates(word, view.mention.actors)]
        parties = [view for view in fitting if view.governor not in self.scene.frame.places] or fitting
        return parties[-1] if parties else None

    def _last_before(self, word: int) -> View | None:
        before = [view for view in self.scene.views if view.last <= word]
        return before[-1] if before else None

    def _same_clause(self, view: View) -> bool:
        return self.scene.clause_of(view.first) == self.predicate.clause

    def _clause_subject(self) -> list[View]:
        """The subject of the clause that a noun stands in."""
        clause = self.scene.clauses[self.predicate.clause]
        before = [view for view in self._free(clause.head, self.predicate.first) if not view.mention.attributive]
        return self._group(before[0] if before else None)
