"""The commands as a user runs them: what they print where, and their exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ruznama.cli import main
from tests.conftest import ROOT

EXAMPLES = str(ROOT / "examples")
PAGE = str(ROOT / "examples" / "herzog-baku.en.txt")


def run(*arguments: str, input: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments), input=input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("store") / "a.db")
    result = run("build", EXAMPLES, "--db", path)
    assert result.exit_code == 0
    assert "11 documents added" in result.stderr
    return path


def test_claims() -> None:
    result = run("claims", PAGE)
    assert result.exit_code == 0
    text = Path(PAGE).read_text(encoding="utf-8")
    assert rows(result)
    for row in rows(result):
        assert row["doc"] == "herzog-baku"
        assert text[row["start"] : row["end"]] == row["quote"]  # type: ignore[misc]


def test_claims_from_standard_input() -> None:
    result = run("claims", "-", input=Path(PAGE).read_bytes())
    assert result.exit_code == 0
    assert {row["doc"] for row in rows(result)} == {"stdin"}


def test_the_same_input_gives_the_same_output() -> None:
    assert run("claims", EXAMPLES).stdout == run("claims", EXAMPLES).stdout


def test_dates() -> None:
    result = run("dates", PAGE)
    assert result.exit_code == 0
    assert "1991-12-25" in {row["edtf"] for row in rows(result)}


def test_actors() -> None:
    result = run("actors", PAGE)
    assert result.exit_code == 0
    text = Path(PAGE).read_text(encoding="utf-8")
    found = rows(result)
    assert "AZ" in {row["code"] for row in found}
    for row in found:
        assert list(row) == ["doc", "text", "name", "code", "kind", "start", "end", "role", "loaded", "why"]
        assert text[row["start"] : row["end"]] == row["text"]  # type: ignore[misc]
        assert row["why"]


def test_durations_are_told_apart(tmp_path: Path) -> None:
    page = tmp_path / "war.en.txt"
    page.write_text("Iran and Iraq fought for eight years until August 1988.", encoding="utf-8")
    assert [row["text"] for row in rows(run("dates", str(page)))] == ["August 1988"]
    durations = rows(run("dates", "--durations", str(page)))
    assert [(row["text"], row["granularity"]) for row in durations] == [("eight years", "duration"), ("August 1988", "month")]
    assert all("note" in row for row in rows(run("dates", "--explain", str(page))))


def test_a_second_build_changes_nothing(db: str) -> None:
    result = run("build", EXAMPLES, "--db", db)
    assert result.exit_code == 0
    assert "nothing changed" in result.stderr


def test_some_documents_failed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\x03")
    result = run("claims", PAGE, str(tmp_path), str(tmp_path / "none"))
    assert result.exit_code == 4
    assert rows(result)
    assert "2 failed, 1 read" in result.stderr
    assert "no text; give a text file" in result.stderr


def test_nothing_could_be_read(tmp_path: Path) -> None:
    result = run("build", str(tmp_path / "none"), "--db", str(tmp_path / "a.db"))
    assert result.exit_code == 3
    assert "is not there; check the path" in result.stderr
    assert run("claims", str(tmp_path)).exit_code == 3


@pytest.mark.parametrize("name", ["table", "jsonl", "csv", "md"])
def test_timeline(name: str, db: str) -> None:
    result = run("timeline", "--db", db, "--between", "az", "il", "--format", name)
    assert result.exit_code == 0
    assert "1992" in result.stdout


def test_timeline_filters(db: str) -> None:
    found = rows(run("timeline", "--db", db, "--type", "visit", "--from", "1997", "--to", "1997-12", "--format", "jsonl"))
    assert found
    for row in found:
        assert row["type"] == "visit"
        assert str(row["when"]["edtf"]).startswith("1997")  # type: ignore[index]


UNKNOWN = [
    (("--type", "armz"), "did you mean arms"),
    (("--actor", "ZZ"), "no actor has the code or name 'ZZ'"),
    (("--between", "AZ", "Azarbaijan"), "no actor"),
    (("--from", "yesterday"), "write 1997"),
    (("--from", "1997-31"), "is no date"),
    (("--format", "xlsx"), "xlsx"),
]


@pytest.mark.parametrize(("arguments", "said"), UNKNOWN)
def test_unknown_names(arguments: tuple[str, ...], said: str, db: str) -> None:
    result = run("timeline", "--db", db, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_known_code_without_claims_is_no_mistake(db: str) -> None:
    result = run("timeline", "--db", db, "--actor", "NZ")
    assert result.exit_code == 0
    assert "claims: 0" in result.stderr


def test_show(db: str) -> None:
    first = rows(run("timeline", "--db", db, "--format", "jsonl"))[0]
    result = run("show", str(first["id"])[:12], "--db", db)
    assert result.exit_code == 0
    assert str(first["doc"]) in result.stdout
    assert "why" in result.stdout
    assert run("show", "nothing", "--db", db).exit_code == 2


def test_coverage(db: str) -> None:
    assert run("coverage", "--db", db).exit_code == 0
    for row in rows(run("coverage", "--db", db, "--format", "jsonl")):
        assert list(row) == ["doc", "start", "end", "reason", "sentence"]


@pytest.mark.parametrize("command", ["timeline", "coverage"])
def test_no_store(command: str, tmp_path: Path) -> None:
    result = run(command, "--db", str(tmp_path / "none.db"))
    assert result.exit_code == 3
    assert "make it with: ruznama build" in result.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("name", ["claim", "time", "actor", "document"])
def test_schema(name: str) -> None:
    assert json.loads(run("schema", name).stdout)["title"] == f"Ruznama {name} record"


def test_check() -> None:
    result = run("check")
    assert result.exit_code in (0, 5)
    assert bool(result.stdout) == (result.exit_code == 5)


def test_eval(tmp_path: Path) -> None:
    text = "Israel recognised Azerbaijan on 25 December 1991."
    claim = {"type": "protest", "quote": text, "status": "asserted", "sources": []}
    times = [{"start": 32, "end": 48, "edtf": "1991-12-25"}]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "lang": "en", "text": text, "claims": [claim], "times": times}))
    result = run("eval", str(gold), "--by", "lang", "--errors", "3")
    assert result.exit_code == 0
    assert "times" in result.stdout
    assert "missed   a protest" in result.stdout
    scores = json.loads(run("eval", str(gold), "--json", "--by", "doc").stdout)
    assert scores["times"]["value"]["hit"] == 1
    assert list(scores["by"]) == ["a"]
    folds = json.loads(run("eval", str(gold), "--json", "--folds", "2").stdout)["folds"]
    assert sorted((folds[fold]["documents"], folds[fold]["times"]["value"]["hit"]) for fold in "01") == [(0, 0), (1, 1)]
    assert "F1 by fold" in run("eval", str(gold), "--folds", "2").stdout
    assert run("eval", str(gold), "--folds", "1").exit_code == 2
    assert run("eval", PAGE).exit_code == 3


def test_usage() -> None:
    assert run("claims").exit_code == 2
    assert run("nonsense").exit_code == 2
    assert run("schema", "nonsense").exit_code == 2
    assert run("--help").exit_code == 0
    assert "Exit codes" in run("--help").stdout


def test_a_broken_pipe_is_quiet() -> None:
    script = f'set -o pipefail; "{sys.executable}" -m ruznama claims "{EXAMPLES}" "{EXAMPLES}" "{EXAMPLES}" | head -1'
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
