"""Which trigger tells each clause: the words that say an act, chosen among all that match."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruznama.claims.clauses import Clause, Opener, finite, leads
from ruznama.claims.scene import Scene
from ruznama.knowledge import ClaimType, Grammar, Speech, Trigger, TriggerForm
from ruznama.knowledge.lexicon import Payload
from ruznama.text.phrases import Match

VERB_FIRST = 2  # words of a clause before which a verb may still be its first
AHEAD = 20  # words behind a verb among which the class that it needs may stand
NEAR = 4  # the same for a noun
FOREMOST = 7  # words between "the first" and its infinitive
BACK = 6  # words before it, for passives and subjects before the verb

# Weights of a trigger's form when several tell one clause. A verb says what the clause reports; a noun only names it, unless a
# light verb carries it. Set on the dev articles' type score, in steps of 5.
VERB, PARTICIPLE, PHRASE, NOUN, CARRIED, NEEDED, WORD = 60.0, 50.0, 60.0, 20.0, 45.0, 12.0, 4.0
_CARRYING = ("light", "nominaliser")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger at its place.

    `form` is verb, passive, participle, phrase or noun; `carrier` the word of the light verb that carries a noun.
    """

    trigger: Trigger
    lemma: str
    form: str
    tag: str
    first: int
    last: int
    clause: int
    proclitics: tuple[str, ...]
    enclitic: str
    carrier: int | None
    purpose: bool
    score: float
    why: str

    def word(self, scene: Scene) -> str:
        """Its first word without clitics."""
        word = scene.marks.text.words[self.first][sum(map(len, self.proclitics)) :]
        alone = self.enclitic and self.last == self.first + 1
        return word[: -len(self.enclitic)] if alone else word


def predicates(scene: Scene, types: Mapping[str, ClaimType]) -> list[list[Predicate]]:
    """For each clause the triggers that hold there, best first."""
    found: list[list[Predicate]] = [[] for _ in scene.clauses]
    for number, clause in enumerate(scene.clauses):
        for at in scene.marks.within("trigger", clause.first, clause.last):
            if at in scene.inside or at in scene.dated:
                continue
            leading = leads(scene.marks, at, scene.sentence.first)
            for match in scene.marks.at("trigger", at):
                if leading and match.last == at + 1:
                    continue
                predicate = _predicate(match, scene, number, types)
                if predicate is not None:
                    found[number].append(predicate)
        found[number] = [one for one in found[number] if not any(_within(one, other) for other in found[number])]
        found[number].sort(key=lambda predicate: (-predicate.score, predicate.first))
    return found


def _within(one: Predicate, other: Predicate) -> bool:
    """Whether a trigger is only part of a longer one: "strike" in "air strike", "attack" in "cyber attack"."""
    return other.first <= one.first and one.last <= other.last and other.last - other.first > one.last - one.first


def _predicate(match: Match[Payload], scene: Scene, number: int, types: Mapping[str, ClaimType]) -> Predicate | None:
    form = match.payload
    assert isinstance(form, TriggerForm)
    trigger = form.trigger
    clause = scene.clauses[number]
    used = _form(form, match, scene, number)
    if used is None:
        return None
    ahead = NEAR if used == "noun" else AHEAD
    back, on = trigger.within or (0 if used == "noun" else BACK, ahead)
    if used == "passive":  # its subject, before it, is what the active verb has behind it
        back, on = max(back, on), max(back, on)
    # What a verbal act is about stands in the clause of its content: "called the sanctions, which …, illegal".
    last = scene.sentence.last if types[trigger.type].opaque and used != "noun" else _reach(scene, number)
    needed, near = "", False
    if trigger.needs:
        met = scene.has_class(trigger.needs, match.first, min(match.last + on, last)) or (
            scene.has_class(trigger.needs, max(scene.sentence.first, match.first - back), match.first) if back else None
        )
        if met is None:
            return None
        needed = met
        near = scene.has_class(trigger.needs, match.first, match.last + NEAR) is not None
    around = max(clause.first, match.first - 2), min(match.last + ahead, _reach(scene, number))
    if trigger.without and scene.has_word(trigger.without, *around):
        return None
    carrier = carrier_of(scene, match.first, clause.first) if used == "noun" else None
    purpose = carrier is not None and any(
        scene.frame.one_letter & set(other.proclitics)
        for other in scene.marks.at("grammar", carrier)
        if isinstance(other.payload, Grammar) and other.payload.role in _CARRYING
    )
    base = {"verb": VERB, "passive": VERB, "participle": PARTICIPLE, "phrase": PHRASE, "noun": NOUN}[used]
    if carrier is not None:
        base = CARRIED
    score = base + types[trigger.type].rank * 0.4 + (NEEDED if needed and near else 0) + WORD * (match.last - match.first - 1)
    why = f"{form.lemma} in {trigger.name}" + (f" with a word of {needed}" if needed else "")
    at = (match.first, match.last, number, match.proclitics, match.enclitic)
    return Predicate(trigger, form.lemma, used, form.tag, *at, carrier, purpose, score, why)


