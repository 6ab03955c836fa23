"""The one tree of errors that Ruznama raises on purpose.

    RuznamaError                exit 1
    ├── InvalidInput            exit 3   a page, a table or a gold file that cannot be read
    ├── UnknownName             exit 2   a claim id, type or code that nothing here carries
    ├── KnowledgeError          exit 1   a mistake in data/: file, line or key, and what to do
    └── GateNotMet              exit 5   a check or a quality floor that failed

Every message says where (file, line), what is wrong, and what to do; `exit_code` is what the command line returns.
"""


class RuznamaError(Exception):
    """Something that the user can be told in one sentence."""

    exit_code = 1


class InvalidInput(RuznamaError):
    """An input that cannot be read as what it says it is."""

    exit_code = 3

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}; {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy


class UnknownName(RuznamaError):
    """A name given on the command line that nothing here carries."""

    exit_code = 2


class KnowledgeError(RuznamaError):
    """A mistake in the data folder, found while loading or checking it."""


class GateNotMet(RuznamaError):
    """A check ran and its floor was not reached."""

    exit_code = 5
