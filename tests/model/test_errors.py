"""The exceptions that stop a run."""

import pytest

from s1sr_validator.model import errors
from s1sr_validator.model.errors import CatalogueError, InputError, S1srError, UsageError
from s1sr_validator.model.finding import Finding, Severity

FINDING = Finding(code="REQ003", severity=Severity.ERROR, message="not XML", tip="give XML")


@pytest.mark.parametrize(
    ("expected", "error"),
    [
        (2, UsageError("wrong argument")),
        (3, InputError(FINDING)),
        (3, CatalogueError("wrong catalogue", [FINDING])),
    ],
)
def test_exit_codes(expected: int, error: S1srError) -> None:
    """Wrong use is 2; an input or a catalogue that cannot be read is 3."""
    assert expected == error.exit_code


def test_an_input_error_says_what_its_finding_says() -> None:
    """Message and tip are the finding's own."""
    error = InputError(FINDING)
    assert ("not XML", "not XML", "give XML", FINDING) == (str(error), error.message, error.tip, error.finding)


def test_a_catalogue_error_keeps_every_finding() -> None:
    """All findings travel, not only the first."""
    assert (FINDING, FINDING) == CatalogueError("wrong", [FINDING, FINDING], tip="mend it").findings


@pytest.mark.parametrize("error", S1srError.__subclasses__())
def test_the_tree_in_the_docstring_is_whole(error: type[S1srError]) -> None:
    """Every exception is drawn, with its exit code."""
    drawn = next(line for line in (errors.__doc__ or "").splitlines() if line.split()[:1] == [error.__name__])
    assert f"(exit code {error.exit_code})" in drawn
