"""Puts the real output of a command on the examples into README.md, between its marks."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from click.testing import CliRunner

from ruznama.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_MARKED = re.compile(r"(<!-- output: (timeline [^>]*?) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str) -> str:
    """`text` with what the marked commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "examples.db")
        _run("build", str(ROOT / "examples"), "--db", db)
        return _MARKED.sub(lambda match: match[1] + _run(*match[2].split(), "--db", db) + match[3], text)


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    if result.exit_code != 0:
        raise SystemExit(f"ruznama {' '.join(arguments)}: {result.output}")
    return result.stdout


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
