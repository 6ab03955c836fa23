"""What a claim is before it has a source and a status, and what the page has told before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ruznama.actors import Mention
from ruznama.claims.predicates import Predicate
from ruznama.claims.scene import Scene, Timed
from ruznama.claims.speech import SpeechAct
from ruznama.knowledge import ClaimType
from ruznama.model import Actor


@dataclass(frozen=True, eq=False)
class Draft:
    """A claim before attribution. `predicate` is None for a bare act of speech."""

    scene: Scene
    type: str
    clause: int
    predicate: Predicate | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    timed: Timed | None
    why: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Sentences:
    """The drafts and the acts of speech of one sentence; `before` is who spoke last before it."""

    scene: Scene
    drafts: tuple[Draft, ...]
    acts: tuple[SpeechAct, ...]
    before: tuple[Actor, ...] = ()


@dataclass
class Page:
    """What a sentence may lean on: the two states that the page is `main`ly about, whom its sentences spoke of (`topics`), who
    `met` or agreed last, the `last` draft, the last `speaker`, and its `places`."""

    main: tuple[Actor, ...] = ()
    topics: list[Sequence[Actor]] = field(default_factory=list)
    met: tuple[Actor, ...] = ()
    last: Draft | None = None
    speaker: tuple[Actor, ...] = ()
    places: Sequence[Mention] = ()

    def hear(
        self, drafts: Sequence[Draft], acts: Sequence[SpeechAct], topic: Sequence[Actor], types: Mapping[str, ClaimType]
    ) -> None:
        """Keeps what one more sentence told."""
        if topic and topic not in self.topics[-1:]:
            self.topics.append(topic)
        self.speaker = next((act.speakers for act in acts if act.speakers and not act.inherited), self.speaker)
        self.last = drafts[-1] if drafts else None
        for draft in drafts:
            if types[draft.type].symmetric and len({actor.code or actor.name for actor in draft.actors}) > 1:
                self.met = draft.actors
