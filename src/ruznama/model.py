"""The nouns of Ruznama, as immutable values.

Every span is half-open and counted in code points of `Document.text`. Dates are EDTF (ISO 8601-2, level 1);
`earliest` and `latest` are ISO days, None where that end is open. Codes are ISO 3166-1 alpha-2 for states and what
belongs to them, and the codes of the annotation guidelines for organisations and armed groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a passage of a page is."""

    DATELINE = "dateline"
    HEADLINE = "headline"
    CAPTION = "caption"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    BYLINE = "byline"
    NOISE = "noise"

    @property
    def is_prose(self) -> bool:
        """Whether claims may stand in it."""
        return self in (Part.PARAGRAPH, Part.ITEM)


class Status(StrEnum):
    """How sure the passage is of its claim, from the annotation guidelines."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the page and its part: marked on the text, never cut out of it."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came.

    `text` is the whole decoded page (plain text) or the article's text field (JSONL), unchanged but for line ends.
    `published` is an ISO day or minute (`2021-10-05T03:11`) or None, `published_from` says where it was found.
    `sha256` is that of the bytes that the document was read from.
    """

    id: str
    text: str
    lang: str
    content: bytes
    sha256: str
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    media_type: str = "text/plain"
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and its value.

    `edtf` is None where the text is a time but cannot be resolved; `anchor` is what a relative expression was counted
    from ("published 2018-05-08", or the words and value of another expression); `rule` is the rule's name in data/.
    """

    text: str
    start: int
    end: int
    edtf: str | None
    earliest: str | None
    latest: str | None
    calendar: str
    granularity: str
    rule: str
    anchor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon: the words of the page and the one identity behind them.

    `loaded` marks wording that takes sides; the identity is neutral all the same. `why` says how it was resolved.
    """

    text: str
    name: str
    code: str | None
    kind: str
    start: int
    end: int
    role: str | None = None
    loaded: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the page cites for a claim."""

    text: str
    name: str
    code: str | None
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: ISO 4217 for money, `person`, `aircraft`, `km`, `percent`, … for the rest."""

    value: float
    unit: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, as the page says it. `lat` and `lon` are degrees, None where the tables have none."""

    text: str
    name: str
    code: str | None
    start: int
    end: int
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """The claim's type in the terms of PLOVER (2021 mapping from CAMEO)."""

    event: str | None
    mode: str | None
    context: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a passage says happened, holds or is going to happen.

    `id` comes from the document's hash, the span and the type, so the same input gives the same ids. `sources` is the
    chain of attribution, nearest to the page first. `why` names the rules and words behind type, roles, date, status.
    """

    id: str
    doc: str
    type: str
    status: Status
    quote: str
    start: int
    end: int
    prefix: str
    suffix: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    when: When | None
    place: Place | None
    amounts: tuple[Amount, ...]
    sources: tuple[Source, ...]
    plover: Plover
    why: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A sentence with a date or two actors that gave no claim, and the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was read from one document, by one version of the rules."""

    document: Document
    whens: tuple[When, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    uncovered: tuple[Uncovered, ...]
    origin: str
