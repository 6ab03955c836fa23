"""The claims that one sentence tells: its triggers clause by clause, each with its parties and its time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ruznama.claims.clauses import Opener
from ruznama.claims.drafts import Draft, Page
from ruznama.claims.elsewhere import addressed, complete
from ruznama.claims.predicates import Predicate, predicates
from ruznama.claims.roles import Binder, Bound
from ruznama.claims.scene import Scene, Timed
from ruznama.claims.speech import SpeechAct
from ruznama.claims.times import governing
from ruznama.knowledge import ClaimType, Grammar
from ruznama.model import Actor

TOPICS = 4  # sentences back whose subject a verb without one may mean
_ASIDE = (Opener.RELATIVE, Opener.SUBORDINATE)  # clauses behind what is accused or demanded that are no part of it
_MORE = (
    Opener.COMMA,
    Opener.BARE,
    Opener.SUBORDINATE,
    Opener.PARTICIPLE,
)  # clauses that may only tell more of what the one before told


@dataclass
class Telling:
    """One sentence read for its claims. `subjects` are those met so far, `anchor` the one that it began with, whom its
    participles speak of; clauses before `closed_until` are content of a verbal act."""

    scene: Scene
    acts: Sequence[SpeechAct]
    types: Mapping[str, ClaimType]
    page: Page
    candidates: list[list[Predicate]] = field(init=False)
    busy: list[int] = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    subjects: list[Sequence[Actor]] = field(default_factory=list)
    anchor: Sequence[Actor] = ()
    closed_until: int = -1

    def __post_init__(self) -> None:
        self.candidates = predicates(self.scene, self.types)
        told = {number for number, found in enumerate(self.candidates) if found}
        self.busy = sorted(told | {act.clause for act in self.acts})
        if _goes_on(self.scene):
            self.subjects.extend(self.page.topics[-TOPICS:])

    def tell(self) -> list[Draft]:
        """The drafts of the sentence, in order."""
        by_clause = {act.clause: act for act in self.acts}
        for number, clause in enumerate(self.scene.clauses):
            if number < self.closed_until:
                continue
            act = by_clause.get(number)
            if act is not None and act.speakers:
                self.subjects.append(act.speakers)
                self.anchor = self.anchor or act.speakers
            if clause.opener is Opener.PARTICIPLE and self.anchor:
                self.subjects.append(self.anchor)
            self._tell_clause(number, act)
        return self.drafts

    def _tell_clause(self, number: int, act: SpeechAct | None) -> None:
        """Adds the claim of one clause, and others that stand in it with parties of their own."""
        told = False
        bare: list[Draft] = []
        speaks = act is not None and not act.carries and bool(act.scope) and number not in act.scope
        content = self._content_begin(number)
        for predicate in self.candidates[number]:
            if predicate.first >= content:
                continue
            if act is not None and speaks and predicate.form == "noun" and predicate.first >= act.last:
                continue
            draft, bound = self._draft(predicate, number)
            if told:
                if draft is not None and _also(draft, bound, self.drafts, number):
                    self.drafts.append(draft)
                continue
            if bound.subject:
                self.subjects.append(bound.subject)
                self.anchor = self.anchor or bound.subject
            if draft is None:
                continue
            nobody = not (draft.actors or draft.recipients) and not self.types[draft.type].unnamed
            if nobody and predicate is not self.candidates[number][-1] and not bare:
                bare.append(draft)  # nobody is named for it: another trigger of the clause may do better
                continue
            if _only_describes(draft, bound, self.drafts):
                break
            told = True
            if self._add(draft, predicate, number):
                break
        if not told:
            self.drafts.extend(bare)

    def _content_begin(self, number: int) -> int:
        """The word of the clause behind its first verb of accusing, demanding or the like: what follows is its content."""
        verbs = (one for one in self.candidates[number] if one.form == "verb" and self.types[one.trigger.type].opaque)
        return min((verb.last for verb in verbs), default=self.scene.sentence.last)

    def _add(self, draft: Draft, predicate: Predicate, number: int) -> bool:
        """Adds a draft; whether what follows in the clause is its content."""
        opaque = self.types[draft.type].opaque
        if opaque and predicate.trigger.recipients and not draft.recipients:
            draft = addressed(draft, self._content_end(number, predicate))
        self.drafts.append(draft)
        if predicate.form == "verb" and "decree" in predicate.trigger.traits and _next_is_bare(self.scene, number):
            self.closed_until = number + 2  # what a decree says is its content
        elif opaque:
            self.closed_until = self._content_end(number, predicate, _ASIDE)
        return opaque

    def _draft(self, predicate: Predicate, number: int) -> tuple[Draft | None, Bound]:
        scene, claim_type = self.scene, self.types[predicate.trigger.type]
        following = next((other for other in self.busy if other > number), None)
        reach = scene.clauses[following].first if following is not None else scene.sentence.last
        mutual = claim_type.symmetric or predicate.trigger.mutual
        subjects = self.subjects if self.anchor else [*self.subjects, *_lead(scene, number)]
        bound = Binder(scene, predicate, reach, subjects, self._speakers(predicate), mutual, self.busy).bind()
        timed = governing(scene, number, predicate.first, self.busy)
        complete(scene, predicate, bound, claim_type, self.drafts[-1] if self.drafts else self.page.last, self.page)
        if not _worth(scene, predicate, bound, timed, claim_type):
            return None, bound
        actors, recipients = bound.actors, bound.recipients
        if claim_type.symmetric:
            actors, recipients = actors + [actor for actor in recipients if actor not in actors], []
        why = (predicate.why, *bound.why)
        return Draft(scene, claim_type.type, number, predicate, tuple(actors), tuple(recipients), timed, why), bound

    def _speakers(self, predicate: Predicate) -> Sequence[Actor]:
        """Who says the words that the predicate stands in: the "I" and "we" of its sentence."""
        clause = predicate.clause
        said = [act for act in self.acts if act.speakers and (clause in act.scope or act.clause == clause)]
        return said[-1].speakers if said else self.page.speaker

    def _opens_with_verb(self, number: int) -> bool:
        head = self.scene.clauses[number].head
        return any(one.form == "verb" and one.first <= head for one in self.candidates[number])

    def _content_end(self, number: int, predicate: Predicate, aside: Collection[Opener] = ()) -> int:
        """The first clause behind the content of an accusation, demand or the like in clause `number`; clauses that open with
        one of `aside` are told in the page's own voice again."""
        at = number + 1
        while at < len(self.scene.clauses):
            opener = self.scene.clauses[at].opener
            resumes = opener is Opener.COMMA and number > 0 and self._opens_with_verb(at)  # "A, backed by B, accused C"
            if opener is Opener.PARTICIPLE or opener in aside or resumes:
                break
            if opener is Opener.COORDINATE:
                other = self.candidates[at][0] if self.candidates[at] else None
                if other is None or (other.form in ("verb", "passive") and other.tag == predicate.tag):
                    break
            at += 1
        return at


