"""Fills in where each quote and time of the shipped gold articles stands, so that nobody counts characters.

    python -m scripts.quality_spans

Write an article into tests/quality/articles.jsonl with "quote" and "text" alone; this adds "start" and "end", in code points.
Each must stand in its article word by word and once: take a longer piece where it does not.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from bench.quality import ARTICLES


def located(row: dict[str, Any]) -> dict[str, Any]:
    """The article with the place of all its quotes and times, both in the order of the text. Raises ValueError."""
    claims = [{"quote": claim["quote"], **_span(row, claim["quote"]), **_rest(claim, "quote")} for claim in row["claims"]]
    times = [{"text": time["text"], **_span(row, time["text"]), **_rest(time, "text")} for time in row["times"]]
    return {**row, "claims": sorted(claims, key=_place), "times": sorted(times, key=_place)}


def _span(row: dict[str, Any], piece: str) -> dict[str, int]:
    count = row["text"].count(piece)
    if count != 1:
        raise ValueError(f"{row['id']}: {piece!r} stands {count} times in the text; quote a piece that stands there once")
    start = row["text"].index(piece)
    return {"start": start, "end": start + len(piece)}


def _rest(annotation: dict[str, Any], piece: str) -> dict[str, Any]:
    return {key: value for key, value in annotation.items() if key not in (piece, "start", "end")}


def _place(annotation: dict[str, Any]) -> tuple[int, int]:
    return annotation["start"], annotation["end"]


def main() -> None:
    """Rewrites the file."""
    lines = ARTICLES.read_text(encoding="utf-8").splitlines()
    try:
        rows = [located(json.loads(line)) for line in lines]
    except ValueError as error:
        sys.exit(str(error))
    ARTICLES.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
