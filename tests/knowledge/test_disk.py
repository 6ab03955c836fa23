"""The cache of the knowledge: never stale, never in the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ruznama import knowledge as module
from ruznama.knowledge import Knowledge, load
from ruznama.knowledge.disk import FOLDER, KEPT, Cache, folder
from ruznama.knowledge.plain import plain_lexicon
from ruznama.pipeline import analyse
from ruznama.reading import document

KEY = "0" * 32
VALUE = {"words": ("كتاب", "book"), "rank": [1, 2.5, None, True]}
TEXT = "زار وزير الخارجية الإيراني بغداد يوم 3 مايو 2012، وقال إن بلاده باعت العراق أسلحة بقيمة 200 مليون دولار."
fresh = load.__wrapped__  # past the cache of this process


class Maker:
    """Gives VALUE and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> object:
        self.asked += 1
        return VALUE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the caches in a test."""
    place = tmp_path / "kept" / "here"
    monkeypatch.setenv(FOLDER, str(place))
    return place


def asked(key: str = KEY) -> int:
    """How often a value had to be made; whichever way it came, it is the right one."""
    make = Maker()
    assert Cache(key).get("value", make) == VALUE
    return make.asked


def test_made_once(home: Path) -> None:
    assert [asked(), asked(), asked()] == [1, 0, 0]
    assert [entry.name for entry in (home / KEY).iterdir()] == ["value"]
    assert (home / KEY).stat().st_mode & 0o077 == 0
    assert (home / KEY / "value").stat().st_mode & 0o077 == 0


def test_another_key_is_another_value(home: Path) -> None:
    assert [asked(), asked("1" * 32), asked()] == [1, 1, 0]


BREAK: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda body: body[:-3],
    "longer": lambda body: body + b"\0",
    "one bit": lambda body: body[:-1] + bytes([body[-1] ^ 1]),
    "nonsense": lambda _: b"\xff" * 500,
}


@pytest.mark.parametrize("how", BREAK)
def test_broken_is_mended(home: Path, how: str) -> None:
    asked()
    path = home / KEY / "value"
    path.write_bytes(BREAK[how](path.read_bytes()))
    assert [asked(), asked()] == [1, 0]


@pytest.mark.parametrize("what", [KEY, f"{KEY}/value"])
def test_what_others_can_write_is_not_trusted(home: Path, what: str) -> None:
    asked()
    (home / what).chmod(0o777)
    assert asked() == 1


def test_what_others_own_is_not_trusted(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert asked() == 1


def test_read_only_folder_is_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    for name in ("replace", "utime", "mkdir"):
        monkeypatch.setattr(os, name, refuse)
    assert asked() == 0
    assert asked("1" * 32) == 1
    assert asked("1" * 32) == 1


def test_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way\n")
    monkeypatch.setenv(FOLDER, str(tmp_path / "file"))
    assert [asked(), asked()] == [1, 1]
    monkeypatch.setenv(FOLDER, "")
    assert [asked(), asked()] == [1, 1]


def test_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "ruznama"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder() == tmp_path / ".cache" / "ruznama"


def test_old_versions_are_removed(home: Path) -> None:
    keys = [f"{number:032}" for number in range(KEPT + 3)]
    for at, key in enumerate(keys):
        asked(key)
        os.utime(home / key, (at, at))
    asked("f" * 32)
    assert sorted(entry.name for entry in home.iterdir()) == [*keys[4:], "f" * 32]


def test_the_key_is_a_hash_of_the_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not of times and sizes, which a copy or a careless clock may leave as they were."""
    source = tmp_path / "text" / "words.py"
    data = tmp_path / "data" / "claims" / "meet.toml"
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    for path in (source, data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("rank = 1\n")

    def key() -> str:
        return module._key(module._hash(tmp_path / "data"))

    keys = {key()}
    for path in (source, data):
        times = path.stat()
        path.write_text("rank = 2\n")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        keys.add(key())
    data.rename(data.with_name("visit.toml"))
    keys.add(key())
    assert len(keys) == 4
    (tmp_path / "text" / "notes.txt").write_text("no code\n")
    assert key() in keys


def test_loaded_from_the_cache_and_from_data(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = fresh()
    first = rows(read)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("data/ was read though its content is in the cache")

    for name in ("_tables", "load_actors", "build_lexicon"):
        monkeypatch.setattr(module, name, refuse)
    kept = fresh()
    assert kept.version == read.version
    assert rows(kept) == first
    page = document("page", TEXT, "ar", read, published="2012-05-05")
    assert document("page", TEXT, "ar", kept, published="2012-05-05") == page
    assert analyse(page, kept) == analyse(page, read)
    assert len(analyse(page, kept).claims) > 1


def rows(known: Knowledge) -> list[object]:
    """The knowledge as values that can be compared."""
    return [
        [plain_lexicon(lexicon, known.actors, known.claim_types) for lexicon in known.lexicons.values()],
        [(name.identity.name, name.identity.roles, name.lang, name.facet, name.text) for name in known.actors],
        [(claim_type.label, claim_type.examples) for claim_type in known.claim_types.values()],
        [language.tables for language in known.languages.values()],
        known.periods,
    ]
