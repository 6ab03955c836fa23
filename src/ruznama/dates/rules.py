"""The rules of a language's dates: stages of patterns over items, each stage working on what the one before has made.

A stage goes through an island from left to right; at each item the longest match wins, then the rule that stands first
in its file, and what it matched becomes one new item of the class that the rule makes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruznama.dates.items import Item
from ruznama.dates.meanings import MEANINGS, Meaning, Parts
from ruznama.dates.patterns import Classes, Pattern


@dataclass(frozen=True)
class Rule:
    """A pattern, the meaning of what it matches, and the class of the item that it makes."""

    name: str
    makes: str
    expression: re.Pattern[str]
    labels: tuple[str, ...]
    meaning: Meaning
    given: Mapping[str, Any]

    def apply(self, codes: str, at: int, items: Sequence[Item]) -> tuple[int, Item] | None:
        """The end of the match at item `at` and the new item; None where it does not match or means nothing."""
        found = self.expression.match(codes, at)
        if found is None or found.end() == at:
            return None
        parts: dict[str, Any] = dict(self.given)
        for number, label in enumerate(self.labels, 1):
            place = found.start(number)
            if place >= 0:
                name, count = label, 2
                while name in parts:
                    name = f"{label}{count}"
                    count += 1
                parts[name] = items[place].value
        value = self.meaning(Parts(parts))
        if value is None:
            return None
        last = found.end()
        first_item, last_item = items[at], items[last - 1]
        rule = self.name
        if len(items[at:last]) == 1 and items[at].rule:
            rule = items[at].rule
        return last, Item(self.makes, value, first_item.start, last_item.end, first_item.first, last_item.last, rule)


class Stage:
    """Rules that are tried together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._by_first: dict[str, list[Rule]] = {}
        self._any = re.compile("(?!)")

    def add(self, rule: Rule, first: frozenset[str]) -> None:
        """Adds a rule that may begin with the characters `first`."""
        for code in first:
            self._by_first.setdefault(code, []).append(rule)
        self._any = re.compile(f"[{''.join(self._by_first)}]")

    def run(self, items: list[Item]) -> list[Item]:
        """`items` with what the rules made of them."""
        codes = "".join(item.code for item in items)
        done: list[Item] = []
        at = 0
        while (begin := self._any.search(codes, at)) is not None:
            done.extend(items[at : begin.start()])
            at = begin.start()
            best: tuple[int, Item] | None = None
            for rule in self._by_first[codes[at]]:
                made = rule.apply(codes, at, items)
                if made is not None and (best is None or made[0] > best[0]):
                    best = made
            if best is None:
                done.append(items[at])
                at += 1
            else:
                at = best[0]
                done.append(best[1])
        done.extend(items[at:])
        return done


def build_stages(
    tables: Sequence[Mapping[str, Any]], stages: Sequence[str], pieces: Mapping[str, str], classes: Classes
) -> tuple[Stage, ...]:
    """The stages named by `stages`, in that order, with the rules of `tables`; `<name>` in a pattern is a piece of `pieces`.

    Raises ValueError at a faulty rule.
    """
    built = {name: Stage(name) for name in stages}
    for table in tables:
        name = table["name"]
        try:
            for source in table["patterns"]:
                for piece, written in pieces.items():
                    source = source.replace(f"<{piece}>", f"({written})")
                pattern = Pattern(source, classes)
                before, behind = _context(table, "after", "<", classes), _context(table, "before", "", classes)
                rule = Rule(
                    name=name,
                    makes=classes.code(table["makes"]),
                    expression=re.compile(f"{before}(?:{pattern.expression}){behind}"),
                    labels=tuple(pattern.labels),
                    meaning=MEANINGS[table.get("meaning", "merge")],
                    given={
                        key: tuple(value) if isinstance(value, list) else value for key, value in table.get("with", {}).items()
                    },
                )
                built[table["stage"]].add(rule, pattern.first)
        except (KeyError, ValueError, re.error) as error:
            raise ValueError(f"date rule {name!r}: {error}") from error
    return tuple(built.values())


def _context(table: Mapping[str, Any], key: str, side: str, classes: Classes) -> str:
    expression = ""
    if key in table:
        expression += f"(?{side}=[{classes.codes(table[key])}])"
    if f"not_{key}" in table:
        expression += f"(?{side}![{classes.codes(table[f'not_{key}'])}])"
    return expression
