"""What Ruznama knows: the data folder, read once into immutable values.

`load()` gives the `Knowledge` that `ruznama.pipeline.analyse` takes. Nothing outside this package opens data/.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

from ruznama.knowledge.actors import Identity, Name, Role, load_actors
from ruznama.knowledge.claims import ClaimType, Example, Trigger, load_claim_types
from ruznama.knowledge.files import DATA, toml
from ruznama.knowledge.languages import Language, language_codes, load_language
from ruznama.knowledge.lexicon import Grammar, Head, Payload, Speech, TriggerForm, build_lexicon
from ruznama.text.folding import Folding
from ruznama.text.phrases import PhraseMatcher

__all__ = [
    "ClaimType", "Example", "Grammar", "Head", "Identity", "Knowledge", "Language", "Name", "Payload", "Role", "Speech",
    "Trigger", "TriggerForm", "load",
]  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Everything that data/ says. `version` names the package version and a hash of data/, for `Claim.origin`."""

    version: str
    folding: Folding
    languages: dict[str, Language]
    claim_types: dict[str, ClaimType]
    actors: tuple[Name, ...]
    lexicons: dict[str, PhraseMatcher[Payload]]
    periods: dict[str, Any]
    _derived: dict[Any, Any] = field(default_factory=dict, repr=False)

    def derived(self, build: Callable[[Knowledge, str], T], lang: str) -> T:
        """What `build` makes of this knowledge for a language, made once. For compiled grammars and the like."""
        key = (build, lang)
        if key not in self._derived:
            self._derived[key] = build(self, lang)
        return cast(T, self._derived[key])


@cache
def load() -> Knowledge:
    """The knowledge of this installation. Raises KnowledgeError where data/ is wrong."""
    folding = Folding(toml("folding.toml")["letters"])
    codes = language_codes()
    languages = {code: load_language(code, folding) for code in codes}
    claim_types = load_claim_types(codes)
    actors = tuple(load_actors(codes))
    lexicons = {code: build_lexicon(language, folding, claim_types.values(), actors) for code, language in languages.items()}
    return Knowledge(_version(), folding, languages, claim_types, actors, lexicons, toml("periods.toml"))


def _version() -> str:
    try:
        package = version("ruznama")
    except PackageNotFoundError:
        package = "0"
    return f"{package}+{_hash(DATA).hexdigest()[:8]}"


def _hash(folder: Traversable) -> Any:
    digest = hashlib.sha256()
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        digest.update(entry.name.encode())
        digest.update(_hash(entry).digest() if entry.is_dir() else entry.read_bytes())
    return digest
