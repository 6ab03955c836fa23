"""Inflection by the rules of forms.toml: the forms that the press writes are among those generated."""

import pytest

from ruznama.errors import KnowledgeError
from ruznama.knowledge import Knowledge

ROWS = [
    ("ar", "verb", "وقّع يوقّع", "وقعت وقعوا يوقع توقع يوقعان"),
    ("ar", "verb", "زار يزور", "زار زارت زاروا يزور تزور يزر"),
    ("ar", "verb", "أجرى يجري", "أجرى أجرت أجروا يجري تجري أجري"),
    ("ar", "verb", "دعا يدعو", "دعا دعت دعوا يدعو تدعو"),
    ("ar", "verb", "التقى يلتقي", "التقى التقت التقوا يلتقي يلتقيان"),
    ("ar", "verb", "أدان يدين", "أدان أدانت يدين تدين أدين"),
    ("ar", "verb", "استعاد يستعيد", "استعاد استعادت يستعيد استعيد"),
    ("ar", "noun", "اتفاقية", "اتفاقية اتفاقيات اتفاقيتين"),
    ("ar", "noun", "هجوم", "هجوم هجوما"),
    ("ar", "adjective", "فرنسي", "فرنسي فرنسية فرنسيون فرنسيين فرنسيا"),
    ("en", "verb", "sell sold", "sell sells sold selling"),
    ("en", "verb", "ban banned", "ban bans banned banning"),
    ("en", "verb", "give gave given", "gives gave given giving"),
    ("en", "verb", "deny", "denies denied denying"),
    ("en", "verb", "carry + out", "carried"),
    ("en", "noun", "treaty", "treaty treaties"),
]


@pytest.mark.parametrize(("lang", "kind", "lemma", "forms"), ROWS)
def test_forms(knowledge: Knowledge, lang: str, kind: str, lemma: str, forms: str) -> None:
    key = knowledge.folding.key
    made = {key(form) for form, _ in knowledge.languages[lang].forms.of(kind, lemma)}
    made |= {form.split()[0] for form in made}
    assert {key(form) for form in forms.split()} <= made


def test_no_rule(knowledge: Knowledge) -> None:
    with pytest.raises(KnowledgeError, match="mend the lemma"):
        list(knowledge.languages["ar"].forms.of("verb", "كلمة"))
