"""What was found and asked, in a sentence."""

import pytest

from s1sr_validator.model.check_report import RuleNotAsked
from s1sr_validator.report.findings_summary import not_asked_in_words, provenance, summary
from s1sr_validator.report.findings_view import FindingsView
from tests.report.shown import FINDING, accepted, checked, finding, linted, request


@pytest.mark.parametrize(
    ("words", "view"),
    [
        ("no findings in 1 request, 1 rule asked", checked()),
        ("no findings in 3 records, 1 rule asked", linted()),
        ("2 errors in 3 records, 1 rule asked", linted(FINDING, finding())),
        ("no findings, nothing was checked", checked(requests=())),
        (
            "1 error, nothing was checked, 2 inputs could not be read",
            checked(finding(), requests=(), unread=("a.xml", "b.xml")),
        ),
        ("no findings in 1 request, 1 rule asked, 1 finding suppressed", checked(suppressed=(accepted(finding()),))),
    ],
)
def test_summary(words: str, view: FindingsView) -> None:
    """Nothing checked is never the same as nothing found."""
    assert words == summary(view)


def test_reasons_are_grouped() -> None:
    """The most frequent first; a reason that does not hold for all inputs says for how many."""
    requests = (
        request("a", not_asked="no Device is given"),
        request("b", not_asked="no Device is given"),
        request("c"),
    )
    assert "not asked: no Device is given (TST009, for 2 of 3 inputs)" == not_asked_in_words(checked(requests=requests))
    assert not not_asked_in_words(checked())


def test_long_lists_of_rules_are_counted() -> None:
    """Two lines are enough: every format for machines has the codes."""
    codes = [RuleNotAsked(code=f"TST00{number}", reason="because") for number in range(5)]
    one = request()
    many = type(one)(
        name="a",
        srv="",
        service_name="",
        request_id="",
        devices=(),
        schema="",
        rules_run=(),
        rules_not_asked=(*codes, *(RuleNotAsked(code=f"TST1{number}", reason=f"r{number}") for number in range(5))),
    )
    assert "not asked: because (5 rules); r0 (TST10); r1 (TST11); r2 (TST12); and for 2 other reasons" == (
        not_asked_in_words(checked(requests=(many,)))
    )


def test_provenance_names_software_catalogue_and_day() -> None:
    """A catalogue that is linted has no digest."""
    assert "s1sr 1.2.3, catalogue 9.8.7 abababababab, as of 2200-02-03" == provenance(checked())
    assert "s1sr 1.2.3, catalogue 9.8.7, as of 2200-02-03" == provenance(linted())
