"""`ruznama eval`: how well the rules do on annotated documents."""

from __future__ import annotations

import json
from typing import Any, TextIO

import click

from ruznama.cli.output import stdout
from ruznama.evaluate import Fold, Judged, Result, judge, misses, score_by, score_claims, score_folds, score_times
from ruznama.knowledge import load


@click.command("eval")
@click.argument("gold", metavar="GOLD")
@click.option("--by", "group", type=click.Choice(["type", "lang", "doc"]), help="Also the claims' scores for each.")
@click.option("--folds", "count", type=click.IntRange(min=2), metavar="N", help="Also the scores of each of N folds.")
@click.option("--errors", "most", type=click.IntRange(min=0), default=0, metavar="N", help="List N missed or spurious.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def command(gold: str, group: str | None, count: int | None, most: int, as_json: bool) -> None:
    """Scores the rules against GOLD, a JSONL file of annotated documents."""
    judged = judge(gold, load())
    result: dict[str, Any] = {"claims": score_claims(judged), "times": score_times(judged)}
    groups = score_by(judged, group) if group else {}
    folds = score_folds(judged, count) if count is not None else []
    out = stdout()
    if as_json:
        _json(result, groups, folds, out)
    else:
        for title, table in result.items():
            _levels(title, table, out)
        for name, levels in groups.items():
            row = levels["type"]
            scores = f"type F1 {row.f1:.3f}  claim F1 {levels['claim'].f1:.3f}"
            out.write(f"  {name:40} {scores}  (gold {row.gold}, predicted {row.predicted})\n")
        if folds:
            _folds(result, folds, len(judged), out)
        _misses(judged, most, out)


def _json(result: dict[str, Result], groups: dict[str, Result], folds: list[Fold], out: TextIO) -> None:
    value: dict[str, Any] = {name: _values(levels) for name, levels in result.items()}
    if groups:
        value["by"] = {name: _values(levels) for name, levels in groups.items()}
    if folds:
        scores = [(fold, {"claims": _values(fold.claims), "times": _values(fold.times)}) for fold in folds]
        value["folds"] = {fold.number: {"documents": fold.documents} | score for fold, score in scores}
    out.write(json.dumps(value, ensure_ascii=False) + "\n")


def _values(levels: Result) -> dict[str, Any]:
    return {level: score.value() for level, score in levels.items()}


def _levels(title: str, levels: Result, out: TextIO) -> None:
    out.write(f"{title}\n")
    for level, score in levels.items():
        shares = f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
        out.write(f"  {level:6} {shares}   ({score.hit} of {score.gold} gold, {score.predicted} predicted)\n")


def _folds(result: dict[str, Result], folds: list[Fold], documents: int, out: TextIO) -> None:
    """A table of F1: a line for each fold, and one for all documents."""
    rows = [(str(fold.number), fold.documents, fold.claims, fold.times) for fold in folds]
    rows.append(("all", documents, result["claims"], result["times"]))
    names = [*result["claims"], *(f"time {level}" for level in result["times"])]
    out.write("F1 by fold   documents" + "".join(f"{name:>12}" for name in names) + "\n")
    for name, count, claims, times in rows:
        scores = [*claims.values(), *times.values()]
        out.write(f"  {name:10} {count:9}" + "".join(f"{score.f1:12.3f}" for score in scores) + "\n")


def _misses(judged: list[Judged], most: int, out: TextIO) -> None:
    for miss in misses(judged, most):
        out.write(f"{miss.kind:8} {miss.doc} {miss.type:10} {miss.quote[:160]}\n")
