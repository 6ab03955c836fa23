"""Doer and object of a verbal noun: its genitive, its nationality, its agent, or the subject of the verb that carries it."""

from __future__ import annotations

from collections.abc import Sequence

from ruznama.claims.scene import View
from ruznama.claims.surroundings import Surroundings
from ruznama.knowledge import Grammar, Speech

OWNER = 4  # words before a noun in which its owner or nationality stands
GENITIVE = 2  # words between a verbal noun and its genitive


class NounSurroundings(Surroundings):
    """A verbal noun in its scene."""

    def _of_noun(self) -> tuple[list[View], list[View], bool]:
        """A verbal noun: its genitive, its nationality, its agent, or the subject of the verb that carries it."""
        predicate, scene = self.predicate, self.scene
        follows = scene.frame.language.adjectives_follow
        behind = scene.between(predicate.last, self.reach)
        free = self._free(predicate.last, self._nucleus())
        of = scene.frame.language.genitive
        if follows and scene.frame.language.clitics.article not in predicate.proclitics:
            genitive = [view for view in free if view.first <= predicate.last + GENITIVE and not self._of_thing(view)]
        else:  # what has an article takes no genitive: "the visit of"
            genitive = [view for view in behind if view.governor == of and view.tight and not self._is_target(of)]
        owned = self._group(genitive[0] if genitive else None)
        agent = [view for view in behind if view.governor in scene.frame.agents]
        doer = self._group(agent[0]) if agent else self._described_by() if follows else self._owners()[:1]
        if (owned or agent) and self._suffers():
            return owned, [], False
        if doer:
            return doer, owned, False
        victim = "genitive" in predicate.trigger.recipients  # who tells of an arrest has not made it
        subject = [] if victim else self._clause_subject()
        if predicate.carrier is not None:
            subject = self._carrier_subject(predicate.carrier)
            suffers = victim or predicate.trigger.recipients[:1] == ("object",)
            announced = scene.marks.one("speech", predicate.carrier, Speech, role="announcing") is not None
            if suffers and announced and _share_a_side(subject, owned or free[:1]):
                subject = []  # "Tehran announced the killing of its general"
        if owned:
            if "genitive" in predicate.trigger.actors and not (subject and self._lightly_carried()):
                return owned, [], False
            if thing := self._thing_behind(owned[-1]):
                return owned, thing, False
            second = [view for view in free if view.at > owned[-1].at and view.joined is None and self._same_clause(view)]
            described = self._described(owned[-1]) if victim and not owned[0].mention.attributive else None
            if not second and described is not None and self._same_clause(described):
                second = [described]  # "Turkey's arrest of a German"
            slots = [slot for slot in predicate.trigger.recipients if slot not in ("object", "subject")]
            others = second or any(view.at != owned[0].at for slot in slots for view in self._behind(slot)[:1])
            if subject and subject[0].at != owned[0].at and predicate.carrier is not None:
                return subject, owned, False
            person = (owned[0].mention.actors[0].kind in ("person", "organ") and not victim) or others
            if person or "object" not in predicate.trigger.recipients:
                return owned, self._group(second[0] if second else None), False
            return subject, owned, not subject and not victim
        if predicate.enclitic:
            owner = self._last_before(predicate.first)
            if owner is not None and subject and owner.at in {view.at for view in subject}:
                return subject, [], False
            if owner is not None:
                person = owner.mention.actors[0].kind == "person"
                suffers = victim or "object" in predicate.trigger.recipients
                if self.inherited and suffers and not person:
                    return [], [owner], True
                return [owner], [], False
        return subject, [], not subject and not (victim and predicate.carrier is None)

    def _of_thing(self, view: View) -> bool:
        """Whether a nationality behind a noun describes the thing it is about, not its doer ("rejection of the Russian offer"):
        only the thing has an article, and the frame looks for what the thing's nationality says."""
        trigger, article = self.predicate.trigger, self.scene.frame.language.clitics.article
        wanted = "adjective" in trigger.recipients or trigger.recipients[:1] == ("subject",)
        if not wanted or not article or not view.mention.attributive or view.first == self.predicate.last:
            return False
        return article not in self.predicate.proclitics and self.scene.marks.text.words[view.first].startswith(article)

    def _thing_behind(self, doer: View) -> list[View]:
        """The nationality of the object behind a noun's genitive: "Turkey's downing of the Russian plane", where a preposition
        of one letter leads the object."""
        words, parts = self.scene.marks.text.words, self.scene.frame.language.clitics.proclitics
        slots = set(map(self.scene.frame.key, self.predicate.trigger.recipients))
        lead = tuple(self.scene.frame.key(prefix) for prefix, found in parts.items() if found and found[0] in slots)
        if not lead or doer.last >= self.reach or doer.last in self.scene.inside or not words[doer.last].startswith(lead):
            return []
        behind = self.scene.between(doer.last + 1, min(doer.last + 1 + GENITIVE, self.reach))
        return [view for view in behind if view.mention.attributive][:1]

    def _is_target(self, slot: str) -> bool:
        """Whether the preposition leads the trigger's recipients ("the sale to")."""
        return slot in map(self.scene.frame.key, self.predicate.trigger.recipients[:1])

    def _takes_goods(self) -> bool:
        """Whether the nationality behind the noun is that of the goods: "the purchase of Israeli arms"."""
        trigger = self.predicate.trigger
        return trigger.recipients[:1] == ("subject",) and "adjective" in trigger.actors

    def _described_by(self) -> list[View]:
        """The nationality that stands behind a noun; both of an act that has two sides ("a Russian-Israeli accord")."""
        scene, last = self.scene, self.predicate.last
        found: list[View] = []
        if self._takes_goods():
            return []
        for view in scene.between(last, self.reach):
            gap = range(found[-1].last if found else last, view.first)
            room = 0 if found or "genitive" in self.predicate.trigger.recipients else 2  # "the arrest of a Russian pirate"
            near = len(gap) <= room and not any(word in scene.inside for word in gap) and not self._of_thing(view)
            if not near or not view.mention.attributive or view.governor is not None or (found and not self.symmetric):
                break
            found.append(view)
        return found

    def _owners(self) -> list[View]:
        """Who stands as owner or nationality before a noun: "Israel's strike", "the Israeli strike"."""
        first = self.predicate.first
        words, possessive = self.scene.marks.text.words, self.scene.frame.language.possessive
        return [
            view
            for view in self.scene.between(max(self.scene.sentence.first, first - OWNER), first)
            if (view.mention.attributive or words[view.last : view.last + 1] == (possessive,))
            and view.last + OWNER > first
            and (view.governor is None or view.governor in self.scene.frame.agents)
        ]

    def _lightly_carried(self) -> bool:
        """Whether a light verb carries the noun, so that its subject is the doer: "they undertook the delivery of"."""
        carrier = self.predicate.carrier
        return carrier is not None and self.scene.marks.one("grammar", carrier, Grammar, role="light") is not None

    def _carrier_subject(self, carrier: int) -> list[View]:
        """The subject of the light verb at word `carrier`."""
        scene = self.scene
        if scene.marks.one("grammar", carrier, Grammar, role="nominaliser") is not None:
            near = self._free(carrier + 1, self.predicate.first)
            return self._group(near[0]) if near else self._clause_subject()
        between = self._free(carrier + 1, self.predicate.first)
        clause = scene.clauses[scene.clause_of(carrier)]
        before = self._free(clause.first, carrier)
        if scene.frame.language.adjectives_follow and between:
            return self._group(between[0])
        if before:
            return self._group(before[-1] if scene.frame.language.adjectives_follow else before[0])
        return []


def _share_a_side(some: Sequence[View], others: Sequence[View]) -> bool:
    return bool({view.mention.code for view in some} & {view.mention.code for view in others} - {None})
