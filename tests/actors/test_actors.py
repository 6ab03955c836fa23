"""Who is meant: the rows of mentions.tsv give a text and its mentions as surface=code."""

from pathlib import Path

import pytest

from ruznama import actors
from ruznama.knowledge import Knowledge
from ruznama.knowledge.marks import mark
from ruznama.pipeline import analyse, met, words
from ruznama.reading import document

ROWS = [line.split("\t") for line in (Path(__file__).parent / "mentions.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("lang", "text", "wanted"), ROWS)
def test_mentions(knowledge: Knowledge, lang: str, text: str, wanted: str) -> None:
    page = document("page", text, lang, knowledge)
    mentions = actors.find(mark(words(page, knowledge), knowledge.lexicons[lang]), knowledge, lang)
    found = [actor for mention in mentions for actor in mention.actors if actor.code]
    assert " ".join(f"{actor.text}={actor.code}" for actor in found) == wanted
    assert all(text[actor.start : actor.end] == actor.text and actor.why for actor in found)


def test_loaded_is_said(knowledge: Knowledge) -> None:
    page = document("page", "قال كيان الاحتلال إنه سيرد.", "ar", knowledge)
    mentions = actors.find(mark(words(page, knowledge), knowledge.lexicons["ar"]), knowledge, "ar")
    assert [(actor.name, actor.loaded) for mention in mentions for actor in mention.actors] == [("Israel", True)]


def rows_of(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("lang", "published", "text", "wanted"), rows_of("persons.tsv"))
def test_persons_at_their_time(knowledge: Knowledge, lang: str, published: str, text: str, wanted: str) -> None:
    page = document("page", text, lang, knowledge, published=published or None)
    persons = [actor for actor in met(page, knowledge) if actor.kind == "person"]
    assert " ".join(f"{actor.name}={actor.code or ''}" for actor in persons) == wanted
    assert all(actor.why for actor in persons)


KINDS = [
    ("ar", "وصل كريم المنصوري إلى صيدا.", ["person", "place"]),
    ("ar", "عبرت السفن مضيق هرمز.", ["place"]),
    ("ar", "زار بعض الدول والتقى الناشط ماهر الزعبي.", ["group", "person"]),
    ("ar", "اقتحم مستوطنون القرية، وقالت إسرائيل إنها تحقق.", ["people", "state"]),
    ("en", "Helen Barker met John Carver in Leeds.", ["person", "person", "place"]),
    ("en", "The kingdom of silence is a book.", []),
    ("ar", "شن السعوديون غارة على الأكراد.", ["people", "people"]),
]


@pytest.mark.parametrize(("lang", "text", "kinds"), KINDS)
def test_kinds(knowledge: Knowledge, lang: str, text: str, kinds: list[str]) -> None:
    page = document("page", text, lang, knowledge)
    mentions = actors.find(mark(words(page, knowledge), knowledge.lexicons[lang]), knowledge, lang)
    assert [actor.kind for mention in mentions for actor in mention.actors] == kinds


def test_a_place_is_no_party_but_the_place_of_a_claim(knowledge: Knowledge) -> None:
    text = "قصفت القوات التركية مواقع حزب العمال الكردستاني في مدينة سنجار."
    claims = analyse(document("page", text, "ar", knowledge), knowledge).claims
    assert [(claim.place.text, claim.place.code, claim.place.lat) for claim in claims if claim.place] == [
        ("مدينة سنجار", "IQ", 36.32)
    ]
    assert all(actor.kind != "place" for claim in claims for actor in (*claim.actors, *claim.recipients))


def test_an_unknown_person_has_a_code_only_with_a_reason(knowledge: Knowledge) -> None:
    page = document("page", "قال محمود العطاري إنه بخير. وأعلن السفير الروسي إيغور كارلوف رحيله.", "ar", knowledge)
    mentions = actors.find(mark(words(page, knowledge), knowledge.lexicons["ar"]), knowledge, "ar")
    assert [(actor.text, actor.code) for one in mentions for actor in one.actors] == [
        ("محمود العطاري", None),
        ("إيغور كارلوف", "RU"),
    ]


HOMES = [
    ("okaz", "نوه مجلس الوزراء بنتائج الزيارة، وحلت المملكة في المرتبة الثانية.", ["SA", "SA"]),
    ("Radio Y (Tunisia)", "أعلنت الحكومة ذلك.", ["TN"]),
    ("Radio Y (Tunisia)", "اعتقل سائق في الحادث.", [None]),
    (None, "أعلنت الحكومة ذلك.", [None]),
]


@pytest.mark.parametrize(("source", "text", "codes"), HOMES)
def test_a_national_outlet_speaks_of_its_own_state(
    knowledge: Knowledge, source: str | None, text: str, codes: list[str | None]
) -> None:
    page = document("page", text, "ar", knowledge, source=source)
    assert [actor.code for actor in met(page, knowledge) if actor.kind != "place"] == codes
