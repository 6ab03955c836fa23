"""The schemas are valid, and real records are valid by them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ruznama.knowledge import Knowledge
from ruznama.model import Analysis, Claim, Document
from ruznama.pipeline import analyse
from ruznama.publish import actor_record, document_record, record, time_record
from ruznama.reading import read
from ruznama.schema import NAMES, schema
from tests.conftest import ROOT


def validator(name: str, knowledge: Knowledge) -> Draft202012Validator:
    return Draft202012Validator(schema(name, knowledge.claim_types))


@pytest.fixture(scope="module")
def analyses(knowledge: Knowledge) -> list[Analysis]:
    found = list(read(ROOT / "examples", knowledge))
    return [analyse(document, knowledge) for document in found if isinstance(document, Document)]


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_one(name: str, knowledge: Knowledge) -> None:
    Draft202012Validator.check_schema(schema(name, knowledge.claim_types))
    json.dumps(schema(name, knowledge.claim_types))


def test_claims_are_valid(analyses: list[Analysis], knowledge: Knowledge) -> None:
    check = validator("claim", knowledge)
    rows = [record(claim) for analysis in analyses for claim in analysis.claims]
    assert rows
    for row in rows:
        check.validate(json.loads(json.dumps(row)))


def test_times_are_valid(analyses: list[Analysis], knowledge: Knowledge) -> None:
    check = validator("time", knowledge)
    rows = [time_record(analysis.document.id, when) for analysis in analyses for when in analysis.whens]
    assert rows
    for row in rows:
        check.validate(row)


def test_actors_are_valid(analyses: list[Analysis], knowledge: Knowledge) -> None:
    check = validator("actor", knowledge)
    rows = [actor_record(analysis.document.id, actor) for analysis in analyses for actor in analysis.actors]
    assert rows
    for row in rows:
        check.validate(row)


def test_documents_are_valid(analyses: list[Analysis], knowledge: Knowledge) -> None:
    check = validator("document", knowledge)
    for analysis in analyses:
        check.validate(document_record(analysis.document))


def test_quotations_are_verbatim(analyses: list[Analysis]) -> None:
    for analysis in analyses:
        text = analysis.document.text
        for claim in analysis.claims:
            assert text[claim.start : claim.end] == claim.quote
            assert text[: claim.start].endswith(claim.prefix)
            assert text[claim.end :].startswith(claim.suffix)


def test_a_wrong_record_is_not_valid(claim: Claim, knowledge: Knowledge) -> None:
    check = validator("claim", knowledge)
    assert check.is_valid(record(claim))
    assert not check.is_valid({**record(claim), "type": "gossip"})
    assert not check.is_valid({**record(claim), "more": 1})
    assert not check.is_valid({key: value for key, value in record(claim).items() if key != "why"})


def test_the_examples_are_read(analyses: list[Analysis]) -> None:
    files = list(Path(ROOT / "examples").iterdir())
    assert len(analyses) >= 10
    assert len(files) >= 9
    assert sum(analysis.document.lang == "ar" for analysis in analyses) >= 6
    assert all(analysis.document.published for analysis in analyses)
    assert all(analysis.document.author or analysis.document.url for analysis in analyses)
