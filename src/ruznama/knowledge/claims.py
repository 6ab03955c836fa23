"""The claim types: one file each in data/claims/, with the words that trigger them and their frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruznama.errors import KnowledgeError
from ruznama.knowledge.files import Table, names, toml
from ruznama.model import Plover, Status

KINDS = {"verbs": "verb", "nouns": "noun", "participles": "participle", "phrases": "phrase"}
_KEYS = {*KINDS, "needs", "within", "without", "actors", "recipients", "status", "reverse", "mutual"}


TRAITS = frozenset(
    {
        "two-sided",  # always has two sides, of which the page may name one elsewhere
        "journey",  # its recipient is the state of the place that it leads to
        "pact",  # has partners, who carry out what it contains
        "suffered",  # a lone person suffers it rather than does it
        "state",  # a state of affairs, told with common words: it needs somebody of whom it is said
        "decree",  # what follows its verb is its content
    }
)


@dataclass(frozen=True, eq=False)
class Trigger:
    """A group of words that tell a claim type, and where its parties stand (slots, see CONTRIBUTING.md)."""

    type: str
    lang: str
    group: int
    words: Mapping[str, tuple[str, ...]]  # by kind: verb, noun, participle, phrase
    needs: tuple[str, ...]
    within: tuple[int, int] | None  # words before and behind the trigger among which the class that it needs must stand
    without: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool  # the act has two sides though its type has not: all slots name actors
    status: Status | None
    traits: frozenset[str]  # those of its type, see `TRAITS`

    @property
    def name(self) -> str:
        """How `why` and error messages call it."""
        return f"claims/{self.type}.toml [{self.lang} {self.group}]"


@dataclass(frozen=True)
class Example:
    """A text and claims that it must give."""

    lang: str
    text: str
    published: str | None
    claims: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, eq=False)
class ClaimType:
    """A type of the annotation guidelines. `rank` decides between triggers that claim one clause; `opaque` content (that
    of an accusation, a demand) gives no claims in the article's own voice."""

    type: str
    label: Mapping[str, str]
    definition: str
    symmetric: bool
    plover: Plover
    cameo: str
    roles: Mapping[str, str]
    opaque: bool
    unnamed: bool  # its words themselves say that people act: it needs nobody named
    rank: int
    traits: frozenset[str]
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]


def read_claim_types() -> dict[str, Table]:
    """The tables of data/claims/ by file name."""
    return {name: toml("claims", name) for name in names("claims", suffix=".toml")}


def load_claim_types(languages: list[str], tables: Mapping[str, Table] | None = None) -> dict[str, ClaimType]:
    """All claim types by name, in alphabetical order; from the `tables` that `read_claim_types` gave, if it was asked before."""
    tables = read_claim_types() if tables is None else tables
    types = [_claim_type(name, table, languages) for name, table in tables.items()]
    return {claim_type.type: claim_type for claim_type in types}


def _claim_type(file: str, table: dict[str, Any], languages: list[str]) -> ClaimType:
    try:
        name = table["type"]
        plover = table["plover"]
        return ClaimType(
            type=name,
            label=table["label"],
            definition=table["definition"],
            symmetric=table["symmetric"],
            plover=Plover(plover["event"] or None, plover["mode"] or None, tuple(plover["context"])),
            cameo=table["cameo"],
            roles=table["roles"],
            opaque={"open": False, "opaque": True}[table["content"]],
            unnamed=table.get("unnamed", False),
            rank=table["rank"],
            traits=_traits(file, table),
            triggers=tuple(
                _trigger(file, name, code, number, group, _traits(file, table))
                for code in languages
                for number, group in enumerate(table.get(code, []), 1)
            ),
            examples=tuple(
                Example(row["lang"], row["text"], row.get("published"), tuple(row["claims"])) for row in table.get("examples", [])
            ),
        )
    except KeyError as error:
        raise KnowledgeError(f"data/claims/{file}: {error} is missing or unknown; see CONTRIBUTING.md, claim type") from error


def _traits(file: str, table: dict[str, Any]) -> frozenset[str]:
    traits = frozenset(table.get("traits", ()))
    if not traits <= TRAITS:
        raise KnowledgeError(f"data/claims/{file}: unknown traits {sorted(traits - TRAITS)}; use {sorted(TRAITS)}")
    return traits


def _trigger(file: str, name: str, code: str, number: int, group: dict[str, Any], traits: frozenset[str]) -> Trigger:
    unknown = set(group) - _KEYS
    if unknown:
        raise KnowledgeError(f"data/claims/{file}: [{code} {number}] has unknown keys {sorted(unknown)}; use {sorted(_KEYS)}")
    status = group.get("status")
    return Trigger(
        type=name,
        lang=code,
        group=number,
        words={kind: tuple(group.get(key, ())) for key, kind in KINDS.items()},
        needs=tuple(group.get("needs", ())),
        within=(group["within"][0], group["within"][1]) if "within" in group else None,
        without=tuple(group.get("without", ())),
        actors=tuple(group.get("actors", ("subject",))),
        recipients=tuple(group.get("recipients", ())),
        mutual=group.get("mutual", False),
        status=Status(status) if status else None,
        traits=traits,
    )
