"""The data folder against its sources, and its errors."""

from pathlib import Path

import pytest
from babel import Locale

from ruznama.errors import KnowledgeError
from ruznama.knowledge import Knowledge, files
from ruznama.knowledge.claims import load_claim_types

# CLDR regions that are no states or territories of ISO 3166-1: groupings, test regions, parts of states.
NO_TERRITORY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
GUIDELINES = (
    "recognise relations rupture visit meet agree cooperate trade invest aid arms exercise deploy attack detain sanction ease "
    "spy accuse threaten demand reject support protest decide say fact other"
)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_territory_under_its_cldr_name(knowledge: Knowledge, lang: str) -> None:
    key = knowledge.folding.key
    known = {(name.identity.code, key(name.text)) for name in knowledge.actors if name.lang == lang}
    territories = {code: name for code, name in Locale(lang).territories.items() if len(code) == 2 and code.isalpha()}
    missing = {code: name for code, name in territories.items() if code not in NO_TERRITORY and (code, key(name)) not in known}
    assert missing == {}


def test_states_have_adjectives(knowledge: Knowledge) -> None:
    having = {name.identity.code for name in knowledge.actors if name.facet == "adjective" and name.lang == "ar"}
    assert len(having) > 180


def test_every_type_of_the_guidelines(knowledge: Knowledge) -> None:
    assert set(knowledge.claim_types) == set(GUIDELINES.split())
    for claim_type in knowledge.claim_types.values():
        assert set(claim_type.label) >= {"ar", "en"}
        assert set(claim_type.roles) == {"actors", "recipients"}


def test_loaded_names_carry_the_neutral_identity(knowledge: Knowledge) -> None:
    loaded = {(name.text, name.identity.state or name.identity.code) for name in knowledge.actors if name.facet == "loaded"}
    assert ("الكيان", "IL") in loaded
    assert {code for _, code in loaded} >= {"IL", "IR", "SY", "HOUTHIS"}


def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(files, "DATA", tmp_path)


def test_broken_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data(tmp_path, monkeypatch, "claims/arms.toml", 'type = "arms\n')
    with pytest.raises(KnowledgeError, match=r"claims/arms.toml: .*line 1"):
        load_claim_types(["en"])


def test_missing_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data(tmp_path, monkeypatch, "claims/arms.toml", 'type = "arms"\n')
    with pytest.raises(KnowledgeError, match="'plover' is missing"):
        load_claim_types(["en"])


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data(tmp_path, monkeypatch, "actors/states.tsv", "code\tname\nAZ\tAzerbaijan\tmore\n")
    with pytest.raises(KnowledgeError, match=r"states\.tsv:2: 3 cells under 2 headings"):
        list(files.rows("actors", "states.tsv"))
