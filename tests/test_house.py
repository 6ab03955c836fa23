"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from ruznama.knowledge import Knowledge
from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "ruznama"
MODULES = sorted(PACKAGE.rglob("*.py"))
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]")


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def docstrings(tree: ast.AST) -> set[int]:
    """The lines that docstrings take."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            found.update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return found


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_words_live_in_data(path: Path, knowledge: Knowledge) -> None:
    """No Arabic letter and no language code in code; docstrings and comments may quote."""
    source = path.read_text(encoding="utf-8")
    quoted = docstrings(ast.parse(source))
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT or token.start[0] in quoted:
            continue
        assert not ARABIC.search(token.string), f"{name(path)}:{token.start[0]}: put {token.string} into data/"
        assert token.string.strip("\"'") not in knowledge.languages or token.type != tokenize.STRING, (
            f"{name(path)}:{token.start[0]}: a language's code; its folder in data/languages/ is the place"
        )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source))


TEXT = {".py", ".toml", ".tsv", ".md", ".txt", ".jsonl"}


@pytest.mark.parametrize("folder", ["src", "tests", "docs", "examples"])
def test_files_are_utf8_with_unix_line_ends(folder: str) -> None:
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in TEXT and "egg-info" not in str(path):
            content = path.read_bytes()
            content.decode("utf-8")
            assert b"\r" not in content, path
            assert not content or content.endswith(b"\n"), path
