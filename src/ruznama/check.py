"""The check of the data folder: every table is sound, and every example that it holds comes out as it says.

A claim type's example names claims that its text must give, with every field. A date rule's examples stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ruznama.dates import check as check_dates
from ruznama.dates import date_grammar
from ruznama.knowledge import ClaimType, Knowledge
from ruznama.model import Actor, Claim
from ruznama.pipeline import analyse
from ruznama.reading import document

KINDS = frozenset({"state", "organ", "person", "company", "group", "igo", "media", "people"})  # classes by the kind of a mention


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in data/: where, what, and what to do."""

    place: str
    problem: str
    remedy: str


def check(knowledge: Knowledge) -> list[Problem]:
    """All problems of the data folder, in order; an empty list if it is sound."""
    return [*_lint(knowledge), *_date_examples(knowledge), *_claim_examples(knowledge)]


def examples(knowledge: Knowledge) -> int:
    """How many examples of claim types `check` runs."""
    return sum(len(claim_type.examples) for claim_type in knowledge.claim_types.values())


def _lint(knowledge: Knowledge) -> Iterator[Problem]:
    for claim_type in knowledge.claim_types.values():
        file = f"data/claims/{claim_type.type}.toml"
        for lang, language in knowledge.languages.items():
            if not any(trigger.lang == lang for trigger in claim_type.triggers):
                yield Problem(file, f"has no words in {language.english}", f"add a [[{lang}]] group")
            if sum(example.lang == lang for example in claim_type.examples) < 2:
                yield Problem(file, f"has fewer than two examples in {language.english}", "add [[examples]]")
            if lang not in claim_type.label:
                yield Problem(file, f"has no label in {language.english}", "add it under label")
        for trigger in claim_type.triggers:
            known = knowledge.languages[trigger.lang].tables["classes"]
            for name in {*trigger.needs, *trigger.without} - set(known) - KINDS:
                yield Problem(trigger.name, f"asks for the unknown word class {name!r}", "add it to classes.toml")
    seen: dict[tuple[str, bool, str], tuple[str | None, str]] = {}
    for known in knowledge.actors:
        key = (known.lang, known.identity.kind == "place", knowledge.folding.key(known.text))
        code = known.identity.state or known.identity.code
        if known.identity.roles:
            continue  # several persons may bear one name: the dates of their roles tell
        other = seen.setdefault(key, (code, known.identity.name))
        if other[0] != code and known.facet != "adjective":
            what = f"{known.text!r} names both {other[1]} ({other[0]}) and {known.identity.name} ({code})"
            yield Problem(
                "data/places" if known.identity.kind == "place" else "data/actors",
                what,
                "drop it from the one that the press means less often",
            )


def _date_examples(knowledge: Knowledge) -> Iterator[Problem]:
    for lang in knowledge.languages:
        for failure in check_dates(knowledge.derived(date_grammar, lang)):
            what = f"rule {failure.rule!r}: {failure.example} gave {failure.found}"
            yield Problem(f"data/languages/{lang}/dates_rules.toml", what, "mend the rule or its example")


def _claim_examples(knowledge: Knowledge) -> Iterator[Problem]:
    for claim_type in knowledge.claim_types.values():
        for number, example in enumerate(claim_type.examples, 1):
            page = document(f"{claim_type.type}-{number}", example.text, example.lang, knowledge, published=example.published)
            found = list(analyse(page, knowledge).claims)
            for wanted in example.claims:
                match = next((claim for claim in found if _is(claim, wanted, knowledge.claim_types)), None)
                if match is None:
                    got = "; ".join(map(_said, found)) or "no claim"
                    yield Problem(
                        f"data/claims/{claim_type.type}.toml, example {number}: {example.text}",
                        f"wanted {_wanted(wanted)}, got {got}",
                        "mend the words or frames of the type, or the example",
                    )
                else:
                    found.remove(match)


def _is(claim: Claim, wanted: Mapping[str, Any], types: Mapping[str, ClaimType]) -> bool:
    """Whether the claim is the wanted one: the same type, parties, date, status, and as many sources."""
    if claim.type != wanted["type"] or str(claim.status) != wanted.get("status", "asserted"):
        return False
    if (claim.when.edtf if claim.when is not None else None) != wanted.get("date"):
        return False
    if len(claim.sources) != len(wanted.get("sources", ())):
        return False
    actors, recipients = _parties(claim.actors), _parties(claim.recipients)
    if types[claim.type].symmetric:
        return actors | recipients == {*wanted.get("actors", ()), *wanted.get("recipients", ())}
    return actors == set(wanted.get("actors", ())) and recipients == set(wanted.get("recipients", ()))


def _parties(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.code or actor.name for actor in actors}


def _said(claim: Claim) -> str:
    when = claim.when.edtf if claim.when is not None else None
    parties = f"{sorted(_parties(claim.actors))} → {sorted(_parties(claim.recipients))}"
    return f"{claim.type} {parties} {when} {claim.status} {[source.text for source in claim.sources]}"


def _wanted(wanted: Mapping[str, Any]) -> str:
    parties = f"{sorted(wanted.get('actors', ()))} → {sorted(wanted.get('recipients', ()))}"
    return f"{wanted['type']} {parties} {wanted.get('date')} {wanted.get('status', 'asserted')} {wanted.get('sources', [])}"
