"""When a claim holds: the time expression that governs its clause."""

from __future__ import annotations

from collections.abc import Sequence

from ruznama.claims.clauses import Clause, Opener, finite
from ruznama.claims.scene import Scene, Timed
from ruznama.knowledge import Grammar, TriggerForm
from ruznama.knowledge.lexicon import Payload
from ruznama.text.phrases import Match

LEAD = 1  # words beside a time that is set off by commas: its preposition
NEAR = 4  # words between a participle that describes a pact and its time
_HEADED = (":", "-")
_ON = (Opener.COMMA, Opener.UNQUOTE)  # clauses that only go on with the one before
_NEW = (Opener.COORDINATE, Opener.SUBORDINATE)  # clauses that lead on to the next act, rather than go on with the last


def governing(scene: Scene, number: int, first: int, busy: Sequence[int]) -> Timed | None:
    """The time of the predicate at word `first` of clause `number`; `busy` are the numbers of clauses with predicates.

    Its own clause and what goes on behind it come first; else a time that opens the sentence, before any predicate, unless
    the clause is relative or subordinate: then it has a time of its own or none. A clause that only goes on with "and" or with a
    participle shares the time of the first.
    """
    clauses = scene.clauses
    last = number + 1
    while last < len(clauses) and last not in busy and clauses[last].opener not in _NEW:
        last += 1
    end = clauses[last - 1].last
    opens = number
    while opens > 0 and opens - 1 not in busy and (opens - 1 == 0 or _leads_on(clauses, opens)):
        opens -= 1
    begin = clauses[opens].first
    own = [timed for timed in scene.times if begin <= timed.first < end]
    behind = [timed for timed in own if timed.first > first and not _describes(timed, scene, first)]
    before = [timed for timed in own if timed.first < first]
    if before and _opens(before[-1], scene, begin):
        return before[-1]
    if behind:
        return behind[0]
    if before:
        return before[-1]
    beside = _set_off(scene, number) or _beside(scene, number) or _shared(scene, number, busy)
    if beside is not None:
        return beside
    opening = clauses[busy[0]].first if busy else begin
    leading = [timed for timed in scene.times if timed.first < opening] or [
        timed for timed in scene.times if timed.first <= scene.sentence.first + 2
    ]
    if leading and (number == busy[0] or not _apart(scene, number, busy) or _heads(leading[-1], scene)):
        return leading[-1]
    joined = clauses[number].opener in (Opener.COORDINATE, Opener.PARTICIPLE)
    if busy and number != busy[0] and joined and not _apart(scene, number, busy):
        return governing(scene, busy[0], clauses[busy[0]].first, busy)
    tail = [timed for timed in scene.times if timed.first >= end] if busy and number == busy[-1] else []
    return tail[0] if tail else None


def _leads_on(clauses: Sequence[Clause], number: int) -> bool:
    """Whether clause `number` goes on with what the one before it begins: "when in May", "that in May X “may grant …”"."""
    before = clauses[number - 1].opener
    return before in _NEW or (clauses[number].opener is Opener.QUOTE and before is Opener.COMPLEMENT)


def _set_off(scene: Scene, number: int) -> Timed | None:
    """The time next before clause `number` that commas set off, where no verb stands before it: "to that end, on 1 May, X
    opened", but not "X said, on 1 May, that"."""
    clause = scene.clauses[max(0, number - 1)]
    words, article = scene.marks.text.words, scene.frame.language.clitics.article
    told = [at for at in range(clause.head, clause.last) if at not in scene.dated and words[at][0].isalnum()]
    if clause.opener not in _ON or len(told) > LEAD:
        return None
    if any(finite(scene.marks, at, article) is not None for at in range(scene.sentence.first, clause.first)):
        return None
    return next((timed for timed in scene.times if clause.holds(timed.first)), None)


def _beside(scene: Scene, number: int) -> Timed | None:
    """The time of the clause that this one is told with: "founded on 5 May, when X came", "founded when X came on 5 May"."""
    clauses = scene.clauses
    opens = number
    while opens > 0 and clauses[opens].opener in _ON:
        opens -= 1
    if simultaneous(scene, opens):
        times = [timed for timed in scene.times if timed.first < clauses[opens].first]
        return times[-1] if times else None
    after = number + 1
    while after < len(clauses) and clauses[after].opener in _ON:
        after += 1
    if after < len(clauses) and simultaneous(scene, after):
        end = next((at for at in range(after + 1, len(clauses)) if clauses[at].opener in _NEW), len(clauses))
        times = [timed for timed in scene.times if clauses[after].first <= timed.first < clauses[end - 1].last]
        return times[0] if times else None
    return None


def _shared(scene: Scene, number: int, busy: Sequence[int]) -> Timed | None:
    """The time at the end of the next clause, where that only goes on with "and" ("met X and signed the treaty on 3 May")."""
    following = [at for at in busy if at > number][:1]
    if not following or scene.clauses[following[0]].opener is not Opener.COORDINATE or following[0] != number + 1:
        return None
    clause = scene.clauses[following[0]]
    times = [timed for timed in scene.times if clause.first <= timed.first < clause.last]
    return times[0] if times else None


def simultaneous(scene: Scene, number: int) -> bool:
    """Whether clause `number` opens with a word that makes it hold at the time of its main clause ("when")."""
    first = scene.clauses[number].first
    return number > 0 and scene.marks.one("grammar", first, Grammar, role="simultaneous") is not None


def _describes(timed: Timed, scene: Scene, first: int) -> bool:
    """Whether a time is that of the pact which a participle describes ("left the accord signed in 2015"), not that of the act."""
    article = scene.frame.language.clitics.article
    return (
        bool(article)
        and any(
            payload.kind == "participle" and "pact" in payload.trigger.traits and article in match.proclitics
            for at in range(max(first + 1, timed.first - NEAR), timed.first)
            for match, payload in _triggers(scene, at)
        )
        and not any("pact" in payload.trigger.traits for _, payload in _triggers(scene, first))
    )


def _triggers(scene: Scene, at: int) -> list[tuple[Match[Payload], TriggerForm]]:
    matches = scene.marks.at("trigger", at)
    return [(match, match.payload) for match in matches if isinstance(match.payload, TriggerForm)]


def _heads(timed: Timed, scene: Scene) -> bool:
    """Whether a time heads an item of a list: it opens the sentence, and a colon or a dash stands behind it."""
    words = scene.marks.text.words
    return timed.first <= scene.sentence.first + 1 and timed.last < scene.sentence.last and words[timed.last] in _HEADED


def _opens(timed: Timed, scene: Scene, begin: int) -> bool:
    return timed.first <= begin + 2


def _apart(scene: Scene, number: int, busy: Sequence[int]) -> bool:
    """Whether a clause between the first predicate and this one leads away from the time that opens the sentence."""
    away = (Opener.SUBORDINATE, Opener.RELATIVE)
    return any(scene.clauses[at].opener in away for at in range(busy[0] + 1, number + 1))
