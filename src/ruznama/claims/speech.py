"""Acts of speech in a sentence: who says what stands in which clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruznama.claims.clauses import Opener, finite, leads
from ruznama.claims.scene import Scene, View
from ruznama.knowledge import Grammar, Speech
from ruznama.knowledge.lexicon import Payload
from ruznama.model import Actor
from ruznama.text.phrases import Match

UNKNOWN = 4  # words of a speaker's name that no lexicon knows
SPEAKER = 6  # words of a speaker before a verb of saying that closes the sentence
BE = 2  # words between a form of "to be" and its verb of saying
AHEAD = 8  # words between a verb of saying and its speaker
_LEADING = ("preposition", "complementiser")
_LAYERS = ("grammar", "trigger", "class", "actor", "head", "speech", "status")
_CONTENT = (Opener.COMPLEMENT, Opener.QUOTE, Opener.COLON)


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """A verb of saying at words `first` to `last` in clause `clause`; `scope` are the clauses of its content.

    `speakers` are the actors who say it; `words` the words of an unnamed speaker or a document, if it has one instead.
    `carries` says that the content stands in the clause itself ("announced the withdrawal", "said it will withdraw");
    `announces` that the verb is one with which an act is done by telling it.
    """

    first: int
    last: int
    clause: int
    scope: range
    speakers: tuple[Actor, ...]
    words: tuple[int, int] | None
    carries: bool
    inherited: bool
    announces: bool
    why: str


def speech_acts(scene: Scene, last_speaker: Sequence[Actor]) -> list[SpeechAct]:
    """The acts of speech of the sentence in order. `last_speaker` is meant where a verb of saying has no subject."""
    found: list[SpeechAct] = []
    speaker = tuple(last_speaker)
    for number, clause in enumerate(scene.clauses):
        for at in scene.marks.within("speech", clause.first, clause.last):
            match = _saying(scene, at)
            if match is None:
                continue
            act = _act(scene, number, match, speaker, found)
            if act is not None:
                found.append(act)
                if act.speakers:
                    speaker = act.speakers
                break
    return found


def _saying(scene: Scene, at: int) -> tuple[Match[Payload], Speech] | None:
    if at in scene.inside or at in scene.dated or leads(scene.marks, at, scene.sentence.first):
        return None
    if _impersonal(scene, at):
        return None
    for role in ("announcing", "verb", "participle"):
        found = scene.marks.one("speech", at, Speech, role=role)
        if found is not None:
            article = scene.frame.language.clitics.article
            nominal = (article and article in found[0].proclitics) or scene.frame.one_letter & set(found[0].proclitics)
            return None if nominal or (role == "participle" and not _leads_on(scene, found[0].last)) else found
    return None


def _leads_on(scene: Scene, at: int) -> bool:
    """Whether what a participle says follows, behind a preposition, a complementiser or a mark: others are nouns."""
    if at >= scene.sentence.last:
        return False
    if not scene.marks.text.words[at][0].isalnum() or not scene.frame.language.adjectives_follow:
        return True
    if any(isinstance(match.payload, Grammar) and match.payload.role in _LEADING for match in scene.marks.at("grammar", at)):
        return True
    return any(scene.frame.one_letter & set(match.proclitics) for layer in _LAYERS for match in scene.marks.at(layer, at))


def _impersonal(scene: Scene, at: int) -> bool:
    """Whether the word belongs to a phrase with which nobody speaks: "it is worth mentioning that"."""
    return any(
        match.last > at and isinstance(match.payload, Speech) and match.payload.role == "impersonal"
        for first in range(max(scene.sentence.first, at - 2), at + 1)
        for match in scene.marks.at("speech", first)
    )


def _act(
    scene: Scene, number: int, found: tuple[Match[Payload], Speech], speaker: tuple[Actor, ...], before: list[SpeechAct]
) -> SpeechAct | None:
    match, speech = found
    clauses = scene.clauses
    leads_on = not scene.frame.language.adjectives_follow  # the content may follow without a word that opens it
    scope = _scope(scene, number, match)
    follows = bool(scope)
    if not scope and leads_on and _verb_behind(scene, match.last, clauses[number].last):
        scope = range(number, _content_end(scene, number + 1, quoted=False))
    elif not scope and leads_on and number + 1 < len(clauses) and match.last >= clauses[number].last - 1:
        scope = range(number + 1 if number == 0 else 0, _content_end(scene, number + 1, quoted=False))
    elif not scope and leads_on and number == len(clauses) - 1:
        start = before[-1].clause + 1 if before else 0
        told = number > start and _verb_behind(scene, clauses[start].first, clauses[number].first)
        scope = range(start, number) if told else range(0)  # "on 8 May, X announced the sale": only a time stands before
        if clauses[number].opener is Opener.RELATIVE:
            scope = range(0)
    passive = leads_on and speech.role != "participle" and _is_passive(scene, clauses[number].first, match.first, speech.tag)
    if passive:
        speakers, words = _agent(scene, match.last, clauses[number].last), None
    else:
        speakers, words = ((), None) if speech.role == "participle" else _speaker(scene, number, match.first, match.last)
    if speech.role != "participle" and words is None and not passive:
        if leads_on:
            words = _capitals_before(scene, match.first, clauses[number].first)
            speakers = () if words is not None else speakers
            if not speakers and words is None and scope and scope.stop <= number:
                words = _all_before(scene, match.first, clauses[number].head)
        elif not speakers and not _holds_content(scene, number, match.last):
            words = unknown_name(scene, match.last, clauses[number].last)
    inherited = not speakers and words is None
    if inherited:
        if passive or not speaker or (speech.role != "participle" and not (match.proclitics or follows)):
            return None if not scope else SpeechAct(match.first, match.last, number, scope, (), None, False, True, False, "")
        speakers = speaker
    carries = not follows and not scope and (speech.role == "announcing" or leads_on)
    why = f"{speech.lemma} (speech): " + (speakers[0].text if speakers else "unnamed")
    return SpeechAct(
        match.first, match.last, number, scope, speakers, words, carries, inherited, speech.role == "announcing", why
    )


def _scope(scene: Scene, number: int, match: Match[Payload]) -> range:
    """The clauses of the content that follows the verb of saying in clause `number`: from its own on, where that begins with
    the verb and the word that opens the content ("said that")."""
    clauses = scene.clauses
    if _holds_content(scene, number, match.last):
        return range(number, _content_end(scene, number + 1, quoted=_is_quoted(scene, number)))
    begin = number + 1
    # A speaker may be described between the verb and the content, or a time told: "said X, who …, that", "said later that".
    while begin < len(clauses) and begin <= number + 3 and _set_in(scene, begin):
        begin += 1
    if begin > number + 1 and _behind_colon(scene, number + 1):
        begin = number + 1
    if begin >= len(clauses) or not (clauses[begin].opener in _CONTENT or _behind_colon(scene, begin)):
        return range(0)
    return range(begin, _content_end(scene, begin + 1, quoted=clauses[begin].opener is Opener.QUOTE))


def _holds_content(scene: Scene, number: int, last: int) -> bool:
    """Whether the clause begins with the verb of saying that ends before word `last`, and goes on with its content."""
    clause = scene.clauses[number]
    return last <= clause.head and (clause.opener in _CONTENT or _is_quoted(scene, number))


def _is_quoted(scene: Scene, number: int) -> bool:
    """Whether a mark of quotation opens the clause, the words before its head set aside."""
    clause = scene.clauses[number]
    return clause.head > clause.first and scene.marks.text.words[clause.head - 1] == '"'


def _behind_colon(scene: Scene, number: int) -> bool:
    clause = scene.clauses[number]
    return clause.first > scene.sentence.first and scene.marks.text.words[clause.first - 1] == ":"


def _set_in(scene: Scene, number: int) -> bool:
    clause = scene.clauses[number]
    if clause.opener is Opener.SUBORDINATE:
        return not _verb_behind(scene, clause.head, clause.last)
    return clause.opener in (Opener.COMMA, Opener.RELATIVE)


def _verb_behind(scene: Scene, first: int, last: int) -> bool:
    """Whether a finite verb or an auxiliary stands within the words given."""
    article = scene.frame.language.clitics.article
    return any(
        at not in scene.inside
        and at not in scene.dated
        and (
            finite(scene.marks, at, article) is not None or scene.marks.one("grammar", at, Grammar, role="auxiliary") is not None
        )
        for at in range(first, last)
    )


def _content_end(scene: Scene, end: int, *, quoted: bool) -> int:
    """The first clause from `end` on that is no content: behind the closing mark of a quotation, where somebody speaks again, or
    where the page takes the word back ("while", "it is worth mentioning")."""
    clauses = scene.clauses
    while end < len(clauses):
        opener = clauses[end].opener
        if quoted and opener is Opener.UNQUOTE:
            break
        if not quoted and opener in (Opener.PARTICIPLE, Opener.COORDINATE) and _begins_with_speech(scene, end):
            break
        if not quoted and _page_speaks(scene, clauses[end].first):
            break
        end += 1
    return end


def _page_speaks(scene: Scene, first: int) -> bool:
    """Whether a clause begins with words with which the page goes on in its own voice."""
    return any(
        isinstance(match.payload, Speech) and match.payload.role == "own_voice"
        for at in (first, first + 1)
        for match in scene.marks.at("speech", at)
    )


def _begins_with_speech(scene: Scene, number: int) -> bool:
    clause = scene.clauses[number]
    return any(_saying(scene, at) is not None for at in range(clause.head, min(clause.head + 2, clause.last)))


def _speaker(scene: Scene, number: int, first: int, last: int) -> tuple[tuple[Actor, ...], tuple[int, int] | None]:
    """The subject of the verb of saying: mentions, or the words of an unnamed source or a document."""
    clause = scene.clauses[number]
    free = [view for view in scene.between(clause.first, clause.last) if view.governor is None and view.joined is None]
    reach = 0 if _holds_content(scene, number, last) else AHEAD
    after = [view for view in free if last <= view.first <= last + reach and not view.mention.attributive]
    before = [view for view in free if view.first < first]
    follows = scene.frame.language.adjectives_follow
    unnamed = unnamed_at(scene, last, min(last + 1, clause.last)) if follows else unnamed_at(scene, clause.first, first)
    inverted = first == clause.head or scene.marks.text.words[first - 1] == '"'  # ", said X"
    nearest = (after[:1] or before[-1:]) if follows else (before[:1] or (after[:1] if inverted else []))
    if unnamed is not None and (not nearest or unnamed[0] <= nearest[0].first):
        return (), unnamed
    if nearest:
        return _actors(scene, nearest[0]), None
    set_off = clause.first > scene.sentence.first and scene.marks.text.words[clause.first - 1] == ","
    joined = any(scene.frame.coordinators & set(match.proclitics) for match in scene.marks.at("speech", first))
    if set_off and unnamed is None and first <= clause.first + 1 and not joined:
        free = [view for view in scene.between(scene.sentence.first, clause.first) if view.governor is None]
        if free:  # "X, the head of Y, has said"
            return _actors(scene, free[0]), None
    if clause.opener is Opener.RELATIVE:
        antecedent = [view for view in scene.views if view.last <= clause.first]
        if antecedent:
            return _actors(scene, antecedent[-1]), None
    return (), unnamed


def _is_passive(scene: Scene, begin: int, first: int, tag: str) -> bool:
    """Whether somebody is told what is said: "the envoy was told that" names no speaker, but "was quoted as saying" does."""
    near = range(max(begin, first - BE), first)
    if tag == "gerund" or scene.marks.one("speech", first, Speech, role="quoting") is not None:
        return False
    return any(scene.marks.one("grammar", at, Grammar, role="auxiliary") is not None for at in near)


def _agent(scene: Scene, first: int, last: int) -> tuple[Actor, ...]:
    """Who says it, where that is told in the passive: "was told by X that"."""
    views = [view for view in scene.between(first, last) if view.governor in scene.frame.agents]
    return _actors(scene, views[0]) if views else ()


def _actors(scene: Scene, view: View) -> tuple[Actor, ...]:
    return tuple(actor for other in scene.group(view) for actor in other.mention.actors)


def unknown_name(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """The words behind a verb of saying that no lexicon knows: a speaker whom nothing here can name."""
    at = first
    words = scene.marks.text.words
    while at < last and words[at][0].isalpha() and not _says_more(scene, at):
        at += 1
    return (first, at) if first < at <= first + UNKNOWN else None


def _capitals_before(scene: Scene, at: int, begin: int) -> tuple[int, int] | None:
    """The capitalised words next before a verb of saying that no lexicon knows: "Carlile said"."""
    text = scene.marks.text
    first = at
    while first > begin and first - 1 not in scene.inside and text.raw[text.starts[first - 1]].isupper():
        if _says_more(scene, first - 1):
            break
        first -= 1
    return (first, at) if first < at else None


def _all_before(scene: Scene, at: int, begin: int) -> tuple[int, int] | None:
    """The words of the clause before a verb of saying that closes the sentence: "the official said"."""
    words = scene.marks.text.words
    while begin < at and not words[begin][0].isalpha():
        begin += 1
    return (begin, at) if 0 < at - begin <= SPEAKER else None


def _says_more(scene: Scene, at: int) -> bool:
    return at in scene.dated or any(scene.marks.at(layer, at) for layer in ("grammar", "speech", "status", "trigger"))


def unnamed_at(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """The words of an unnamed source or a document that begins within the words given: head and its adjectives."""
    for at in range(first, last):
        if at in scene.inside and scene.inside[at].role not in ("people", "organ"):
            continue
        for match in scene.marks.at("speech", at):
            payload = match.payload
            if isinstance(payload, Speech) and payload.role in ("unnamed", "document"):
                end = match.last
                article = scene.frame.language.clitics.article
                while end < min(match.last + 3, scene.sentence.last) and _describes(scene, end, article):
                    end += 1
                return at, end
    return None


def _describes(scene: Scene, at: int, article: str) -> bool:
    word = scene.marks.text.words[at]
    if not word[0].isalpha() or at in scene.dated or scene.marks.at("grammar", at) or scene.marks.at("status", at):
        return False
    if any(isinstance(match.payload, Speech) for match in scene.marks.at("speech", at)):
        return False
    if at in scene.inside:
        return scene.inside[at].attributive or scene.inside[at].role == "people"
    return scene.frame.language.adjectives_follow
