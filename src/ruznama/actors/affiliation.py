"""Whose an unknown person is: the state of the title or nationality that stands next to the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ruznama.actors.mentions import Mention
from ruznama.model import Actor
from ruznama.text.words import Text

_SEPARATORS = frozenset({",", "(", "-", '"'})
_TITLES = frozenset({"title", "occupation", "organ", "office", "counterpart"})


def affiliated(mentions: Sequence[Mention], text: Text, determiners: frozenset[str]) -> list[Mention]:
    """`mentions` with the codes of persons whom no table knows: from the title, office or nationality before the name, or from
    the title behind it ("X Y, the minister of …"); wherever the page names them."""
    found = list(mentions)
    codes: dict[str, tuple[str, str]] = {}
    for at, mention in enumerate(found):
        if not _unknown(mention):
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if before is not None and _describes(before, text.words[before.last : mention.first], before=True):
            codes.setdefault(mention.actors[0].name, (before.code or "", f"{before.actors[0].text} before the name"))
        elif after is not None and _describes(
            after, [word for word in text.words[mention.last : after.first] if word not in determiners], before=False
        ):
            codes.setdefault(mention.actors[0].name, (after.code or "", f"{after.actors[0].text} behind the name"))
    for mention in found:
        actor = mention.actors[0]
        if actor.kind == "person" and actor.code and not mention.unnamed:
            codes.setdefault(actor.name, (actor.code, f"as {actor.text}: {actor.why}"))
    return [_coded(mention, codes) for mention in found]


def _unknown(mention: Mention) -> bool:
    actor: Actor = mention.actors[0]
    return actor.kind == "person" and actor.code is None and not mention.unnamed


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
