"""The phrase matcher: clitics, articles, the longest entry of each layer."""

import pytest

from ruznama.knowledge import Knowledge
from ruznama.text.phrases import PhraseMatcher
from ruznama.text.words import folded_words

FOUND = [
    ("سعودية", "وبالسعودية", ("و", "ب", "ال")),
    ("سلاح", "للسلاح", ("ل", "ال")),
    ("الولايات المتحدة", "للولايات المتحدة", ("ل", "ال")),
    ("علاقات دبلوماسية", "بالعلاقات الدبلوماسية", ("ب", "ال")),
    ("زيارة", "زيارته", ()),
    ("وزارة خارجية", "وزارة خارجيتها", ()),
    ("بكين", "بكين", ()),
]
NOT_FOUND = [("سلاح", "سلاحف"), ("الأمم المتحدة", "الأمم"), ("قوبا", "كوبا"), ("موقع", "الموقعة")]


def matcher(knowledge: Knowledge, entry: str) -> PhraseMatcher[str]:
    found: PhraseMatcher[str] = PhraseMatcher(knowledge.languages["ar"].clitics)
    found.add(folded_words(entry, knowledge.folding), "layer", entry)
    return found


@pytest.mark.parametrize(("entry", "text", "proclitics"), FOUND)
def test_found(knowledge: Knowledge, entry: str, text: str, proclitics: tuple[str, ...]) -> None:
    matches = matcher(knowledge, entry).find(folded_words(text, knowledge.folding))
    assert [(match.payload, match.proclitics) for match in matches] == [(entry, proclitics)]


@pytest.mark.parametrize(("entry", "text"), NOT_FOUND)
def test_not_found(knowledge: Knowledge, entry: str, text: str) -> None:
    assert matcher(knowledge, entry).find(folded_words(text, knowledge.folding)) == []


def test_longest_wins(knowledge: Knowledge) -> None:
    found = matcher(knowledge, "وزارة")
    found.add(folded_words("وزارة الدفاع", knowledge.folding), "layer", "long")
    assert [match.payload for match in found.find(folded_words("وزارة الدفاع", knowledge.folding))] == ["long"]
