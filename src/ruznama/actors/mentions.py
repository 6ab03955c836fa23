"""A mention: the words that name an actor, and whom they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruznama.actors.ambiguity import Meanings
from ruznama.knowledge import Head, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.phrases import Clitics, Match
from ruznama.text.words import Text

ACRONYM = 3  # letters of acronyms that are words when only their first letter is a capital
_NOBODY = frozenset({"peoples", "generic", "back", "organ", "institution"})  # roles that without a code are no parties


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (half-open) and the actors they stand for: one, or two for "the two countries".

    `attributive` marks a nationality that only describes ("the Israeli drones"). `head` is the lemma of the head word
    ("ministry"), None for plain names. `proclitics` are those of the first word (a preposition may be among them).
    `inner` are the states and seats named inside ("Iran" in "the government of Iran"); `own` says that the head has a
    pronoun of possession ("its forces").
    """

    first: int
    last: int
    actors: tuple[Actor, ...]
    proclitics: tuple[str, ...] = ()
    attributive: bool = False
    head: str | None = None
    role: str | None = None
    inner: tuple[Actor, ...] = ()
    own: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it says where and not who."""
        return self.role == "place"

    @property
    def is_party(self) -> bool:
        """Whether it may do something or have something done to it in a claim: no place, nor words that name nobody with an
        identity (measured on the gold articles: unknown persons and "some states" as parties cost more than they bring)."""
        nobody = self.code is None and (self.role in _NOBODY or self.actors[0].kind == "person")
        return not (self.is_place or nobody)

    @property
    def unnamed(self) -> bool:
        """Whether it is a person of whom only the title is said."""
        return (
            self.role in ("title", "counterpart", "occupation", "pronoun")
            and self.actors[0].kind == "person"
            and self.actors[0].role is None
        )

    @property
    def code(self) -> str | None:
        return self.actors[0].code if self.actors else None


def known(marks: Marks, clitics: Clitics, others: Meanings) -> dict[int, Match[Payload]]:
    """The names and adjectives of known identities, by first word: leftmost, longest, not overlapping.

    A Latin name must be capitalised in the text; a name that is listed without an article is not met behind one. `others` are
    the names that mean something else where the words around them say so.
    """
    text = marks.text
    chosen: dict[int, Match[Payload]] = {}
    free = 0
    for first, matches in sorted(marks.layers.get("actor", {}).items()):
        if first < free:
            continue
        for match in sorted(matches, key=lambda match: (-match.last, len(match.proclitics), match.enclitic != "")):
            if isinstance(match.payload, Head):  # a phrase that means nobody
                free = match.last
                break
            if _plausible(match, text, clitics):
                meant = _meant(match, text, others)
                if meant is not None:
                    chosen[first] = meant
                free = match.last
                break
    return chosen


def _meant(match: Match[Payload], text: Text, others: Meanings) -> Match[Payload] | None:
    """`match` with what its name means among the words around it; None where it means no actor."""
    readings = others.get(text.words[match.first][-len(match.payload.text) :]) if isinstance(match.payload, Name) else None
    if readings is None or match.last - match.first > 1 or match.payload.facet == "adjective":  # type: ignore[union-attr]
        return match
    for meaning in readings:
        if meaning.holds(text.words, match.first, match.last, frozenset(text.words)):
            return None if meaning.name is None else match._replace(payload=meaning.name)
    return match


def _plausible(match: Match[Payload], text: Text, clitics: Clitics) -> bool:
    name = match.payload
    if not isinstance(name, Name):
        return False
    start = text.raw[text.starts[match.first]]
    if start.isupper() or start.islower():
        if len(name.text) <= ACRONYM and name.text.isupper():
            return text.surface(match.first, match.last) == name.text  # "Who" and "Is" begin questions
        return start.isupper()
    if name.facet == "adjective":
        return not match.enclitic
    if match.enclitic:
        return False
    if clitics.article in match.proclitics and not name.text.startswith(clitics.article):
        return name.facet == "people" or name.identity.kind == "group"
    return True


def bare_start(text: Text, word: int, proclitics: Iterable[str], article: str) -> int:
    """Where `word` begins in the raw text without its clitics; an article stays with the word, unless a clitic swallowed it."""
    parts = tuple(proclitics)
    length = sum(len(part) for part in parts if part != article)
    if article in parts and not text.words[word][length:].startswith(article):
        length += len(article) - 1
    return text.starts[word] + length


def actor_of(
    name: Name,
    text: Text,
    first: int,
    last: int,
    start: int,
    *,
    kind: str | None = None,
    why: str = "",
    role: str | None = None,
) -> Actor:
    """The actor that `name` identifies, with the surface from raw `start` to the end of word `last` - 1."""
    identity = name.identity
    end = text.ends[last - 1]
    return Actor(
        text=text.raw[start:end],
        name=identity.name,
        code=identity.state or identity.code,
        kind=kind or ("people" if name.facet == "people" else identity.kind),
        start=start,
        end=end,
        role=role,
        loaded=name.facet == "loaded",
        why=why or f"{name.facet} of {identity.name} in data/{'places' if identity.kind == 'place' else 'actors'}",
    )
