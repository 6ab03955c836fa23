"""Sentences with a date or two actors that gave no claim, and why: where the rules are to be mended next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ruznama.claims import Sentences
from ruznama.claims.predicates import predicates
from ruznama.knowledge import ClaimType
from ruznama.model import Claim, Uncovered

OPINION, NO_TRIGGER, NO_ROLES, OTHER = "opinion", "no trigger", "trigger without roles", "other"


def uncovered(sentences: Iterable[Sentences], claims: Sequence[Claim], types: Mapping[str, ClaimType]) -> tuple[Uncovered, ...]:
    """The prose sentences that hold a time or two parties but no claim, each with its reason.

    Reasons: "opinion" (words of saying whose content tells nothing of its own), "no trigger" (no word of a claim type),
    "trigger without roles" (an act is told, but its parties were not found), "other" (such a word stands there, but tells no act:
    it points back, is part of a name, or lacks the words that its frame asks for).
    """
    starts = sorted(claim.start for claim in claims)
    found = []
    for sentence in sentences:
        scene = sentence.scene
        span = scene.sentence
        parties = {view.mention.code for view in scene.views if view.mention.code is not None}
        if not scene.times and len(parties) < 2:
            continue
        if any(span.start <= start < span.end for start in starts):
            continue
        found.append(Uncovered(span.start, span.end, _reason(sentence, types)))
    return tuple(found)


def _reason(sentence: Sentences, types: Mapping[str, ClaimType]) -> str:
    scene = sentence.scene
    if sentence.acts:
        return OPINION
    if any(predicates(scene, types)):
        return NO_ROLES
    triggers = scene.marks.layers.get("trigger", {})
    own = (
        word for word in range(scene.sentence.first, scene.sentence.last) if word not in scene.dated and word not in scene.inside
    )
    return OTHER if any(word in triggers for word in own) else NO_TRIGGER
