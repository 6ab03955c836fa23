"""Who is meant by short names, definite descriptions, pairs and "his country", from what the page has said before."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ruznama.actors.mentions import Mention
from ruznama.knowledge import Head, Language
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.words import Text

_PAIRS = frozenset({"pair", "between"})
_OF_STATE = frozenset({"organ", "title"})  # heads that belong to a state also where the page does not say which
MAIN = 3  # mentions that make a state the one the page speaks of
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


def follow(
    mentions: Sequence[Mention],
    marks: Marks,
    language: Language,
    key: Callable[[str], str],
    states: Mapping[str, str],
) -> list[Mention]:
    """`mentions` (in text order) with those that only say "the company", "both sides", "his country" resolved.

    A definite head without a state means the last mention with the same head, else what belongs to the state that the page
    speaks of most; a pair, the two parties of its sentence, else the page's two main ones; "his country", the state
    of the last person. What cannot be resolved keeps an empty code. `states` gives the name of each state by its code.
    """
    article = language.clitics.article
    definite = {key(word): tuple(codes) for word, codes in language.tables["actors"]["definite"].items()}
    counts = Counter(mention.actors[0].code for mention in mentions if _is_state(mention.actors[0].code))
    main = counts.most_common(1)[0][0] if counts and counts.most_common(1)[0][1] >= MAIN else None
    names = {actor.code: actor for mention in mentions for actor in mention.actors if actor.code and not mention.role}
    by_head: dict[str, Actor] = {}
    parties: list[tuple[int, Actor]] = []
    resolved: list[Mention] = []
    starts = marks.text.sentence_starts
    for mention in mentions:
        actors = mention.actors
        if mention.role in _PAIRS:
            begin = starts[bisect_right(starts, mention.first) - 1]
            two = _last_two([actor for first, actor in parties if first >= begin]) or _main_two(parties, counts)
            actors = tuple(_state(actors[0], actor, f"one of the two parties before it: {actor.text}", states) for actor in two)
        elif mention.role == "self":
            persons = [actor for _, actor in parties if actor.code]
            last = next((actor for actor in reversed(persons) if actor.kind == "person"), persons[-1] if persons else None)
            if last is not None:
                actors = (_state(actors[0], last, f"the country that {last.text} acts for", states),)
        elif mention.role == "definite":
            codes = definite.get(key(mention.head or ""), ())
            code = max(codes, key=lambda code: counts[code]) if codes else main
            if code is None or not counts[code]:
                continue
            why = f"the state so called that the page speaks of: {code}"
            actors = (_as(actors[0], names.get(code, actors[0]), why, "state", code),)
        elif mention.head is not None and actors[0].code is None and (actors[0].role is None or mention.role == "title"):
            before = by_head.get(_bare(mention.head, article))
            if before is not None and actors[0].role is None:
                actors = (_as(actors[0], before, f"as {before.text} before it"),)
            elif mention.role in _OF_STATE and main is not None:
                why = f"of {main}, the state that the page speaks of most"
                actors = (replace(actors[0], code=main, why=why),)
            elif mention.role in _OF_STATE and mention.role != "title":
                continue
        if not actors:
            continue
        resolved.append(replace(mention, actors=actors))
        if mention.head is not None and actors[0].code is not None and mention.role not in _PAIRS:
            by_head[_bare(mention.head, article)] = actors[0]
        if mention.role not in (*_PAIRS, "self"):
            known = [actor for actor in actors if actor.kind in _PARTY_KINDS and (actor.code or actor.kind == "company")]
            parties.extend((mention.first, actor) for actor in known)
    return resolved


def _is_state(code: str | None) -> bool:
    return code is not None and len(code) == 2 and code.isupper()


def _main_two(parties: Sequence[tuple[int, Actor]], counts: Counter[str | None]) -> list[Actor]:
    """The two states that the page speaks of most, of those met so far; the last two parties if they are fewer."""
    met = {actor.code: actor for _, actor in parties if _is_state(actor.code)}
    ranked = sorted(met, key=lambda code: -counts[code])
    return [met[code] for code in ranked[:2]] if len(ranked) > 1 else _last_two([actor for _, actor in parties])


def _bare(head: str, article: str) -> str:
    first = head.split()[0]
    return first[len(article) :] if article and first.startswith(article) else first


def _as(words: Actor, meant: Actor, why: str, kind: str | None = None, code: str | None = None) -> Actor:
    kind = kind or (meant.kind if meant.kind != "organ" else "state")
    return replace(words, name=meant.name, code=code or meant.code, kind=kind, why=why)


def _state(words: Actor, party: Actor, why: str, states: Mapping[str, str]) -> Actor:
    """The words as the state that a party is or acts for; as the party itself where it acts for none."""
    name = states.get(party.code or "")
    return _as(words, party, why) if name is None else replace(words, name=name, code=party.code, kind="state", why=why)


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
            if isinstance(head, Head) and head.role in ("pair", "between", "self", "definite"):
                start = text.starts[at] + sum(len(part) for part in match.proclitics if part != language.clitics.article)
                end = text.ends[match.last - 1]
                actor = Actor(text.raw[start:end], text.raw[start:end], None, "state", start, end)
                found.append(Mention(at, match.last, (actor,), match.proclitics, False, head.lemma, head.role))
                break
    return found
