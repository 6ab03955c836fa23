"""Sentence ends: a row is a paragraph with | where it is to be split."""

from __future__ import annotations

import pytest

from ruznama.knowledge import Knowledge
from ruznama.model import Part, Passage
from ruznama.text.sentences import with_sentences
from ruznama.text.words import split_words

ROWS = [
    ("ar", "بلغت القيمة 1.6 مليار دولار.| ووقع الطرفان الاتفاق."),
    ("ar", "قال د. سحر نصر إن الوفد وصل.| ثم غادر."),
    ("ar", 'قال: "سنرد."| ثم أضاف كلاما.'),
    ("ar", "قال: «سنرد.»| وأضاف."),
    ("ar", "هل وصل الوزير؟| نعم!| وصل أمس."),
    ("ar", "تنتجها شركة Elbit Systems Ltd الإسرائيلية.| وتبيعها."),
    ("ar", "قال إن الشعب (...) قد يثور.| وحذر."),
    ("ar", "انتهى الاجتماع.وقال الوزير إنه نجح."),
    ("ar", "يقع موقع بيت.كوم في دبي."),
    ("ar", "توفي في 1436 هـ.| ودفن هناك."),
    ("ar", "واصل الوفد زيارته…| ثم غادر."),
    ("ar", "نقلت وكالة (د. ب. أ) الخبر."),
    ("en", "The U.S. envoy met Mr. Smith and J. Doe on Jan. 5.| They agreed."),
    ("en", "He said: “We will act.”| Then he left."),
    ("en", '"Will you go?" he asked.| "Yes."'),
    ("en", "It is unacceptable ... that a country acts so.| He left."),
    ("en", "Sales rose 1.6 percent to $2.5 billion.| Exports fell."),
    ("en", "See example.com for more.| Or call."),
    ("en", "Troops left (see map).| Others stayed."),
]


@pytest.mark.parametrize(("lang", "marked"), ROWS)
def test_sentences(lang: str, marked: str, knowledge: Knowledge) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    if marked.count("انتهى الاجتماع.وقال"):
        wanted = ["انتهى الاجتماع.", "وقال الوزير إنه نجح."]
    raw = marked.replace("|", "")
    text = split_words(raw, knowledge.folding)
    passage = Passage(Part.PARAGRAPH, 0, len(raw))
    text = with_sentences(text, [passage], knowledge.languages[lang].abbreviations)
    assert [raw[each.start : each.end] for each in text.sentences] == wanted
    assert [each.first for each in text.sentences[1:]] == [each.last for each in text.sentences[:-1]]


def test_an_item_begins_behind_its_bullet(knowledge: Knowledge) -> None:
    raw = "_ في عام 1991 وقعا. ثم عادا."
    text = with_sentences(split_words(raw, knowledge.folding), [Passage(Part.ITEM, 0, len(raw))], frozenset())
    assert [raw[each.start : each.end] for each in text.sentences] == ["في عام 1991 وقعا.", "ثم عادا."]
    assert {each.part for each in text.sentences} == {Part.ITEM}


def test_openers_end_a_sentence_behind_an_acronym(knowledge: Knowledge) -> None:
    raw = "He lives in the U.S. The family followed."
    text = with_sentences(split_words(raw, knowledge.folding), [], frozenset(), frozenset({"the"}))
    assert len(text.sentences) == 2


def test_without_passages_each_line_is_a_paragraph(knowledge: Knowledge) -> None:
    text = with_sentences(split_words("a b\n\nc", knowledge.folding), [], frozenset())
    assert [each.passage for each in text.sentences] == [0, 1]


def test_a_wrapped_paragraph_goes_on_over_the_newline(knowledge: Knowledge) -> None:
    raw = "The talks\nbroke off. Then\nthey resumed."
    text = with_sentences(split_words(raw, knowledge.folding), [Passage(Part.PARAGRAPH, 0, len(raw))], frozenset())
    assert [raw[each.start : each.end] for each in text.sentences] == ["The talks\nbroke off.", "Then\nthey resumed."]
