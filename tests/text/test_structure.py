"""Parts of pages: a row is a page and what its lines are."""

from __future__ import annotations

import pytest

from ruznama.knowledge import Knowledge
from ruznama.text.structure import Furniture, bullet_end, lines, name_after, passages


@pytest.fixture(scope="module")
def furniture(knowledge: Knowledge) -> Furniture:
    return Furniture.build([lang.tables["structure"] for lang in knowledge.languages.values()], knowledge.folding)


def parts(text: str, furniture: Furniture, knowledge: Knowledge, page: bool = True, **more: object) -> list[str]:
    found = passages(text, furniture, knowledge.folding, page=page, **more)  # type: ignore[arg-type]
    assert all(text[part.start : part.end].strip() == text[part.start : part.end] for part in found)
    return [part.part.value for part in found]


ARABIC = """الثلاثاء 5 نيسان 2022

عنوان الخبر هنا

تعليق تحت الصورة

قال الوزير إن بلاده وقعت الاتفاق.

أبرز النقاط

_في عام 1991 اعترفت الدولة بالدولة الأخرى.
- زار الرئيس العاصمة.
٣- وقع الطرفان مذكرة.

الكاتب: غرفة الأخبار


اسم الموقع
"""
ENGLISH = """Talks resume in the capital

By Jane Doe

The two ministers met on Monday.
They agreed to meet again.

What comes next

1. A visit in May.
2) A summit in June.

All rights reserved
"""
ARABIC_PARTS = "dateline headline caption paragraph heading item item item byline noise"
ENGLISH_PARTS = "headline byline paragraph paragraph heading item item noise"


def test_arabic_page(furniture: Furniture, knowledge: Knowledge) -> None:
    assert parts(ARABIC, furniture, knowledge, datelines=[0]) == ARABIC_PARTS.split()


def test_english_page(furniture: Furniture, knowledge: Knowledge) -> None:
    assert parts(ENGLISH, furniture, knowledge) == ENGLISH_PARTS.split()


def test_article_text_is_prose(furniture: Furniture, knowledge: Knowledge) -> None:
    text = "عنوان قصير بلا نقطة\nقال الوزير كلاما.\n- بند أول\n// انتهى //\n19:52 ت م\n-----\n"
    assert parts(text, furniture, knowledge, page=False) == [
        "paragraph",
        "paragraph",
        "item",
        "noise",
        "noise",
        "noise",
    ]


def test_lines_broken_at_a_column_are_one_paragraph(furniture: Furniture, knowledge: Knowledge) -> None:
    text = (
        "The talks\n\n"
        "The two governments said on Monday that they would resume the talks\n"
        "that broke off in March, after both sides had withdrawn their forces\n"
        "from the border.\n\n"
        "A second paragraph says more about it.\n"
    )
    assert parts(text, furniture, knowledge) == ["headline", "paragraph", "paragraph"]


def test_a_headline_over_one_line_leaves_it_prose(furniture: Furniture, knowledge: Knowledge) -> None:
    assert parts("Title of it\n\nThe minister visited the capital", furniture, knowledge) == ["headline", "paragraph"]


def test_known_title_is_the_headline(furniture: Furniture, knowledge: Knowledge) -> None:
    text = "مقدمة قصيرة\n\nعنوان معروف\n\nنص الخبر الطويل ينتهي بنقطة."
    assert parts(text, furniture, knowledge, title="عنوان معروف") == ["headline", "headline", "paragraph"]


def test_empty_page(furniture: Furniture, knowledge: Knowledge) -> None:
    assert parts(" \n\n", furniture, knowledge) == []


BULLETS = [
    ("_في عام", "في عام"),
    ("- وقع", "وقع"),
    ("• met", "met"),
    ("1. A visit", "A visit"),
    ("٢) زيارة", "زيارة"),
    ("(3) زيارة", "زيارة"),
    ("أ - تعيين", "تعيين"),
    ("1.6 مليار دولار", "1.6 مليار دولار"),
    ("17/04/2012", "17/04/2012"),
    ("1954 - اتفاق", "1954 - اتفاق"),
    ("ج. ك. رولينغ", "ج. ك. رولينغ"),
    ("وقع", "وقع"),
]


@pytest.mark.parametrize(("line", "rest"), BULLETS)
def test_bullets(line: str, rest: str) -> None:
    assert line[bullet_end(line, 0) :] == rest


def test_lines_leave_out_blanks() -> None:
    assert lines("  a \n\n\u00a0b") == [(2, 3), (7, 8)]


def test_name_after(furniture: Furniture, knowledge: Knowledge) -> None:
    assert name_after("الكاتب: غرفة التحرير", furniture.byline, knowledge.folding) == "غرفة التحرير"
    assert name_after("By Jane Doe.", furniture.byline, knowledge.folding) == "Jane Doe"
    assert name_after("Bystanders said", furniture.byline, knowledge.folding) is None
