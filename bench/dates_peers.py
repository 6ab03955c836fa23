"""The date reader against dates that others have annotated: how many of theirs it finds, with which value.

    python -m bench.dates_peers [PEERS] [--only duckling|wojood|us-relations] [--errors N]

PEERS is the folder of the corpora (../shared/peers unless another is named), each as its makers publish it:

    duckling-ar/phrases.tsv            the Arabic Time phrases of Duckling's own tests with the days they expect
    wojood/train.txt, val.txt          Wojood, Arabic entities: DATE spans
    us-relations/timeline.jsonl        histories of relations: {"text": …}, whose dates in full are known from their form

Nothing of these corpora is kept here. What is missing is named and passed over.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ruznama.dates import times
from ruznama.model import When

DUCKLING_DAY = "2013-02-12"  # the day from which Duckling's tests count
WOJOOD_DAY = "2020-06-15"  # Wojood states no days; any serves, as its values are not compared
MONTHS = [date(2000, number, 1).strftime("%B") for number in range(1, 13)]
NOTHING_READ = "not found"
PAST = "a report's weekday or month lies in the past"
KEPT = "no day is made out of a month, nor a month out of a year"
MEANT = (PAST, KEPT)  # the differences that are ours on purpose


class Outcome(NamedTuple):
    """What became of one date of a corpus: whether ours is the same, else how it differs, and the line to show."""

    right: bool
    how: str
    shown: str


def duckling(folder: Path, ahead: bool) -> Iterator[Outcome]:
    """The phrases that denote a day or an interval of days (those of clocks are passed over), read as a diary if `ahead`."""
    for row in _lines(folder / "duckling-ar" / "phrases.tsv"):
        dimension, phrase, expected = row.split("\t")
        wanted = _duckling_days(expected)
        if dimension != "Time" or wanted is None:
            continue
        whens = times(phrase, DUCKLING_DAY, lang="ar", ahead=ahead)
        found = [(when.earliest, when.latest) for when in whens]
        right = found == [wanted]
        shown = f"{phrase} is {'/'.join(wanted)}, read as {'; '.join(str(when.edtf) for when in whens) or NOTHING_READ}"
        yield Outcome(right, "" if right else _difference(wanted, found), shown)


def _duckling_days(expected: str) -> tuple[str, str] | None:
    """The first and last day of what Duckling expects; None for a clock time, or where it expects nothing."""
    said = [tuple(map(int, part.split(","))) for part in re.findall(r"\((\d{4}, \d+, \d+, \d+, \d+, \d+)\)", expected)]
    grain = re.search(r"(Second|Minute|Hour|Day|Week|Month|Year)", expected)
    if not said or grain is None or grain[1] in ("Second", "Minute", "Hour"):
        return None
    low = date(*said[0][:3])
    if len(said) > 1:  # an interval, whose end Duckling takes to be outside
        high = max(low, date(*said[1][:3]) - timedelta(days=1))
    else:
        month_end = (low.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        ends = {"Week": low + timedelta(days=6), "Month": month_end, "Year": date(low.year, 12, 31)}
        high = ends.get(grain[1], low)
    return low.isoformat(), high.isoformat()


def _difference(wanted: tuple[str, str], found: list[tuple[str | None, str | None]]) -> str:
    if len(found) != 1 or None in found[0]:
        return NOTHING_READ
    low, high = str(found[0][0]), str(found[0][1])
    if high <= DUCKLING_DAY < wanted[0]:
        return PAST
    return KEPT if low <= wanted[0] and wanted[1] <= high else "another value"


def wojood(folder: Path) -> Iterator[Outcome]:
    """The DATE spans (outermost) that name a calendar time: all but those that we read as a duration or frequency."""
    for sentence in _wojood_sentences(folder):
        text, starts = " ".join(word for word, _ in sentence), [0]
        for word, _ in sentence:
            starts.append(starts[-1] + len(word) + 1)
        whens = times(text, WOJOOD_DAY, lang="ar", durations=True)
        for first, last in _spans([tags for _, tags in sentence]):
            start, end = starts[first], starts[last] - 1
            met = {when.granularity for when in whens if when.start < end and start < when.end}
            if met and met <= {"duration", "frequency"}:
                continue
            shown = f"…{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 25]}…"
            yield Outcome(bool(met), "" if met else NOTHING_READ, shown)


def _wojood_sentences(folder: Path) -> Iterator[list[tuple[str, list[str]]]]:
    for name in ("train.txt", "val.txt"):
        sentence: list[tuple[str, list[str]]] = []
        for line in _lines(folder / "wojood" / name, blank=True):
            word, *tags = line.split() or [""]
            if word:
                sentence.append((word, tags))
            elif sentence:
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def _spans(tags: list[list[str]]) -> list[tuple[int, int]]:
    """The words from and to which the outermost DATE spans reach."""
    spans: list[tuple[int, int]] = []
    inside = False
    for place, own in enumerate(tags):
        if "I-DATE" in own and inside:
            spans[-1] = spans[-1][0], place + 1
        elif "B-DATE" in own:
            spans.append((place, place + 1))
        inside = (inside and "I-DATE" in own) or "B-DATE" in own
    return spans


def us_relations(folder: Path) -> Iterator[Outcome]:
    """The entries whose text holds a full date (July 26, 1921 or 26 July 1921): all such dates of one with their value."""
    names = "|".join(MONTHS)
    full = re.compile(
        rf"\b(?P<m>{names})\s+(?P<d>\d{{1,2}}),\s+(?P<y>\d{{4}})|\b(?P<d2>\d{{1,2}})\s+(?P<m2>{names}),?\s+(?P<y2>\d{{4}})"
    )
    for line in _lines(folder / "us-relations" / "timeline.jsonl"):
        text = json.loads(line)["text"]
        stated = list(full.finditer(text))
        if not stated:
            continue
        whens = times(text, lang="en")
        missed = [said[0] for said in stated if not _has(whens, said)]
        yield Outcome(not missed, NOTHING_READ if missed else "", "; ".join(missed))


def _has(whens: tuple[When, ...], said: re.Match[str]) -> bool:
    year, month, day = (said[name] or said[f"{name}2"] for name in "ymd")
    wanted = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    return any(wanted in (when.edtf or "").split("/") for when in whens if when.start < said.end() and said.start() < when.end)


def _lines(path: Path, blank: bool = False) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file if blank or line.strip())


CORPORA: dict[str, tuple[tuple[str, Callable[[Path], Iterator[Outcome]]], ...]] = {
    "duckling": (
        ("phrases of days, as in a diary", lambda folder: duckling(folder, ahead=True)),
        ("phrases of days, as in a report", lambda folder: duckling(folder, ahead=False)),
    ),
    "wojood": (("DATE spans that name a calendar time, found", wojood),),
    "us-relations": (("entries with full dates, all read", us_relations),),
}


def main() -> None:
    """Prints, for each corpus, how many are right, how the others differ, and up to N of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", nargs="?", type=Path, default=Path("../shared/peers"))
    parser.add_argument("--only", choices=CORPORA)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args()
    for name, measures in CORPORA.items():
        if options.only not in (None, name):
            continue
        for what, measure in measures:
            try:
                outcomes = list(measure(options.peers))
            except FileNotFoundError as missing:
                print(f"{name}: {missing.filename} is not there; passed over", file=sys.stderr)
                break
            wrong = [outcome for outcome in outcomes if not outcome.right]
            right = len(outcomes) - len(wrong)
            print(f"{name:13} {what}: {right} of {len(outcomes)} ({right / max(1, len(outcomes)):.1%})")
            for how, count in Counter(outcome.how for outcome in wrong).most_common():
                print(f"{'':15}{count} differ: {how}{' (on purpose)' if how in MEANT else ''}")
            for outcome in islice(wrong, options.errors):
                print(f"{'':17}{outcome.shown}")


if __name__ == "__main__":
    main()
