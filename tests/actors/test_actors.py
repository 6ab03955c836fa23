"""Who is meant: the rows of mentions.tsv give a text and its mentions as surface=code."""

from pathlib import Path

import pytest

from ruznama import actors
from ruznama.knowledge import Knowledge
from ruznama.knowledge.marks import mark
from ruznama.pipeline import met, words
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
