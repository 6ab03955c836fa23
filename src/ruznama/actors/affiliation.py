"""Whose an unknown person, company or medium is: the state of the title, nationality or residence next to the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ruznama.actors.mentions import Mention
from ruznama.knowledge import Language
from ruznama.model import Actor
from ruznama.text.words import Text

_SEPARATORS = frozenset({",", "(", "-", '"'})
_TITLES = frozenset({"title", "occupation", "organ", "office", "counterpart"})


_NATIONAL = frozenset({"company", "media", "group"})  # kinds whose nationality may stand behind a quoted name
_CLOSING = frozenset({'"', "'", ")"})
GAP = 3  # words between a name and the nationality behind it, its closing quote among them ("the news site")


def affiliated(
    mentions: Sequence[Mention], text: Text, language: Language, residence: frozenset[tuple[str, ...]]
) -> list[Mention]:
    """`mentions` with the codes of those whom no table knows: persons by the title, office or nationality before the name, the
    title behind it ("X Y, the minister of …"), or where they live (`residence`: "formerly of"); companies and media by the
    nationality behind the quoted name; wherever the page names them."""
    found = list(mentions)
    codes: dict[str, tuple[str, str]] = {}
    for at, mention in enumerate(found):
        if not _unknown(mention):
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        gap = text.words[mention.last : after.first] if after is not None else ()
        if mention.actors[0].kind != "person":
            if after is not None and _describes_company(after, gap, language.clitics.article):
                codes.setdefault(mention.actors[0].name, (after.code or "", f"{after.actors[0].text} behind the name"))
        elif before is not None and _describes(before, text.words[before.last : mention.first], before=True):
            codes.setdefault(mention.actors[0].name, (before.code or "", f"{before.actors[0].text} before the name"))
        elif after is not None and _describes(after, [word for word in gap if word not in language.determiners], before=False):
            codes.setdefault(mention.actors[0].name, (after.code or "", f"{after.actors[0].text} behind the name"))
        elif after is not None and _resides(after, mention.last, text, residence):
            codes.setdefault(mention.actors[0].name, (after.code or "", f"told behind the name: {after.actors[0].text}"))
    for mention in found:
        actor = mention.actors[0]
        if actor.kind == "person" and actor.code and not mention.unnamed:
            codes.setdefault(actor.name, (actor.code, f"as {actor.text}: {actor.why}"))
    return [_coded(mention, codes) for mention in found]


def with_quoted_names(mentions: list[Mention], text: Text) -> list[Mention]:
    """`mentions` and those of companies and media that the page has named behind their head, in quotes without it."""
    named: dict[tuple[str, ...], Actor] = {}
    for mention in mentions:
        actor = mention.actors[0]
        if (
            actor.kind in _NATIONAL
            and actor.role is not None
            and mention.last < len(text.words)
            and text.words[mention.last] in _CLOSING
        ):
            named.setdefault(tuple(text.words[text.word_at(actor.start) : text.word_at(actor.end)]), actor)
    if not named:
        return mentions
    taken = {word for mention in mentions for word in range(mention.first, mention.last)}
    found = list(mentions)
    for at, word in enumerate(text.words):
        for words, actor in named.items() if word in _CLOSING and at + 1 not in taken else ():
            last = at + 1 + len(words)
            if last < len(text.words) and text.words[last] == word and tuple(text.words[at + 1 : last]) == words:
                start, end = text.starts[at + 1], text.ends[last - 1]
                meant = replace(actor, text=text.raw[start:end], start=start, end=end, why=f"named before: {actor.why}")
                found.append(Mention(at + 1, last, (meant,)))
    return sorted(found, key=lambda mention: mention.first)


def _unknown(mention: Mention) -> bool:
    actor: Actor = mention.actors[0]
    if actor.code is not None:
        return False
    return actor.kind in _NATIONAL and actor.role is not None if actor.kind != "person" else not mention.unnamed


def _describes_company(mention: Mention, gap: Sequence[str], article: str) -> bool:
    """Whether a nationality stands behind a name: next to it, or behind its closing quote and words that describe it."""
    if not mention.attributive or mention.code is None or len(gap) > GAP:
        return False
    return all(word in _CLOSING or (article and word.startswith(article)) for word in gap)


def _resides(mention: Mention, start: int, text: Text, residence: frozenset[tuple[str, ...]]) -> bool:
    """Whether the person named before word `start` lives, or was born, where `mention` says: "25, formerly of (a town in) …"."""
    if mention.code is None or mention.attributive or not (mention.is_place or mention.actors[0].kind == "state"):
        return False
    words = [at for at in range(start, mention.first) if text.words[at] not in _SEPARATORS and not text.words[at].isdigit()]
    while words and len(words) > 1 and text.raw[text.starts[words[-1]]].isupper():
        words.pop()  # a town that no table has
    return tuple(text.words[at] for at in words) in residence


def _describes(mention: Mention, gap: Sequence[str], *, before: bool) -> bool:
    """Whether a mention with a code says whose the person next to it is, `gap` being the words between them."""
    if mention.code is None or any(word not in _SEPARATORS for word in gap):
        return False
    if before:
        return not gap and (mention.attributive or mention.unnamed)
    return bool(gap) and gap[0] in (",", "(") and mention.role in _TITLES and mention.actors[0].role is None


def _coded(mention: Mention, codes: dict[str, tuple[str, str]]) -> Mention:
    actor = mention.actors[0]
    if not _unknown(mention) or actor.name not in codes:
        return mention
    code, why = codes[actor.name]
    return replace(mention, actors=(replace(actor, code=code, why=why),))
