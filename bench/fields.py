"""How well the fields of a claim agree with the gold: date, status, and whether it is attributed.

    python -m bench.fields GOLD.jsonl [--errors N] [--field date|status|attributed] [--fold N …]

Measured over the claims that are found with their type (the scorer's matching at its level "type"), and over those whose
parties are right too, for all documents, by language, and by fold of the document's id. The errors of fold 0 are
never shown: that fold is held out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ruznama.evaluate import Judged, Row, fold_of, judge, matched
from ruznama.knowledge import load

FOLDS = 5
HELD_OUT = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the gold and the one found for it."""

    doc: Row
    gold: Row
    found: Row


def date(claim: Row) -> str | None:
    """The EDTF of a claim of either side."""
    return claim.get("date") or (claim.get("when") or {}).get("edtf") or None


FIELDS: dict[str, Callable[[Row], object]] = {
    "date": date,
    "status": lambda claim: claim["status"],
    "attributed": lambda claim: bool(claim["sources"]),
}


def pairs(judged: Iterable[Judged], level: str) -> list[Pair]:
    """The claims matched at `level`."""
    return [
        Pair(one.gold, one.gold["claims"][left], one.claims[right])
        for one in judged
        for left, right in sorted(matched(one, level).items())
    ]


def agreement(matches: Sequence[Pair]) -> str:
    """A line: of how many pairs each field agrees, and all three."""
    count = len(matches)
    cells = [f"{count:5} pairs"]
    for name, value in FIELDS.items():
        hits = sum(value(pair.gold) == value(pair.found) for pair in matches)
        cells.append(f"{name} {hits / max(count, 1):.3f}")
    whole = sum(all(value(pair.gold) == value(pair.found) for value in FIELDS.values()) for pair in matches)
    return "  ".join([*cells, f"all {whole / max(count, 1):.3f}"])


def show_errors(matches: Iterable[Pair], field: str, most: int, folds: Sequence[int]) -> None:
    """Up to `most` disagreements of `field` in documents of `folds`."""
    value = FIELDS[field]
    shown = 0
    for pair in matches:
        fold = fold_of(pair.doc["id"], FOLDS)
        if fold == HELD_OUT or fold not in folds or value(pair.gold) == value(pair.found) or shown >= most:
            continue
        shown += 1
        sources = [source if isinstance(source, str) else source["text"] for source in pair.found["sources"]]
        reasons = [why for why in pair.found["why"] if why.startswith(("time", "no time", "status", "source", "date"))]
        print(f"{pair.doc['id']} {pair.gold['type']} {field}: gold {value(pair.gold)} found {value(pair.found)}")
        print(f"    gold  {pair.gold['quote']}  {pair.gold['sources']}")
        print(f"    found {pair.found['quote']}  {sources}  {reasons}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N disagreements of each field")
    parser.add_argument("--field", choices=tuple(FIELDS), help="only the errors of this field")
    parser.add_argument("--fold", type=int, nargs="*", default=list(range(FOLDS)), help="only the errors of these folds")
    options = parser.parse_args()
    judged = judge(options.gold, load())
    typed = pairs(judged, "type")
    print(f"type   {agreement(typed)}")
    print(f"who    {agreement(pairs(judged, 'who'))}")
    for lang in sorted({pair.doc["lang"] for pair in typed}):
        print(f"  {lang}   {agreement([pair for pair in typed if pair.doc['lang'] == lang])}")
    for fold in range(FOLDS):
        held = "  (held out)" if fold == HELD_OUT else ""
        print(f"  {fold}    {agreement([pair for pair in typed if fold_of(pair.doc['id'], FOLDS) == fold])}{held}")
    for field in FIELDS if options.field is None else (options.field,):
        if options.errors:
            show_errors(typed, field, options.errors, options.fold)


if __name__ == "__main__":
    main()
