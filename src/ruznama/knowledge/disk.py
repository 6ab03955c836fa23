"""What is read from data/ once and kept on disk as plain values, so that starting takes a tenth of the time.

Reading the tables and inflecting the words takes a second or two, loading the outcome some hundredths of one. What is
kept is never stale: it lies under a hash of every byte that it was made from, data and code. It holds plain values only
(`marshal`: strings, numbers, tuples, lists, dicts), each file with a hash of its own. Whatever is wrong with it (broken,
not ours, not writable, no folder at all) only costs time: the values are made anew.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = "RUZNAMA_CACHE"  # the environment variable that moves the cache; empty, it turns it off
KEPT = 8  # versions of data and code; a version takes 8 MB, and people work on a few at a time
_HASH = 16  # bytes
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Cache:
    """The values made from the bytes that `key` (hexadecimal) is a hash of."""

    def __init__(self, key: str) -> None:
        parent = folder()
        self._folder = parent / key if parent is not None else None

    def get(self, name: str, make: Callable[[], Any]) -> Any:
        """The plain value called `name`: as it was kept, else from `make`. Safe where several processes ask at once."""
        if self._folder is None:
            return make()
        path = self._folder / name
        body = _read(path)
        if body is not None:
            with suppress(ValueError, EOFError, TypeError):
                return _load(body)
        value = make()
        with suppress(OSError):
            _write(path, marshal.dumps(value))
        return value


def folder() -> Path | None:
    """The folder of all caches: $RUZNAMA_CACHE, else where the platform keeps caches; None for none."""
    asked = os.environ.get(FOLDER)
    if asked is not None:
        return Path(asked) if asked else None
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if os.path.isabs(os.environ.get(variable, "")):
            return Path(os.environ[variable]) / "ruznama"
    try:
        return Path.home() / ".cache" / "ruznama"
    except RuntimeError:  # a user without a home
        return None


def _read(path: Path) -> bytes | None:
    """The body of a file that is whole and that nobody else can have written."""
    try:
        with path.open("rb") as file:
            if not (_is_ours(os.stat(path.parent)) and _is_ours(os.fstat(file.fileno()))):
                return None
            content = file.read()
        with suppress(OSError):
            os.utime(path.parent)  # used last: not the first to be removed
    except OSError:
        return None
    digest, body = content[:_HASH], content[_HASH:]
    return body if hashlib.blake2b(body, digest_size=_HASH).digest() == digest else None


def _is_ours(state: os.stat_result) -> bool:
    """Whether we own it and nobody else may write it. Windows keeps its users' folders apart."""
    return sys.platform == "win32" or (state.st_uid == os.geteuid() and not state.st_mode & _OTHERS_WRITE)


def _load(body: bytes) -> Any:
    """The value, read without the pauses that Python makes to look for garbage where there is none."""
    paused = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(body)
    finally:
        if paused:
            gc.enable()


def _write(path: Path, body: bytes) -> None:
    """Puts the file there in one step, so that no other process sees half of it."""
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_old(path.parent.parent)
    if not _is_ours(path.parent.stat()):
        return
    handle, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.blake2b(body, digest_size=_HASH).digest() + body)
        os.replace(draft, path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _remove_old(parent: Path) -> None:
    """Removes all but the versions used last."""
    versions = [entry for entry in parent.iterdir() if len(entry.name) == 2 * _HASH and entry.is_dir()]
    for version in sorted(versions, key=lambda entry: entry.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(version, ignore_errors=True)
