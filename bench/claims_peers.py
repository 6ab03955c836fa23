"""Claims measured on two peers' data: American diplomatic history by country, and Arabic sentences judged for protest.

    python -m bench.claims_peers ../shared/peers [--errors N] [--only relations|protest]

us-relations: an entry whose head names a recognition, the establishment of relations, the opening or closing of a mission or
a severance is right when its text gives a claim of that type (guidelines: recognise, relations, rupture) with the entry's
country among the parties and a time within the entry's date. A head that names acts of two types wants a claim of each. Entries
repeated word by word count once. Missions raised in rank are of the type relations too; they stand apart, outside the total.
Each entry is read twice: its bare text, and its text under the headline that its page has (the two states and the head), for
many texts never name the country. Of some of the peer's states (Baden, Hanover, …) no code exists; they are looked for by name.

arabic-event-gsr: a sentence is one of protest when more than half of its annotators marked the words of a protest in it.
Recall is over these, precision over all sentences that gave a claim of protest.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruznama.dates import interval
from ruznama.knowledge import Knowledge, load
from ruznama.model import Claim
from ruznama.pipeline import analyse
from ruznama.reading import document

Row = Mapping[str, Any]

MISSION = r"(?:embass|legation|mission|consul|liaison|interests? section|diplomatic presence)"
TIES = rf"(?:relations|{MISSION})"
BEGIN = r"(?:re-?)?(?:establish|open|sum)(?!\w*-2)"
HEADS = {
    "recognition": ("recognise", r"recognition|recogni[sz]ed"),
    "relations or mission begun": ("relations", rf"(?:{BEGIN}|restor|normali|first).*{TIES}|{TIES}.*(?:{BEGIN}|restor|normali)"),
    "relations or mission ended": (
        "rupture",
        rf"(?:clos|sever|suspen|terminat|cessation|break).*{TIES}|{TIES}.*(?:clos|sever|suspen|terminat|broken|interrupted|ended)",
    ),
}
RAISED = ("relations", rf"(?:elevat|rais|upgrad).*{TIES}|{TIES}.*(?:elevat|rais|upgrad)")


def relations(path: Path, knowledge: Knowledge, errors: int, *, page: bool) -> None:
    """Prints the share of entries that are right, by what their head names; with `page` each under its page's headline."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = {(row["actor2"], row["head"], row["text"]): row for row in map(json.loads, lines)}.values()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in rows:
        acts = {act: kind for act, (kind, head) in HEADS.items() if re.search(head, row["head"], re.IGNORECASE)}
        if not acts and re.search(RAISED[1], row["head"], re.IGNORECASE):
            acts = {"mission raised": RAISED[0]}
        if not acts:
            continue
        head = f"{row['actor1']} and {row['actor2']}: {row['head'].rstrip('.')}\n\n" if page else ""
        found = analyse(document(row["id"], head + row["text"], row["lang"], knowledge, page=page), knowledge).claims
        claims = tuple(claim for claim in found if claim.start >= len(head))  # what the headline itself may say does not count
        codes = _codes(row["actor2"], row["lang"], knowledge)
        lacks = {act: "; ".join(_lacks(claims, kind, row, codes)) for act, kind in acts.items()}
        for act, lacking in lacks.items():
            asked[act] += 1
            right[act] += not lacking
        totals = ["total", "of it, states with a code"] if row["actor2"].rstrip("*") not in codes else ["total"]
        for total in totals if "mission raised" not in acts else ():
            asked[total] += 1
            right[total] += not any(lacks.values())
        if any(lacks.values()) and errors > 0:
            errors -= 1
            print(f"{row['id']} {row['head']} [{row['date_when']}] {lacks}\n    {row['text']}")
            for claim in claims:
                print(f"    {_said(claim)}")
    for act in asked:
        read = "page" if page else "text"
        print(f"us-relations {read}  {act:28} {right[act]:>4} of {asked[act]:>4}  {right[act] / asked[act]:.3f}")