def _reach(scene: Scene, number: int) -> int:
    """How far a predicate of the clause sees: over following clauses that only go on with a list or a phrase."""
    last = scene.clauses[number].last
    for clause in scene.clauses[number + 1 :]:
        if clause.opener not in (Opener.COMMA, Opener.UNQUOTE, Opener.RELATIVE):
            break
        last = clause.last
    return last


def _form(form: TriggerForm, match: Match[Payload], scene: Scene, number: int) -> str | None:
    """As what the trigger's word stands here: many Arabic forms are verb and noun alike, many English ones too."""
    words = scene.marks.text.words
    clause = scene.clauses[number]
    article = scene.frame.language.clitics.article
    before = match.first - 1
    if form.kind == "participle" and article and article in match.proclitics and not _predicative(scene, before, clause.first):
        return None
    if (
        form.kind == "phrase"
        and not scene.frame.language.adjectives_follow
        and _passive(scene, match.first, match.last, clause.first)
    ):
        return "passive"
    if form.kind in ("phrase", "participle"):
        return form.kind
    nominal = (article and article in match.proclitics) or bool(scene.frame.one_letter & set(match.proclitics))
    governed = before >= clause.first and any(
        isinstance(other.payload, Grammar) and other.payload.role in ("preposition", "nominaliser")
        for other in scene.marks.at("grammar", before)
    )
    if form.kind == "noun":
        pointing = before >= clause.first and scene.marks.one("grammar", before, Grammar, role="demonstrative") is not None
        return None if pointing else "noun"
    if nominal or (governed and form.tag != "gerund" and not (_intended(scene, match.first) or _foremost(scene, match.first))):
        return None
    if scene.frame.language.adjectives_follow:
        if form.tag in ("past", "passive") and not _in_verb_place(scene, match.first, clause):
            return None
        if form.tag in ("past", "passive") and _noun_alike(match, form.tag, scene, clause.first):
            return None
        return "passive" if form.tag == "passive" else "verb"
    if before >= scene.sentence.first and words[before] in scene.frame.language.determiners:
        return None
    if form.tag == "perfect":
        return "passive" if _passive(scene, match.first, match.last, clause.first) else None
    if form.tag == "past" and _passive(scene, match.first, match.last, clause.first):
        return None
    if form.tag == "gerund" and not _auxiliary(scene, match.first, clause.first):
        return "participle"
    return "verb"


