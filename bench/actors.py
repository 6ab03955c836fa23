"""Finding actors: recall, precision and codes against annotated text that is not part of the repository.

    python -m bench.actors ../shared [--corpus dev|wojood|cleananercorp] [--errors N]

dev            of the actors that the gold claims name: found by their surface (an actor overlaps it), and with the gold code
               (None asks for None); the documents of fold 0 are counted apart and give no errors.
wojood         train and val, one page a sentence: GPE against our states and places.
cleananercorp  the train part, PAGE sentences a page (the corpus does not mark where its articles end): LOC, PERS and ORG.

In the corpora a name counts as found if an actor of a kind that fits covers at least half of its characters,
and an actor as right if a name of a kind that fits covers at least half of it.
Persons are those with a name: "the minister" alone is none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ruznama import actors
from ruznama.knowledge import Knowledge, load
from ruznama.knowledge.marks import mark
from ruznama.model import Actor
from ruznama.pipeline import words
from ruznama.reading import document

PAGE = 25  # sentences of one page of cleananercorp
FOLDS = 5
KINDS = {
    "GPE": {"state", "place"},
    "LOC": {"state", "place"},
    "PERS": {"person"},
    "ORG": {"organ", "company", "group", "igo", "media"},
}


@dataclass(frozen=True)
class Span:
    """A name on a page: half-open code points, its class in the corpus."""

    start: int
    end: int
    label: str


def found(text: str, lang: str, knowledge: Knowledge, **about: str | None) -> list[Actor]:
    """The actors of a page, those inside longer mentions included; persons only where named."""
    page = document("page", text, lang, knowledge, **about)  # type: ignore[arg-type]
    mentions = actors.find(mark(words(page, knowledge), knowledge.lexicons[lang]), knowledge, lang, source=page.source)
    return [actor for mention in mentions for actor in (*mention.actors, *mention.inner)]


def measure_dev(shared: Path, knowledge: Knowledge, errors: int) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    missed: Counter[str] = Counter()
    for line in (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        about = {key: page[key] for key in ("title", "published", "source")}
        met = found(page["text"], page["lang"], knowledge, **about)
        fold = "fold 0" if int(hashlib.sha256(page["id"].encode()).hexdigest(), 16) % FOLDS == 0 else "others"
        for claim in page["claims"]:
            for wanted in (*claim["actors"], *claim["recipients"]):
                if not wanted["text"]:
                    continue
                places = list(_places(page["text"], wanted["text"]))
                near = [place for place in places if claim["start"] <= place[0] < claim["end"]] or places
                hits = [actor for actor in met for start, end in near if actor.start < end and start < actor.end]
                right = any(actor.code == wanted["code"] for actor in hits)
                counts[fold, "all"] += 1
                counts[fold, "found"] += bool(hits)
                counts[fold, "code"] += right
                if wanted["code"] is None:
                    counts[fold, "none"] += 1
                    counts[fold, "none right"] += right
                if not right and fold != "fold 0":
                    said = ", ".join(sorted({f"{actor.text}={actor.code}" for actor in hits}))
                    missed[f"{wanted['text']}={wanted['code']}  got {said or 'nothing'}"] += 1
    for fold in ("others", "fold 0"):
        total = counts[fold, "all"]
        print(
            f"dev {fold}: {total} actors  found {counts[fold, 'found'] / total:.3f}  code {counts[fold, 'code'] / total:.3f}"
            f"  (of {counts[fold, 'none']} without a code {counts[fold, 'none right']} right)"
        )
    _show(missed, errors)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """The sentences of a corpus in columns: of each token the word and its tags."""
    sentence: list[list[str]] = []
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        cells = line.split()
        if cells:
            sentence.append(cells)
        elif sentence:
            yield sentence
            sentence = []


def page_of(group: Iterable[list[list[str]]]) -> tuple[str, list[Span]]:
    """A page of one sentence a line and its names; a name inside another counts by itself."""
    text = ""
    names: list[Span] = []
    for sentence in group:
        open_names: dict[str, int] = {}
        for word, *tags in sentence:
            start, end = len(text), len(text) + len(word)
            labels = {tag[2:] for tag in tags if tag[:2] in ("B-", "I-")}
            begun = {tag[2:] for tag in tags if tag.startswith("B-")}
            for label in [label for label in open_names if label not in labels or label in begun]:
                del open_names[label]
            for label in labels:
                if label in open_names:
                    at = open_names[label]
                    names[at] = Span(names[at].start, end, label)
                else:
                    open_names[label] = len(names)
                    names.append(Span(start, end, label))
            text += word + " "
        text = text[:-1] + "\n"
    return text, names


def measure_corpus(pages: Iterable[tuple[str, list[Span]]], labels: Iterable[str], knowledge: Knowledge, errors: int) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    shown: dict[str, Counter[str]] = {}
    for text, names in pages:
        met = _named(text, knowledge)
        for label in labels:
            wanted = [name for name in names if name.label == label]
            ours = [actor for actor in met if actor.kind in KINDS[label]]
            for name in wanted:
                hit = any(_covers(actor.start, actor.end, name.start, name.end) for actor in ours)
                counts[label, "wanted"] += 1
                counts[label, "found"] += hit
                if not hit:
                    shown.setdefault(f"{label} missed", Counter())[_context(text, name.start, name.end)] += 1
            for actor in ours:
                right = any(_covers(name.start, name.end, actor.start, actor.end) for name in wanted)
                counts[label, "ours"] += 1
                counts[label, "right"] += right
                if not right:
                    shown.setdefault(f"{label} wrong", Counter())[_context(text, actor.start, actor.end)] += 1
    for label in labels:
        recall = counts[label, "found"] / counts[label, "wanted"]
        precision = counts[label, "right"] / max(1, counts[label, "ours"])
        print(f"{label:5} recall {recall:.3f} of {counts[label, 'wanted']}  precision {precision:.3f} of {counts[label, 'ours']}")
    for title, counter in shown.items():
        if errors:
            print(f"-- {title}")
            _show(counter, errors)


def _named(text: str, knowledge: Knowledge) -> list[Actor]:
    """The actors of an Arabic page without the persons who have only a title."""
    page = document("page", text, "ar", knowledge)
    page_words = words(page, knowledge)
    mentions = actors.find(mark(page_words, knowledge.lexicons["ar"]), knowledge, "ar")
    named = [mention for mention in mentions if not mention.unnamed]
    return [actor for mention in named for actor in mention.actors] + [actor for mention in mentions for actor in mention.inner]


def _covers(start: int, end: int, of_start: int, of_end: int) -> bool:
    return 2 * (min(end, of_end) - max(start, of_start)) >= of_end - of_start


def _context(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " / ")


def _show(counter: Counter[str], errors: int) -> None:
    for said, times in counter.most_common(errors):
        print(f"{times:4} {said}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--corpus", choices=("dev", "wojood", "cleananercorp"))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="the N most frequent of each kind of error")
    options = parser.parse_args()
    knowledge = load()
    peers = options.shared / "peers"
    if options.corpus in (None, "dev"):
        measure_dev(options.shared, knowledge, options.errors)
    if options.corpus in (None, "wojood"):
        pages = (page_of([one]) for part in ("train", "val") for one in sentences(peers / "wojood" / f"{part}.txt"))
        measure_corpus(pages, ("GPE",), knowledge, options.errors)
    if options.corpus in (None, "cleananercorp"):
        every = list(sentences(peers / "cleananercorp" / "cleananercorp_TRAIN.txt"))
        groups = (page_of(every[at : at + PAGE]) for at in range(0, len(every), PAGE))
        measure_corpus(groups, ("LOC", "PERS", "ORG"), knowledge, options.errors)


if __name__ == "__main__":
    main()
