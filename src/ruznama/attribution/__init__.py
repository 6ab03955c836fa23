"""Whose word it is and how sure: drafts become claims.

A verb of saying whose content holds a claim makes a source, not a second claim; one whose content holds none makes a `say`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ruznama.attribution.attributed import Attributed
from ruznama.attribution.quotations import Quotation
from ruznama.attribution.retold import date_retold
from ruznama.attribution.sources import citation, said_by, sources
from ruznama.attribution.status import StatusWords, status, status_words
from ruznama.claims import Draft, Scene, Sentences, SpeechAct
from ruznama.claims.times import governing
from ruznama.knowledge import Knowledge
from ruznama.model import Source, Status

__all__ = ["Attributed", "attribute"]


def attribute(sentences: Sequence[Sentences], published: str | None, knowledge: Knowledge, lang: str) -> list[list[Attributed]]:
    """The drafts of each sentence with their sources and status, and a `say` for each speech that no draft fills.

    `published` is the document's, an ISO day or minute.
    """
    words = knowledge.derived(status_words, lang)
    verbal = frozenset(name for name, claim_type in knowledge.claim_types.items() if claim_type.opaque) | {"say"}
    quotation = Quotation()
    found = []
    for sentence in sentences:
        quotation = quotation.goes_on(sentence.scene)
        attributed, speaker = _of_sentence(sentence, published, words, verbal, quotation)
        quotation = quotation.behind(sentence.scene, speaker)
        found.append(attributed)
    return date_retold(sentences, found, published, verbal)


def _of_sentence(
    sentence: Sentences, published: str | None, words: StatusWords, verbal: frozenset[str], quotation: Quotation
) -> tuple[list[Attributed], Source | None]:
    """The drafts of a sentence, and who speaks in it last."""
    scene, drafts, acts = sentence.scene, sentence.drafts, sentence.acts
    cited = citation(scene, sentence.before)
    if cited is not None:
        acts = tuple(act for act in acts if not cited.first <= act.first < cited.last)
    spoken = any(act.scope or act.carries for act in acts)
    spoke: list[tuple[SpeechAct, Source | None]] = []
    last = quotation.speaker
    for act in acts:
        last = said_by(scene, act, last)
        spoke.append((act, last))
    found: list[Attributed] = []
    before: tuple[Draft, Status] | None = None
    for draft in [*drafts, *_bare_speech(scene, drafts, acts)]:
        chain, said = sources(draft, spoke, cited, verbal=draft.type in verbal)
        if not chain and not said and draft.predicate is not None and quotation.holds(draft.predicate.first, spoken=spoken):
            assert quotation.speaker is not None
            if draft.type not in verbal or all(actor.name != quotation.speaker.name for actor in draft.actors):
                chain, said = (quotation.speaker,), (f"source by the quotation that goes on: {quotation.speaker.text}",)
        sure, sure_why = status(draft, published, words, before)
        before = draft, sure
        found.append(Attributed(draft, chain, sure, (*draft.why, *said, sure_why)))
    found.sort(key=lambda item: (item.draft.clause, item.draft.predicate.first if item.draft.predicate else 0))
    return found, last


def _bare_speech(scene: Scene, drafts: Sequence[Draft], acts: Sequence[SpeechAct]) -> list[Draft]:
    found = []
    for act in acts:
        if not act.scope or not act.speakers or act.scope.start == act.clause:
            continue
        covered = {draft.clause for draft in drafts} | {other.clause for other in acts if other is not act and other.scope}
        if act.clause in {draft.clause for draft in drafts} or covered & set(act.scope):
            continue
        timed = governing(scene, act.clause, act.first, [act.clause, act.scope.start])
        found.append(Draft(scene, "say", act.clause, None, act.speakers, (), timed, (act.why,)))
    return found
