"""The quality gate: the scores of annotated articles beside the floors pinned in tests/quality/floors.json.

    python -m bench.quality                      # shows the scores beside their floors; exit 5 where one fell
    python -m bench.quality --pin                # raises the floors to the scores of today (make pin)
    python -m bench.quality --pin --lower WHY    # lets floors fall too, and keeps the reason beside them

Two files are measured: `shipped`, our own articles in tests/quality/articles.jsonl, and `dev`, ../shared/gold/dev.jsonl, where
it is there. A floor is the F1 of a level, for all documents, for each language and for the article called SEED; it is pinned
with the SHA-256 of its file, as scores of different files do not compare. A score may lie TOLERANCE below its floor.
Floors rise silently; that one falls must be said, and stays to be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruznama.errors import GateNotMet
from ruznama.evaluate import Judged, judge, score_claims, score_times
from ruznama.knowledge import Knowledge, load

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "tests" / "quality" / "articles.jsonl"
FLOORS = ROOT / "tests" / "quality" / "floors.json"
CORPORA = {"shipped": ARTICLES, "dev": ROOT.parent / "shared" / "gold" / "dev.jsonl"}
SEED = "azerbaijan-israel"
TOLERANCE = 0.005  # of F1: ten claims of dev, one of its English; of the shipped articles and the seed not one (0.0067, 0.036)
PIN = "python -m bench.quality --pin"

Figures = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Pinned:
    """What is pinned of one corpus: the hash of its file, and the floors by group and level."""

    sha256: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that lies off its floor; `now` is None where nothing measures it any more."""

    group: str
    level: str
    floor: float
    now: float | None

    def __str__(self) -> str:
        now = "not measured" if self.now is None else f"{self.now:.4f}"
        return f"{self.group} {self.level}: {now}, pinned {self.floor:.4f}"


def pinned(path: Path = FLOORS) -> dict[str, Pinned]:
    """The floors of each corpus."""
    value = json.loads(path.read_text(encoding="utf-8"))
    return {name: Pinned(row["sha256"], row["figures"]) for name, row in value["corpora"].items()}


def measure(corpus: Path, knowledge: Knowledge) -> Pinned:
    """What would be pinned today."""
    judged = judge(str(corpus), knowledge)
    groups = {"overall": judged}
    for lang in sorted({one.gold["lang"] for one in judged}):
        groups[lang] = [one for one in judged if one.gold["lang"] == lang]
    groups["seed"] = [one for one in judged if one.gold["id"] == SEED]
    figures = {name: _figures(part) for name, part in groups.items() if part}
    return Pinned(hashlib.sha256(corpus.read_bytes()).hexdigest(), figures)


def _figures(judged: Sequence[Judged]) -> dict[str, float]:
    claims = {level: score.value()["f1"] for level, score in score_claims(judged).items()}
    return claims | {f"time {level}": score.value()["f1"] for level, score in score_times(judged).items()}


def fallen(floors: Figures, now: Figures, tolerance: float = TOLERANCE) -> list[Change]:
    """The figures that lie more than `tolerance` below their floor, or that are measured no more."""
    changes = _changes(floors, now)
    return [change for change in changes if change.now is None or change.now < change.floor - tolerance]


def risen(floors: Figures, now: Figures, tolerance: float = TOLERANCE) -> list[Change]:
    """The figures that lie more than `tolerance` above their floor, so that it can be raised."""
    changes = _changes(floors, now)
    return [change for change in changes if change.now is not None and change.now > change.floor + tolerance]


def _changes(floors: Figures, now: Figures) -> list[Change]:
    return [
        Change(group, level, floor, now.get(group, {}).get(level))
        for group, levels in floors.items()
        for level, floor in levels.items()
    ]


def verdict(name: str, floors: Pinned, now: Pinned) -> list[Change]:
    """The figures of the corpus called `name` that rose; raises GateNotMet, with what to do, where one fell."""
    if floors.sha256 != now.sha256:
        problem = f"{name}: the articles are not those that the floors were pinned on, so their scores do not compare"
        raise GateNotMet(f"{problem}; pin them anew: {PIN}")
    worse = fallen(floors.figures, now.figures)
    if worse:
        lines = "".join(f"\n  {change}" for change in worse)
        remedy = f'mend what made them fall, or say aloud that they may: {PIN} --lower "WHY"'
        raise GateNotMet(f"{name}: {len(worse)} figures lie more than {TOLERANCE} below their floors:{lines}\n{remedy}")
    return risen(floors.figures, now.figures)


