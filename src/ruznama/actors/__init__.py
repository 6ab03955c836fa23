"""Who is meant: the mentions of actors in a text, each linked to one identity.

`find(marks, knowledge, lang, clock)` gives them in text order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ruznama.actors.chunks import Chunker, NameRules, name_rules
from ruznama.actors.clock import UNDATED, Clock
from ruznama.actors.corefer import follow, pairs_and_selves, short_names
from ruznama.actors.mentions import Mention, actor_of, bare_start, known
from ruznama.actors.offices import with_persons
from ruznama.knowledge import Knowledge, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.text.phrases import Match

__all__ = ["Mention", "find"]


def _rules(knowledge: Knowledge, lang: str) -> NameRules:
    return name_rules(knowledge.languages[lang], knowledge.folding)


def find(marks: Marks, knowledge: Knowledge, lang: str, clock: Clock = UNDATED) -> tuple[Mention, ...]:
    """All mentions of the text in order, not overlapping, short names and descriptions resolved.

    `clock` tells which time the words speak of: who held an office, and for whom a person acted then.
    """
    language = knowledge.languages[lang]
    text = marks.text
    names = known(marks, language.clitics)
    chunker = Chunker(marks, names, language, knowledge.derived(_rules, lang))
    others = {mention.first: mention for mention in pairs_and_selves(marks, language)}
    found: list[Mention] = []
    for sentence in text.sentences:
        at = sentence.first
        while at < sentence.last:
            readings = (
                others.get(at),
                chunker.chunk(at, sentence.last),
                _plain(marks, names, at, language.clitics.article),
            )
            mention = max((one for one in readings if one is not None), key=lambda one: one.last, default=None)
            if mention is None or mention.last > sentence.last:
                at += 1
                continue
            found.append(mention)
            at = mention.last
    persons = with_persons(_with_short_names(found, marks), marks, clock, knowledge, lang)
    return tuple(follow(persons, marks, language, knowledge.folding.key, knowledge.derived(_states, lang)))


def _states(knowledge: Knowledge, lang: str) -> dict[str, str]:
    """The usual name of each state by its code; the same in every language."""
    identities = (name.identity for name in knowledge.actors.of_kind("state"))
    return {identity.code: identity.name for identity in identities if identity.code is not None}


def _plain(marks: Marks, names: Mapping[int, Match[Payload]], at: int, article: str) -> Mention | None:
    match = names.get(at)
    if match is None or not isinstance(match.payload, Name):
        return None
    name = match.payload
    start = bare_start(marks.text, at, match.proclitics, article)
    actor = actor_of(name, marks.text, at, match.last, start)
    return Mention(at, match.last, (actor,), match.proclitics, name.facet == "adjective")


def _with_short_names(mentions: list[Mention], marks: Marks) -> list[Mention]:
    """`mentions` and, in the words between them, the short names of persons named in full elsewhere on the page."""
    text = marks.text
    short = short_names(mentions, text)
    if not short:
        return mentions
    taken = {word for mention in mentions for word in range(mention.first, mention.last)}
    for at, word in enumerate(text.words):
        actor = short.get(word)
        if actor is None or at in taken:
            continue
        start, end = text.starts[at], text.ends[at]
        if text.raw[start].islower():
            continue
        why = f"short for {actor.text}"
        meant = replace(actor, text=text.raw[start:end], start=start, end=end, why=why)
        mentions.append(Mention(at, at + 1, (meant,)))
    return sorted(mentions, key=lambda mention: mention.first)
