"""Scores against annotated documents, with the definitions of the annotation guidelines' scorer.

A gold file holds one document a line: an article's fields, and `claims` and `times` each with `start` and `end`.
Every document is read from its text and analysed as any other would be. Precision, recall and F1 are over all
documents, by maximum one-to-one matching of claims whose spans overlap by at least half of the shorter one:

  found   nothing else
  type    and the same type
  who     and the same actors and recipients (by code, by folded name where there is none; one set for symmetric types)
  claim   and the same date
  full    and the same status, and attributed or not alike

and for time expressions `found` (the spans overlap so) and `value` (and the EDTF is the same).
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruznama.errors import InvalidInput
from ruznama.knowledge import Knowledge
from ruznama.model import Document
from ruznama.pipeline import analyse
from ruznama.publish import record, time_record
from ruznama.reading import Failure, read

SYMMETRIC = frozenset({"meet", "agree", "cooperate", "exercise"})
CLAIM_LEVELS = ("found", "type", "who", "claim", "full")
TIME_LEVELS = ("found", "value")
_CLAIM_KEYS = ("type", "quote", "status", "sources")
_TIME_KEYS = ("start", "end", "edtf")

Row = Mapping[str, Any]
Result = dict[str, "Score"]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the `predicted` and of the `gold` are matched."""

    hit: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def value(self) -> dict[str, float]:
        """As a JSON value, rounded to four digits."""
        return {
            "p": round(self.precision, 4),
            "r": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "hit": self.hit,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold document with what was found in it: claim and time records."""

    gold: Row
    claims: Sequence[Row]
    times: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Fold:
    """The scores of one part of the documents."""

    number: int
    documents: int
    claims: Result
    times: Result


@dataclass(frozen=True, slots=True)
class Miss:
    """A claim of the gold that was not found with its type, or one found that the gold does not have."""

    kind: str
    doc: str
    type: str
    quote: str


def judge(path: str, knowledge: Knowledge) -> list[Judged]:
    """Every document of the gold file at `path`, analysed. Raises InvalidInput for what is no gold document."""
    judged: list[Judged] = []
    for row, document in _gold(path, knowledge):
        analysis = analyse(document, knowledge)
        claims = [record(claim) for claim in analysis.claims]
        judged.append(Judged(row, claims, [time_record(document.id, when) for when in analysis.whens]))
    return judged


def _gold(path: str, knowledge: Knowledge) -> Iterator[tuple[Row, Document]]:
    for item in read(path, knowledge):
        if isinstance(item, Failure):
            raise InvalidInput(item.place, item.reason, item.remedy)
        try:
            row = json.loads(item.content)
            claims, times = row["claims"], row["times"]
        except (json.JSONDecodeError, TypeError, KeyError) as error:
            problem = f"document {item.id} has no list of claims and times"
            raise InvalidInput(path, problem, "give a JSONL file of annotated documents") from error
        missing = _missing(claims, _CLAIM_KEYS) or _missing(times, _TIME_KEYS)
        if missing:
            raise InvalidInput(path, f"document {item.id}: {missing}", "annotate as the guidelines say")
        yield {**row, "text": item.text, "lang": item.lang}, item


def _missing(rows: Any, keys: Sequence[str]) -> str | None:
    """What an annotation lacks, in words."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return "claims and times must be lists of objects"
    lacking = [f"an annotation without {key}" for row in rows for key in keys if key not in row]
    return lacking[0] if lacking else None


def score_claims(judged: Iterable[Judged]) -> Result:
    """The score of each level over all documents."""
    hits: Counter[str] = Counter()
    predicted = gold = 0
    for one in judged:
        gold += len(one.gold["claims"])
        predicted += len(one.claims)
        for level in CLAIM_LEVELS:
            hits[level] += len(matched(one, level))
    return {level: Score(hits[level], predicted, gold) for level in CLAIM_LEVELS}


def score_times(judged: Iterable[Judged]) -> Result:
    """The score of time expressions over all documents."""
    hits: Counter[str] = Counter()
    predicted = gold = 0
    for one in judged:
        wanted, found = one.gold["times"], one.times
        gold += len(wanted)
        predicted += len(found)
        near = [(left, right) for left in range(len(wanted)) for right in range(len(found))]
        near = [(left, right) for left, right in near if _overlap(_span(wanted[left], ""), _span(found[right], ""))]
        same = [pair for pair in near if (wanted[pair[0]]["edtf"] or None) == (found[pair[1]]["edtf"] or None)]
        hits["found"] += len(matching(near))
        hits["value"] += len(matching(same))
    return {level: Score(hits[level], predicted, gold) for level in TIME_LEVELS}


def score_by(judged: Sequence[Judged], group: str) -> dict[str, Result]:
    """The scores of claims by "type", "lang" or "doc"."""
    if group == "type":
        types = sorted({claim["type"] for one in judged for claim in one.gold["claims"]})
        return {name: score_claims(_of_type(one, name) for one in judged) for name in types}
    key = {"lang": "lang", "doc": "id"}[group]
    names = sorted({one.gold[key] for one in judged})
    return {name: score_claims(one for one in judged if one.gold[key] == name) for name in names}


def score_folds(judged: Sequence[Judged], count: int) -> list[Fold]:
    """The scores of each of `count` folds, empty ones too: one kept unread shows what tuning has only learned by heart."""
    parts = [[one for one in judged if fold_of(one.gold["id"], count) == number] for number in range(count)]
    return [Fold(number, len(part), score_claims(part), score_times(part)) for number, part in enumerate(parts)]


def fold_of(name: str, count: int) -> int:
    """The fold of the document called `name`: by the SHA-256 of its name, so that no new document moves another."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % count


def misses(judged: Iterable[Judged], most: int) -> list[Miss]:
    """Up to `most` claims that one side has and the other has not, type included, document by document."""
    found: list[Miss] = []
    for one in judged:
        if len(found) >= most:
            break
        pairs = matched(one, "type")
        taken = set(pairs.values())
        gold = [("missed", claim) for at, claim in enumerate(one.gold["claims"]) if at not in pairs]
        extra = [("spurious", claim) for at, claim in enumerate(one.claims) if at not in taken]
        found += [Miss(kind, one.gold["id"], claim["type"], claim["quote"]) for kind, claim in gold + extra]
    return found[:most]


def matching(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """A maximum one-to-one matching of the left and right numbers that `edges` joins (augmenting paths)."""
    links: dict[int, list[int]] = {}
    for left, right in edges:
        links.setdefault(left, []).append(right)
    owner: dict[int, int] = {}

    def augment(left: int, seen: set[int]) -> bool:
        for right in links[left]:
            if right not in seen:
                seen.add(right)
                if right not in owner or augment(owner[right], seen):
                    owner[right] = left
                    return True
        return False

    for left in sorted(links):
        augment(left, set())
    return {left: right for right, left in owner.items()}


def matched(one: Judged, level: str) -> dict[int, int]:
    """The numbers of the gold claims that are found at `level`, each with that of the claim found for it."""
    text = one.gold["text"]
    gold = [(claim, _span(claim, text)) for claim in one.gold["claims"]]
    found = [(claim, _span(claim, text)) for claim in one.claims]
    agrees = _agreement(level)
    return matching(
        (left, right)
        for left, (wanted, here) in enumerate(gold)
        for right, (claim, there) in enumerate(found)
        if _overlap(here, there) and agrees(wanted, claim)
    )


def _agreement(level: str) -> Callable[[Row, Row], bool]:
    tests: list[Callable[[Row, Row], bool]] = [
        lambda gold, claim: True,
        lambda gold, claim: gold["type"] == claim["type"],
        lambda gold, claim: _parties(gold) == _parties(claim),
        lambda gold, claim: _date(gold) == _date(claim),
        lambda gold, claim: gold["status"] == claim.get("status") and bool(gold["sources"]) == bool(claim.get("sources")),
    ]
    asked = tests[: CLAIM_LEVELS.index(level) + 1]
    return lambda gold, claim: all(test(gold, claim) for test in asked)


def _of_type(one: Judged, name: str) -> Judged:
    gold = {**one.gold, "claims": [claim for claim in one.gold["claims"] if claim["type"] == name]}
    return Judged(gold, [claim for claim in one.claims if claim["type"] == name], one.times)


def _fold(name: str | None) -> str:
    marks = unicodedata.normalize("NFKD", name or "")
    plain = "".join(character for character in marks if not unicodedata.combining(character)).casefold()
    return re.sub(r"\W+", " ", plain).strip()


def _parties(claim: Row) -> tuple[frozenset[str], ...]:
    sides = [
        frozenset(actor.get("code") or _fold(actor.get("name") or actor.get("text")) for actor in claim.get(side) or ())
        for side in ("actors", "recipients")
    ]
    return (sides[0] | sides[1],) if claim["type"] in SYMMETRIC else tuple(sides)


def _date(claim: Row) -> str | None:
    return claim.get("date") or (claim.get("when") or {}).get("edtf") or None


def _span(claim: Row, text: str) -> tuple[int, int]:
    if claim.get("start") is not None and claim.get("end") is not None:
        return claim["start"], claim["end"]
    start = text.find(claim["quote"])
    return (start, start + len(claim["quote"])) if start >= 0 else (-1, -1)


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    common = min(left[1], right[1]) - max(left[0], right[0])
    return common > 0 and common * 2 >= min(left[1] - left[0], right[1] - right[0])