def pin(measured: Mapping[str, Pinned], reason: str | None = None, path: Path = FLOORS) -> list[str]:
    """Writes the floors of the corpora measured, keeps those of others, and returns what fell; raises GateNotMet where
    something falls and no `reason` is given. A figure within the tolerance keeps its floor, or floors would sink step by step."""
    value: dict[str, Any] = {"corpora": {}, "lowered": []}
    if path.exists():
        value = json.loads(path.read_text(encoding="utf-8"))
    lowered: list[str] = []
    for name, now in measured.items():
        before = value["corpora"].get(name, {"figures": {}, "sha256": now.sha256})
        same = before["sha256"] == now.sha256
        worse = fallen(before["figures"], now.figures, TOLERANCE if same else 0.0)
        lowered += [f"{name} {change}" for change in worse]
        down = {(change.group, change.level) for change in worse}
        figures = _raised(before["figures"], now.figures, down) if same else now.figures
        value["corpora"][name] = {"sha256": now.sha256, "figures": figures}
    if lowered and not reason:
        lines = "".join(f"\n  {line}" for line in lowered)
        raise GateNotMet(f'these floors would fall:{lines}\nsay why: {PIN} --lower "WHY"')
    if lowered:
        value["lowered"].append({"why": reason, "floors": lowered})
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return lowered


def _raised(floors: Figures, now: Figures, down: Set[tuple[str, str]]) -> Figures:
    """The figures of today, or the floor where it is higher; those in `down` fall."""
    return {
        group: {
            level: figure if (group, level) in down else max(figure, floors.get(group, {}).get(level, 0.0))
            for level, figure in levels.items()
        }
        for group, levels in now.items()
    }


def _show(name: str, floors: Figures, now: Figures) -> None:
    levels = list(next(iter(now.values())))
    print(f"{name:10}" + "".join(f"{level:>16}" for level in levels))
    for group, figures in now.items():
        pinned_here = floors.get(group, {})
        cells = [f"{figures[level]:.3f} ({pinned_here.get(level, 0.0):.3f})" for level in levels]
        print(f"  {group:8}" + "".join(f"{cell:>16}" for cell in cells))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--lower", metavar="WHY", help="with --pin: let floors fall, for this reason")
    options = parser.parse_args()
    if options.lower and not options.pin:
        parser.error("--lower goes with --pin")
    floors = pinned() if FLOORS.exists() else {}
    knowledge = load()
    there = {name: path for name, path in CORPORA.items() if path.exists()}
    for name in CORPORA.keys() - there.keys():
        print(f"{name}: {CORPORA[name]} is not there; its floors are left alone")
    measured = {name: measure(path, knowledge) for name, path in there.items()}
    for name, now in measured.items():
        _show(name, floors[name].figures if name in floors else {}, now.figures)
    try:
        if options.pin:
            pin(measured, options.lower)
    except GateNotMet as error:
        _stop([error])
    if not options.pin:
        _judge(floors, measured)


def _judge(floors: Mapping[str, Pinned], measured: Mapping[str, Pinned]) -> None:
    """Says what rose; stops with what fell."""
    errors: list[GateNotMet] = []
    for name, now in measured.items():
        try:
            if name not in floors:
                raise GateNotMet(f"{name}: nothing is pinned; {PIN}")
            for change in verdict(name, floors[name], now):
                print(f"rose: {name} {change}; raise the floor: {PIN}")
        except GateNotMet as error:
            errors.append(error)
    if errors:
        _stop(errors)


def _stop(errors: Sequence[GateNotMet]) -> None:
    sys.stdout.flush()
    for error in errors:
        print(error, file=sys.stderr)
    sys.exit(GateNotMet.exit_code)


if __name__ == "__main__":
    main()
