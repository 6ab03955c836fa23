"""Who says it: the chain of sources of each draft, nearest to the page first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruznama.claims import Draft, Opener, Scene, SpeechAct, unnamed_at
from ruznama.claims.clauses import finite
from ruznama.claims.scene import View, says_also
from ruznama.knowledge import Speech
from ruznama.model import Actor, Source

CITED = 12  # words behind "according to" that the citation may take up
NEAR = 3  # words between "according to" and the first that it names ("according to what was published by X")
DOCUMENT = 10  # words between a document and who published it
NAME = 5  # words of a cited name that no lexicon knows
TOLD = 8  # words between the noun of an announcement and the act that it announces


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the whole sentence: its sources and the words that it takes up."""

    first: int
    last: int
    sources: tuple[Source, ...]
    why: str


def citation(scene: Scene, speaker: Sequence[Actor] = ()) -> Cited | None:
    """The sources named behind words such as "according to" in the sentence, before a colon that opens it, or in brackets that
    close it; None if there are none. `speaker` is meant by "in his words".

    A page or agency that published a document stands before the document in the chain.
    """
    for at in scene.marks.within("speech", scene.sentence.first, scene.sentence.last):
        found = scene.marks.one("speech", at, Speech, role="according")
        if found is None or at in scene.inside or says_also(scene.marks, at) or not _leads_on(scene, found[0].last, found[1]):
            continue
        match, speech = found
        end = _end_of_citation(scene, match.last)
        if at > scene.sentence.first + 1 and any(
            clause.opener is Opener.COMPLEMENT and match.last <= clause.first < end for clause in scene.clauses
        ):
            continue  # "as X also announced that": no citation, but speech with its own content
        sources = _named(scene, match.last, end)
        if not sources and speaker and _means_speaker(scene, match.last):
            sources = [source_of(speaker[0])]
        if sources:
            return Cited(at, end, tuple(sources), f"source by “{speech.lemma}”")
    return _before_colon(scene) or _in_brackets(scene)


def _leads_on(scene: Scene, at: int, speech: Speech) -> bool:
    """Whether a phrase that ends in a preposition written on the next word has it there."""
    *_, wanted = scene.frame.key(speech.lemma).split()
    if " " not in speech.lemma or wanted not in scene.frame.one_letter:
        return True
    return at < scene.sentence.last and scene.marks.text.words[at].startswith(wanted)


def _named(scene: Scene, first: int, end: int) -> list[Source]:
    """Who is cited in the words given: the first actor or document there and what belongs to it."""
    if any(scene.marks.one("speech", at, Speech, role="no_source") is not None for at in range(first, min(first + 2, end))):
        return []
    words = scene.marks.text.words
    first += first < end and words[first] == '"'
    views = [view for view in scene.between(max(scene.sentence.first, first - 1), end) if not view.mention.attributive]
    document = unnamed_at(scene, first, min(first + NEAR + 1, end))
    if document is None:
        near = [view for view in views if view.first <= first + NEAR]
        if not near:
            name = _name_up_to_mark(scene, first)
            return [source_of_words(scene, name)] if name is not None else []
        chain = [view for view in views if view.first <= near[-1].last + NEAR]
        return [source_of(actor) for view in _media_first(chain) for actor in view.mention.actors]
    span = scene.marks.text.starts[document[0]], scene.marks.text.ends[document[1] - 1]
    actors = [
        view.mention.actors[0]
        for view in views
        if view.first <= document[1] + DOCUMENT and not span[0] <= view.mention.actors[0].start < span[1]
    ]
    media = [source_of(actor) for actor in actors if actor.kind == "media"]
    others = [source_of(actor) for actor in actors if actor.kind != "media"]
    return [*media[:1], source_of_words(scene, document), *others[:1]]


