"""From bytes to documents: encodings, formats, and what becomes of the unreadable."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from ruznama.knowledge import Knowledge
from ruznama.model import Document, Part
from ruznama.reading import Failure, language_of, read, read_bytes
from ruznama.reading.formats import format_of, formats

PAGE = """الثلاثاء 05 تشرين أول , 2021 03:11

العلاقة بين البلدين

بدأت العلاقات الدبلوماسية بين البلدين في 7 نيسان 1992، وقد وقع الرئيس على الاتفاق الذي تم في العاصمة.

الكاتب: غرفة التحرير

المصدر: صحيفة المرفأ
"""


def one(content: bytes, name: str, knowledge: Knowledge) -> Document | Failure:
    (found,) = read_bytes(content, name, knowledge)
    return found


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-16-le", b""), ("utf-16-be", b""), ("cp1256", b"")],
)
def test_encodings(encoding: str, mark: bytes, knowledge: Knowledge) -> None:
    content = mark + PAGE.encode(encoding)
    document = one(content, "page.ar.txt", knowledge)
    assert isinstance(document, Document)
    assert document.text == PAGE
    assert (document.id, document.lang, document.media_type) == ("page", "ar", "text/plain")
    assert document.content == content
    assert document.sha256 == hashlib.sha256(content).hexdigest()


UNREADABLE = [
    ("isolated.txt", PAGE.encode("iso-8859-6", errors="ignore"), "byte 0 (0xc7) is not UTF-8"),
    ("french.txt", "L'été à Paris".encode("latin-1"), "byte 2 (0xe9) is not UTF-8"),
    ("binary.txt", b"\x7fELF\x02\x01\x01\x00" * 20, "no text"),
    ("empty.txt", b"  \n", "holds no text"),
    ("cut.txt", b"\xff\xfea", "begins as utf-16"),
    ("bad.txt.gz", b"\x1f\x8bnothing", "breaks off"),
    ("japanese.txt", "日本の首相は今日東京で会談した。".encode(), "no language"),
    (
        "french-utf8.txt",
        ("Le ministre a rencontré son homologue hier soir à Paris avec les députés. " * 5).encode(),
        "no language",
    ),
]


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE)
def test_unreadable(name: str, content: bytes, reason: str, knowledge: Knowledge) -> None:
    failure = one(content, name, knowledge)
    assert isinstance(failure, Failure)
    assert reason in failure.reason
    assert failure.place == name
    assert failure.remedy


def test_page(knowledge: Knowledge) -> None:
    document = one(PAGE.encode(), "page.txt", knowledge)
    assert isinstance(document, Document)
    assert document.title == "العلاقة بين البلدين"
    assert (document.published, document.published_from) == ("2021-10-05T03:11", "dateline")
    assert document.author == "غرفة التحرير"
    assert document.source == "صحيفة المرفأ"
    assert [each.part for each in document.passages] == [
        Part.DATELINE,
        Part.HEADLINE,
        Part.PARAGRAPH,
        Part.BYLINE,
        Part.BYLINE,
    ]


def test_footer_calendar_is_not_the_date_of_publication(knowledge: Knowledge) -> None:
    body = "\n\n".join(f"قال الوزير في جلسة {at} إن الاتفاق الذي وقع من قبل قد تم في العاصمة." for at in range(9))
    document = one(f"عنوان\n\n{body}\n\n5 نيسان 2022\n".encode(), "page.txt", knowledge)
    assert isinstance(document, Document)
    assert document.published is None


def test_line_ends(knowledge: Knowledge) -> None:
    document = one(b"The title\r\n\r\nThe minister of the state met the other.\rHe left.", "a.en.txt", knowledge)
    assert isinstance(document, Document)
    assert document.text == "The title\n\nThe minister of the state met the other.\nHe left."


ARTICLE = {
    "id": "a1",
    "title": "Title",
    "text": "The minister met the envoy on Monday.",
    "published": "2018-05-08",
    "source": "A paper",
    "lang": "en",
    "url": "https://example.org/a1",
    "score": 7,
}


def line(**changes: object) -> bytes:
    return json.dumps({key: value for key, value in {**ARTICLE, **changes}.items() if value is not None}).encode()


def test_article(knowledge: Knowledge) -> None:
    document = one(line(), "x.txt", knowledge)
    assert isinstance(document, Document)
    assert (document.id, document.title, document.text) == ("a1", "Title", ARTICLE["text"])
    assert (document.published, document.source, document.url) == ("2018-05-08", "A paper", ARTICLE["url"])
    assert document.sha256 == hashlib.sha256(line()).hexdigest()
    assert [each.part for each in document.passages] == [Part.PARAGRAPH]


PUBLISHED = [
    ("2018-05-08", "2018-05-08"),
    ("2018-05-08T03:11", "2018-05-08T03:11"),
    ("2018-05-08 03:11:09", "2018-05-08T03:11"),
    ("2018-05-08T03:11:09.123Z", "2018-05-08T03:11"),
    ("2018-05-08T03:11+03:00", "2018-05-08T03:11"),
    ("2018-05", "2018-05"),
    ("2018", "2018"),
    (2018, "2018"),
    ("2018-13-01", None),
    ("2018-02-30", None),
    ("last week", None),
    (None, None),
]


@pytest.mark.parametrize(("given", "wanted"), PUBLISHED)
def test_published(given: object, wanted: str | None, knowledge: Knowledge) -> None:
    document = one(line(published=given, url=None), "x.jsonl", knowledge)
    assert isinstance(document, Document)
    assert document.published == wanted


def test_published_from_the_address(knowledge: Knowledge) -> None:
    document = one(line(published=None, url="https://example.org/2018/05/08/x"), "x.jsonl", knowledge)
    assert isinstance(document, Document)
    assert (document.published, document.published_from) == ("2018-05-08", "url")


BAD_LINES = [
    (b'{"id": "a", "text": "abc"', "is no JSON"),
    (b'{"id": "a"}', "text is missing"),
    (b'{"text": "The end of the war."}', "id is missing"),
    (b'{"id": "a", "text": " "}', "text is empty"),
    (b'{"id": "a", "text": ["x"]}', "text is ['x']"),
    (b"[1, 2]", "is a JSON list"),
    (b'{"id": "a", "text": "\xff"}', "not UTF-8"),
    (b'{"id": "a", "text": "the \\ud83d end"}', "half a character"),
    (b'{"id": "a", "text": "the end", "lang": "xx"}', "is in 'xx'"),
    (b"x" + b"[" * 100_000, "is no JSON"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD_LINES)
def test_a_bad_line_is_told_and_the_rest_is_read(bad: bytes, reason: str, knowledge: Knowledge) -> None:
    found = list(read_bytes(line() + b"\n\n" + bad + b"\n" + line(id="a3"), "corpus.jsonl", knowledge))
    assert [getattr(each, "id", None) for each in found] == ["a1", None, "a3"]
    failure = found[1]
    assert isinstance(failure, Failure)
    assert failure.place == "corpus.jsonl:3"
    assert reason in failure.reason


def test_article_that_is_a_whole_page(knowledge: Knowledge) -> None:
    document = one(line(text=PAGE, lang="ar", published=None, url=None, title=None), "x.jsonl", knowledge)
    assert isinstance(document, Document)
    assert document.published == "2021-10-05T03:11"
    assert document.passages[0].part is Part.DATELINE


def test_gzip_and_folders(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "corpus.jsonl.gz").write_bytes(gzip.compress(line() + b"\n" + line(id="a2")))
    (tmp_path / "page.ar.txt.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / ".hidden").write_bytes(b"\xff")
    found = list(read(tmp_path, knowledge))
    assert [getattr(each, "id", each) for each in found] == ["a1", "a2", "page"]


def test_what_is_not_there(tmp_path: Path, knowledge: Knowledge) -> None:
    assert [str(each) for each in read(tmp_path / "x", knowledge)] == [f"{tmp_path / 'x'}: is not there; check the path"]


LANGUAGES = [
    ("قال الوزير إن الاتفاق تم", "ar"),
    ("The minister said that", "en"),
    ("1234 !?", None),
    ("日本の首相", None),
    ("وقعت شركة Elbit Systems في العاصمة على العقد مع الحكومة", "ar"),
]


@pytest.mark.parametrize(("text", "wanted"), LANGUAGES)
def test_language(text: str, wanted: str | None, knowledge: Knowledge) -> None:
    assert language_of(text, knowledge) == wanted


def test_every_format_says_what_it_is() -> None:
    assert list(formats()) == ["jsonl", "plain"]
    assert format_of(b'{"id": 1') is formats()["jsonl"]
    assert format_of(b"{curly} braces") is formats()["plain"]


def test_real_articles(shared: Path, knowledge: Knowledge) -> None:
    found = list(read(shared / "news" / "news.jsonl.gz", knowledge))
    assert [each for each in found if isinstance(each, Failure)] == []
    for document in found[::20]:
        assert isinstance(document, Document)
        for each in document.passages:
            assert 0 <= each.start < each.end <= len(document.text)


def test_a_broken_first_line_does_not_make_a_table_a_page(tmp_path: Path, knowledge: Knowledge) -> None:
    table = tmp_path / "articles.jsonl"
    table.write_text('bad\n{"id": "a", "text": "Iran met Iraq."}\n{"id": "b"}\n', encoding="utf-8")
    found = list(read(table, knowledge))
    assert [type(one).__name__ for one in found] == ["Failure", "Document", "Failure"]
