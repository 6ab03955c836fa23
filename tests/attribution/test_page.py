"""What is told over several sentences: quotations that go on, and times given elsewhere on the page."""

import pytest

from ruznama.knowledge import Knowledge
from ruznama.pipeline import analyse
from ruznama.reading import document

PUBLISHED = "2018-05-09"  # a Wednesday

QUOTED = [
    ("en", "The Russian foreign minister said: “Turkey bombed Syria. It also bombed Iraq.”", ["RU", "RU"]),
    ("ar", "قال وزير الخارجية الروسي إن تركيا قصفت مواقع في سوريا. وأضاف أن إيران سلمت صواريخ لسوريا.", ["RU", "RU"]),
    ("ar", 'قال وزير الخارجية الروسي إن تركيا قصفت مواقع في سوريا.\nوأضاف "قصفت إسرائيل مواقع في لبنان".', ["RU", "RU"]),
]
DATED = [
    # the time of the speech is not that of its content
    ("en", "Officials on Tuesday said Israel bombed Syria.", [("attack", None)]),
    ("ar", "قالت موسكو الثلاثاء إن إسرائيل قصفت مواقع في سوريا.", [("attack", None)]),
    # a speaker's further words are of one speech
    (
        "ar",
        "انتقد وزير الخارجية الروسي سيرغي لافروف الثلاثاء تركيا. وحذر لافروف تركيا من عواقب ذلك.",
        [("accuse", "2018-05-08"), ("threaten", "2018-05-08")],
    ),
    # narration has none
    ("ar", "قصفت إسرائيل مواقع في سوريا الثلاثاء. ووقعت إيران اتفاقا مع روسيا.", [("attack", "2018-05-08"), ("agree", None)]),
]


@pytest.mark.parametrize(("lang", "text", "codes"), QUOTED)
def test_speaker_goes_on(lang: str, text: str, codes: list[str], knowledge: Knowledge) -> None:
    claims = analyse(document("page", text, lang, knowledge, published=PUBLISHED), knowledge).claims
    assert [[source.code for source in claim.sources] for claim in claims] == [[code] for code in codes]


@pytest.mark.parametrize(("lang", "text", "dated"), DATED)
def test_time(lang: str, text: str, dated: list[tuple[str, str | None]], knowledge: Knowledge) -> None:
    claims = analyse(document("page", text, lang, knowledge, published=PUBLISHED), knowledge).claims
    assert [(claim.type, claim.when.edtf if claim.when is not None else None) for claim in claims] == dated
