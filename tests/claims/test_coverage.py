"""Why a sentence gave no claim: a row is a text with one uncovered sentence and its reason."""

import pytest

from ruznama.knowledge import Knowledge
from ruznama.pipeline import analyse
from ruznama.reading import document

ROWS = [
    ("en", "The library was quiet in March 2015.", "no trigger"),
    ("en", "The attack of March 2015 is still remembered in the villages.", "trigger without roles"),
    ("en", "Observers said in March 2015 that the library was quiet.", "opinion"),
    ("ar", "كان الميناء هادئا في آذار 2015.", "no trigger"),
    ("ar", "قال مراقبون في آذار 2015 إن الميناء هادئ.", "opinion"),
    ("ar", "ما زالت القرى تذكر هذا القصف منذ آذار 2015.", "other"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), ROWS)
def test_reason(lang: str, text: str, reason: str, knowledge: Knowledge) -> None:
    analysis = analyse(document("page", text, lang, knowledge), knowledge)
    assert [(claim.type, claim.quote) for claim in analysis.claims] == []
    assert [gap.reason for gap in analysis.uncovered] == [reason]
