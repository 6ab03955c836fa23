"""Whose word and how sure: the rows of claims.tsv give a text, its one claim's type, status and sources (separated by |)."""

from pathlib import Path

import pytest

from ruznama.knowledge import Knowledge
from ruznama.pipeline import analyse
from ruznama.reading import document

ROWS = [line.split("\t") for line in (Path(__file__).parent / "claims.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("lang", "text", "type", "status", "sources"), ROWS)
def test_claim(knowledge: Knowledge, lang: str, text: str, type: str, status: str, sources: str) -> None:
    claims = analyse(document("page", text, lang, knowledge), knowledge).claims
    assert [(claim.type, str(claim.status), "|".join(source.text for source in claim.sources)) for claim in claims] == [
        (type, status, sources)
    ]


def test_content_of_an_accusation_is_no_claim_of_the_page(knowledge: Knowledge) -> None:
    text = "اتهمت إيران تركيا بأنها زودت سوريا بالصواريخ."
    assert [claim.type for claim in analyse(document("page", text, "ar", knowledge), knowledge).claims] == ["accuse"]
