"""Scores: the definitions by rows, and the same numbers as the guidelines' scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ruznama.errors import InvalidInput
from ruznama.evaluate import (
    Judged,
    Score,
    fold_of,
    judge,
    matching,
    misses,
    score_by,
    score_claims,
    score_folds,
    score_times,
)
from ruznama.knowledge import Knowledge

TEXT = "Israel sold drones to Azerbaijan in 2012. They agreed."


def gold(**changes: Any) -> dict[str, Any]:
    claim = {
        "type": "arms",
        "quote": TEXT[:40],
        "start": 0,
        "end": 40,
        "actors": [{"text": "Israel", "name": "Israel", "code": "IL"}],
        "recipients": [{"text": "Azerbaijan", "name": "Azerbaijan", "code": "AZ"}],
        "date": "2012",
        "status": "asserted",
        "sources": [],
    }
    return claim | changes


def judged(wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> Judged:
    return Judged({"id": "d", "lang": "en", "text": TEXT, "claims": wanted, "times": []}, found, [])


IL, AZ = gold()["actors"], gold()["recipients"]
ROWS: list[tuple[dict[str, Any], str]] = [
    ({}, "found type who claim full"),
    ({"start": 25, "end": 60}, ""),
    ({"start": 10, "end": 20}, "found type who claim full"),
    ({"type": "trade"}, "found"),
    ({"actors": AZ, "recipients": IL}, "found type"),
    ({"actors": [{"name": "Israël", "code": "IL"}]}, "found type who claim full"),
    ({"date": "2013"}, "found type who"),
    ({"date": None, "when": {"edtf": "2012"}}, "found type who claim full"),
    ({"status": "planned"}, "found type who claim"),
    ({"sources": [{"text": "x"}]}, "found type who claim"),
    ({"start": None, "end": None}, "found type who claim full"),
    ({"start": None, "quote": "not there"}, ""),
]


@pytest.mark.parametrize(("changes", "levels"), ROWS)
def test_levels(changes: dict[str, Any], levels: str) -> None:
    scores = score_claims([judged([gold()], [gold(**changes)])])
    assert [level for level, score in scores.items() if score.hit] == levels.split()


def test_symmetric_types_compare_one_set() -> None:
    wanted = gold(type="agree", actors=IL + AZ, recipients=[])
    assert score_claims([judged([wanted], [gold(type="agree")])])["full"].hit == 1


def test_names_compare_folded_where_there_is_no_code() -> None:
    wanted = gold(actors=[{"name": "Société Générale", "code": None}])
    found = gold(actors=[{"name": "societe  generale", "code": None}])
    assert score_claims([judged([wanted], [found])])["who"].hit == 1


def test_one_to_one() -> None:
    assert matching([(0, 0), (0, 1), (1, 0)]) == {0: 1, 1: 0}
    assert score_claims([judged([gold()], [gold(), gold()])])["found"] == Score(1, 2, 1)


def test_score() -> None:
    assert Score(1, 2, 4).value() == {"p": 0.5, "r": 0.25, "f1": 0.3333, "hit": 1, "predicted": 2, "gold": 4}
    assert Score(0, 0, 0).f1 == 0.0


def test_times() -> None:
    times = [{"start": 36, "end": 40, "edtf": "2012"}, {"start": 0, "end": 5, "edtf": None}]
    one = Judged({"times": times}, [], [{"start": 35, "end": 40, "edtf": "2013"}, times[1]])
    assert score_times([one]) == {"found": Score(2, 2, 2), "value": Score(1, 2, 2)}


def test_misses() -> None:
    found = misses([judged([gold(type="arms")], [gold(type="trade")])], 5)
    assert [(miss.kind, miss.type) for miss in found] == [("missed", "arms"), ("spurious", "trade")]
    assert len(misses([judged([gold()] * 9, [])], 5)) == 5


def test_by() -> None:
    one = judged([gold()], [gold(), gold(type="visit")])
    assert score_by([one], "type")["arms"]["full"] == Score(1, 1, 1)
    assert list(score_by([one], "lang")) == ["en"]
    assert list(score_by([one], "doc")) == ["d"]


def test_folds() -> None:
    parts = [Judged({**judged([gold()], []).gold, "id": str(number)}, [gold()], []) for number in range(9)]
    folds = score_folds(parts, 4)
    assert [fold.number for fold in folds] == [0, 1, 2, 3]
    assert sum(fold.documents for fold in folds) == 9
    for fold in folds:
        assert fold.claims["full"] == Score(fold.documents, fold.documents, fold.documents)
        assert fold.documents == sum(fold_of(str(number), 4) == fold.number for number in range(9))


@pytest.mark.parametrize(("name", "count", "fold"), [("a", 5, 4), ("b", 5, 0), ("azerbaijan-israel", 5, 1)])
def test_a_fold_is_the_hash_of_the_name(name: str, count: int, fold: int) -> None:
    assert fold_of(name, count) == fold


BAD = [
    ({"id": "a", "text": "The end of the war.", "lang": "en"}, "no list of claims"),
    ({"id": "a", "text": "The end of the war.", "lang": "en", "claims": 1, "times": []}, "lists of objects"),
    ({"id": "a", "text": "The end.", "lang": "en", "claims": [{"type": "arms"}], "times": []}, "without quote"),
    ({"id": "a"}, "text is missing"),
]


@pytest.mark.parametrize(("row", "problem"), BAD)
def test_bad_gold(row: dict[str, Any], problem: str, tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    with pytest.raises(InvalidInput, match=problem):
        judge(str(tmp_path / "gold.jsonl"), knowledge)


def scored(shared: Path, part: Path, ours: list[Judged], tmp_path: Path, *options: str) -> Any:
    """What the guidelines' scorer says of the documents in `part`."""
    for name in ("claims", "times"):
        rows = [json.dumps(row) for one in ours for row in getattr(one, name)]
        (tmp_path / name).write_text("\n".join(rows), encoding="utf-8")
    scorer = [sys.executable, str(shared / "gold" / "score.py"), str(part), str(tmp_path / "claims")]
    run = [*scorer, "--times", str(tmp_path / "times"), "--json", *options]
    return json.loads(subprocess.run(run, capture_output=True, check=True).stdout)


