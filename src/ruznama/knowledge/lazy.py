"""Values that are made when they are first asked for: most of the knowledge is of no interest to one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")


class Made(Sequence[V]):
    """The values that `make` gives for `rows`; each is made once, so that identity holds."""

    def __init__(self, rows: Sequence[Any], make: Callable[[Any], V]) -> None:
        self.rows = rows
        self._make = make
        self._made: list[V | None] = [None] * len(rows)

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[V]: ...
    def __getitem__(self, at: int | slice) -> V | Sequence[V]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self.rows)))]
        found = self._made[at]
        if found is None:
            found = self._made[at] = self._make(self.rows[at])
        return found

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[V]:
        return map(self.__getitem__, range(len(self.rows)))


class OnDemand(Mapping[K, V]):
    """The values that `make` gives for `keys`, each made once."""

    def __init__(self, keys: Sequence[K], make: Callable[[K], V]) -> None:
        self._keys = tuple(keys)
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
