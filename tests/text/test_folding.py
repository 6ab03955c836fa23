"""One folding for text and lexicon, with the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruznama.knowledge import Knowledge
from ruznama.text.words import split_words

SAME = [
    ("أذربيجان", "آذربيجان"),
    ("اذربيجان", "أذربيجان"),
    ("نِيسَان", "نيسان"),
    ("الحكومـــة", "الحكومه"),
    ("على", "علي"),
    ("مسؤول", "مسوول"),
    ("تهنئة", "تهنية"),
    ("ایران", "إيران"),
    ("١٩٩٢", "1992"),
    ("۱۹۹۲", "1992"),
    ("#الاتحاد_الأوروبي", "الاتحاد الأوروبي"),
    ("كانون\u00a0الأول", "كانون الأول"),
    ("\u200fباكو\u200e", "باكو"),
    ("ﷲ", "الله"),
    ("Erdoğan", "erdogan"),
    ("«الحياة»", '"الحياة"'),
    ("٬", ","),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(knowledge: Knowledge, one: str, other: str) -> None:
    assert knowledge.folding.key(one) == knowledge.folding.key(other)


def test_way_back(knowledge: Knowledge) -> None:
    raw = "في نِيسَانَ\u00a0١٩٩٢، قالـت باكو"
    text = split_words(raw, knowledge.folding)
    assert [text.surface(at, at + 1) for at in range(len(text.words))] == ["في", "نِيسَانَ", "١٩٩٢", "،", "قالـت", "باكو"]


@given(st.text(max_size=300))
def test_any_text(raw: str) -> None:
    from ruznama.knowledge import load

    folded = load().folding.fold(raw)
    assert [folded.raw(at) for at in range(len(folded.text))] == sorted(folded.raw(at) for at in range(len(folded.text)))
    text = split_words(raw, load().folding)
    for start, end in zip(text.starts, text.ends, strict=True):
        assert 0 <= start < end <= len(raw)