@pytest.mark.parametrize("group", ["type", "lang", "doc"])
def test_same_numbers_as_the_guidelines_scorer(group: str, shared: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    part = tmp_path / "gold.jsonl"
    lines = (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    part.write_text("".join(lines[:25]), encoding="utf-8")
    ours = judge(str(part), knowledge)
    wanted = scored(shared, part, ours, tmp_path, "--by", group)
    assert {level: score.value() for level, score in score_claims(ours).items()} == wanted["claims"]
    assert {level: score.value() for level, score in score_times(ours).items()} == wanted["times"]
    by = {name: {level: score.value() for level, score in row.items()} for name, row in score_by(ours, group).items()}
    assert by == wanted["by"]


def test_folds_have_the_numbers_of_the_guidelines_scorer(shared: Path, tmp_path: Path, knowledge: Knowledge) -> None:
    lines = (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    lines = sorted(lines, key=len)[:30]
    (tmp_path / "all").write_text("".join(lines), encoding="utf-8")
    for fold in score_folds(judge(str(tmp_path / "all"), knowledge), 5):
        part = tmp_path / f"gold{fold.number}"
        mine = [line for line in lines if fold_of(json.loads(line)["id"], 5) == fold.number]
        part.write_text("".join(mine), encoding="utf-8")
        wanted = scored(shared, part, judge(str(part), knowledge), tmp_path)
        assert fold.documents == len(mine)
        assert {level: score.value() for level, score in fold.claims.items()} == wanted["claims"]
        assert {level: score.value() for level, score in fold.times.items()} == wanted["times"]
