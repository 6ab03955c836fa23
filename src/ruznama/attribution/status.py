"""How sure: asserted, planned, possible or negated, from the words before and at the act."""

from __future__ import annotations

from ruznama.claims import Draft, Opener
from ruznama.model import Status

WINDOW = 6  # words before the act in which a word of negation, plan or doubt governs it
OVER = 4  # words before a complementiser that still govern the act behind it ("is expected that")


def status(draft: Draft, published: str | None) -> tuple[Status, str]:
    """The status of a draft and the words of `why`. What is dated after the day of publication is planned."""
    predicate = draft.predicate
    if predicate is None:
        return Status.ASSERTED, "status asserted: no word of negation, plan or doubt"
    scene = draft.scene
    table = scene.frame.language.tables["status"]
    key = scene.frame.key
    clause = scene.clauses[draft.clause]
    begin = clause.first - (OVER if clause.opener is Opener.COMPLEMENT else 0)
    act = predicate.carrier if predicate.carrier is not None and predicate.carrier >= clause.first else predicate.first
    begin = max(begin, scene.sentence.first, act - WINDOW)
    future = {key(word) for word in table["planned"].get("proclitics", ())}
    harmless = {key(word) for word in table["asserted"].get("before_past", ())}
    found: tuple[int, Status, str] | None = None
    covered = -1
    for at in range(begin, act + 1):
        if at < covered:
            continue
        matches = [match for match in scene.marks.at("status", at) if match.last <= predicate.last]
        if not matches:
            continue
        longest = max(matches, key=lambda match: (match.last, match.payload == "asserted"))
        words = " ".join(scene.marks.text.words[at : longest.last])
        covered = longest.last
        if longest.last <= clause.first - 1 or str(longest.payload) == "asserted":
            continue
        if longest.last > act:
            continue  # also the act's own word: what it means stands in its frame
        if any(words.endswith(word) for word in harmless) and predicate.tag == "past":
            continue
        found = (at, Status(str(longest.payload)), words)
    if found is not None:
        return found[1], f"status {found[1]} by “{found[2]}”"
    proclitics = set(predicate.proclitics)
    if act != predicate.first:
        for match in scene.marks.at("grammar", act):
            proclitics |= set(match.proclitics)
    if future & proclitics:
        return Status.PLANNED, "status planned by the verb's future"
    if predicate.trigger.status is not None:
        return predicate.trigger.status, f"status {predicate.trigger.status} by {predicate.trigger.name}"
    earliest = draft.timed.when.earliest if draft.timed is not None else None
    if published is not None and earliest is not None and earliest > published[:10] and predicate.tag != "past":
        return Status.PLANNED, f"status planned: {earliest} lies after the publication"
    return Status.ASSERTED, "status asserted: no word of negation, plan or doubt"
