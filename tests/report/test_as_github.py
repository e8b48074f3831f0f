"""Findings as GitHub workflow commands."""

import pytest

from s1sr_validator.load.rules import SCHEMA
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.report.as_github import to_github
from tests.report.shown import FINDING, checked, finding, linted


def test_what_would_end_a_command_is_escaped() -> None:
    """Percent signs and line breaks are escaped in the message, colons and commas in the properties too."""
    odd = SCHEMA.finding("m", Location(file="a,b:c.yaml", line=1))
    assert (
        "::error file=catalogue/x y.yaml,line=3,col=5,title=CAT007::a: 100%25 wrong,%0Areally; write it: so\n"
        "::error file=a%2Cb%3Ac.yaml,line=1,title=CAT007::m\n"
        "s1sr lint: 2 errors in 3 records, 1 rule asked\n"
    ) == to_github(linted(FINDING, odd))


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_severities_keep_their_weight(severity: Severity, command: str) -> None:
    """GitHub has its own words for the three severities."""
    found = checked(Finding(code="TST001", severity=severity, message="m"))
    assert to_github(found).startswith(f"::{command} title=TST001::m\n")


def test_what_is_in_no_file_names_none() -> None:
    """Standard input is no file of the repository; line and column are shown all the same."""
    assert to_github(checked(finding(file="standard input"))).startswith("::error line=1,col=1,title=TST001::")


def test_a_message_is_cut_where_the_runner_would_refuse_it() -> None:
    """At most 4,096 characters of message, and the cut is seen."""
    (command, _) = to_github(checked(finding("x" * 5000))).splitlines()
    text = command.rpartition("::")[2]
    assert (4096, "...") == (len(text), text[-3:])


def test_control_characters_are_written_out() -> None:
    """The log of a step is read in terminals too."""
    assert "::a\\x1b[31mb%0D" not in to_github(checked(finding("a\x1b[31mb\rc")))
    assert "::a\\x1b[31mb%0Ac\n" in to_github(checked(finding("a\x1b[31mb\rc")))
