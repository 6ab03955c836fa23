"""Who is meant: the mentions of actors in a text, each linked to one identity.

`find(marks, knowledge, lang, clock)` gives them in text order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ruznama.actors.affiliation import affiliated, with_quoted_names
from ruznama.actors.ambiguity import meanings
from ruznama.actors.chunks import Chunker, headed
from ruznama.actors.clock import UNDATED, Clock
from ruznama.actors.corefer import follow, pointing, short_names
from ruznama.actors.descriptions import following
from ruznama.actors.mentions import Mention, actor_of, bare_start, known
from ruznama.actors.name_rules import name_rules
from ruznama.actors.names import Names
from ruznama.actors.offices import with_persons
from ruznama.actors.people import alone_names
from ruznama.actors.places import Places
from ruznama.knowledge import Head, Knowledge, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.phrases import Match

_LEADING = frozenset({"title", "occupation", "people", "generic", "office"})  # heads that lead to an organisation
_ORGANISATIONS = frozenset({"organ", "igo", "group", "company", "media"})

__all__ = ["Mention", "find"]


def find(marks: Marks, knowledge: Knowledge, lang: str, clock: Clock = UNDATED, source: str | None = None) -> tuple[Mention, ...]:
    """All mentions of the text in order, not overlapping, short names and descriptions resolved.

    `clock` tells which time the words speak of: who held an office, and for whom a person acted then. `source` is the
    outlet: a national one speaks of its own state without naming it.
    """
    language = knowledge.languages[lang]
    text = marks.text
    listed = known(marks, language.clitics, knowledge.derived(meanings, lang))
    names = Names(marks, language, knowledge.derived(name_rules, lang))
    chunker = Chunker(marks, listed, language, names, knowledge.derived(headed, lang))
    places = Places(marks, listed, language, names)
    others = {mention.first: mention for mention in pointing(marks, language) if not _begins_name(mention, listed)}
    opening = {*others, *listed, *marks.starts("head"), *marks.starts("place")}
    opens = names.rules.opens
    found: list[Mention] = []
    for sentence in text.sentences:
        at = sentence.first
        while at < sentence.last:
            if at not in opening and not opens[text.words[at]]:
                at += 1
                continue
            readings: tuple[Mention | None, ...] = (
                others.get(at),
                chunker.chunk(at, sentence.last),
                _plain(marks, listed, at, names),
                chunker.person(at, sentence.last),
                places.at(at, sentence.last),
            )
            nobody = marks.one("actor", at, Head, role="nobody")
            if nobody is None:
                readings = _preferred(readings)
            else:  # only a place may have such a name: "the Gulf of Oman"
                readings = tuple(one for one in readings[-1:] if one is not None and one.last >= nobody[0].last)
            mention = max((one for one in readings if one is not None), key=lambda one: one.last, default=None)
            if nobody is not None and mention is None:
                at = nobody[0].last
                continue
            if mention is None or mention.last > sentence.last:
                at += 1
                continue
            found.append(_with_inner(mention, marks, chunker))
            at = mention.last
    rules = knowledge.derived(following, lang)
    named = with_quoted_names(affiliated(found, text, language, names.rules.residence), text)
    short = short_names(named, text, names.may_be_short, rules.called_first)
    codes = {mention.code for mention in named}
    for word, person in knowledge.derived(alone_names, lang).items():
        if person.code in codes:
            short.setdefault(
                word, Actor(person.name, person.name, person.code, "person", 0, 0, why="as the page names its state")
            )
    with_short = _with_short_names(named, marks, names, short)
    persons = with_persons(with_short, marks, clock, knowledge, lang)
    return tuple(follow(persons, marks, rules, knowledge.folding.key, rules.home(source, knowledge.folding.key)))


def _begins_name(pointer: Mention, listed: Mapping[int, Match[Payload]]) -> bool:
    """Whether words that only point are the beginning of a known name: "the kingdom" in "the Kingdom of Tonga"."""
    return any(at in listed and listed[at].last > pointer.last for at in range(pointer.first + 1, pointer.last))


def _preferred(readings: tuple[Mention | None, ...]) -> tuple[Mention | None, ...]:
    """`readings` without a chunk that swallows words behind one that only points ("both sides the agreement …")."""
    pointer, chunk = readings[:2]
    if pointer is not None and chunk is not None and (chunk.code is None or chunk.last > pointer.last + 1):
        return (pointer, *readings[2:])
    return readings


def _with_inner(mention: Mention, marks: Marks, chunker: Chunker) -> Mention:
    """`mention` and what is named inside it: states, seats, places, organisations ("the spokesman of the ministry of …")."""
    if (
        mention.last - mention.first < 2
        or mention.is_place
        or mention.role == "name"
        or (mention.head is None and mention.actors[0].kind == "state")
    ):
        return mention
    inner: list[Actor] = []
    text = marks.text
    own = (mention.actors[0].start, mention.actors[0].end)
    for at in range(mention.first, mention.last):
        chunk = chunker.chunk(at, mention.last) if at > mention.first and mention.role in _LEADING else None
        if chunk is not None and chunk.actors[0].kind in _ORGANISATIONS and chunk.code is not None:
            _add(inner, chunk.actors[0], own)
        for match in (*marks.at("actor", at), *marks.at("place", at)):
            name = match.payload
            if not isinstance(name, Name) or match.last > mention.last or match.enclitic:
                continue
            if chunker.known.get(at, match).payload is not name:
                continue  # it means something else here
            if name.facet in ("name", "seat") and name.identity.kind in ("state", "place", *_ORGANISATIONS):
                start = bare_start(text, at, match.proclitics, "")
                if not text.raw[start].islower():
                    _add(inner, actor_of(name, text, at, match.last, start), own)
    return replace(mention, inner=tuple(inner)) if inner else mention


def _add(inner: list[Actor], actor: Actor, own: tuple[int, int]) -> None:
    if (actor.start, actor.end) != own and all((actor.start, actor.end) != (one.start, one.end) for one in inner):
        inner.append(actor)


def _plain(marks: Marks, listed: Mapping[int, Match[Payload]], at: int, names: Names) -> Mention | None:
    match = listed.get(at)
    if match is None or not isinstance(match.payload, Name):
        return None
    name = match.payload
    start = bare_start(marks.text, at, match.proclitics, names.language.clitics.article)
    people = name.facet == "adjective" and match.last == at + 1 and names.is_people(at)
    actor = actor_of(name, marks.text, at, match.last, start, kind="people" if people else None)
    role = "place" if name.identity.kind == "place" else None
    return Mention(at, match.last, (actor,), match.proclitics, name.facet == "adjective" and not people, None, role)


def _with_short_names(mentions: list[Mention], marks: Marks, names: Names, short: Mapping[str, Actor]) -> list[Mention]:
    """`mentions` and, in the words between them, the short names of persons named in full elsewhere on the page."""
    text = marks.text
    if not short:
        return mentions
    taken = {word for mention in mentions for word in range(mention.first, mention.last)}
    endings = tuple(short)  # clitics stand before a short name
    for at, word in enumerate(text.words):
        if not word.endswith(endings) or at in taken:
            continue
        actor, proclitics = names.short(at, short)
        if actor is None:
            continue
        start, end = text.starts[at] + sum(map(len, proclitics)), text.ends[at]
        if text.raw[start].islower():
            continue
        why = f"short for {actor.text}" + (f": {actor.why}" if actor.why else "")
        meant = replace(actor, text=text.raw[start:end], start=start, end=end, why=why)
        mentions.append(Mention(at, at + 1, (meant,), proclitics))
    return sorted(mentions, key=lambda mention: mention.first)
