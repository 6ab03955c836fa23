"""Promises of the documentation: what there is, is described, and what is described, is there."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from ruznama.cli import main
from ruznama.errors import GateNotMet, InvalidInput, RuznamaError, UnknownName
from ruznama.knowledge import Knowledge
from ruznama.model import Claim, Part, Status
from ruznama.publish import formats, record
from ruznama.schema import KINDS, NAMES
from tests.conftest import ROOT

CONTEXT = click.Context(main)
COMMANDS = main.list_commands(CONTEXT)
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
PUBLIC = ("ruznama.dates", "ruznama.reading", "ruznama.store", "ruznama.publish")


def section(command: str) -> str:
    """What docs/cli.md says about a command."""
    match = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL)
    assert match, f"docs/cli.md: add a section: ## {command}"
    return match[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_described(command: str) -> None:
    found = main.get_command(CONTEXT, command)
    assert found is not None
    assert found.help
    text = section(command)
    for parameter in found.params:
        names = parameter.opts if isinstance(parameter, click.Option) else [parameter.make_metavar(click.Context(found))]
        for name in names:
            assert name.strip("{}[]") in text, f"docs/cli.md, {command}: describe {name}"


def test_no_command_is_described_that_is_not_there() -> None:
    assert sorted(re.findall(r"^## (.+)$", CLI, re.MULTILINE)) == COMMANDS


def test_every_command_is_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"`{command}`" not in text] == []


@pytest.mark.parametrize("name", formats())
def test_every_format_is_described(name: str) -> None:
    assert f"`{name}`" in section("timeline")


@pytest.mark.parametrize("error", [RuznamaError, InvalidInput, UnknownName, GateNotMet])
def test_every_exit_code_is_described(error: type[RuznamaError]) -> None:
    assert f"| {error.exit_code} |" in CLI
    assert f"{error.exit_code} " in (main.epilog or "")


def test_every_key_of_a_record_is_described(claim: Claim) -> None:
    text = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    words = [*record(claim), *KINDS, *(status.value for status in Status), *(part.value for part in Part)]
    assert [word for word in words if f"`{word}`" not in text] == []
    assert "|".join(NAMES) in text


def test_claim_types_page_is_what_the_data_says(knowledge: Knowledge) -> None:
    from scripts.claim_types import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page(knowledge), "docs/claim-types.md is out of date: make docs"


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_described(module: str) -> None:
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    found = import_module(module)
    for name in found.__all__:
        assert f"`{name}`" in text, f"docs/library.md: describe {module}.{name}"
        assert getattr(found, name).__doc__, f"{module}.{name}: say what it is"


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_bench_is_described() -> None:
    text = (ROOT / "bench" / "README.md").read_text(encoding="utf-8")
    modules = [path.stem for path in (ROOT / "bench").glob("*.py") if path.stem != "__init__"]
    assert [name for name in modules if f"python -m bench.{name} " not in text] == []


def test_every_example_is_described() -> None:
    text = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "examples").iterdir() if f"`{path.name}`" not in text] == []


def test_the_readme_shows_real_output() -> None:
    from scripts.readme import README, filled

    text = README.read_text(encoding="utf-8")
    assert text == filled(text), "README.md shows other output than the program gives: make docs"
