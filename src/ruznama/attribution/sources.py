"""Who says it: the chain of sources of each draft, nearest to the page first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruznama.claims import Draft, Opener, Scene, SpeechAct, unnamed_at
from ruznama.knowledge import Speech
from ruznama.model import Actor, Source

CITED = 12  # words behind "according to" in which the source is named


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the whole sentence: its sources and the words that it takes up."""

    first: int
    last: int
    sources: tuple[Source, ...]
    why: str


def citation(scene: Scene) -> Cited | None:
    """The sources named behind words such as "according to" in the sentence, None if there are none.

    A page or agency that published a document stands before the document in the chain.
    """
    for at in range(scene.sentence.first, scene.sentence.last):
        found = scene.marks.one("speech", at, Speech, role="according")
        if found is None or at in scene.inside:
            continue
        match, speech = found
        end = _end_of_citation(scene, match.last)
        actors = [view.mention.actors[0] for view in scene.between(max(at, match.last - 1), end) if not view.mention.attributive]
        documents = unnamed_at(scene, match.last, min(match.last + 4, end))
        if documents is not None:
            span = scene.marks.text.starts[documents[0]], scene.marks.text.ends[documents[1] - 1]
            actors = [actor for actor in actors if not span[0] <= actor.start < span[1]]
        sources = [source_of(actor) for actor in actors if actor.kind == "media"]
        if documents is not None:
            sources.append(source_of_words(scene, documents))
        sources += [source_of(actor) for actor in actors if actor.kind != "media"]
        if sources:
            return Cited(at, end, tuple(sources), f"source by “{speech.lemma}”")
    return None


def _end_of_citation(scene: Scene, first: int) -> int:
    """Where the citation ends: at the main clause that a complementiser opens, else at the first comma."""
    if first <= scene.sentence.first + 3:
        for clause in scene.clauses:
            if clause.first > first and clause.opener is Opener.COMPLEMENT:
                return clause.first
    words = scene.marks.text.words
    for at in range(first, min(first + CITED, scene.sentence.last)):
        if words[at] in (",", ";", ".", ":"):
            return at
    return min(first + CITED, scene.sentence.last)


def source_of(actor: Actor) -> Source:
    """An actor as a source."""
    return Source(actor.text, actor.name, actor.code, actor.kind, actor.start, actor.end)


def source_of_words(scene: Scene, words: tuple[int, int]) -> Source:
    """An unnamed source or a document, as the page names it."""
    text = scene.marks.text
    first, last = words
    start, end = text.starts[first], text.ends[last - 1]
    for match in scene.marks.at("speech", first):
        if match.last <= last:
            article = scene.frame.language.clitics.article
            start += sum(len(part) for part in match.proclitics if part != article)
            break
    surface = text.raw[start:end]
    return Source(surface, surface, None, "unnamed", start, end)


def sources(draft: Draft, acts: Sequence[SpeechAct], cited: Cited | None) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """The chain of sources of `draft`, and the words of `why`."""
    chain: list[Source] = list(cited.sources) if cited is not None else []
    why = [cited.why] if cited is not None else []
    for act in acts:
        predicate = draft.predicate
        if predicate is None:
            continue
        told = predicate.carrier == act.first or (predicate.form != "noun" and predicate.first >= act.last)
        carried = act.clause == draft.clause and act.carries and told
        if draft.clause not in act.scope and not carried:
            continue
        if act.clause == draft.clause and not carried:
            continue
        new = [source_of(actor) for actor in act.speakers[:1]]
        if act.words is not None:
            new = [source_of_words(draft.scene, act.words)]
        for source in new:
            if all((source.code, source.text) != (other.code, other.text) for other in chain):
                chain.append(source)
                why.append(f"source by {act.why}")
    return tuple(chain), tuple(why)