def _lacks(claims: tuple[Claim, ...], kind: str, row: Row, codes: set[str]) -> Iterator[str]:
    """The first of type, country and date that no claim has right, given those before it."""
    left = [claim for claim in claims if claim.type == kind]
    if not left:
        yield f"no {kind}"
        return
    left = [claim for claim in left if codes & {party.code or party.name for party in (*claim.actors, *claim.recipients)}]
    if not left:
        yield f"country {codes}"
        return
    years = _years(row["head"])
    wanted = {"/".join((years[0], years[-1]))} if years else set()  # the field date_when has the first year, or a slip of the pen
    wanted |= {row["date_when"]} - {None} if len(set(years)) < 2 else set()
    if wanted and not any(_within(claim, date) for claim in left for date in wanted):
        yield f"date {wanted}"


def _years(head: str) -> list[str]:
    """The years of a head in order; the second of "1936-48" in full."""
    whole = re.sub(r"\b(\d\d)(\d\d)-(\d\d)\b", r"\1\2-\1\3", head)
    return re.findall(r"\b1[789]\d\d\b|\b20\d\d\b", whole)


def _within(claim: Claim, wanted: str) -> bool:
    earliest, latest = interval(wanted)
    when = claim.when
    if when is None or when.earliest is None or earliest is None or latest is None:
        return False
    return earliest <= when.earliest <= latest


def _codes(country: str, lang: str, knowledge: Knowledge) -> set[str]:
    """The codes of the states that the entry's country names ("Benin (Dahomey)"); the name itself where none is known, or where
    it only means a place today."""
    name = country.rstrip("*")
    met = analyse(document("country", f"{name}.", lang, knowledge), knowledge).actors
    return {actor.code for actor in met if actor.code is not None and actor.kind != "place"} or {name}


def protest(path: Path, knowledge: Knowledge, errors: int) -> None:
    """Prints recall and precision of protest over the sentences."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for row in json.loads(path.read_text(encoding="utf-8")):
        marked = sum(bool(span["verb"]) for span in row["spans"])
        wanted = 2 * marked > len(row["spans"])
        claims = analyse(document(row["_id"], row["text"], "ar", knowledge), knowledge).claims
        found = any(claim.type == "protest" for claim in claims)
        counts[wanted, found] += 1
        if wanted != found and errors > 0:
            errors -= 1
            print(f"{'missed' if wanted else 'spurious'} {row['_id']} [{row['verb_gold']}]\n    {row['text']}")
            for claim in claims:
                print(f"    {_said(claim)}")
    hit, missed, spurious = counts[True, True], counts[True, False], counts[False, True]
    rejected = spurious + counts[False, False]
    print(f"arabic-event-gsr  recall    {hit:>4} of {hit + missed:>4}  {hit / (hit + missed):.3f}")
    print(f"arabic-event-gsr  precision {hit:>4} of {hit + spurious:>4}  {hit / max(hit + spurious, 1):.3f}", end="")
    print(f"  ({spurious} of the {rejected} rejected sentences gave a protest)")


def _said(claim: Claim) -> str:
    sides = [[party.code or party.name for party in side] for side in (claim.actors, claim.recipients)]
    return f"{claim.type} {sides[0]} → {sides[1]} {claim.when.edtf if claim.when else None} {claim.status} {claim.why[0]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", type=Path, help="the folder that holds us-relations and arabic-event-gsr")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N entries that are wrong, of each")
    parser.add_argument("--only", choices=["relations", "protest"])
    options = parser.parse_args()
    knowledge = load()
    if options.only != "protest":
        for page in (False, True):
            relations(options.peers / "us-relations" / "timeline.jsonl", knowledge, options.errors * page, page=page)
    if options.only != "relations":
        protest(options.peers / "arabic-event-gsr" / "protest_spans.json", knowledge, options.errors)


if __name__ == "__main__":
    main()
