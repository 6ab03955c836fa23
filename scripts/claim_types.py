"""Writes docs/claim-types.md from data/claims/: the reference is made from what the program runs on."""

from __future__ import annotations

from pathlib import Path

from ruznama.knowledge import ClaimType, Knowledge, load

PAGE = Path(__file__).parent.parent / "docs" / "claim-types.md"

HEAD = """# Claim types

Made from `src/ruznama/data/claims/` by `make docs`; do not edit. ⇄ marks the symmetric types, whose participants all
stand in `actors`. PLOVER is the event type of the PLOVER ontology (2021), CAMEO the root of the older codes that it is
mapped from. Under the table, one example of each type in each language: the examples are run by `ruznama check`.

| type | English | Arabic | what | actors | recipients | PLOVER | CAMEO |
|---|---|---|---|---|---|---|---|
"""


def page(knowledge: Knowledge) -> str:
    """The whole page."""
    types = list(knowledge.claim_types.values())
    rows = "".join(_row(claim_type) for claim_type in types)
    return HEAD + rows + "\n" + "\n".join(_examples(claim_type) for claim_type in types)


def _row(claim_type: ClaimType) -> str:
    plover = " / ".join(filter(None, [claim_type.plover.event, claim_type.plover.mode, *claim_type.plover.context]))
    name = f"`{claim_type.type}`{' ⇄' if claim_type.symmetric else ''}"
    cells = [name, *claim_type.label.values(), claim_type.definition]
    cells += [
        claim_type.roles.get("actors", ""),
        claim_type.roles.get("recipients", ""),
        plover or "–",
        claim_type.cameo or "–",
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _examples(claim_type: ClaimType) -> str:
    first = {example.lang: example.text for example in reversed(claim_type.examples)}
    lines = "".join(f"- {text}\n" for _, text in sorted(first.items()))
    return f"## {claim_type.type}\n\n{lines}"


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
