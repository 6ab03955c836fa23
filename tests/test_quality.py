"""The quality gate: the scores on annotated articles against their pinned floors, and the shipped articles themselves."""

from __future__ import annotations

import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from bench.quality import ARTICLES, CORPORA, PIN, Change, Pinned, fallen, measure, pin, pinned, risen, verdict
from scripts.quality_spans import located

from ruznama.errors import GateNotMet
from ruznama.knowledge import Knowledge
from ruznama.model import Status

ROWS: list[dict[str, Any]] = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", CORPORA)
def test_no_figure_falls(name: str, knowledge: Knowledge) -> None:
    if not CORPORA[name].exists():
        pytest.skip(f"{CORPORA[name]} is not there: its articles are not part of the repository")
    try:
        rose = verdict(name, pinned()[name], measure(CORPORA[name], knowledge))
    except GateNotMet as error:
        pytest.fail(str(error), pytrace=False)
    if rose:
        lines = "".join(f"\n  {change}" for change in rose)
        warnings.warn(f"{name}: {len(rose)} figures rose; raise their floors: {PIN}{lines}", stacklevel=1)


def test_floors_are_pinned_for_all_and_each_language() -> None:
    floors = pinned()
    assert list(floors["shipped"].figures) == ["overall", "ar", "en"]
    assert list(floors["dev"].figures) == ["overall", "ar", "en", "seed"]
    levels = ["found", "type", "who", "claim", "full", "time found", "time value"]
    assert all(list(figures) == levels for one in floors.values() for figures in one.figures.values())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_shipped_articles_are_annotated_exactly(row: dict[str, Any], knowledge: Knowledge) -> None:
    assert row == located(row), "python -m scripts.quality_spans"
    for claim in row["claims"]:
        claim_type = knowledge.claim_types[claim["type"]]
        assert not (claim_type.symmetric and claim["recipients"]), claim["quote"]
        assert claim["status"] in {status.value for status in Status}
        for actor in claim["actors"] + claim["recipients"]:
            assert actor["text"] in row["text"], actor
            assert actor["code"] or actor["name"], actor
        surfaces = [*claim["sources"], *(amount["text"] for amount in claim["amounts"]), claim["place"] or ""]
        assert [surface for surface in surfaces if surface not in row["text"]] == []


def test_shipped_articles_are_many_sided(knowledge: Knowledge) -> None:
    assert sorted(row["lang"] for row in ROWS) == ["ar"] * 12 + ["en"] * 12
    assert len({row["id"] for row in ROWS}) == 24
    claims = [claim for row in ROWS for claim in row["claims"]]
    assert {claim["type"] for claim in claims} == set(knowledge.claim_types)
    assert {claim["status"] for claim in claims} == {status.value for status in Status}


@pytest.mark.parametrize("piece", ["Tuesday", "Monday"])
def test_a_quote_stands_once(piece: str) -> None:
    row = {"id": "x", "text": "On Tuesday or on Tuesday.", "claims": [], "times": [{"text": piece, "edtf": None}]}
    with pytest.raises(ValueError, match="times in the text"):
        located(row)


FLOOR = {"overall": {"type": 0.5, "who": 0.4}}
FIGURES: list[tuple[dict[str, float], str, str]] = [
    ({"type": 0.5, "who": 0.4}, "", ""),
    ({"type": 0.49, "who": 0.39}, "", ""),
    ({"type": 0.47, "who": 0.4}, "type", ""),
    ({"type": 0.47, "who": 0.45}, "type", "who"),
    ({"type": 0.51, "who": 0.41}, "", ""),
    ({"type": 0.5}, "who", ""),
]


@pytest.mark.parametrize(("now", "down", "up"), FIGURES)
def test_what_fell_and_rose(now: dict[str, float], down: str, up: str) -> None:
    assert [change.level for change in fallen(FLOOR, {"overall": now}, 0.02)] == down.split()
    assert [change.level for change in risen(FLOOR, {"overall": now}, 0.02)] == up.split()


def test_verdict() -> None:
    floors = Pinned("a", FLOOR)
    assert verdict("x", floors, Pinned("a", {"overall": {"type": 0.6, "who": 0.4}})) == [Change("overall", "type", 0.5, 0.6)]
    with pytest.raises(GateNotMet, match=r"overall who: 0\.3000, pinned 0\.4000\nmend .* --lower"):
        verdict("x", floors, Pinned("a", {"overall": {"type": 0.6, "who": 0.3}}))
    with pytest.raises(GateNotMet, match="do not compare; pin them anew"):
        verdict("x", floors, Pinned("b", FLOOR))


def test_a_floor_falls_only_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    pin({"x": Pinned("a", FLOOR), "y": Pinned("a", FLOOR)}, path=path)
    pin({"x": Pinned("a", {"overall": {"type": 0.6, "who": 0.399}})}, path=path)
    assert pinned(path)["x"].figures == {"overall": {"type": 0.6, "who": 0.4}}, "rises, and does not creep down"
    for worse in (Pinned("a", {"overall": {"type": 0.3, "who": 0.4}}), Pinned("b", {"overall": {"type": 0.599, "who": 0.4}})):
        before = path.read_text()
        with pytest.raises(GateNotMet, match=r"overall type: 0\.\d+, pinned 0\.6000\nsay why"):
            pin({"x": worse}, path=path)
        assert path.read_text() == before
    pin({"x": Pinned("b", {"overall": {"type": 0.3, "who": 0.4}})}, "the articles were mended", path)
    assert pinned(path)["x"] == Pinned("b", {"overall": {"type": 0.3, "who": 0.4}})
    assert pinned(path)["y"] == Pinned("a", FLOOR), "what was not measured keeps its floors"
    said = json.loads(path.read_text())["lowered"]
    assert said == [{"why": "the articles were mended", "floors": ["x overall type: 0.3000, pinned 0.6000"]}]


def test_only_what_fell_is_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    pin({"x": Pinned("a", FLOOR)}, path=path)
    pin({"x": Pinned("a", {"overall": {"type": 0.3, "who": 0.399}})}, "a wrong label", path)
    assert pinned(path)["x"].figures == {"overall": {"type": 0.3, "who": 0.4}}


def test_measure(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "Israel recognised Azerbaijan on 25 December 1991."
    times = [{"start": 32, "end": 48, "edtf": "1991-12-25"}]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "lang": "en", "text": text, "claims": [], "times": times}))
    found = measure(path, knowledge)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert list(found.figures) == ["overall", "en"]
    assert found.figures["en"]["time value"] == 1.0
