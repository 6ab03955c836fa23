"""Sentences with a date or two actors that gave no claim, and why: where the rules are to be mended next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ruznama.claims import Sentences
from ruznama.model import Claim, Uncovered


def uncovered(sentences: Iterable[Sentences], claims: Sequence[Claim]) -> tuple[Uncovered, ...]:
    """The prose sentences that hold a time or two parties but no claim, each with its reason.

    Reasons: "no trigger", "trigger without roles", "opinion" (words of saying without an actor's claim).
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
        triggered = any(
            span.first <= first < span.last and first not in scene.inside for first in scene.marks.layers.get("trigger", {})
        )
        reason = "opinion" if sentence.acts else "trigger without roles" if triggered else "no trigger"
        found.append(Uncovered(span.start, span.end, reason))
    return tuple(found)
