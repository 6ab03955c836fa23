"""What is claimed: triggers, their parties and their time, sentence by sentence.

`find` gives drafts: claims that have no source and no status yet. `ruznama.attribution` gives them both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ruznama.actors import Mention
from ruznama.claims.clauses import Clause, Opener
from ruznama.claims.predicates import Predicate, predicates
from ruznama.claims.roles import Binder, Bound
from ruznama.claims.scene import Frame, Scene, Timed, frame_of, lay_out
from ruznama.claims.speech import SpeechAct, speech_acts, unnamed_at
from ruznama.claims.times import governing, simultaneous
from ruznama.knowledge import ClaimType, Grammar, Knowledge
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor

__all__ = [
    "Clause",
    "Draft",
    "Frame",
    "Mention",
    "Opener",
    "Predicate",
    "Scene",
    "Sentences",
    "SpeechAct",
    "Timed",
    "find",
    "frame_of",
    "unnamed_at",
]

MUTUAL = frozenset({"relations", "rupture"})  # acts that always have two sides
PACTS = frozenset({"agree"})
TIES = ("relation", "cooperation")  # word classes of ties that have two sides
_ASIDE = (Opener.RELATIVE, Opener.SUBORDINATE)  # clauses behind what is accused or demanded that are no part of it
_MORE = (Opener.COMMA, Opener.BARE, Opener.SUBORDINATE)  # clauses that may only tell more of what the one before told
TOPICS = 4  # sentences back whose subject a verb without one may mean
MAIN = 0.6  # share of all mentions that the page's two main parties have at least
_STATES = frozenset({"fact", "other", "say"})  # types that need an actor: their triggers are common words


@dataclass(frozen=True, eq=False)
class Draft:
    """A claim before attribution. `predicate` is None for a bare act of speech."""

    scene: Scene
    type: str
    clause: int
    predicate: Predicate | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    timed: Timed | None
    why: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Sentences:
    """The drafts and the acts of speech of one sentence; `before` is who spoke last before it."""

    scene: Scene
    drafts: tuple[Draft, ...]
    acts: tuple[SpeechAct, ...]
    before: tuple[Actor, ...] = ()


def find(marks: Marks, mentions: Sequence[Mention], times: Sequence[Timed], knowledge: Knowledge, lang: str) -> list[Sentences]:
    """The sentences of the text with their drafts, in order."""
    frame = knowledge.derived(frame_of, lang)
    found: list[Sentences] = []
    speaker: tuple[Actor, ...] = ()
    main = _main_pair(mentions)
    before: Draft | None = None
    told: tuple[Actor, ...] = ()  # who met or agreed last
    topics: list[Sequence[Actor]] = []
    for sentence in marks.text.sentences:
        if not sentence.part.is_prose:
            continue
        scene = lay_out(sentence, marks, mentions, times, frame)
        said_before = speaker
        acts = speech_acts(scene, speaker)
        speaker = next((act.speakers for act in acts if act.speakers and not act.inherited), speaker)
        drafts, topic = _drafts(scene, acts, said_before, knowledge.claim_types, main, told, before, topics[-TOPICS:])
        if topic and topic not in topics[-1:]:
            topics.append(topic)
        found.append(Sentences(scene, tuple(drafts), tuple(acts), said_before))
        before = drafts[-1] if drafts else None
        for draft in drafts:
            if knowledge.claim_types[draft.type].symmetric and len({actor.code or actor.name for actor in draft.actors}) > 1:
                told = draft.actors
    return found


def _drafts(
    scene: Scene,
    acts: Sequence[SpeechAct],
    said_before: Sequence[Actor],
    types: Mapping[str, ClaimType],
    main: Sequence[Actor],
    met: Sequence[Actor],
    last: Draft | None,
    topics: Sequence[Sequence[Actor]],
) -> tuple[list[Draft], Sequence[Actor]]:
    """The drafts of a sentence, and whom it speaks of; `last` and `topics` are those of the sentences before."""
    candidates = predicates(scene, types)
    busy = sorted({number for number, found in enumerate(candidates) if found} | {act.clause for act in acts})
    by_clause = {act.clause: act for act in acts}
    drafts: list[Draft] = []
    subjects = list(topics) if _goes_on(scene) else []
    anchor: Sequence[Actor] = ()  # the subject that the sentence began with: whom its participles speak of
    closed_until = -1
    for number in range(len(scene.clauses)):
        if number < closed_until:
            continue
        act = by_clause.get(number)
        if act is not None and act.speakers:
            subjects.append(act.speakers)
            anchor = anchor or act.speakers
        if scene.clauses[number].opener is Opener.PARTICIPLE and anchor:
            subjects.append(anchor)
        told: Draft | None = None
        bare: list[Draft] = []
        for predicate in candidates[number]:
            speaks = act is not None and not act.carries and bool(act.scope) and number not in act.scope
            if act is not None and speaks and predicate.form == "noun" and predicate.first >= act.last:
                continue
            speakers = _speakers(predicate, acts) or said_before
            before = drafts[-1] if drafts else last
            draft, bound = _draft(scene, predicate, number, busy, types, subjects, speakers, before, main, met)
            if told is not None:
                act_of = told.predicate
                if act_of is not None and types[told.type].opaque and predicate.first > act_of.first:
                    continue  # what an accusation or a demand says is its content; what stands before it is not
                if draft is not None and _also(draft, bound, drafts, number):
                    drafts.append(draft)
                continue
            if bound.subject:
                subjects.append(bound.subject)
                anchor = anchor or bound.subject
            if draft is None:
                continue
            nobody = not (draft.actors or draft.recipients) and not types[draft.type].unnamed
            if nobody and predicate is not candidates[number][-1] and not bare:
                bare.append(draft)  # nobody is named for it: another trigger of the clause may do better
                continue
            if _only_describes(draft, bound, drafts):
                break
            if types[draft.type].opaque and predicate.trigger.recipients and not draft.recipients:
                draft = _addressed(draft, _content_end(scene, number, predicate, candidates))
            drafts.append(draft)
            told = draft
            if predicate.form == "verb" and draft.type == "decide" and _next_is_bare(scene, number):
                closed_until = number + 2  # what a decree says is its content
            elif types[draft.type].opaque:
                closed_until = _content_end(scene, number, predicate, candidates, _ASIDE)
        if told is None:
            drafts.extend(bare)
    return drafts, anchor


def _goes_on(scene: Scene) -> bool:
    """Whether the sentence may leave its subject to the one before: it begins with a pronoun, or, where verbs come first, with
    "and" and a verb."""
    first, last = scene.sentence.first, scene.sentence.last
    if any(scene.marks.one("grammar", at, Grammar, role="pronoun") for at in range(first, min(first + 3, last))):
        return True
    return scene.frame.language.adjectives_follow


def _speakers(predicate: Predicate, acts: Sequence[SpeechAct]) -> Sequence[Actor]:
    """Who says the words that the predicate stands in: the "I" and "we" of its sentence."""
    said = [act for act in acts if act.speakers and (predicate.clause in act.scope or act.clause == predicate.clause)]
    return said[-1].speakers if said else ()


def _also(draft: Draft, bound: Bound, drafts: Sequence[Draft], number: int) -> bool:
    """Whether a clause that has its claim tells this one too: an act of another type with both parties named for it."""
    predicate = draft.predicate
    others = [other for other in drafts if other.clause == number]
    if predicate is None or not bound.own_subject or draft.type in _STATES:
        return False
    if any(other.type == draft.type or _overlap(predicate, other.predicate) for other in others):
        return False
    return len({actor.code or actor.name for actor in (*draft.actors, *draft.recipients)}) > 1


def _overlap(one: Predicate, other: Predicate | None) -> bool:
    return other is not None and one.first < other.last and other.first < one.last


def _addressed(draft: Draft, end: int) -> Draft:
    """A verbal act that names nobody it is directed at: at the first other party in what it says."""
    scene = draft.scene
    own = {actor.code for actor in draft.actors}
    last = scene.clauses[end].first if end < len(scene.clauses) else scene.sentence.last
    begin = draft.predicate.last if draft.predicate is not None else scene.sentence.first
    for view in scene.between(begin, last):
        code = view.mention.code
        placed = view.governor in scene.frame.places
        if code is not None and code not in own and not view.mention.attributive and not placed:
            why = f"directed at {view.mention.actors[0].text}, the first party in what is said"
            everybody = [actor for other in scene.group(view) for actor in other.mention.actors if actor.code not in own]
            return replace(draft, recipients=tuple(everybody), why=(*draft.why, why))
    return draft


def _next_is_bare(scene: Scene, number: int) -> bool:
    return number + 1 < len(scene.clauses) and scene.clauses[number + 1].opener is Opener.BARE


def _only_describes(draft: Draft, bound: Bound, drafts: Sequence[Draft]) -> bool:
    """Whether a draft only tells more of the one before: the same type, behind a comma or nothing, nobody of its own."""
    opener = draft.scene.clauses[draft.clause].opener
    if not drafts or drafts[-1].type != draft.type or bound.own_subject or opener not in _MORE:
        return False
    before = {actor.code or actor.name for actor in (*drafts[-1].actors, *drafts[-1].recipients)}
    return {actor.code or actor.name for actor in (*draft.actors, *draft.recipients)} <= before


def _draft(
    scene: Scene,
    predicate: Predicate,
    number: int,
    busy: Sequence[int],
    types: Mapping[str, ClaimType],
    subjects: Sequence[Sequence[Actor]],
    speakers: Sequence[Actor],
    before: Draft | None,
    main: Sequence[Actor],
    met: Sequence[Actor],
) -> tuple[Draft | None, Bound]:
    following = [other for other in busy if other > number]
    reach = scene.clauses[following[0]].first if following else scene.sentence.last
    claim_type = types[predicate.trigger.type]
    bound = Binder(scene, predicate, reach, subjects, speakers, claim_type.symmetric or predicate.trigger.mutual, busy).bind()
    timed = governing(scene, number, predicate.first, busy)
    _complete(scene, predicate, bound, claim_type, before, main, met)
    if not _worth(scene, predicate, bound, timed, claim_type):
        return None, bound
    actors, recipients = bound.actors, bound.recipients
    if claim_type.symmetric:
        actors, recipients = actors + [actor for actor in recipients if actor not in actors], []
    why = (predicate.why, *bound.why)
    return Draft(scene, claim_type.type, number, predicate, tuple(actors), tuple(recipients), timed, why), bound


def _complete(
    scene: Scene,
    predicate: Predicate,
    bound: Bound,
    claim_type: ClaimType,
    before: Draft | None,
    main: Sequence[Actor],
    met: Sequence[Actor],
) -> None:
    """Fills a side that the clause leaves open: by the partners of the agreement it carries out ("under which A sells"), or,
    for ties between two sides of which one or none is named, by the two states that the page is about."""
    if before is not None and before.scene is scene and before.type in PACTS and not claim_type.symmetric:
        opener = scene.clauses[predicate.clause].opener
        if opener in (Opener.BARE, Opener.RELATIVE) and bool(bound.actors) != bool(bound.recipients):
            full, side = (bound.actors, bound.recipients) if bound.actors else (bound.recipients, bound.actors)
            side.extend(actor for actor in before.actors if actor.code not in {other.code for other in full})
            bound.why.append("the other side is the partner of the agreement")
    opener = scene.clauses[predicate.clause].opener
    starts = predicate.clause == 0 and opener is Opener.SUBORDINATE and bool(predicate.enclitic)
    if before is not None and starts and not bound.actors and not bound.recipients:
        bound.actors[:] = before.actors
        bound.recipients[:] = before.recipients
        bound.why.append("the parties of the sentence before, which this one goes on with")
    if claim_type.type in MUTUAL and len({actor.code or actor.name for actor in (*bound.actors, *bound.recipients)}) < 2:
        _from_beside(scene, predicate, bound, main)
    definite = (
        scene.frame.language.clitics.article in predicate.proclitics or predicate.carrier is not None or predicate.form != "noun"
    )
    sided = claim_type.symmetric or predicate.trigger.mutual
    if definite and sided and main and predicate.form in ("noun", "verb", "passive") and not bound.own_subject:
        named = _codes(bound)
        clause = scene.clauses[predicate.clause]
        tie = scene.has_class(TIES, clause.first, clause.last)
        if len(named) < 2 and named <= {actor.code for actor in main} and tie is not None:
            bound.actors[:] = main
            bound.recipients[:] = []
            bound.why.append("both sides: the two states that the page is about")
    pointed = predicate.form == "noun" and scene.frame.language.clitics.article in predicate.proclitics
    if sided and met and pointed and not bound.own_subject and _codes(bound) < {actor.code for actor in met}:
        bound.actors[:] = met
        bound.recipients[:] = []
        bound.why.append("both sides: those who met or agreed last")


def _codes(bound: Bound) -> set[str | None]:
    return {actor.code for actor in (*bound.actors, *bound.recipients)}


def _from_beside(scene: Scene, predicate: Predicate, bound: Bound, main: Sequence[Actor]) -> None:
    """Fills the sides that a tie leaves open: by the parties of the clause told with it ("when the envoy of A … to B"), then by
    the page's main pair."""
    numbers = range(predicate.clause + 1, len(scene.clauses))
    beside = next((scene.clauses[at].first for at in numbers if simultaneous(scene, at)), scene.sentence.last)
    views = scene.between(beside, scene.sentence.last)
    told = [view.mention.actors[0] for view in views if view.governor != scene.frame.language.genitive]
    told = [actor for actor in told if actor.code is not None and actor.kind != "igo"]
    sides = {actor.code for actor in (*bound.actors, *bound.recipients)}
    known = sides | {actor.code for actor in told[:1]}
    pair = main if (known or predicate.form != "noun") and known <= {actor.code for actor in main} else ()
    for actor, why in [
        *((actor, "a party of the clause told with it") for actor in told),
        *((actor, "one of the two states that the page is about") for actor in pair),
    ]:
        if len(sides) < 2 and actor.code not in sides:
            (bound.recipients if bound.actors and not bound.recipients else bound.actors).append(actor)
            sides.add(actor.code)
            bound.why.append(why)