def _name_up_to_mark(scene: Scene, first: int) -> tuple[int, int] | None:
    """The words of a cited name that no lexicon knows, if a mark ends it."""
    at, words = first, scene.marks.text.words
    while at < scene.sentence.last and words[at][0].isalpha() and at not in scene.dated and not scene.marks.at("grammar", at):
        at += 1
    ends = at == scene.sentence.last or not words[at][0].isalnum()
    return (first, at) if ends and first < at <= first + NAME else None


def _media_first(views: Sequence[View]) -> list[View]:
    return sorted(views, key=lambda view: view.mention.actors[0].kind != "media")


def _means_speaker(scene: Scene, at: int) -> bool:
    """Whether "according to" goes on with a noun of speech and a pronoun: "in his words"."""
    return any(
        isinstance(match.payload, Speech) and match.payload.role in ("noun", "no_source") and match.enclitic
        for match in scene.marks.at("speech", at)
    )


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


def _before_colon(scene: Scene) -> Cited | None:
    """Who speaks before a colon that opens the sentence: "Kremlin: …", "local sources: …"."""
    words, sentence, clauses = scene.marks.text.words, scene.sentence, scene.clauses
    if len(clauses) < 2 or clauses[1].opener is not Opener.COLON:
        return None
    colon = clauses[1].first - 1
    article = scene.frame.language.clitics.article
    bare = range(sentence.first, colon)
    if words[colon] != ":" or any(at in scene.dated or finite(scene.marks, at, article) for at in bare if at not in scene.inside):
        return None
    unnamed = unnamed_at(scene, sentence.first, min(sentence.first + 2, colon))
    views = [view for view in scene.between(sentence.first, colon) if view.governor is None and not view.mention.attributive]
    if unnamed is not None:
        return Cited(sentence.first, colon, (source_of_words(scene, unnamed),), "source before a colon")
    if views and views[0].first <= sentence.first + 1 and views[-1].last >= colon - 1:
        return Cited(sentence.first, colon, (source_of(views[0].mention.actors[0]),), "source before a colon")
    return None


def _in_brackets(scene: Scene) -> Cited | None:
    """A medium or an unnamed source in the brackets that close the sentence."""
    words, sentence = scene.marks.text.words, scene.sentence
    last = sentence.last - 1
    while last > sentence.first and words[last] in (".", '"'):
        last -= 1
    opened = next((at for at in range(last, max(sentence.first, last - CITED), -1) if words[at] == "("), None)
    if opened is None or words[last] != ")":
        return None
    views = [view for view in scene.between(opened, last) if view.first <= opened + 2 and view.last >= last - 1]
    told = {view.mention.code or view.mention.actors[0].name for view in scene.between(sentence.first, opened)}
    views = [
        view for view in views if (view.mention.code or view.mention.actors[0].name) not in told
    ]  # else it is its short name
    sources = [
        source_of(view.mention.actors[0]) for view in views if view.mention.actors[0].kind not in ("state", "people", "person")
    ]
    unnamed = unnamed_at(scene, opened + 1, min(opened + 2, last))
    if not sources and unnamed is not None:
        sources = [source_of_words(scene, unnamed)]
    return Cited(opened, last, tuple(sources), "source in brackets") if sources else None


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


def said_by(scene: Scene, act: SpeechAct, last: Source | None) -> Source | None:
    """Who says it in an act of speech, if the page tells: where that names nobody, who spoke `last`."""
    if act.inherited and last is not None and (not act.speakers or last.start > act.speakers[0].start):
        return last
    if act.words is not None:
        return source_of_words(scene, act.words)
    return source_of(act.speakers[0]) if act.speakers else None


