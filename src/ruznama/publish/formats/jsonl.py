"""JSONL: the claim records, one a line."""

from __future__ import annotations

import json
from typing import TextIO

from ruznama.publish.records import record
from ruznama.publish.timeline import Timeline


def write(timeline: Timeline, out: TextIO) -> None:
    """Writes the record of every claim, those without a date last."""
    for entry in timeline.entries:
        out.write(json.dumps(record(entry.claim), ensure_ascii=False) + "\n")
