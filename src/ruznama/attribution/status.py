"""How sure: asserted, planned, possible or negated, from the words around the act.

In this order: the words before the act in its own clause; the future of its verb or of the verb that it stands under; what is
said of an act that is told by a noun ("the visit planned for", "the sanctions will take effect"); the act that it is joined to
("will visit Cairo and meet"); what its frame says; a date after the day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass

from ruznama.claims import Draft, Opener, Predicate, Scene
from ruznama.claims.clauses import finite
from ruznama.knowledge import Knowledge
from ruznama.model import Status

WINDOW = 6  # words before the act, those of names not counted, in which a word of negation, plan or doubt governs it
OVER = 4  # words before a complementiser that still govern the act behind it ("is expected that")
BEHIND = 6  # words behind a noun, those of names not counted, in which an adjective or its verb says how sure it is
SURE = "status asserted: no word of negation, plan or doubt"
_SHARED = (Status.PLANNED, Status.POSSIBLE)  # what a joined act has in common with the one before
_JOINED = (Opener.COORDINATE, Opener.BARE, Opener.COMMA)
_PAST = ("past", "passive", "perfect")

Sure = tuple[Status, str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What status.toml holds besides its words and verbs, folded.

    `harmless` before a past verb assert, before a present one (that begins with one of `present`, and is none of `no_present`)
    they hedge; `future` are beginnings of verbs in the future, `no_future` and `no_future_words` tell other words that begin so;
    `behind` maps adjectives behind a noun to the status that they give it; `aside` are prepositions of circumstance, behind which
    no word before them governs; `led` maps phrases to the preposition that they ask for, where it is written on the next word;
    `deciding` are past verbs that settle the act they carry; `conditional` open a condition, under which all is possible;
    with a clitic of `other_with` a word is another one.
    """

    harmless: frozenset[str]
    proclitics: frozenset[str]
    joiners: tuple[str, ...]
    present: tuple[str, ...]
    no_present: tuple[str, ...]
    future: tuple[str, ...]
    no_future: tuple[str, ...]
    no_future_words: frozenset[str]
    behind: dict[str, Status]
    aside: frozenset[str]
    led: dict[str, str]
    deciding: frozenset[str]
    conditional: tuple[str, ...]
    other_with: frozenset[str]

    def is_future(self, word: str) -> bool:
        """Whether a folded word is a verb in a future that is written on it."""
        if not self.future:
            return False
        for joiner in ("", *self.joiners):
            rest = word.removeprefix(joiner)
            if len(rest) > 3 and word.startswith(joiner) and rest.startswith(self.future):
                return not rest.startswith(self.no_future) and rest not in self.no_future_words
        return False


def status_words(knowledge: Knowledge, lang: str) -> StatusWords:
    """The words of a language."""
    key = knowledge.folding.key
    language = knowledge.languages[lang]
    table = language.tables["status"]

    def words(status: str, name: str) -> tuple[str, ...]:
        return tuple(key(word) for word in table[status].get(name, ()))

    single = {part for parts in language.clitics.proclitics.values() for part in parts}
    phrases = [word.split() for status in Status if status in table for word in words(status, "words")]
    return StatusWords(
        harmless=frozenset(words("asserted", "before_past")),
        proclitics=frozenset(words("planned", "proclitics")),
        joiners=tuple(map(key, language.tables["grammar"]["coordinator"].get("proclitics", ()))),
        present=words("possible", "present"),
        no_present=words("possible", "no_present"),
        future=words("planned", "future"),
        no_future=words("planned", "no_future"),
        no_future_words=frozenset(words("planned", "no_future_words")),
        behind={word: status for status in Status if status in table for word in words(status, "behind")},
        deciding=frozenset(words("asserted", "deciding")),
        conditional=words("possible", "conditional"),
        other_with=frozenset(words("asserted", "other_with")),
        aside=frozenset(words("asserted", "aside")),
        led={" ".join(phrase[:-1]): phrase[-1] for phrase in phrases if len(phrase) > 1 and phrase[-1] in single},
    )


