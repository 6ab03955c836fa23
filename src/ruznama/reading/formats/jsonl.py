"""JSONL: one article a line, with `id`, `title`, `text`, `published`, `source`, `lang`, `url`; other keys are ignored.

`id` and `text` must be there. Every bad line is a Failure with its number and never stops the corpus.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ruznama.errors import InvalidInput
from ruznama.knowledge import Knowledge
from ruznama.model import Document
from ruznama.reading.document import document
from ruznama.reading.failure import Failure
from ruznama.reading.languages import language_of

MEDIA_TYPE = "application/jsonl"
RANK = 10

_FIRST_LINES = 20
_OBJECT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{\s*(?:\"|\}|$)")
_DAY = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?")


def recognises(head: bytes) -> bool:
    """Bytes that begin with a JSON object, or of whose first lines one is: a broken first line does not make a table a page."""
    return any(_OBJECT.match(line) is not None for line in head.split(b"\n")[:_FIRST_LINES])


def documents(stream: io.BufferedReader, place: str, name: str, knowledge: Knowledge) -> Iterator[Document | Failure]:
    """A Document or a Failure for each line that is not blank."""
    for number, line in enumerate(stream, 1):
        content = line.rstrip(b"\r\n")
        if not content.strip():
            continue
        try:
            yield article(_row(content, f"{place}:{number}"), f"{place}:{number}", knowledge, content)
        except InvalidInput as error:
            yield Failure.of(error)


def article(row: Mapping[str, Any], place: str, knowledge: Knowledge, content: bytes | None = None) -> Document:
    """The document that a JSON object is. Raises InvalidInput where a field is missing or is no string."""
    identity = _required(row, "id", place)
    text = _required(row, "text", place).replace("\r\n", "\n").replace("\r", "\n")
    lang = _string(row, "lang", place) or language_of(text, knowledge)
    if lang not in knowledge.languages:
        problem = f"is in {lang!r}" if lang else "is in no language that can be told"
        known = ", ".join(knowledge.languages)
        raise InvalidInput(place, problem, f"set lang to one of {known}, or add a folder to data/languages/")
    published, published_from = _published(row.get("published"))
    return document(
        identity,
        text,
        lang,
        knowledge,
        content=content,
        published=published,
        published_from=published_from,
        title=_string(row, "title", place),
        source=_string(row, "source", place),
        url=_string(row, "url", place),
        media_type=MEDIA_TYPE,
    )


def _row(content: bytes, place: str) -> Mapping[str, Any]:
    try:
        row = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} of the line ({content[error.start]:#04x}) is not UTF-8"
        raise InvalidInput(place, problem, "write the file as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise InvalidInput(place, f"is no JSON ({error})", "write one whole object a line") from error
    if not isinstance(row, dict):
        raise InvalidInput(place, f"is a JSON {type(row).__name__}", "write one object with id and text a line")
    return row


def _required(row: Mapping[str, Any], key: str, place: str) -> str:
    value = _string(row, key, place)
    if value is None or not value.strip():
        problem = f"{key} is {'missing' if row.get(key) is None else 'empty'}"
        raise InvalidInput(place, problem, f"give every article its {key}")
    return value


def _string(row: Mapping[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise InvalidInput(place, f"{key} is {value!r:.60}, no string", f"write {key} as a string")
    half = re.search("[\ud800-\udfff]", value) if value is not None else None
    if half is not None:
        problem = f"{key} holds half a character (\\u{ord(half.group()):04x}) at {half.start()}"
        raise InvalidInput(place, problem, "write the whole surrogate pair, or leave the character out")
    return value or None


def _published(value: Any) -> tuple[str | None, str | None]:
    """The date of publication to the day or minute, or as exactly as given; and where it comes from.

    What is no date is no reason to lose the article: it is None, and the second value says what was there.
    """
    if value is None or value == "":
        return None, None
    match = _DAY.fullmatch(str(value).strip())
    if match is None or not _exists(match[1]):
        return None, f"field published: {str(value)[:60]!r} is no ISO date"
    return (f"{match[1]}T{match[2]}" if match[2] and len(match[1]) == 10 else match[1]), "field published"


def _exists(day: str) -> bool:
    try:
        date.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        return False
    return True
