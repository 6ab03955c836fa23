"""Whose word it is and how sure: drafts become claims.

A verb of saying whose content holds a claim makes a source, not a second claim; one whose content holds none makes a `say`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruznama.attribution.sources import citation, source_of, sources
from ruznama.attribution.status import StatusWords, status, status_words
from ruznama.claims import Draft, Scene, Sentences, SpeechAct
from ruznama.claims.times import governing
from ruznama.model import Actor, Source, Status

__all__ = ["Attributed", "attribute", "status_words"]


@dataclass(frozen=True, eq=False)
class Attributed:
    """A draft with its sources and status."""

    draft: Draft
    sources: tuple[Source, ...]
    status: Status
    why: tuple[str, ...]


def attribute(sentence: Sentences, published: str | None, words: StatusWords) -> list[Attributed]:
    """The drafts of one sentence with their sources and status, and a `say` for each speech that no draft fills.

    `published` is the document's, an ISO day or minute.
    """
    scene, drafts, acts = sentence.scene, sentence.drafts, sentence.acts
    cited = citation(scene)
    quoted = _goes_on_speaking(sentence)
    if cited is not None:
        acts = tuple(act for act in acts if not cited.first <= act.first < cited.last)
    found: list[Attributed] = []
    before: tuple[Draft, Status] | None = None
    for draft in [*drafts, *_bare_speech(scene, drafts, acts)]:
        chain, said = sources(draft, acts, cited)
        if not chain and draft.predicate is not None and quoted:
            chain, said = (source_of(quoted[0]),), (f"source by the quotation that goes on: {quoted[0].text}",)
        sure, sure_why = status(draft, published, words, before)
        before = draft, sure
        found.append(Attributed(draft, chain, sure, (*draft.why, *said, sure_why)))
    found.sort(key=lambda item: (item.draft.clause, item.draft.predicate.first if item.draft.predicate else 0))
    return found


def _goes_on_speaking(sentence: Sentences) -> tuple[Actor, ...]:
    """The last speaker, where the sentence is a quotation of its own, with no verb of saying."""
    words = sentence.scene.marks.text.words
    opens = words[sentence.scene.sentence.first] == '"'
    return sentence.before if opens and not any(act.scope or act.carries for act in sentence.acts) else ()


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