def _noun_alike(match: Match[Payload], tag: str, scene: Scene, begin: int) -> bool:
    """Whether a form that is noun and verb alike is the noun: next behind a verb ("the rejection came"), or before a name with
    which the verb does not agree."""
    marks, before = scene.marks, match.first - 1
    alike = any(isinstance(one.payload, TriggerForm) and one.payload.kind == "noun" for one in marks.at("trigger", match.first))
    if not alike or match.enclitic or match.last != match.first + 1:
        return False
    joined = scene.frame.coordinators & set(match.proclitics)
    if before >= begin and not joined and finite(marks, before, scene.frame.language.clitics.article) is not None:
        return True
    signs, subject = scene.frame.agreement, scene.inside.get(match.last)
    if signs is None or subject is None or subject.first != match.last or subject.proclitics:
        return False
    verb = marks.text.words[match.first][sum(map(len, match.proclitics)) :]
    return len(subject.actors) == 1 and not signs.allows(verb, tag, subject.actors[0])


def _intended(scene: Scene, first: int) -> bool:
    """Whether a word of plan ends next before the verb: "plans to withdraw"."""
    return any(
        found.payload == "planned" and found.last == first
        for at in range(max(scene.sentence.first, first - 4), first)
        for found in scene.marks.at("status", at)
    )


def _foremost(scene: Scene, first: int) -> bool:
    """Whether an infinitive tells what somebody did first, last or alone: "was the first state to recognise"."""
    before = first - 1
    reach = range(max(scene.clauses[scene.clause_of(before)].first, before - FOREMOST), before)
    return any(scene.marks.one("grammar", at, Grammar, role="foremost") is not None for at in reach)


def _in_verb_place(scene: Scene, first: int, clause: Clause) -> bool:
    """Whether a past verb may stand here. Where verbs come first, a form that is noun and verb alike is a noun in the middle of a
    clause, unless a subject, a time or a word of negation, plan or doubt stands before it."""
    before = first - 1
    if first - clause.head <= VERB_FIRST or before in scene.inside or before in scene.dated or _behind_adverb(scene, first):
        return True
    return bool(
        scene.marks.at("status", before) or scene.marks.at("grammar", before) or not scene.marks.text.words[before][0].isalpha()
    )


def _behind_adverb(scene: Scene, first: int) -> bool:
    """Whether a set phrase ends before the word: "at a later time X visited"."""
    return any(
        isinstance(match.payload, Grammar) and match.payload.role == "adverb" and match.last == first
        for at in range(max(scene.sentence.first, first - 4), first)
        for match in scene.marks.at("grammar", at)
    )


def _auxiliary(scene: Scene, first: int, begin: int) -> bool:
    return any(
        scene.marks.one("grammar", at, Grammar, role="auxiliary") is not None for at in range(max(begin, first - 3), first)
    )


def _predicative(scene: Scene, before: int, begin: int) -> bool:
    """Whether a participle with an article says what its subject is ("is the buyer", "is among the buyers")."""
    words = scene.marks.text.words
    return any(
        at >= begin
        and (
            scene.marks.one("grammar", at, Grammar, role="copula") is not None
            or (at == before and words[at] in scene.frame.among)
        )
        for at in (before, before - 1)
    )


def _passive(scene: Scene, first: int, last: int, begin: int) -> bool:
    """Whether a participle stands behind a form of "to be", or behind a noun and before "by"."""
    for at in range(max(begin, first - 4), first):
        if scene.marks.one("grammar", at, Grammar, role="auxiliary") is not None:
            return True
    perfect = any(scene.marks.one("grammar", at, Grammar, role="perfect") for at in range(max(begin, first - 3), first))
    return not perfect and scene.marks.one("grammar", last, Grammar, role="agent") is not None


def carrier_of(scene: Scene, noun: int, begin: int) -> int | None:
    """The light, announcing or planning verb that carries the noun at word `noun`, looked for up to seven words before it."""
    for at in range(noun - 1, max(begin, noun - 8) - 1, -1):
        if at in scene.inside or at in scene.dated:
            continue
        for match in scene.marks.at("grammar", at):
            if isinstance(match.payload, Grammar) and match.payload.role in _CARRYING:
                return at
        if any(match.payload == "planned" and match.last < noun for match in scene.marks.at("status", at)):
            return at  # "intends the building of"
        speech = scene.marks.one("speech", at, Speech, role="announcing")
        if speech is not None:
            return at
    return None