def status(draft: Draft, published: str | None, words: StatusWords, before: tuple[Draft, Status] | None = None) -> Sure:
    """The status of a draft and the words of `why`; `before` is the draft before it in the sentence with its own."""
    predicate = draft.predicate
    if predicate is None:
        return Status.ASSERTED, SURE
    scene = draft.scene
    own = _before(scene, predicate, words) or _future(scene, predicate, words)
    if own is not None:
        return own
    if predicate.trigger.status is not None:
        return predicate.trigger.status, f"status {predicate.trigger.status} by {predicate.trigger.name}"
    told = _of_noun(scene, predicate, words) or _joined(draft, before)
    if told is not None:
        return told
    earliest = draft.timed.when.earliest if draft.timed is not None else None
    if published is not None and earliest is not None and earliest > published[:10] and predicate.tag not in _PAST:
        return Status.PLANNED, f"status planned: {earliest} lies after the publication"
    return Status.ASSERTED, SURE


def _before(scene: Scene, predicate: Predicate, words: StatusWords) -> Sure | None:
    """By the words before the act. Of two that stand together the first says more ("cannot plan", "may not"), but that a
    future that is negated will not be."""
    clause = scene.clauses[predicate.clause]
    begin = clause.first - (OVER if clause.opener is Opener.COMPLEMENT else 0)
    act = _act(scene, predicate)
    begin = max(begin, scene.sentence.first, _back(scene, act, WINDOW))
    aside = [at + 1 for at in range(begin, act) if at not in scene.inside and scene.marks.text.words[at] in words.aside]
    begin = max([begin, *aside])  # "agreed during the talks": what stands before governs another act
    found: tuple[int, Status, str] | None = None
    covered = -1
    for at in range(begin, predicate.first + 1):
        if at < covered or at in scene.inside or at in scene.dated:
            continue
        matches = [match for match in scene.marks.at("status", at) if match.last <= predicate.last]
        matches = [match for match in matches if words.other_with.isdisjoint((*match.proclitics, match.enclitic))]
        if not matches:
            continue
        longest = max(matches, key=lambda match: (match.last, match.payload == "asserted"))
        covered = longest.last
        if longest.last < clause.first or longest.payload == "asserted" or longest.last > max(predicate.first, act):
            continue  # the act's own word: what it means stands in its frame
        said = " ".join(scene.marks.text.words[at : longest.last])
        later = longest.payload == "planned" and predicate.form == "noun"  # what is told by a noun may come later
        if any(said.endswith(word) for word in words.harmless) and not (
            later or _is_present(scene, longest.last, predicate, words)
        ):
            continue
        if at == act != predicate.first and any(said.endswith(word) for word in words.deciding):
            continue
        if not _leads_on(scene, said, longest.last, words):
            continue
        if said in words.behind and scene.frame.language.adjectives_follow:
            continue  # an adjective of the noun before it
        sure = Status(str(longest.payload))
        behind = range(longest.last, act + 1)
        if any(said.endswith(word) for word in words.conditional) and not any(_is_future(scene, at, words) for at in behind):
            return Status.POSSIBLE, f"status possible by the condition “{said}”"
        touches = found is not None and found[0] == at
        if not touches or (found is not None and found[1] is Status.PLANNED and sure is Status.NEGATED):
            found = (longest.last, sure, said)
        elif found is not None:
            found = (longest.last, found[1], f"{found[2]} {said}")
    return None if found is None else (found[1], f"status {found[1]} by “{found[2]}”")


def _leads_on(scene: Scene, said: str, at: int, words: StatusWords) -> bool:
    """Whether the preposition stands at word `at` that the phrase asks for ("plans for", written on the next word)."""
    wanted = next((led for phrase, led in words.led.items() if said.endswith(phrase)), None)
    return wanted is None or (at < scene.sentence.last and scene.marks.text.words[at].startswith(wanted))


def _act(scene: Scene, predicate: Predicate) -> int:
    """The word of the verb: that of the verb that carries a noun, if it stands in the same clause."""
    carrier = predicate.carrier
    return carrier if carrier is not None and carrier >= scene.clauses[predicate.clause].first else predicate.first


