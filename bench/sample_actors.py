"""Mentions drawn from the news with a fixed seed, with their words around them, for judging by reading.

python -m bench.sample_actors ../shared [--seed N] [--count 200] [--per-page 1]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from pathlib import Path

from ruznama.knowledge import load
from ruznama.pipeline import analyse
from ruznama.reading import document

AROUND = 70  # code points on each side


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    knowledge = load()
    with gzip.open(options.shared / "news" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    chosen = random.Random(options.seed)
    for page in chosen.sample(pages, min(len(pages), options.count)):
        about = {key: page.get(key) for key in ("title", "published", "source")}
        found = analyse(document(page["id"], page["text"], page["lang"], knowledge, **about), knowledge).actors
        if not found:
            continue
        actor = chosen.choice(found)
        before = page["text"][max(0, actor.start - AROUND) : actor.start]
        behind = page["text"][actor.end : actor.end + AROUND]
        around = f"{before}[{actor.text}]{behind}".replace("\n", " / ")
        print(f"{actor.code or '-'}\t{actor.kind}\t{actor.name}\t{around}\t{actor.why}")


if __name__ == "__main__":
    main()
