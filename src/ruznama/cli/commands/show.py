"""`ruznama show`: one claim with the page around it, and why it is what it is."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruznama.cli.output import stdout
from ruznama.model import Actor, Claim, Document, When
from ruznama.publish import shown_date, shown_sources
from ruznama.store import Entry, open_store

_CONTEXT = 240  # code points of the page before and after the quotation


@click.command("show")
@click.argument("claim_id", metavar="CLAIM_ID")
@click.option("--db", required=True, metavar="FILE", help="The store.")
def command(claim_id: str, db: str) -> None:
    """Shows a claim: its quotation in the page, and why each field has its value.

    The first letters of CLAIM_ID are enough where they begin no other.
    """
    with open_store(db) as store:
        entry, document = store.entry(claim_id)
    out = stdout()
    console = Console(file=out, highlight=False, width=None if out.isatty() else 120)
    console.print(Text(f"{entry.claim.type} · {entry.claim.status.value} · {entry.claim.id}", style="bold"))
    console.print(_context(entry.claim, document))
    console.print(_fields(entry, document))
    console.print(Text("why", style="bold"))
    for reason in entry.claim.why:
        console.print(Text(f"  {reason}"))


def _context(claim: Claim, document: Document) -> Text:
    """The quotation, marked, with what stands around it."""
    start, end = max(0, claim.start - _CONTEXT), min(len(document.text), claim.end + _CONTEXT)
    text = Text("\n")
    text.append(("…" if start else "") + document.text[start : claim.start], style="dim")
    text.append(f"[{claim.quote}]", style="reverse")
    text.append(document.text[claim.end : end] + ("…" if end < len(document.text) else ""), style="dim")
    text.append("\n")
    return text


def _fields(entry: Entry, document: Document) -> Table:
    claim = entry.claim
    table = Table.grid(padding=(0, 2))
    rows = [
        ("document", " · ".join(filter(None, [document.id, document.title, document.source, document.url]))),
        ("published", f"{document.published or 'unknown'} ({document.published_from or 'nothing on the page says'})"),
        ("place in text", f"{claim.start} to {claim.end}, sha256 {document.sha256[:16]}…"),
        *(("actor", _party(actor)) for actor in claim.actors),
        *(("recipient", _party(actor)) for actor in claim.recipients),
        ("when", _date(claim.when)),
        ("where", "" if claim.place is None else f"{claim.place.text} ({claim.place.name})"),
        *(("amount", f"{amount.value:g} {amount.unit} “{amount.text}”") for amount in claim.amounts),
        ("according to", shown_sources(claim.sources) or "the page itself"),
        ("PLOVER", " / ".join(filter(None, [claim.plover.event, claim.plover.mode, *claim.plover.context]))),
        ("made by", claim.origin),
    ]
    for name, value in rows:
        if value:
            table.add_row(Text(name, style="bold"), Text(value))
    return table


def _party(actor: Actor) -> str:
    marks = [actor.code or "no code", actor.kind, *(["wording takes sides"] if actor.loaded else [])]
    return f"{actor.name} ({', '.join(marks)}) “{actor.text}”{': ' + actor.why if actor.why else ''}"


def _date(when: When | None) -> str:
    if when is None:
        return shown_date(when)
    span = f"{when.earliest or 'open'} to {when.latest or 'open'}"
    rule = f"rule {when.rule}, counted from {when.anchor}" if when.anchor else f"rule {when.rule}"
    return f"{shown_date(when)} (EDTF {when.edtf}, {span}) “{when.text}”, {rule}"
