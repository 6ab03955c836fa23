"""A sample of time expressions found in real news, for a person to judge: is it a time, and is the value right?

    python -m bench.sample_times [NEWS] --seed N [--articles 1000] [--draw 200] [--around 120]

NEWS is ../shared/news/news.jsonl.gz unless another is named: one article a line with "text", "published" and "lang". Articles
are drawn first, then expressions among all that are found in them, both by the seed, so that a judged sample can be drawn again.
Each is printed with what stands around it, its value, its rule, and the day of publication. Write down those that are no
times and those whose value is wrong: the figures in docs/dates.md were got in this way.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from pathlib import Path

from ruznama.dates import times
from ruznama.knowledge import load


def main() -> None:
    """Prints the sample, numbered."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="?", type=Path, default=Path("../shared/news/news.jsonl.gz"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--draw", type=int, default=200)
    parser.add_argument("--around", type=int, default=120, help="characters shown before and behind")
    options = parser.parse_args()
    if not options.news.exists():
        sys.exit(f"{options.news} is not there; name a file of articles, one JSON object a line, gzipped")
    with gzip.open(options.news, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    chooser = random.Random(options.seed)
    known = load().languages
    found = []
    for article in chooser.sample(articles, min(options.articles, len(articles))):
        if article["lang"] in known:
            found += [(article, when) for when in times(article["text"], article["published"], lang=article["lang"])]
    drawn = chooser.sample(found, min(options.draw, len(found)))
    print(f"{len(found)} expressions in {options.articles} articles, {len(drawn)} drawn with seed {options.seed}")
    for number, (article, when) in enumerate(drawn, 1):
        text = article["text"]
        before = " ".join(text[max(0, when.start - options.around) : when.start].split())
        behind = " ".join(text[when.end : when.end + options.around].split())
        print(
            f"{number} ({article['published']}, {article['lang']}) {before} [[{when.text}]] {behind} => {when.edtf} ({when.rule})"
        )


if __name__ == "__main__":
    main()
