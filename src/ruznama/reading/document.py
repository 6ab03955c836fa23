"""A `Document` from a text and what is known about it: the one place where the parts of a page are marked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ruznama.dates import url_date
from ruznama.knowledge import Knowledge
from ruznama.model import Document, Part, Passage
from ruznama.reading.dateline import datelines
from ruznama.text.structure import Furniture, lines, name_after, passages


def document(
    id: str,
    text: str,
    lang: str,
    knowledge: Knowledge,
    *,
    content: bytes | None = None,
    page: bool = False,
    title: str | None = None,
    published: str | None = None,
    published_from: str | None = None,
    source: str | None = None,
    url: str | None = None,
    media_type: str = "text/plain",
) -> Document:
    """A document with its passages, its date of publication and its writer.

    `page` says that `text` is a whole page with its furniture; an article's text that begins with its own headline or
    dateline and blank lines is treated as one too. `content` are the bytes read (those of `text` in UTF-8 when left
    out). What is given wins over what the page says.
    """
    furniture = knowledge.derived(_furniture, lang)
    dated = datelines(text, lang, knowledge)
    whole = page or _is_page(text, title, [line.start for line in dated], knowledge)
    parts = passages(
        text,
        furniture,
        knowledge.folding,
        page=whole,
        datelines=[line.start for line in dated],
        title=title or "",
    )
    if published is None and dated and (whole or published_from is None):
        published, published_from = dated[0].published, "dateline"
    if published is None and url is not None and (day := url_date(url)) is not None:
        published, published_from = day, "url"
    if content is None:
        content = text.encode("utf-8")
    return Document(
        id=id,
        text=text,
        lang=lang,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        title=title if title is not None else title_of(text, parts),
        published=published,
        published_from=published_from,
        source=source if source is not None else _named(text, parts, furniture.credit, knowledge),
        url=url,
        author=_named(text, parts, furniture.byline, knowledge),
        media_type=media_type,
        passages=parts,
    )


def title_of(text: str, parts: Sequence[Passage]) -> str | None:
    """The headline of the page, None where it has none."""
    return next((text[part.start : part.end] for part in parts if part.part is Part.HEADLINE), None)


def _furniture(knowledge: Knowledge, lang: str) -> Furniture:
    """The furniture words: this language's first, then those of all others, for pages mix them."""
    tables = [knowledge.languages[lang].tables, *(other.tables for other in knowledge.languages.values())]
    return Furniture.build([table["structure"] for table in tables if "structure" in table], knowledge.folding)


def _is_page(text: str, title: str | None, dated: Sequence[int], knowledge: Knowledge) -> bool:
    """Whether an article's text is a whole page: blank lines between its parts, and a dateline or its title on top."""
    top = lines(text)[:3]
    if "\n\n" not in text or not top:
        return False
    wanted = knowledge.folding.key(title or "")
    titled = bool(wanted) and any(knowledge.folding.key(text[start:end]) == wanted for start, end in top)
    return titled or any(start in dated for start, _ in top)


def _named(text: str, parts: Sequence[Passage], markers: Sequence[str], knowledge: Knowledge) -> str | None:
    for part in parts:
        if part.part is Part.BYLINE:
            name = name_after(text[part.start : part.end], markers, knowledge.folding)
            if name is not None:
                return name
    return None
