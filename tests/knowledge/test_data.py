"""The data folder against its sources, and its errors."""

import re
from pathlib import Path

import pytest
from babel import Locale

from ruznama.dates import interval
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


# Territories without inhabitants of their own, and Mali: its Arabic adjective is the word for "financial".
NO_ARABIC_ADJECTIVE = "AQ BV CC CK CX DM GS HM ML SJ TF UM"
NO_ENGLISH_ADJECTIVE = "AQ BL BV CC CX FK GS HM MF PM SJ SX TC TF UM"
# City states called as their city, and capitals whose names are other words ("sofa", "daily") or other, better known places.
NO_ARABIC_CAPITAL = "BN DM FJ GY KW LU MC PA SC SG SM TL VA VC"
NO_ENGLISH_CAPITAL = "AG GD KW LU PA SG SM VC"
SOVEREIGN = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM "
    "CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN "
    "HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA "
    "MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW "
    "PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW "
    "TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW "
)


def having(knowledge: Knowledge, lang: str, *facets: str) -> set[str | None]:
    return {
        name.identity.code
        for name in knowledge.actors
        if name.lang == lang and name.facet in facets and name.identity.kind == "state"
    }


def test_every_state_has_its_adjective_and_people(knowledge: Knowledge) -> None:
    states = {name.identity.code for name in knowledge.actors if name.identity.kind == "state"}
    assert len(states) > 250
    assert states - having(knowledge, "ar", "adjective") <= {*NO_ARABIC_ADJECTIVE.split()}
    assert states - having(knowledge, "en", "adjective", "people") <= {*NO_ENGLISH_ADJECTIVE.split()}
    inflected = [
        {form for form, _ in knowledge.languages["ar"].forms.of("adjective", name.text)}
        for name in knowledge.actors
        if name.lang == "ar" and name.facet == "adjective"
    ]
    assert all(len(forms) >= 4 for forms in inflected), "masculine, feminine, plural in two cases"


def test_every_state_has_a_seat(knowledge: Knowledge) -> None:
    states = {*SOVEREIGN.split()}
    assert len(states) == 197
    assert states - having(knowledge, "ar", "seat") <= {*NO_ARABIC_CAPITAL.split()}
    assert states - having(knowledge, "en", "seat") <= {*NO_ENGLISH_CAPITAL.split()}


SEATS = """
باكو=AZ الكرملين=RU البيت الأبيض=US قصر قرطاج=TN الإليزيه=FR داونينغ ستريت=GB الدوحة=QA أنقرة=TR تل أبيب=IL طهران=IR
قصر المرادية=DZ قصر بعبدا=LB البيت الأزرق=KR بكين=CN بيونغ يانغ=KP الرياض=SA أبوظبي=AE بغداد=IQ دمشق=SY صنعاء=YE رام الله=PS
قصر الاتحادية=EG نواكشوط=MR
"""


def test_seats_stand_for_their_states(knowledge: Knowledge) -> None:
    key = knowledge.folding.key
    known = {(key(name.text), name.identity.state or name.identity.code) for name in knowledge.actors if name.lang == "ar"}
    pairs = re.findall(r"(\S[^=]*)=(\w\w)", SEATS)
    assert len(pairs) == 23
    assert [name for name, code in pairs if (key(name), code) not in known] == []


def test_persons(knowledge: Knowledge) -> None:
    persons = {name.identity for name in knowledge.actors if name.identity.kind == "person"}
    assert len(persons) >= 2_500
    assert all(person.code and person.roles for person in persons)
    for person in persons:
        for role in person.roles:
            for day in (role.since, role.until):
                assert day is None or interval(day), f"{person.name}: {role.name} {day}"
            assert role.since is None or role.until is None or interval(role.since)[0] <= interval(role.until)[1], person.name  # type: ignore[operator]
