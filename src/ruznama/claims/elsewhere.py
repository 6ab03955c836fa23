"""The parties that a clause leaves open, from what stands beside it, before it, or on the whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ruznama.actors import Mention
from ruznama.claims.clauses import Opener
from ruznama.claims.drafts import Draft, Page
from ruznama.claims.predicates import Predicate
from ruznama.claims.roles import Bound
from ruznama.claims.scene import Scene, View
from ruznama.claims.times import simultaneous
from ruznama.knowledge import ClaimType
from ruznama.model import Actor

TIES = ("relation", "cooperation")  # word classes of ties that have two sides
ENVOYS = ("ambassador", "diplomat", "official")  # word classes of envoys
ENVOY = 2  # words between one and the place where he resides
MAIN = 0.6  # share of all mentions that the page's two main parties have at least


def complete(scene: Scene, predicate: Predicate, bound: Bound, claim_type: ClaimType, before: Draft | None, page: Page) -> None:
    """Fills the sides that the clause leaves open: by the partners of the agreement that it carries out ("under which A sells"),
    by the parties of the clause told with it, by those who met last, or by the two states that the page is about."""
    if before is not None:
        _from_before(scene, predicate, bound, claim_type, before)
    if "two-sided" in claim_type.traits and len(_named(bound)) < 2:
        _from_beside(scene, predicate, bound, page.main)
    if "journey" in claim_type.traits and bound.actors and not bound.recipients:
        _host(scene, predicate, bound, page.places)
    if (claim_type.symmetric or predicate.trigger.mutual) and not bound.own_subject:
        _both_sides(scene, predicate, bound, page)


def _named(bound: Bound) -> set[str]:
    return {actor.code or actor.name for actor in (*bound.actors, *bound.recipients)}


def _codes(bound: Bound) -> set[str | None]:
    return {actor.code for actor in (*bound.actors, *bound.recipients)}


def _from_before(scene: Scene, predicate: Predicate, bound: Bound, claim_type: ClaimType, before: Draft) -> None:
    opener = scene.clauses[predicate.clause].opener
    pact = before.predicate is not None and "pact" in before.predicate.trigger.traits
    carries_out = pact and before.scene is scene and opener in (Opener.BARE, Opener.RELATIVE)
    if carries_out and not claim_type.symmetric and bool(bound.actors) != bool(bound.recipients):
        full, side = (bound.actors, bound.recipients) if bound.actors else (bound.recipients, bound.actors)
        side.extend(actor for actor in before.actors if actor.code not in {other.code for other in full})
        bound.why.append("the other side is the partner of the agreement")
    starts = predicate.clause == 0 and opener is Opener.SUBORDINATE and bool(predicate.enclitic)
    if starts and not bound.own_subject and not bound.recipients:
        bound.actors[:] = before.actors
        bound.recipients[:] = before.recipients
        bound.why.append("the parties of the sentence before, which this one goes on with")


def _both_sides(scene: Scene, predicate: Predicate, bound: Bound, page: Page) -> None:
    """Both sides of "the relations", "the talks", where the clause names one or none."""
    pointed = scene.frame.language.clitics.article in predicate.proclitics
    clause = scene.clauses[predicate.clause]
    if predicate.form in ("noun", "verb", "passive") and (pointed or predicate.carrier is not None or predicate.form != "noun"):
        tie = scene.has_class(TIES, clause.first, clause.last)
        if page.main and tie is not None and _codes(bound) < {actor.code for actor in page.main}:
            _replace(bound, page.main, "both sides: the two states that the page is about")
    if (
        page.met
        and (_by_two(scene, predicate) or (pointed and predicate.form == "noun"))
        and _codes(bound) < {actor.code for actor in page.met}
    ):
        _replace(bound, page.met, "both sides: those who met or agreed last")


def _host(scene: Scene, predicate: Predicate, bound: Bound, places: Sequence[Mention]) -> None:
    """The state of the first place behind a journey: "arrived in Jeddah"."""
    last = scene.clauses[predicate.clause].last
    behind = (place for place in places if predicate.last <= place.first < last)
    own = {actor.code for actor in bound.actors}
    place = next((place.actors[0] for place in behind if place.code is not None and place.code not in own), None)
    if place is not None:
        bound.recipients.append(replace(place, kind="state", why=f"the state of {place.name}"))
        bound.why.append(f"the host is the state of {place.text}")


def _by_two(scene: Scene, predicate: Predicate) -> bool:
    """Whether the verb's ending says that two act."""
    signs = scene.frame.agreement
    return signs is not None and predicate.form == "verb" and signs.is_dual(predicate.word(scene), predicate.tag)


def _replace(bound: Bound, actors: Sequence[Actor], why: str) -> None:
    bound.actors[:] = actors
    bound.recipients[:] = []
    bound.why.append(why)


def _from_beside(scene: Scene, predicate: Predicate, bound: Bound, main: Sequence[Actor]) -> None:
    """Fills the sides that a tie leaves open: by the parties of the clause told with it ("when the envoy of A … to B"), then by
    the page's main pair."""
    numbers = range(predicate.clause + 1, len(scene.clauses))
    nobody = predicate.form == "passive" and not _named(bound)  # "established by the king's reception of a Danish envoy"
    alone = predicate.last if nobody else scene.sentence.last
    beside = next((scene.clauses[at].first for at in numbers if simultaneous(scene, at)), alone)
    views = scene.between(beside, scene.sentence.last)
    told = [
        view.mention.actors[0]
        for view in views
        if (view.governor != scene.frame.language.genitive or view.mention.attributive)
        and not _lives_there(scene, view)
        and view.mention.actors[0].code is not None
        and view.mention.actors[0].kind != "igo"
    ]
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


def _lives_there(scene: Scene, view: View) -> bool:
    """Whether an envoy is only said to reside in the place: "when the consul at Lima presented his credentials"."""
    return view.governor in scene.frame.places and scene.has_class(ENVOYS, view.first - ENVOY, view.first) is not None


def addressed(draft: Draft, end: int) -> Draft:
    """A verbal act that names nobody it is directed at: at the first other party in what it says."""
    scene = draft.scene
    own = {actor.code for actor in draft.actors}
    last = scene.clauses[end].first if end < len(scene.clauses) else scene.sentence.last
    begin = draft.predicate.last if draft.predicate is not None else scene.sentence.first
    for view in scene.between(begin, last):
        code = view.mention.code
        placed = view.governor in scene.frame.places or view.governor in scene.frame.against
        if code is not None and code not in own and not view.mention.attributive and not placed:
            why = f"directed at {view.mention.actors[0].text}, the first party in what is said"
            everybody = [actor for other in scene.group(view) for actor in other.mention.actors if actor.code not in own]
            return replace(draft, recipients=tuple(everybody), why=(*draft.why, why))
    return draft


def main_pair(mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The two states that the page is about, if two have most of its mentions of states."""
    counts = Counter(
        mention.code
        for mention in mentions
        if mention.code is not None and mention.role not in ("pair", "between") and mention.actors[0].kind != "igo"
    )
    top = counts.most_common(2)
    if len(top) < 2 or sum(count for _, count in top) < MAIN * counts.total():
        return ()
    first = {mention.code: mention.actors[0] for mention in reversed(mentions) if not mention.attributive}
    return tuple(first[code] for code, _ in top if code in first)
