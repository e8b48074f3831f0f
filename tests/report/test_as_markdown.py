"""Findings as Markdown, read back as GitHub reads it: CommonMark with tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from s1sr_validator.report.as_markdown import escaped, to_markdown
from tests.report.shown import accepted, checked, finding, request


def rendered(text: str) -> html.HtmlElement:
    """Return the page that a Markdown text becomes."""
    page = MarkdownIt("commonmark").enable("table").render(text)
    return html.fromstring(f"<article>{page}</article>")


def rows(page: html.HtmlElement) -> list[list[str]]:
    """Return the cells of every row but the heads."""
    return [[cell.text_content() for cell in row.iter("td")] for row in page.iter("tr") if row.find("td") is not None]


def test_counts_come_first_and_findings_by_input() -> None:
    """A table for each input that has any, then what was not asked, and by what all was checked."""
    calm, bad = request("a.xml", not_asked="no Device is given"), request("b.xml", not_asked="no Device is given")
    view = checked(finding("wrong", file="b.xml", line=3, column=5, tip="do"), requests=(calm, bad))
    page = rendered(to_markdown(view))
    texts = [child.text_content().strip() for child in page]
    assert "s1sr check: 1 error in 2 requests, 1 rule asked" == texts[0]
    assert "b.xml 9.9.1 Invented Service" == texts[1]
    assert [["error TST001", "3:5 body.X", "wrong", "do"]] == rows(page)
    assert "Not asked: no Device is given (TST009)" == texts[3]
    assert "s1sr 1.2.3, catalogue 9.8.7 abababababab, as of 2200-02-03" == texts[4]


HOSTILE = "a|b `c` *d* _e_ ~~f~~ <img src=x> [g](http://h) &lt; \\ # ! $i$ www.j.k http://l.m @n 1. - +"


def test_nothing_in_a_finding_is_markup() -> None:
    """Pipes, backticks, HTML, emphasis and links are shown as they are written; nobody is mentioned."""
    page = rendered(to_markdown(checked(finding(HOSTILE, path=HOSTILE, tip=HOSTILE))))
    ((_, place, message, tip),) = rows(page)
    shown = HOSTILE.replace("@", "@\u200b")
    assert (f"1:1 {shown}", shown, shown) == (place, message, tip)
    assert not list(page.iter("img", "a", "em", "del"))


@pytest.mark.parametrize("linked", ["http://a.b", "https://a.b", "www.a.b", "WWW.a.b", "a@b.c", "@someone"])
def test_nothing_is_linked_by_itself(linked: str) -> None:
    """GitHub makes links of addresses and names: none of their marks is left whole."""
    text = escaped(linked)
    assert not any(mark in text.lower() for mark in ("://", "www.", "@s", "@b"))


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """A cell reads as the visible text, whatever it holds, and stays one cell."""
    page = rendered(to_markdown(checked(finding(f"[{text}]", tip="tip"))))
    ((_, _, message, tip),) = rows(page)
    assert "tip" == tip
    assert message.startswith("[")


def test_a_comment_is_never_too_long() -> None:
    """What does not fit is counted, so that the rest is not missed."""
    found = [finding("x" * 300, line=number) for number in range(1, 1001)]
    text = to_markdown(checked(*found))
    assert len(text) < 65_536
    shown = len(rows(rendered(text)))
    assert 0 < shown < 1000
    assert f"{1000 - shown} more findings left out here" in text


def test_unread_and_suppressed_are_counted() -> None:
    """An unread input is named as such."""
    view = checked(finding("not XML"), requests=(), unread=("a.xml",), suppressed=(accepted(finding("o", file="b")),))
    text = to_markdown(view)
    assert "1 error, nothing was checked, 1 input could not be read, 1 finding suppressed" in text
    assert "<code>a.xml</code> could not be read" in text
