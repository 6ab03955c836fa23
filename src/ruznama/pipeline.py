"""The product in one function: a document goes in, its analysis comes out.

`analyse` is pure: the same document and knowledge give the same analysis, with the same ids. So building a corpus is a map.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ruznama import actors, claims, dates
from ruznama.actors.clock import Clock
from ruznama.actors.places import point_of
from ruznama.attribution import Attributed, attribute
from ruznama.attribution.quoting import quotations
from ruznama.claims import Draft, Scene, Timed
from ruznama.claims.amounts import amount_grammar
from ruznama.claims.amounts import find as find_amounts
from ruznama.claims.coverage import uncovered
from ruznama.claims.scene import View
from ruznama.dates import DateGrammar, date_grammar
from ruznama.knowledge import Knowledge
from ruznama.knowledge.marks import mark
from ruznama.model import Actor, Amount, Analysis, Claim, Document, Place, When
from ruznama.text.sentences import with_sentences
from ruznama.text.words import Text, split_words

CONTEXT = 32  # code points of prefix and suffix, as in the W3C text quote selector's examples


def analyse(document: Document, knowledge: Knowledge) -> Analysis:
    """The times, actors and claims of `document`."""
    grammar = knowledge.derived(date_grammar, document.lang)
    text = words(document, knowledge)
    whens = dates.find(text, document.published, grammar)
    timed = _timed(whens, text)
    marks = mark(text, knowledge.lexicons[document.lang])
    mentions = actors.find(marks, knowledge, document.lang, Clock.of(document.published, whens), document.source)
    amounts = _amounts(text, timed, knowledge, document.lang)
    found: list[Claim] = []
    parties = [mention for mention in mentions if mention.is_party]
    places = [mention for mention in mentions if mention.is_place]
    sentences = claims.find(marks, parties, timed, knowledge, document.lang, places)
    attributed = attribute(sentences, document.published, knowledge, document.lang)
    for sentence, items in zip(sentences, attributed, strict=True):
        found.extend(_claims(document, sentence.scene, items, text, grammar, amounts, places, knowledge))
    gaps = uncovered(sentences, found, knowledge.claim_types)
    return Analysis(document, whens, _actors(mentions), tuple(found), gaps, f"rules@{knowledge.version}")


def times(document: Document, knowledge: Knowledge, *, durations: bool = False) -> tuple[When, ...]:
    """The time expressions of `document` alone; with `durations` also durations and frequencies."""
    grammar = knowledge.derived(date_grammar, document.lang)
    return dates.find(words(document, knowledge), document.published, grammar, durations=durations)


def met(document: Document, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The actors that `document` mentions, alone."""
    text = words(document, knowledge)
    clock = Clock.of(document.published, dates.find(text, document.published, knowledge.derived(date_grammar, document.lang)))
    return _actors(actors.find(mark(text, knowledge.lexicons[document.lang]), knowledge, document.lang, clock, document.source))


def _actors(mentions: Iterable[actors.Mention]) -> tuple[Actor, ...]:
    return tuple(actor for mention in mentions for actor in (*mention.actors, *mention.inner))


def words(document: Document, knowledge: Knowledge) -> Text:
    """The words of `document`, in sentences."""
    language = knowledge.languages[document.lang]
    openers = knowledge.derived(_openers, document.lang)
    text = split_words(document.text, knowledge.folding)
    return with_sentences(text, document.passages, language.abbreviations, openers)


def _openers(knowledge: Knowledge, lang: str) -> frozenset[str]:
    return frozenset(map(knowledge.folding.key, knowledge.languages[lang].tables["structure"]["openers"]))


def _amounts(text: Text, timed: Sequence[Timed], knowledge: Knowledge, lang: str) -> list[Amount]:
    taken = {word for time in timed for word in range(time.first, time.last)}
    return [found.amount for found in find_amounts(text, knowledge.derived(amount_grammar, lang), taken)]


def _timed(whens: Sequence[When], text: Text) -> list[Timed]:
    return [Timed(text.word_at(when.start), text.word_at(when.end), when) for when in whens]


def _claims(
    document: Document,
    scene: Scene,
    attributed: Sequence[Attributed],
    text: Text,
    grammar: DateGrammar,
    amounts: Sequence[Amount],
    places: Sequence[actors.Mention],
    knowledge: Knowledge,
) -> list[Claim]:
    found = []
    for item, (start, end) in zip(attributed, quotations(scene, attributed), strict=True):
        draft = item.draft
        when = _when(draft, text, grammar)
        identity = f"{document.sha256}:{start}:{end}:{draft.type}:{draft.predicate.first if draft.predicate else ''}"
        found.append(
            Claim(
                id=hashlib.sha256(identity.encode()).hexdigest()[:16],
                doc=document.id,
                type=draft.type,
                status=item.status,
                quote=document.text[start:end],
                start=start,
                end=end,
                prefix=document.text[max(0, start - CONTEXT) : start],
                suffix=document.text[end : end + CONTEXT],
                actors=draft.actors,
                recipients=draft.recipients,
                when=when,
                place=_place(draft, places, knowledge, document.lang),
                amounts=tuple(amount for amount in amounts if start <= amount.start < end),
                sources=item.sources,
                plover=knowledge.claim_types[draft.type].plover,
                why=(*item.why, _time_why(when)),
                origin=f"rules@{knowledge.version}",
            )
        )
    return found


def _when(draft: Draft, text: Text, grammar: DateGrammar) -> When | None:
    """The time of the claim: open where "since" or "until" opens it."""
    if draft.timed is None:
        return None
    when = draft.timed.when
    edtf = dates.governed(when, text, grammar)
    if edtf == when.edtf or edtf is None:
        return when
    earliest, latest = dates.interval(edtf)
    return replace(when, edtf=edtf, earliest=earliest, latest=latest)


def _time_why(when: When | None) -> str:
    if when is None:
        return "no time: the clause gives none"
    anchor = f", counted from {when.anchor}" if when.anchor else ""
    return f"time {when.edtf} by “{when.text}” (rule {when.rule}{anchor})"


def _place(draft: Draft, places: Sequence[actors.Mention], knowledge: Knowledge, lang: str) -> Place | None:
    """Where it happened: the first place, state or seat behind a preposition of place in the claim's clause."""
    scene = draft.scene
    clause = scene.clauses[draft.clause]
    words = {scene.frame.key(word) for word in scene.frame.language.tables["grammar"]["place"]["words"]}
    found = [view.mention for view in scene.between(clause.first, clause.last) if _is_where(view, words)]
    text = scene.marks.text.words
    for place in places:
        if clause.first <= place.first < clause.last and (words & {text[place.first - 1], *place.proclitics}):
            found.append(place)
    if not found:
        return None
    actor = min(found, key=lambda mention: mention.first).actors[0]
    lat, lon = point_of(actor, knowledge, lang)
    return Place(actor.text, actor.name, actor.code, actor.start, actor.end, lat, lon)


def _is_where(view: View, words: Collection[str]) -> bool:
    return view.governor in words and view.mention.actors[0].kind == "state" and not view.mention.attributive