def sources(
    draft: Draft, acts: Sequence[tuple[SpeechAct, Source | None]], cited: Cited | None, *, verbal: bool
) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """The chain of sources of `draft`, and the words of `why`. Who accuses, demands or the like (`verbal`) is no source of it."""
    found: list[tuple[Source, str]] = [(source, cited.why) for source in cited.sources] if cited is not None else []
    for act, source in acts:
        own = verbal and any(speaker.name == actor.name for speaker in act.speakers for actor in draft.actors)
        if source is not None and not own and _tells(act, draft):
            reason = f"source by {act.why}" if act.why else "source by the last speaker"
            together = act.speakers[1:] if act.speakers and source.start == act.speakers[0].start else ()
            found += [(one, reason) for one in (source, *map(source_of, together), *_quoted(draft.scene, act))]
    if not found:
        found = _announced(draft)
    chain: list[Source] = []
    why: list[str] = []
    for source, reason in found:
        if verbal and any(_is(source, actor) for actor in draft.actors):
            continue
        if all((source.code, source.text) != (other.code, other.text) for other in chain):
            chain.append(source)
            why.append(reason)
    return tuple(chain), tuple(dict.fromkeys(why))


def _quoted(scene: Scene, act: SpeechAct) -> list[Source]:
    """Whom the speaker quotes in turn, behind the preposition of the verb: "the agency quoted officials as saying"."""
    found = scene.marks.one("speech", act.first, Speech, role="quoting")
    if found is None:
        return []
    clause = scene.clauses[act.clause]
    prepositions = {scene.frame.key(word) for word in scene.frame.language.tables["speech"]["quoted_behind"]}
    for at in range(act.last, clause.last):
        word = scene.marks.text.words[at]
        if at in scene.inside or (prepositions and word not in prepositions):
            continue
        first = at + 1 if prepositions else at
        unnamed = unnamed_at(scene, first, min(first + 1, clause.last))
        views = [view for view in scene.between(first, min(first + 2, clause.last)) if not view.mention.attributive]
        if unnamed is not None:
            return [source_of_words(scene, unnamed)]
        if views:
            return [source_of(views[0].mention.actors[0])]
    return []


def _tells(act: SpeechAct, draft: Draft) -> bool:
    """Whether the draft is content of the act of speech: in its clauses, or behind it in its own where that carries it."""
    predicate = draft.predicate
    if predicate is None:
        return False
    if draft.clause in act.scope:
        return act.clause != draft.clause or predicate.first >= act.last
    if not act.carries or predicate.first < act.last:
        return False
    if predicate.form != "noun":
        return act.clause == draft.clause
    return predicate.carrier == act.first or _governs(act, draft, predicate.first)


def _governs(act: SpeechAct, draft: Draft, noun: int) -> bool:
    """Whether no other verb stands between a verb of announcing and the noun of the act: "announced on Sunday, in a statement,
    the reopening"."""
    scene = draft.scene
    article = scene.frame.language.clitics.article
    openers = [clause.opener for clause in scene.clauses[act.clause + 1 : draft.clause + 1]]
    between = [at for at in range(act.last, noun) if at not in scene.inside and at not in scene.dated]
    return all(opener is Opener.COMMA for opener in openers) and not any(finite(scene.marks, at, article) for at in between)


def _announced(draft: Draft) -> list[tuple[Source, str]]:
    """The source of an act that is told as the content of a noun: "the announcement by the president of the withdrawal"."""
    predicate, scene = draft.predicate, draft.scene
    if predicate is None or predicate.form != "noun":
        return []
    for at in range(predicate.first - 1, max(scene.sentence.first - 1, predicate.first - 1 - TOLD), -1):
        found = scene.marks.one("speech", at, Speech, role="announcement")
        if found is None or at in scene.inside:
            continue
        views = [view for view in scene.between(found[0].last, predicate.first) if not view.mention.attributive]
        if found[0].enclitic and draft.actors:
            return [(source_of(draft.actors[0]), f"source by “{found[1].lemma}”")]
        if views and views[0].first <= found[0].last + 1:
            return [(source_of(views[0].mention.actors[0]), f"source by “{found[1].lemma}”")]
        return []
    return []


def _is(source: Source, actor: Actor) -> bool:
    return (source.start, source.end) == (actor.start, actor.end) or source.name == actor.name
