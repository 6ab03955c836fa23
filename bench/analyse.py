"""Reading articles into claims: articles and characters per second, stage by stage, on one core.

    python -m bench.analyse PATH [--articles N] [--worst N] [--profile [N]]

PATH is what `ruznama claims` takes. Printed are: how long the knowledge takes to load; the share of each stage, with the
characters per second that it would do alone; the slowest articles; whether the cost is linear (the same articles, once
and concatenated to texts of two, four and eight articles); with `--profile` the functions that take the time.

The first articles are read once before, so that words of every day are known, as they are a second after a build began.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from time import process_time as clock  # of this process: others on the machine do not count
from typing import Any

from ruznama import actors, claims, dates, pipeline
from ruznama.cli import GARBAGE
from ruznama.knowledge import Knowledge, load
from ruznama.model import Document, Passage
from ruznama.reading import Failure, read

WARM = 100  # articles read before the clock runs
TIMES = (1, 2, 4, 8)  # articles in one text
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("text", pipeline, "words"),
    ("dates", dates, "find"),
    ("marks", pipeline, "mark"),
    ("actors", actors, "find"),
    ("amounts", pipeline, "_amounts"),
    ("claims", claims, "find"),
    ("attribution", pipeline, "attribute"),
    ("records", pipeline, "_claims"),
    ("coverage", pipeline, "uncovered"),
)


@contextmanager
def clocks(spent: Counter[str]) -> Iterator[None]:
    """Adds the seconds of every stage to `spent` while it is open."""

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            begin = clock()
            try:
                return function(*given, **named)
            finally:
                spent[stage] += clock() - begin  # type: ignore[assignment]

        return run

    kept = [(module, name, getattr(module, name)) for _, module, name in STAGES]
    for stage, module, name in STAGES:
        setattr(module, name, timed(stage, getattr(module, name)))
    try:
        yield
    finally:
        for module, name, function in kept:
            setattr(module, name, function)


def analyse_all(documents: Sequence[Document], knowledge: Knowledge) -> list[float]:
    """The seconds that each document takes."""
    seconds = []
    for document in documents:
        begin = clock()
        pipeline.analyse(document, knowledge)
        seconds.append(clock() - begin)
    return seconds


def joined(documents: Sequence[Document], number: int) -> list[Document]:
    """The documents, `number` of them after each other in one."""
    made = []
    for at in range(0, len(documents) - number + 1, number):
        text = ""
        passages: list[Passage] = []
        for document in documents[at : at + number]:
            start = len(text)
            passages += [replace(part, start=part.start + start, end=part.end + start) for part in document.passages]
            text += document.text + "\n"
        made.append(replace(documents[at], text=text, passages=tuple(passages)))
    return made


def show_stages(spent: Counter[str], total: float, documents: int, characters: int) -> None:
    spent = spent.copy()
    spent["the rest"] = total - spent.total()  # type: ignore[assignment]
    for stage, seconds in spent.items():
        each = 1e3 * seconds / documents
        print(f"  {stage:12} {seconds / total:6.1%} {each:9.3f} ms/article {characters / seconds:12,.0f} chars/s")


def show_linearity(documents: Sequence[Document], knowledge: Knowledge) -> None:
    """Texts of several articles of one language beside the same articles alone."""
    lang = Counter(document.lang for document in documents).most_common(1)[0][0]
    chosen = [document for document in documents if document.lang == lang]
    chosen = chosen[: len(chosen) // TIMES[-1] * TIMES[-1]]
    base = 0.0
    for number in TIMES:
        texts = joined(chosen, number)
        seconds = sum(analyse_all(texts, knowledge))
        speed = sum(len(text.text) for text in texts) / seconds
        base = base or speed
        print(f"  {number} in one text: {speed:12,.0f} chars/s, {base / speed:.2f} times the cost a character")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="at most so many (1000; 0 for all)")
    parser.add_argument("--worst", type=int, default=5, metavar="N", help="list so many of the slowest")
    parser.add_argument("--profile", type=int, nargs="?", const=25, default=0, metavar="N", help="list so many functions")
    options = parser.parse_args()

    gc.set_threshold(*GARBAGE)
    begin = clock()
    knowledge = load()
    print(f"knowledge      {clock() - begin:.3f} s to load")
    found = islice(read(options.path, knowledge), options.articles or None)
    begin = clock()
    documents = [item for item in found if not isinstance(item, Failure)]
    reading = clock() - begin
    characters = sum(len(document.text) for document in documents)
    print(f"articles       {len(documents):,} of {characters / len(documents):,.0f} characters")
    print(f"reading        {characters / reading:,.0f} chars/s (bytes to documents, with datelines and passages)")
    begin = clock()
    analyse_all(documents[:WARM], knowledge)
    print(f"first {len(documents[:WARM]):3}      {clock() - begin:.3f} s, with all that is built for their languages")
    spent: Counter[str] = Counter()
    with clocks(spent):
        seconds = analyse_all(documents, knowledge)
    total = sum(seconds)
    print(f"analyse        {characters / total:,.0f} chars/s, {len(documents) / total:,.1f} articles/s")
    show_stages(spent, total, len(documents), characters)
    before = reading + spent["text"] + spent["dates"] + spent["marks"] + spent["actors"]
    print(
        f"reading to actors {characters / before:,.0f} chars/s; reading and analyse {characters / (reading + total):,.0f} chars/s"
    )
    print("slowest")
    for taken, document in sorted(zip(seconds, documents, strict=True), key=lambda pair: -pair[0])[: options.worst]:
        print(f"  {taken:.3f} s  {len(document.text):7,} characters  {len(document.text) / taken:9,.0f} chars/s  {document.id}")
    print("linear")
    show_linearity(documents, knowledge)
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(analyse_all, documents[:400], knowledge)
        pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(options.profile)


if __name__ == "__main__":
    main()
