"""A project knows where its values stand."""

import pytest

from s1sr_validator.model.finding import Location
from s1sr_validator.model.project import Path, Project, dotted

PROJECT = Project(file="s1sr.toml", positions={("suppress", 0): (3, 1), ("suppress", 0, "code"): (4, 2)})


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("suppress", 0, "code"), 4, 2),
        (("suppress", 0, "reason"), 3, 1),
        (("suppress", 1), 0, 0),
        (("check", "select", 2), 0, 0),
    ],
    ids=["a key", "a key that is not there", "a table without a position", "nothing around it"],
)
def test_place(path: Path, line: int, column: int) -> None:
    """A value without a position has that of the nearest table around it."""
    assert Location(file="s1sr.toml", line=line, column=column, path=dotted(path)) == PROJECT.place(*path)


@pytest.mark.parametrize(
    ("expected", "path"), [("", ()), ("check.select[1]", ("check", "select", 1)), ("suppress[0]", ("suppress", 0))]
)
def test_dotted(expected: str, path: Path) -> None:
    """Keys after a dot, numbers in brackets."""
    assert expected == dotted(path)
