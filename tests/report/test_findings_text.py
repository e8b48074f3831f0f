"""Findings on a page, with the lines that they are about."""

import pytest

from s1sr_validator.report.findings_text import write_findings
from s1sr_validator.report.findings_view import FindingsView
from s1sr_validator.report.page import Page
from s1sr_validator.report.visible_text import columns_of
from tests.report.shown import checked, finding, linted, request

SOURCE = b"<a>\n\t<b>\xe6\xbc\xa2</b><c/>\n</a>\n"
BY = "s1sr 1.2.3, catalogue 9.8.7 abababababab, as of 2200-02-03\n"


def written(view: FindingsView, *, width: int = 80, source: bytes = SOURCE) -> str:
    """Return the page."""
    page = Page(width=width)
    write_findings(page, view, {"a.xml": source})
    return str(page)


def test_a_finding_shows_its_line() -> None:
    """Place, code, message, tip, the line with a mark under the column; then counts."""
    view = checked(
        finding("wrong value", line=2, column=10, tip="correct it"), requests=(request(not_asked="no Device is given"),)
    )
    assert (
        "a.xml:2:10\n"
        "  error TST001    wrong value\n"
        "                  correct it\n"
        "  2 | <b>漢</b><c/>\n"
        "    |          ^\n"
        "\n"
        "1 error in 1 request, 1 rule asked\n"
        "not asked: no Device is given (TST009)\n" + BY
    ) == written(view)


@pytest.mark.parametrize(
    "found",
    [
        finding(line=0, column=0),
        finding(line=99),
        finding(file="other.xml"),
    ],
)
def test_a_line_that_is_not_known_is_left_out(found: object) -> None:
    """Nothing is invented where there is no line, or no input."""
    assert "|" not in written(checked(found))  # type: ignore[arg-type]


def test_a_place_without_a_line_says_its_path() -> None:
    """It is all that is known."""
    assert written(checked(finding(line=0, column=0, path="header.RequestID"))).startswith("a.xml header.RequestID\n")


def test_a_line_without_a_column_has_no_mark() -> None:
    """The line is shown from its start."""
    text = written(checked(finding(line=2, column=0)))
    assert "  2 | <b>" in text
    assert "^" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_everything_fits_the_page(width: int) -> None:
    """A message of one long line is cut around the place; the mark stands under its character."""
    source = ("<a>" + "漢\t" * 5000 + "<b/>" + "\x1b\u0301" * 5000 + "</a>").encode()
    found = finding("words that explain " * 5, column=10_004, tip="more words " * 5)
    lines = written(checked(found), width=width, source=source).splitlines()
    assert max(map(columns_of, lines)) <= width
    (at,) = [number for number, line in enumerate(lines) if line.endswith("^")]
    before = columns_of(lines[at]) - 1
    assert any(
        columns_of(lines[at - 1][:index]) == before and lines[at - 1][index:].startswith("<b/>")
        for index in range(len(lines[at - 1]))
    )


def test_nothing_steers_the_terminal() -> None:
    """Escape sequences in names, messages and lines are written out."""
    view = checked(finding("m\x1b[2J", file="a\x1b.xml", tip="\x9b1m"), finding(column=2), requests=())
    text = written(view, source=b"<a\x1b[31m>\x07")
    assert "\\x1b[31m" in text
    assert all(character.isprintable() or character == "\n" for character in text)


def test_a_clean_result_says_what_was_checked() -> None:
    """So that it can be told from one that looked at nothing."""
    assert f"no findings in 1 request, 1 rule asked\n{BY}" == written(checked())
    assert "no findings, nothing was checked" in written(checked(requests=()))
    assert "no findings in 3 records, 1 rule asked" in written(linted())


def test_rules_that_could_not_be_asked_of_a_catalogue_are_named() -> None:
    """They wait for records that can be read."""
    assert "not asked: records could not be read (CAT148)" in written(linted(skipped=("CAT148",)))