def _main_pair(mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The two states that the page is about, if two have most of its mentions of states."""
    counts = Counter(mention.code for mention in mentions if mention.code is not None and mention.role not in ("pair", "between"))
    top = counts.most_common(2)
    if len(top) < 2 or sum(count for _, count in top) < MAIN * counts.total():
        return ()
    first = {mention.code: mention.actors[0] for mention in reversed(mentions) if not mention.attributive}
    return tuple(first[code] for code, _ in top if code in first)


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
    if claim_type.type in _STATES:
        return bool(bound.actors)
    if predicate.form == "noun":
        return len(parties) >= 2 or (bool(parties) and (predicate.carrier is not None or timed is not None))
    unnamed = claim_type.unnamed and predicate.tag != "base"  # where verbs come second a base may be a noun as well
    return bool(parties) or bound.nameless or unnamed or any(view.mention.code for view in scene.views)


def _content_end(
    scene: Scene, number: int, predicate: Predicate, candidates: Sequence[Sequence[Predicate]], aside: Collection[Opener] = ()
) -> int:
    """The first clause behind the content of an accusation, demand or the like in clause `number`; clauses that open with one of
    `aside` are told in the page's own voice again."""
    at = number + 1
    while at < len(scene.clauses):
        opener = scene.clauses[at].opener
        if opener is Opener.PARTICIPLE or opener in aside:
            break
        if opener is Opener.COORDINATE:
            other = candidates[at][0] if candidates[at] else None
            if other is None or (other.form in ("verb", "passive") and other.tag == predicate.tag):
                break
        at += 1
    return at
