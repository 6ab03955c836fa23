"""What Ruznama knows: the data folder, read once into immutable values.

`load()` gives the `Knowledge` that `ruznama.pipeline.analyse` takes. Nothing outside this package opens data/. What was read is
kept in a cache (`ruznama.knowledge.disk`) until data or code change; a language's lexicon is loaded when a page needs it.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

from ruznama.knowledge.actors import Identity, Name, Role, load_actors, load_places
from ruznama.knowledge.claims import ClaimType, Example, Trigger, load_claim_types, read_claim_types
from ruznama.knowledge.disk import Cache
from ruznama.knowledge.files import DATA, PACKAGE, Table, toml
from ruznama.knowledge.languages import Language, language_codes, load_language, read_language
from ruznama.knowledge.lazy import OnDemand
from ruznama.knowledge.lexicon import Grammar, Head, Payload, Speech, TriggerForm, build_lexicon
from ruznama.knowledge.plain import Names, lexicon_of, names_of, plain_lexicon, plain_names
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
    actors: Names
    lexicons: Mapping[str, PhraseMatcher[Payload]]
    periods: dict[str, Any]
    cache: Cache = field(repr=False)
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
    data = _hash(DATA)
    cache = Cache(_key(data))
    tables = cache.get("tables", _tables)
    folding = Folding(tables["folding"]["letters"])
    languages = {code: load_language(code, folding, table) for code, table in tables["languages"].items()}
    claim_types = load_claim_types(list(languages), tables["claims"])
    actors = names_of(cache.get("actors", lambda: plain_names(_names(list(languages)))))

    def lexicon(code: str) -> PhraseMatcher[Payload]:
        def plain() -> Any:
            return plain_lexicon(build_lexicon(languages[code], folding, claim_types.values(), actors), actors, claim_types)

        return lexicon_of(cache.get(f"lexicon-{code}", plain), languages[code].clitics, actors, claim_types)

    lexicons = OnDemand(list(languages), lexicon)
    told = f"{_package()}+{data.hex()[:8]}"
    return Knowledge(told, folding, languages, claim_types, actors, lexicons, tables["periods"], cache)


def _tables() -> dict[str, Table]:
    """All TOML files of data/."""
    return {
        "folding": toml("folding.toml"),
        "languages": {code: read_language(code) for code in language_codes()},
        "claims": read_claim_types(),
        "periods": toml("periods.toml"),
    }


def _names(languages: list[str]) -> Iterator[Name]:
    """Every name of actors and places."""
    yield from load_actors(languages)
    yield from load_places(languages)


def _package() -> str:
    try:
        return version("ruznama")
    except PackageNotFoundError:
        return "0"


def _key(data: bytes) -> str:
    """A hash of all that the cached values come from: data/, the code of Ruznama, and Python."""
    digest = hashlib.blake2b(data + _hash(PACKAGE, ".py"), digest_size=16)
    digest.update(repr((_package(), sys.version, marshal.version)).encode())
    return digest.hexdigest()


def _hash(folder: Traversable, suffix: str = "") -> bytes:
    """A hash of the names and bytes of all files in `folder` whose names end with `suffix`."""
    digest = hashlib.sha256()
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() or entry.name.endswith(suffix):
            digest.update(entry.name.encode())
            digest.update(_hash(entry, suffix) if entry.is_dir() else entry.read_bytes())
    return digest.digest()
