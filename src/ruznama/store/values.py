"""Claims and passages as JSON values and back, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ruznama.model import Actor, Amount, Claim, Part, Passage, Place, Plover, Source, Status, Uncovered, When


def claim_value(claim: Claim) -> dict[str, Any]:
    """All fields of a claim, as JSON values."""
    return asdict(claim)


def claim_of(value: Mapping[str, Any]) -> Claim:
    """The claim of a `claim_value`."""
    fields = dict(value)
    plover = fields["plover"]
    fields.update(
        status=Status(fields["status"]),
        actors=tuple(Actor(**actor) for actor in fields["actors"]),
        recipients=tuple(Actor(**actor) for actor in fields["recipients"]),
        when=None if fields["when"] is None else When(**fields["when"]),
        place=None if fields["place"] is None else Place(**fields["place"]),
        amounts=tuple(Amount(**amount) for amount in fields["amounts"]),
        sources=tuple(Source(**source) for source in fields["sources"]),
        plover=Plover(plover["event"], plover["mode"], tuple(plover["context"])),
        why=tuple(fields["why"]),
    )
    return Claim(**fields)


def passage_values(passages: Sequence[Passage]) -> list[list[Any]]:
    """Each passage as [part, start, end]."""
    return [[passage.part.value, passage.start, passage.end] for passage in passages]


def passages_of(values: Sequence[Sequence[Any]]) -> tuple[Passage, ...]:
    """The passages of `passage_values`."""
    return tuple(Passage(Part(part), start, end) for part, start, end in values)


def uncovered_of(values: Sequence[Mapping[str, Any]]) -> tuple[Uncovered, ...]:
    """The uncovered sentences of their JSON values."""
    return tuple(Uncovered(**value) for value in values)
