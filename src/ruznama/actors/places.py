"""Where: cities, regions, rivers and seas, by name or behind a word such as "city".

A place is a mention of kind `place` and never a party: seats of governments stand in data/actors/ and are states.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ruznama.actors.mentions import Mention, bare_start
from ruznama.actors.names import Names
from ruznama.knowledge import Head, Knowledge, Language, Name
from ruznama.knowledge.lexicon import Payload
from ruznama.knowledge.marks import Marks
from ruznama.model import Actor
from ruznama.text.phrases import Match

UNKNOWN = 2  # words of the name of a place that no table has
NEAR = 3  # words behind a place in which the name of its state stands


def _points(knowledge: Knowledge, lang: str) -> dict[tuple[str, str | None], tuple[float, float]]:
    """The coordinates of every place by its name, in this language (folded) and the usual English one, and its country."""
    found: dict[tuple[str, str | None], tuple[float, float]] = {}
    for name in knowledge.actors:
        identity = name.identity
        if identity.point is not None:
            if name.lang == lang:
                found.setdefault((knowledge.folding.key(name.text), identity.code), identity.point)
            found.setdefault((identity.name, identity.code), identity.point)
    return found


def point_of(actor: Actor, knowledge: Knowledge, lang: str) -> tuple[float, float] | tuple[None, None]:
    """Latitude and longitude in degrees of the place that `actor` names; None twice if the tables do not have it."""
    points = knowledge.derived(_points, lang)
    key = knowledge.folding.key(actor.text)
    return points.get((key, actor.code)) or points.get((actor.name, actor.code)) or (None, None)


@dataclass
class Places:
    """Reads the places of one text. A doubtful name that the page has once called a city is one from there on."""

    marks: Marks
    known: dict[int, Match[Payload]]
    language: Language
    names: Names
    established: set[str] = field(default_factory=set)

    def at(self, at: int, end: int) -> Mention | None:
        """The place that begins at word `at`, within words before `end`."""
        head = self.marks.one("head", at, Head, role="place") or self.marks.one("head", at, Head, role="area")
        listed = self._listed(at, end)
        if head is not None and head[0].last < end and not head[0].enclitic and (listed is None or listed.last <= head[0].last):
            return self._behind_head(at, end, *head) or listed
        return listed

    def _listed(self, at: int, end: int) -> Mention | None:
        for match in self.marks.at("place", at):
            name = match.payload
            if isinstance(name, Name) and match.last <= end and self._plausible(match, name):
                if name.facet == "cue" and not self._has_cue(match, name):
                    continue
                return self._mention(at, match.last, match.proclitics, name, f"{name.identity.name} in data/places")
        return None

    def _behind_head(self, at: int, end: int, match: Match[Payload], head: Head) -> Mention | None:
        here = match.last
        words = self.marks.text.words
        why = f"behind {head.lemma}"
        for found in self.marks.at("place", here):
            name = found.payload
            if isinstance(name, Name) and found.last <= end and not self._prefixed(found):
                self.established.add(name.text)
                return self._mention(at, found.last, match.proclitics, name, f"{name.identity.name} in data/places, {why}")
        known = self.known.get(here)
        if head.role == "area":
            return None
        if known is not None and isinstance(known.payload, Name) and not self._prefixed(known) and known.last <= end:
            name = known.payload
            if name.facet == "seat" or (name.identity.kind == "state" and name.facet == "name" and head.kind == "any"):
                return self._mention(at, known.last, match.proclitics, name, f"seat of {name.identity.name}, {why}")
            return None
        if self.language.clitics.article in match.proclitics or words[at].startswith(self.language.clitics.article or "\0"):
            return None
        stop = here
        while stop < min(end, here + UNKNOWN) and self.names.may_be_place(stop):
            stop += 1
        if stop == here:
            return None
        state = self._state_behind(stop, end)
        code = state.identity.code if state is not None else None
        said = f", in {state.identity.name} by {state.text}" if state is not None else ""
        start, stop_at = self._span(at, stop, match.proclitics)
        text = self.marks.text.raw[start:stop_at]
        name_start = self.marks.text.starts[here]
        actor = Actor(text, self.marks.text.raw[name_start:stop_at], code, "place", start, stop_at, None, False, why + said)
        return Mention(at, stop, (actor,), match.proclitics, False, head.lemma, "place")

    def _mention(self, first: int, last: int, proclitics: tuple[str, ...], name: Name, why: str) -> Mention:
        start, end = self._span(first, last, proclitics)
        identity = name.identity
        text = self.marks.text.raw[start:end]
        called = identity.name if identity.kind == "place" else name.text
        actor = Actor(text, called, identity.state or identity.code, "place", start, end, None, False, why)
        return Mention(first, last, (actor,), proclitics, False, None, "place")

    def _span(self, first: int, last: int, proclitics: tuple[str, ...]) -> tuple[int, int]:
        text = self.marks.text
        return bare_start(text, first, proclitics, self.language.clitics.article), text.ends[last - 1]

    def _prefixed(self, match: Match[Payload]) -> bool:
        return bool(set(match.proclitics) - {self.language.clitics.article}) or bool(match.enclitic)

    def _plausible(self, match: Match[Payload], name: Name) -> bool:
        text, article = self.marks.text, self.language.clitics.article
        letter = text.raw[text.starts[match.first]]
        if letter.isupper() or letter.islower():
            return letter.isupper()
        if match.enclitic or (match.proclitics and self.names.is_name(match.first)):
            return False  # "Barak" is not "in Arak"
        return not (article in match.proclitics and not name.text.startswith(article))

    def _has_cue(self, match: Match[Payload], name: Name) -> bool:
        """Whether a doubtful name means the place: the page has said so, or its state stands behind it."""
        if name.text in self.established:
            return True
        state = self._state_behind(match.last, match.last + 1)
        if state is not None and state.identity.code == name.identity.code:
            self.established.add(name.text)
            return True
        return False

    def _state_behind(self, at: int, end: int) -> Name | None:
        """The state that stands next behind a place: its adjective, or behind a comma or "in"."""
        words = self.marks.text.words
        for here in range(at, min(at + NEAR, end + NEAR, len(words))):
            known = self.known.get(here)
            if known is not None and isinstance(known.payload, Name):
                state = known.payload
                return state if state.identity.kind == "state" and (here == at) == (state.facet == "adjective") else None
            if words[here] not in self.names.rules.locating:
                return None
        return None
