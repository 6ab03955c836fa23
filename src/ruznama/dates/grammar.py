"""The date grammar of one language, built from its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruznama.dates.items import Item, Items
from ruznama.dates.patterns import Classes
from ruznama.dates.periods import Period, read_periods
from ruznama.dates.rules import Stage, build_stages
from ruznama.dates.tense import Tense
from ruznama.text.folding import Folding
from ruznama.text.phrases import Clitics

WORDS, RULES = "dates_words", "dates_rules"  # the files of a language's folder, by stem
PERIOD_CLASSES = ("feast", "event")


@dataclass(frozen=True, eq=False)
class DateGrammar:
    """Words, rules and tense signs of one language. Build it once; reading changes nothing in it but caches."""

    code: str
    items: Items
    stages: tuple[Stage, ...]
    classes: Classes
    times: frozenset[str]
    lasting: frozenset[str]
    events: frozenset[str]
    periods: Mapping[str, Period]
    tense: Tense
    governors: Mapping[str, str]
    between: frozenset[str]
    offices: frozenset[str]
    examples: tuple[tuple[str, str], ...]
    examples_published: str
    folding: Folding

    @classmethod
    def build(
        cls, tables: Mapping[str, Any], periods: Mapping[str, Any], folding: Folding, clitics: Clitics, code: str = ""
    ) -> DateGrammar:
        """The grammar in the tables "dates_words" and "dates_rules" of a language, with data/periods.toml.

        Raises ValueError, with the rule's name, at a rule that cannot be compiled.
        """
        words, rules = tables[WORDS], tables[RULES]
        code = code or words["code"]
        classes = Classes(rules["parts"])
        lexicon = dict(words["class"]) | _period_words(periods, code)
        items = Items(classes, lexicon, clitics, folding, words.get("clitics", {}))
        governors = {folding.key(word): kind for kind, group in words.get("governors", {}).items() for word in group}
        return cls(
            code=code,
            items=items,
            stages=build_stages(rules["rule"], rules["stages"], rules.get("pieces", {}), classes),
            classes=classes,
            times=frozenset(classes.codes("|".join(rules["times"]))),
            lasting=frozenset(classes.codes("|".join(rules["lasting"]))),
            events=frozenset(classes.codes("|".join(rules["events"]))),
            periods=read_periods(periods),
            tense=Tense(words["tense"], folding),
            governors=governors,
            between=frozenset(map(folding.key, words.get("between", ()))),
            offices=frozenset(map(folding.key, words.get("offices", ()))),
            examples=tuple((rule["name"], example) for rule in rules["rule"] for example in rule.get("examples", ())),
            examples_published=rules["published"],
            folding=folding,
        )

    def read(self, items: list[Item]) -> list[Item]:
        """`items` after all stages."""
        for stage in self.stages:
            items = stage.run(items)
        return items


def _period_words(periods: Mapping[str, Any], code: str) -> dict[str, Any]:
    """The names of feasts and events as item classes."""
    lexicon: dict[str, dict[str, Any]] = {name: {"words": {}, "strong": True, "article": False} for name in PERIOD_CLASSES}
    rows: Sequence[Mapping[str, Any]] = periods.get("period", ())
    for row in rows:
        spelled = "|".join(row.get("names", {}).get(code, ()))
        if spelled:
            lexicon["event" if "edtf" in row else "feast"]["words"][spelled] = row["name"]
    return lexicon
