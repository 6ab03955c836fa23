"""Who is meant by short names, definite descriptions, pairs and "his country", from what the page has said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ruznama.actors.mentions import Mention
from ruznama.knowledge import Head, Language
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.words import Text

_PARTY_KINDS = frozenset({"state", "organ", "person", "group", "igo", "company"})


def short_names(mentions: Sequence[Mention], text: Text) -> dict[str, Actor]:
    """The last word of each person's full name, for those that the page names in full."""
    found: dict[str, Actor] = {}
    for mention in mentions:
        for actor in mention.actors:
            if actor.kind != "person":
                continue
            first, last = text.word_at(actor.start), text.word_at(actor.end)
            if last - first >= 2:
                found.setdefault(text.words[last - 1], actor)
    return found


def follow(mentions: Sequence[Mention], marks: Marks, language: Language) -> list[Mention]:
    """`mentions` (in text order) with those that only say "the company", "both sides", "his country" resolved.

    A definite head without a state means the last mention with the same head; a pair, the last two different parties;
    "his country", the state of the last person or state. What cannot be resolved keeps an empty code.
    """
    article = language.clitics.article
    by_head: dict[str, Actor] = {}
    parties: list[Actor] = []
    resolved: list[Mention] = []
    for mention in mentions:
        actors = mention.actors
        if mention.role == "pair":
            two = _last_two(parties)
            actors = tuple(_as(actors[0], actor, f"the last two parties before it: {actor.name}") for actor in two)
        elif mention.role == "self":
            last = next((actor for actor in reversed(parties) if actor.code), None)
            if last is not None:
                actors = (_as(actors[0], last, f"the country that {last.text} acts for"),)
        elif mention.head is not None and actors[0].code is None and actors[0].role is None:
            before = by_head.get(_bare(mention.head, article))
            if before is not None:
                actors = (_as(actors[0], before, f"as {before.text} before it"),)
        if not actors:
            continue
        resolved.append(replace(mention, actors=actors))
        if mention.head is not None and actors[0].code is not None and mention.role != "pair":
            by_head[_bare(mention.head, article)] = actors[0]
        if mention.role not in ("pair", "self"):
            parties.extend(actor for actor in actors if actor.kind in _PARTY_KINDS and (actor.code or actor.kind == "company"))
    return resolved


def _bare(head: str, article: str) -> str:
    first = head.split()[0]
    return first[len(article) :] if article and first.startswith(article) else first


def _as(words: Actor, meant: Actor, why: str) -> Actor:
    return replace(words, name=meant.name, code=meant.code, kind=meant.kind if meant.kind != "organ" else "state", why=why)


def _last_two(parties: Sequence[Actor]) -> list[Actor]:
    """The last two different parties, in text order; fewer if the page has named fewer."""
    found: list[Actor] = []
    for actor in reversed(parties):
        if all((actor.code or actor.name) != (other.code or other.name) for other in found):
            found.append(actor)
        if len(found) == 2:
            break
    return found[::-1] if len(found) == 2 else []


def pairs_and_selves(marks: Marks, language: Language) -> list[Mention]:
    """The words for two sides and for one's own country, not yet resolved."""
    text = marks.text
    found = []
    for at in sorted(marks.layers.get("head", {})):
        for match in marks.at("head", at):
            head = match.payload
            if isinstance(head, Head) and head.role in ("pair", "self"):
                start = text.starts[at] + sum(len(part) for part in match.proclitics if part != language.clitics.article)
                end = text.ends[match.last - 1]
                actor = Actor(text.raw[start:end], text.raw[start:end], None, "state", start, end)
                found.append(Mention(at, match.last, (actor,), match.proclitics, False, head.lemma, head.role))
                break
    return found
