"""Whose word it is and how sure: drafts become claims.

A verb of saying whose content holds a claim makes a source, not a second claim; one whose content holds none makes a `say`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruznama.attribution.sources import citation, sources
from ruznama.attribution.status import status
from ruznama.claims import Draft, Scene, SpeechAct
from ruznama.claims.times import governing
from ruznama.knowledge import Knowledge
from ruznama.model import Source, Status

__all__ = ["Attributed", "attribute"]


@dataclass(frozen=True, eq=False)
class Attributed:
    """A draft with its sources and status."""

    draft: Draft
    sources: tuple[Source, ...]
    status: Status
    why: tuple[str, ...]


def attribute(scene: Scene, drafts: Sequence[Draft], acts: Sequence[SpeechAct], knowledge: Knowledge) -> list[Attributed]:
    """The drafts of one sentence with their sources and status, and a `say` for each speech that no draft fills."""
    cited = citation(scene)
    if cited is not None:
        acts = [act for act in acts if not cited.first <= act.first < cited.last]
    found: list[Attributed] = []
    for draft in [*drafts, *_bare_speech(scene, drafts, acts)]:
        chain, said = sources(draft, acts, cited)
        sure, sure_why = status(draft, knowledge)
        found.append(Attributed(draft, chain, sure, (*draft.why, *said, sure_why)))
    found.sort(key=lambda item: (item.draft.clause, item.draft.predicate.first if item.draft.predicate else 0))
    return found


def _bare_speech(scene: Scene, drafts: Sequence[Draft], acts: Sequence[SpeechAct]) -> list[Draft]:
    found = []
    for act in acts:
        if not act.scope or not act.speakers:
            continue
        covered = {draft.clause for draft in drafts} | {other.clause for other in acts if other is not act and other.scope}
        if act.clause in {draft.clause for draft in drafts} or covered & set(act.scope):
            continue
        timed = governing(scene, act.clause, act.first, [act.clause, act.scope.start])
        found.append(Draft(scene, "say", act.clause, None, act.speakers, (), timed, (act.why,)))
    return found
