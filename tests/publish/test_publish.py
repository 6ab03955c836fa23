"""Records and timelines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from ruznama.errors import UnknownName
from ruznama.model import Analysis, Claim, When
from ruznama.publish import (
    Timeline,
    claim_from_record,
    formats,
    record,
    shown_date,
    shown_parties,
    shown_sources,
    time_record,
    timeline,
    write,
)
from ruznama.store import Entry, Origin

ORIGIN = Origin("page", "0" * 64, "en", "A title", "2013-01-02", "A paper", None)


@pytest.fixture
def line(claims: tuple[Claim, ...]) -> Timeline:
    return timeline(Entry(claim, ORIGIN) for claim in claims)


def test_record_has_the_published_keys_in_order(claim: Claim) -> None:
    row = record(claim)
    assert list(row) == [
        *("id", "doc", "type", "status", "quote", "start", "end", "prefix", "suffix", "actors", "recipients", "when"),
        *("place", "amounts", "sources", "plover", "why", "origin"),
    ]
    assert list(row["actors"][0]) == ["text", "name", "code", "kind", "start", "end"]
    assert list(row["when"]) == ["edtf", "earliest", "latest", "text", "start", "end", "rule", "anchor"]
    assert list(row["amounts"][0]) == ["value", "unit", "text", "start", "end"]


def test_record_and_back(claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        row = json.loads(json.dumps(record(claim)))
        assert record(claim_from_record(row)) == row


def test_time_record(claim: Claim) -> None:
    assert claim.when is not None
    keys = ["doc", "text", "start", "end", "edtf", "earliest", "latest", "calendar", "rule", "anchor"]
    assert list(time_record("page", claim.when)) == keys


SHOWN = [
    ("2012", "2012"),
    ("2012-02", "2012-02"),
    ("2012-02/..", "since 2012-02"),
    ("../1991", "until 1991"),
    ("2004/2009", "2004 to 2009"),
    ("199X", "1990s"),
    ("1992~", "about 1992"),
    ("2012?", "2012 (?)"),
    ("2012%", "about 2012 (?)"),
    (None, "no date"),
]


@pytest.mark.parametrize(("edtf", "wanted"), SHOWN)
def test_a_date_is_shown_as_vague_as_it_is(edtf: str | None, wanted: str) -> None:
    assert shown_date(When("", 0, 0, edtf, None, None, "", "", "")) == wanted


def test_no_time_is_shown_as_such() -> None:
    assert shown_date(None) == "no date"


def test_parties_and_sources(claim: Claim) -> None:
    assert shown_parties(claim.actors, claim.recipients) == "Israel → Azerbaijan"
    assert shown_parties(claim.actors + claim.recipients, ()) == "Israel, Azerbaijan"
    assert shown_parties((), claim.recipients) == "? → Azerbaijan"
    assert shown_sources(claim.sources) == "ويكيليكس ← مذكرة"


def test_order(line: Timeline) -> None:
    assert [entry.claim.id for entry in line.dated] == ["before", "first", "year", "since", "day"]
    assert [entry.claim.id for entry in line.undated] == ["none", "unresolved"]
    assert len(line) == 7


@pytest.mark.parametrize("name", formats())
def test_every_format_writes_every_claim(name: str, line: Timeline) -> None:
    out = io.StringIO()
    write(line, name, out)
    assert out.getvalue().count("sold") == 7
    assert out.getvalue().endswith("\n")


@pytest.mark.parametrize("name", formats())
def test_every_format_writes_an_empty_timeline(name: str) -> None:
    write(Timeline((), ()), name, io.StringIO())


def test_unknown_format(line: Timeline) -> None:
    with pytest.raises(UnknownName, match="there are csv, jsonl, md, table"):
        write(line, "xlsx", io.StringIO())


def test_csv_reads_back(line: Timeline) -> None:
    out = io.StringIO()
    write(line, "csv", out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [row["date"] for row in rows] == ["../1991", "2012-01-01", "2012", "2012-02/..", "2016-12-13", "", ""]
    assert rows[0]["sources"] == "ويكيليكس | مذكرة"
    assert rows[0]["actor_codes"] == "IL"


def test_jsonl_is_the_record(line: Timeline) -> None:
    out = io.StringIO()
    write(line, "jsonl", out)
    assert json.loads(out.getvalue().splitlines()[0]) == record(line.dated[0].claim)


def test_markdown_keeps_its_columns(line: Timeline) -> None:
    out = io.StringIO()
    write(line, "md", out)
    assert "\\| &lt;to> Azerbaijan" in out.getvalue()
    assert "## Without a date" in out.getvalue()


def test_a_quotation_with_markup_is_shown_as_it_is(claim: Claim, analysis: Callable[..., Analysis]) -> None:
    out = io.StringIO()
    marked = replace(claim, quote="[bold]sold[/bold] drones [/]")
    write(Timeline((Entry(marked, ORIGIN),), ()), "table", out)
    assert "[bold]sold[/bold]" in out.getvalue()
