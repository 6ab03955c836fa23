"""What stands in the place of a document that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from ruznama.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Failure:
    """Where (file, and line or byte), what is wrong, and what to do about it."""

    place: str
    reason: str
    remedy: str

    @classmethod
    def of(cls, error: InvalidInput) -> Failure:
        """The failure that an error tells of."""
        return cls(error.place, error.problem, error.remedy)

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}; {self.remedy}"