def _back(scene: Scene, at: int, count: int) -> int:
    """The word so many words before `at`, those of names not counted."""
    while at > scene.sentence.first and count:
        at -= 1
        count -= at not in scene.inside
    return at


def _is_present(scene: Scene, at: int, predicate: Predicate, words: StatusWords) -> bool:
    """Whether the verb at word `at` is in the present, by its lexicon, else by its first letters."""
    if at == predicate.first:
        return predicate.tag == "present"
    if at >= scene.sentence.last:
        return False
    verb = finite(scene.marks, at, scene.frame.language.clitics.article)
    if verb is not None:
        return verb[1] == "present"
    word = scene.marks.text.words[at]
    return word.startswith(words.present) and not word.startswith(words.no_present)


def _future(scene: Scene, predicate: Predicate, words: StatusWords) -> Sure | None:
    """By a future that is written on the act's verb, or on the one before it in its clause that it stands under."""
    act = _act(scene, predicate)
    proclitics = set(predicate.proclitics)
    if act != predicate.first:
        for match in scene.marks.at("grammar", act):
            proclitics |= set(match.proclitics)
    if words.proclitics & proclitics:
        return Status.PLANNED, "status planned by the verb's future"
    clause = scene.clauses[predicate.clause]
    begin = act - 1 if predicate.tag in _PAST else clause.first  # a verbal noun may be written like the past of its verb
    for at in range(act - 1, max(begin, clause.first) - 1, -1):
        if _is_future(scene, at, words):
            return Status.PLANNED, f"status planned by the future “{scene.marks.text.words[at]}”"
        if at not in scene.inside and finite(scene.marks, at, scene.frame.language.clitics.article) is not None:
            return None
    return None


def _is_future(scene: Scene, at: int, words: StatusWords) -> bool:
    return at not in scene.inside and at not in scene.dated and words.is_future(scene.marks.text.words[at])


def _of_noun(scene: Scene, predicate: Predicate, words: StatusWords) -> Sure | None:
    """By an adjective behind a noun, or by the verb behind it whose subject it is."""
    if predicate.form != "noun" or predicate.carrier is not None:
        return None
    clause = scene.clauses[predicate.clause]
    article = scene.frame.language.clitics.article
    subject = not any(finite(scene.marks, at, article) for at in range(clause.head, predicate.first) if at not in scene.inside)
    left = BEHIND
    for at in range(predicate.last, scene.sentence.last):
        word = scene.marks.text.words[at]
        if not left or at in scene.inside or at in scene.dated:
            if not left:
                return None
            continue
        if not word[0].isalnum():
            if word != '"':
                return None
            continue
        left -= 1
        sure = words.behind.get(word)
        if sure is not None:
            return sure, f"status {sure} by “{word}”"
        if subject and _is_future(scene, at, words):
            return Status.PLANNED, f"status planned by the future “{word}”"
        for match in scene.marks.at("status", at):
            if subject and match.payload in _SHARED and not _is_harmless(scene, match.first, match.last, words):
                return Status(str(match.payload)), f"status {match.payload} by “{word}”"
        if finite(scene.marks, at, article) is not None:
            return None
    return None


def _is_harmless(scene: Scene, first: int, last: int, words: StatusWords) -> bool:
    said = " ".join(scene.marks.text.words[first:last])
    if not any(said.endswith(word) for word in words.harmless):
        return False
    return last >= scene.sentence.last or not scene.marks.text.words[last].startswith(words.present)


def _joined(draft: Draft, before: tuple[Draft, Status] | None) -> Sure | None:
    """That of the act that this one is joined to: "will visit Cairo and meet", but "will visit Cairo. He met"."""
    predicate = draft.predicate
    if before is None or predicate is None or before[1] not in _SHARED or predicate.tag in _PAST:
        return None
    clauses = draft.scene.clauses
    first, last = before[0].clause, draft.clause
    if clauses[first].opener is Opener.RELATIVE and clauses[last].opener is not Opener.COORDINATE:
        return None
    if before[0].predicate is None or any(clauses[at].opener not in _JOINED for at in range(first + 1, last + 1)):
        return None
    return before[1], f"status {before[1]}, as the act that it is joined to"
