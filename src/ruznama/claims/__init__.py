"""What is claimed: triggers, their parties and their time, sentence by sentence.

`find` gives drafts: claims that have no source and no status yet. `ruznama.attribution` gives them both.
"""

from __future__ import annotations

from collections.abc import Sequence

from ruznama.actors import Mention
from ruznama.claims.clauses import Clause, Opener
from ruznama.claims.drafts import Draft, Page, Sentences
from ruznama.claims.elsewhere import main_pair
from ruznama.claims.predicates import Predicate
from ruznama.claims.scene import Frame, Scene, Timed, frame_of, lay_out
from ruznama.claims.speech import SpeechAct, speech_acts, unnamed_at
from ruznama.claims.telling import Telling
from ruznama.knowledge import Knowledge
from ruznama.knowledge.marks import Marks

__all__ = [
    "Clause",
    "Draft",
    "Frame",
    "Mention",
    "Opener",
    "Predicate",
    "Scene",
    "Sentences",
    "SpeechAct",
    "Timed",
    "find",
    "frame_of",
    "unnamed_at",
]


def find(
    marks: Marks,
    mentions: Sequence[Mention],
    times: Sequence[Timed],
    knowledge: Knowledge,
    lang: str,
    places: Sequence[Mention] = (),
) -> list[Sentences]:
    """The sentences of the text with their drafts, in order. `mentions` are the parties, `places` what is no party but has a
    state."""
    frame, types = knowledge.derived(frame_of, lang), knowledge.claim_types
    page = Page(main_pair(mentions), places=places)
    found: list[Sentences] = []
    for sentence in marks.text.sentences:
        if not sentence.part.is_prose:
            continue
        scene = lay_out(sentence, marks, mentions, times, frame)
        acts = speech_acts(scene, page.speaker)
        telling = Telling(scene, acts, types, page)
        drafts = telling.tell()
        found.append(Sentences(scene, tuple(drafts), tuple(acts), page.speaker))
        page.hear(drafts, acts, telling.anchor, types)
    return found
