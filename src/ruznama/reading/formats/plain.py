"""A plain text page: one document, the whole page its text.

The id is the file's name without ending; where a known language code is the last part of it ("report.xx.txt"), that
is the page's language.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePath

from ruznama.errors import InvalidInput
from ruznama.knowledge import Knowledge
from ruznama.model import Document
from ruznama.reading.decode import decode
from ruznama.reading.document import document
from ruznama.reading.languages import language_of

MEDIA_TYPE = "text/plain"
RANK = 100


def recognises(head: bytes) -> bool:
    """Everything: a page that is no text is refused when it is decoded."""
    return True


def documents(stream: io.BufferedReader, place: str, name: str, knowledge: Knowledge) -> Iterator[Document]:
    """The one document. Raises InvalidInput for an empty page, an unknown encoding or language."""
    content = stream.read()
    text = decode(content, place, knowledge)
    if not text.strip():
        raise InvalidInput(place, "holds no text", "leave it out, or fetch the page again")
    identity, lang = name_parts(name, knowledge)
    if lang is None:
        lang = language_of(text, knowledge)
    if lang is None:
        known = ", ".join(f".{code}" for code in knowledge.languages)
        remedy = f"end the file's name with the language ({known}) if it is one of these"
        raise InvalidInput(place, "is in no language that data/languages/ has", remedy)
    yield document(identity, text, lang, knowledge, content=content, page=True, media_type=MEDIA_TYPE)


def name_parts(name: str, knowledge: Knowledge) -> tuple[str, str | None]:
    """The document's id and language from a file's name: "a-b.xx.txt" gives ("a-b", "xx") if xx is a known language."""
    path = PurePath(name)
    stem = path.stem if path.suffix.removeprefix(".") not in knowledge.languages else path.name
    code = PurePath(stem).suffix.removeprefix(".")
    if code in knowledge.languages:
        return PurePath(stem).stem, code
    return stem, None
