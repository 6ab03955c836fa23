"""Who does it and to whom: a trigger's slots filled with the mentions around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ruznama.claims.clauses import Opener
from ruznama.claims.nouns import NounSurroundings
from ruznama.claims.scene import CITED, View
from ruznama.claims.verbs import VerbSurroundings
from ruznama.model import Actor

_PLACES = frozenset({"subject", "object", "genitive", "adjective"})  # slots that ask for a party at the trigger itself


@dataclass
class Bound:
    """The parties of a predicate, and the words of `why`. `subject` is what a following clause without one inherits;
    `nameless` says that people without an identity stand in a slot ("47 persons")."""

    actors: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    subject: list[Actor] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    last: int = 0
    own_subject: bool = False
    nameless: bool = False


class Binder(VerbSurroundings, NounSurroundings):
    """Fills the slots of one predicate."""

    def bind(self) -> Bound:
        """The parties by the trigger's slots: first filled wins; of symmetric types all."""
        bound = Bound(last=self.predicate.last)
        trigger = self.predicate.trigger
        subject, obj, inherits = self._subject_and_object()
        if self.predicate.form == "passive" and not subject:
            subject = self._agent()
        places = {"subject": subject, "object": obj}
        bound.own_subject = bool(subject)
        carried = () if subject or not inherits else self._subject_before()
        bound.subject = [actor for view in subject for actor in view.mention.actors] or list(carried)
        if self._in_first_person() and self.speakers:
            bound.subject = list(self.speakers)
            carried, places["subject"], bound.own_subject = self.speakers, [], True
            bound.why.append("“we” is the one who says it")
        if trigger.recipients and "subject" in trigger.recipients:
            own = {actor.code for actor in self.speakers} if trigger.actors[:1] == ("speaker",) else set()
            judged = [actor for actor in carried if actor.code not in own]  # who speaks of others does not judge himself
            self._fill(bound, bound.recipients, trigger.recipients, places, judged)
            self._fill(bound, bound.actors, trigger.actors, places, ())
        else:
            filled = next((slot for slot in trigger.recipients if self._slot(slot, places)), None)
            if filled == "object" and not self.symmetric:
                self.kept = {view.at for view in obj}
            self._fill(bound, bound.actors, trigger.actors, places, carried)
            self.kept = set()
            self._fill(bound, bound.recipients, trigger.recipients, places, ())
        return bound

    def _subject_before(self) -> Sequence[Actor]:
        """The subject that the clause leaves out: that of a clause before. A noun in somebody's speech does not mean him who
        speaks."""
        if self._agentless() or self._other_subject() or self._object_at_once():
            return ()
        carried = self._carried_over()
        told = self.predicate.form == "noun" and not self.predicate.enclitic and bool(self.speakers)
        return () if told and set(carried) <= set(self.speakers) else carried

    def _fill(
        self, bound: Bound, side: list[Actor], slots: Sequence[str], places: dict[str, list[View]], carried: Sequence[Actor]
    ) -> None:
        """Fills one side: by the first slot that has somebody; a subject carried over comes after the slots that name a doer, but
        before a nationality that only describes."""
        receiving = side is bound.recipients and not self.symmetric
        spare: list[View] = []
        for slot in sorted(slots, key=lambda slot: slot == "adjective"):
            if not side and (slot == "adjective" or (slot == "any" and self._says_its_subject())):
                self._carry(bound, side, slots, carried)
                if side:
                    break
            if slot == "speaker" and not side and self.speakers:
                side.extend(self.speakers)
                bound.why.append("the one who says it")
                break
            views = [view for view in self._slot(slot, places) if view.at not in self.used]
            if views and receiving and self._weak(views, bound.actors):
                spare = spare or views
                continue
            if views:
                self.used |= {view.at for view in views}
                if self.symmetric and slot == self.scene.frame.between_slot and _parties(views) > 1 and not places["subject"]:
                    side.clear()  # "between A and B" names them all
                bound.last = max(bound.last, *(view.last for view in views))
                for view in views:
                    side.extend(actor for actor in view.mention.actors if not (_has(side, actor) or _nobody(actor)))
                    bound.nameless |= any(map(_nobody, view.mention.actors))
            if side and (not self.symmetric or (len(side) > 1 and slot == self.scene.frame.between_slot)):
                break
        if self.symmetric:
            carried = self._other_side(side, places, carried)
        if not side or (self.symmetric and len(side) < 2):
            self._carry(bound, side, slots, carried)
        if not side and receiving and bound.actors and not set(slots) <= _PLACES:
            spare = self._other_party(bound.actors) or spare
        if not side and spare:
            side.extend(actor for view in spare for actor in view.mention.actors if not _nobody(actor))
            bound.nameless |= any(_nobody(actor) for view in spare for actor in view.mention.actors)

    def _other_side(self, side: list[Actor], places: dict[str, list[View]], carried: Sequence[Actor]) -> Sequence[Actor]:
        """Completes the parties of an act with two sides from the clause; gives who may be carried over if one is still open."""
        if len(side) == 1 and self.predicate.form == "noun":
            side.extend(actor for view in self._clause_subject() for actor in view.mention.actors if not _has(side, actor))
        if len(side) < 2:
            side.extend(actor for actor in self._pair() if not _has(side, actor))
        if carried or len(side) > 1 or self.predicate.form != "verb" or not self._follows_verb(places["subject"]):
            return carried
        return self._carried_over()  # "and will meet the minister": the one behind the verb is only the other side

    def _follows_verb(self, subject: Sequence[View]) -> bool:
        follows = self.scene.frame.language.adjectives_follow
        return follows and bool(subject) and subject[0].first > self.predicate.first

    def _pair(self) -> tuple[Actor, ...]:
        """Both sides in one word, wherever the clause says it: "among the experts of the two countries"."""
        clause = self.scene.clauses[self.predicate.clause]
        pairs = (view for view in self.scene.between(clause.first, clause.last) if len(view.mention.actors) > 1)
        return next((view.mention.actors for view in pairs), ())

    def _carry(self, bound: Bound, side: list[Actor], slots: Sequence[str], carried: Sequence[Actor]) -> None:
        added = [actor for actor in carried if not _has(side, actor)] if "subject" in slots else []
        if added:
            side.extend(added)
            bound.why.append("subject carried over from the clause before")

    def _other_party(self, actors: Sequence[Actor]) -> list[View]:
        """The one other party behind the trigger, where no slot has found one: "tariffs on 12 billion of American goods"."""
        own = {actor.code for actor in actors}
        others = [
            view
            for view in self._within(self.predicate.last, self.reach)
            if view.at not in self.used
            and view.mention.code not in own
            and view.mention.code is not None
            and view.governor != CITED
            and view.governor not in self.scene.frame.places
        ]
        return others if len({view.mention.code for view in others}) == 1 else []

    def _weak(self, views: Sequence[View], actors: Sequence[Actor]) -> bool:
        """Whether a better slot should be looked for: nobody with an identity stands here, or only the actor's own side."""
        own = {actor.code for actor in actors}
        return all(
            (actor.code is None and actor.role is None and actor.kind != "state")
            or (actor.code is not None and actor.code in own)
            for view in views
            for actor in view.mention.actors
        )

    def _agentless(self) -> bool:
        """Whether nobody does it where nobody is named: a passive, or a participle of what is done ("imposed")."""
        signs = self.scene.frame.agreement
        if self.predicate.form == "participle" and signs is not None:
            return signs.passive.search(self.predicate.word(self.scene)) is not None
        return self.predicate.form == "passive"

    def _object_at_once(self) -> bool:
        """Whether a verb that opens a sentence has the thing that it is done to behind it, and so hides a passive ("were lifted
        most of the sanctions")."""
        predicate = self.predicate
        opens = self.scene.clauses[predicate.clause].opener is Opener.START and predicate.tag == "past"
        needed = self.scene.has_class(predicate.trigger.needs, predicate.last, predicate.last + 2) is not None
        return opens and needed and "object" in predicate.trigger.recipients and predicate.form == "verb"

    def _other_subject(self) -> bool:
        """Whether a verb that opens no joined clause has a noun behind it that is no actor: its own subject."""
        predicate = self.predicate
        opener = self.scene.clauses[predicate.clause].opener
        article = self.scene.frame.language.clitics.article
        words = self.scene.marks.text.words
        if not article or predicate.form != "verb" or opener in (Opener.COORDINATE, Opener.PARTICIPLE):
            return False
        at = predicate.last
        return at < self.scene.sentence.last and at not in self.scene.inside and words[at].startswith(article)

    def _slot(self, slot: str, places: dict[str, list[View]]) -> list[View]:
        if slot in places:
            return places[slot]
        if slot == "adjective":
            return self._adjective()
        if slot == "passive":  # of whom a passive speaks: "American troops were deployed"
            return places["object"] if self.predicate.form == "passive" else []
        if slot == "any":
            return self._anybody()
        return self._behind(slot)

    def _anybody(self) -> list[View]:
        """The first party that the clause names behind the trigger, else before it, however it is governed."""
        clause, last = self.scene.clauses[self.predicate.clause], self.predicate.last
        behind, before = self.scene.between(last, clause.last), self.scene.between(clause.first, self.predicate.first)
        named = [view for view in (*behind, *before) if view.mention.code is not None and view.governor != CITED]
        return self.scene.group(named[0]) if named else []

    def _adjective(self) -> list[View]:
        for view in self._views():
            free = view.at not in self.used | self.kept
            described = view.mention.attributive or self._is_goods(view)
            if described and free and view.first >= self.predicate.first - 2:
                return [view]
        return self._maker()

    def _is_goods(self, view: View) -> bool:
        """Whether a mention is what the trigger is about, with its nationality: "four Russian fighters"."""
        thing = view.mention.head is not None and view.mention.actors[0].kind == "organ"
        return thing and self.scene.has_word(self.predicate.trigger.needs, view.first, view.first + 1)

    def _maker(self) -> list[View]:
        """The company in a relative clause behind the goods: "drones, which the company X makes"."""
        for number in range(self.predicate.clause + 1, len(self.scene.clauses)):
            clause = self.scene.clauses[number]
            if clause.opener is Opener.RELATIVE:
                views = self.scene.between(clause.first, clause.last)
                return [view for view in views if view.mention.actors[0].kind == "company"][:1]
        return []

    def _subject_and_object(self) -> tuple[list[View], list[View], bool]:
        """Subject, object, and whether a missing subject is that of the clause before."""
        if self.predicate.form == "noun":
            return self._of_noun()
        if self.scene.frame.language.adjectives_follow:
            return self._of_verb_first()
        return self._of_subject_first()


def _parties(views: Sequence[View]) -> int:
    return len({actor.code or actor.name for view in views for actor in view.mention.actors})


def _nobody(actor: Actor) -> bool:
    """Whether the words name no party: "47 persons", who are counted, not identified."""
    return actor.kind == "people" and actor.code is None


def _has(side: Sequence[Actor], actor: Actor) -> bool:
    return any((other.code or other.name, other.text) == (actor.code or actor.name, actor.text) for other in side)
