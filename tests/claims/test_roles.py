"""Who does it and to whom, in sentences of our own: each row names claims that must be among those of its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ruznama.knowledge import Knowledge
from ruznama.model import Claim
from ruznama.pipeline import analyse
from ruznama.reading import document

ROWS = [line.split("\t") for line in (Path(__file__).parent / "roles.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def parties(claim: Claim) -> str:
    actors, recipients = (" ".join(actor.code or actor.name for actor in side) for side in (claim.actors, claim.recipients))
    return f"{claim.type} {actors} > {recipients}".strip()


@pytest.mark.parametrize(("lang", "text", "wanted"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_parties(knowledge: Knowledge, lang: str, text: str, wanted: str) -> None:
    page = document("page", text, lang, knowledge, published="2023-05-20")
    found = [parties(claim) for claim in analyse(page, knowledge).claims]
    assert [claim for claim in wanted.split("; ") if claim not in found] == [], found