def _lead(scene: Scene, number: int) -> list[Sequence[Actor]]:
    """The party that the sentence begins with, for a clause behind it: "the president spoke at length and urged"."""
    before = [view for view in scene.between(scene.sentence.first, scene.clauses[number].first) if view.joined is None]
    free = [view for view in before if view.governor is None and not view.mention.attributive]
    return [[actor for view in scene.group(free[0]) for actor in view.mention.actors]] if free else []


def _goes_on(scene: Scene) -> bool:
    """Whether the sentence may leave its subject to the one before: it begins with a pronoun, or, where verbs come first, with
    "and" and a verb."""
    first, last = scene.sentence.first, scene.sentence.last
    if any(scene.marks.one("grammar", at, Grammar, role="pronoun") for at in range(first, min(first + 3, last))):
        return True
    return scene.frame.language.adjectives_follow


def _also(draft: Draft, bound: Bound, drafts: Sequence[Draft], number: int) -> bool:
    """Whether a clause that has its claim tells this one too: an act of another type with both parties named for it."""
    predicate = draft.predicate
    others = [other for other in drafts if other.clause == number]
    if predicate is None or not bound.own_subject or "state" in predicate.trigger.traits:
        return False
    if any(other.type == draft.type or _overlap(predicate, other.predicate) for other in others):
        return False
    return len({actor.code or actor.name for actor in (*draft.actors, *draft.recipients)}) > 1


def _overlap(one: Predicate, other: Predicate | None) -> bool:
    return other is not None and one.first < other.last and other.first < one.last


def _next_is_bare(scene: Scene, number: int) -> bool:
    return number + 1 < len(scene.clauses) and scene.clauses[number + 1].opener is Opener.BARE


def _only_describes(draft: Draft, bound: Bound, drafts: Sequence[Draft]) -> bool:
    """Whether a draft only tells more of the one before: the same type, behind a comma or nothing, nobody of its own."""
    opener = draft.scene.clauses[draft.clause].opener
    if not drafts or drafts[-1].type != draft.type or bound.own_subject or opener not in _MORE:
        return False
    if _at_another_time(draft, drafts[-1]):
        return False
    before = {actor.code or actor.name for actor in (*drafts[-1].actors, *drafts[-1].recipients)}
    return {actor.code or actor.name for actor in (*draft.actors, *draft.recipients)} <= before


def _at_another_time(draft: Draft, before: Draft) -> bool:
    """Whether a verb has a time behind it that differs from that of the claim before: "opened in 1901 and closed in 1917"."""
    if draft.timed is None or before.timed is None or draft.predicate is None or draft.predicate.form == "participle":
        return False
    return draft.timed.first > draft.predicate.first and draft.timed.when.edtf != before.timed.when.edtf


def _worth(scene: Scene, predicate: Predicate, bound: Bound, timed: Timed | None, claim_type: ClaimType) -> bool:
    """Whether the parties make it a claim: a verb needs an actor in its sentence, a noun two parties, one and a date, or a verb
    that carries it; a state of affairs needs the one that it is said of."""
    if predicate.purpose:
        return False
    if not bound.own_subject and bound.actors and bound.recipients and not claim_type.symmetric:
        own = {actor.code for actor in bound.recipients}
        if all(actor.code in own for actor in bound.actors):  # carried over, but meant is the one it is done to
            bound.actors.clear()
    parties = {actor.code or actor.name for actor in (*bound.actors, *bound.recipients)}
    if "state" in claim_type.traits:
        return bool(bound.actors)
    if predicate.form == "noun":
        return len(parties) >= 2 or (bool(parties) and (predicate.carrier is not None or timed is not None))
    unnamed = claim_type.unnamed and predicate.tag != "base"  # where verbs come second a base may be a noun as well
    return bool(parties) or bound.nameless or unnamed or any(view.mention.code for view in scene.views)
