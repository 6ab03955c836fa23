"""When, where the clause does not say: the time that the page gives elsewhere for the same act.

An act that its doer announces has the time of the announcement; a speaker's further words, that of the speech; an act told beside
another in one sentence, that of the other. The time of a speech is not that of what is said in it. Nothing else is carried over:
narration without a time has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ruznama.attribution.attributed import Attributed
from ruznama.claims import Draft, Opener, Sentences, SpeechAct, Timed
from ruznama.knowledge import Grammar
from ruznama.model import Actor, Status

POINTED = 3  # words of a subject that points back, before its verb ("this latter step constituted")
FRESH = timedelta(days=3)  # how long before the publication a speech was held of which the page reports on
_LASTING = ("fact",)  # what holds for long takes no time from an act beside it
_NAMED = ("person", "organ", "group", "igo", "company", "media")  # speakers whose further words are of one speech


def date_retold(
    sentences: Sequence[Sentences], attributed: Sequence[Sequence[Attributed]], published: str | None, verbal: frozenset[str]
) -> list[list[Attributed]]:
    """`attributed`, sentence by sentence, with the times that the page gives elsewhere."""
    speeches: dict[str, Timed] = {}
    found = []
    last: Timed | None = None  # the time that the sentence before ended with
    for sentence, items in zip(sentences, attributed, strict=True):
        acts = [(act, timed) for act in sentence.acts if (timed := _time_of(sentence, act)) is not None]
        for act, timed in acts:
            _remember(speeches, act.speakers, timed, published)
        dated: list[Attributed] = []
        for item in items:
            draft = item.draft
            if _of_speech(draft, acts) and draft.type not in verbal:
                draft = replace(draft, timed=None)
                item = replace(item, draft=draft, why=(*item.why, "its time is that of the speech"))
            if draft.timed is None:
                elsewhere = (
                    _announced(draft, acts, item)
                    or _pointed(item, last)
                    or (
                        _same_speech(draft, speeches)
                        if draft.type in verbal
                        else _goes_on(item, dated[-1] if dated else None, verbal)
                    )
                )
                if elsewhere is not None:
                    timed, why = elsewhere
                    item = replace(item, draft=replace(draft, timed=timed), why=(*item.why, why))
            else:
                _remember(speeches, draft.actors, draft.timed, published)
            dated.append(item)
        found.append(dated)
        last = sentence.scene.times[-1] if sentence.scene.times else None
    return found


def _time_of(sentence: Sentences, act: SpeechAct) -> Timed | None:
    """The time of an act of speech: in its own clause, or set in before its content."""
    clauses = sentence.scene.clauses
    first = clauses[act.clause].first
    own = act.scope.start == act.clause
    last = (
        act.first
        if own
        else clauses[act.scope.start].first
        if act.scope and act.scope.start > act.clause
        else clauses[act.clause].last
    )
    times = [timed for timed in sentence.scene.times if first <= timed.first < last and timed.when.edtf is not None]
    return times[0] if times else None


def _of_speech(draft: Draft, acts: Sequence[tuple[SpeechAct, Timed]]) -> bool:
    """Whether the time that governs the draft is that of the speech which it is content of."""
    return draft.predicate is not None and any(
        draft.timed is timed and draft.clause in act.scope and draft.predicate.first >= act.last for act, timed in acts
    )


def _pointed(item: Attributed, last: Timed | None) -> tuple[Timed, str] | None:
    """The time of the sentence before, where its act is said to be this one too: "this constituted the recognition of"."""
    draft = item.draft
    carrier = draft.predicate.carrier if draft.predicate is not None else None
    if carrier is None or last is None or last.when.edtf is None or item.status is not Status.ASSERTED:
        return None
    first = max(draft.scene.clauses[draft.clause].first, carrier - POINTED)
    if any(draft.scene.marks.one("grammar", at, Grammar, role="demonstrative") for at in range(first, carrier)):
        return last, "time of the sentence before, to which “this” points"
    return None


def _goes_on(item: Attributed, before: Attributed | None, verbal: frozenset[str]) -> tuple[Timed, str] | None:
    """The time of the act before in the sentence, where both are acts that the page tells in its own voice."""
    if before is None or before.draft.timed is None:
        return None
    for one in (item, before):
        if one.sources or one.status is not Status.ASSERTED or one.draft.type in verbal or one.draft.type in _LASTING:
            return None
    return before.draft.timed, "time of the act before in the sentence"


def _remember(speeches: dict[str, Timed], speakers: Iterable[Actor], timed: Timed, published: str | None) -> None:
    if not _is_fresh(timed, published):
        return
    for speaker in speakers:
        if speaker.kind in _NAMED:
            speeches[speaker.name] = timed


def _is_fresh(timed: Timed, published: str | None) -> bool:
    """Whether the time is a day shortly before the publication."""
    earliest, latest = timed.when.earliest, timed.when.latest
    if published is None or len(published) < len("2000-01-01") or earliest is None or earliest != latest:
        return False
    return timedelta(0) <= date.fromisoformat(published[:10]) - date.fromisoformat(earliest) <= FRESH


def _announced(draft: Draft, acts: Sequence[tuple[SpeechAct, Timed]], item: Attributed) -> tuple[Timed, str] | None:
    """The time of the speech in which the doer himself tells the act."""
    if draft.predicate is None or item.status not in (Status.ASSERTED, Status.NEGATED):
        return None
    if draft.scene.clauses[draft.clause].opener is Opener.RELATIVE:
        return None
    doers = {actor.name for actor in draft.actors}
    for act, timed in acts:
        told = act.announces and (draft.clause in act.scope or draft.clause == act.clause)
        if told and any(speaker.name in doers for speaker in act.speakers):
            return timed, f"time of the announcement by {act.speakers[0].text}"
    return None


def _same_speech(draft: Draft, speeches: Mapping[str, Timed]) -> tuple[Timed, str] | None:
    for actor in draft.actors:
        if actor.name in speeches:
            return speeches[actor.name], f"time of the speech of {actor.text}"
    return None
