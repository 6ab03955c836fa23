"""A sample of claims drawn from real news, for a person to judge: right type, right roles, right source, right status?

    python -m bench.sample_claims [NEWS] --seed N [--size 300] [--articles 400] [--before 80]

NEWS is ../shared/news/news.jsonl.gz unless another is named: one article a line with "id", "text", "published", "lang". Articles
are drawn first, then claims among all that are found in them, both by the seed, so that a judged sample can be drawn again.
Judge each against the guidelines of the annotation. A claim that should not be there at all has no right type.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path

from ruznama.knowledge import load
from ruznama.model import Actor, Source
from ruznama.pipeline import analyse
from ruznama.reading import document


def main() -> None:
    """Prints the sample, numbered."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="?", type=Path, default=Path("../shared/news/news.jsonl.gz"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300, help="claims to draw")
    parser.add_argument("--articles", type=int, default=400, help="articles to draw them from")
    parser.add_argument("--before", type=int, default=80, help="characters shown before the quotation")
    options = parser.parse_args()
    if not options.news.exists():
        sys.exit(f"{options.news} is not there; name a file of articles, one JSON object a line, gzipped")
    with gzip.open(options.news, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    chooser = random.Random(options.seed)
    knowledge = load()
    found = []
    for article in chooser.sample(articles, min(options.articles, len(articles))):
        if article["lang"] in knowledge.languages:
            about = {key: article.get(key) for key in ("title", "published", "source")}
            read = document(article["id"], article["text"], article["lang"], knowledge, **about)
            found += [(article, claim) for claim in analyse(read, knowledge).claims]
    drawn = chooser.sample(found, min(options.size, len(found)))
    print(f"{len(found)} claims in {options.articles} articles, {len(drawn)} drawn with seed {options.seed}")
    for number, (article, claim) in enumerate(drawn, 1):
        before = " ".join(article["text"][max(0, claim.start - options.before) : claim.start].split())
        when = claim.when.edtf if claim.when else None
        roles = f"{_named(claim.actors)} -> {_named(claim.recipients)}"
        print(f"{number} {article['id']} {article['published']} {claim.type} ({roles})")
        print(f"   {when} {claim.status} sources [{_named(claim.sources)}] because {'; '.join(claim.why[:1])}")
        print(f"   {before} [[{' '.join(claim.quote.split())}]]")


def _named(actors: Iterable[Actor | Source]) -> str:
    return ", ".join(f"{actor.text}={actor.code or actor.name}" for actor in actors)


if __name__ == "__main__":
    main()
