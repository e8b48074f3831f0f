"""Checking in the page: findings, prediction and verdict from what was pasted, and nothing that leaves or stays."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visit
from tests.browser.pages import ROOT

REQUEST = (ROOT / "examples" / "request_4.4.2.xml").read_text("utf-8")
RESULTS = ".s1sr-panel"


def paste(visit: Visit, text: str, label: str = "Request") -> None:
    """Put a text where it belongs, as a paste does, and wait for what it brings."""
    visit.page.get_by_label(label, exact=True).fill(text)


def expect_text(visit: Visit, text: str) -> None:
    """Wait until the results say this."""
    visit.page.locator(RESULTS, has_text=text).wait_for(timeout=5000)


def test_a_whole_exchange_gets_its_verdict(visit: Visit, site: str) -> None:
    """The example shows a predicted deviation; after it nothing was asked of any server, and nothing is kept."""
    visit.page.goto(f"{site}/check.html")
    before = list(visit.requests)
    visit.page.get_by_role("button", name="Show an example").click()
    expect_text(visit, "Verdict: a deviation that was predicted")
    expect_text(visit, "S1B-0001 (clause 18.17p)")
    assert visit.requests == before
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.hash]"
    assert visit.page.evaluate(kept) == [0, 0, "", ""]


def test_a_request_alone_gets_findings_and_a_prediction(visit: Visit, site: str) -> None:
    """With a Device Model chosen by keyboard, a pasted request is checked and predicted."""
    visit.page.goto(f"{site}/check.html")
    paste(visit, REQUEST.replace(">1</sr:CommandVariant>", ">9</sr:CommandVariant>"))
    expect_text(visit, "CommandVariant 9 is not for a User's requests")
    visit.page.get_by_role("combobox", name="Device Model").focus()
    visit.page.keyboard.type("03465317")
    visit.page.keyboard.press("Enter")
    expect_text(visit, "Prediction: SRV 4.4.2")
    visit.page.get_by_role("button", name="Request, line").first.click()
    selected = "(area => area.value.slice(area.selectionStart, area.selectionEnd))(document.activeElement)"
    assert visit.page.evaluate(selected) == "<sr:CommandVariant>"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<a", "REQ003"),
        ("nonsense", "REQ003"),
        ('{"a": 1}', "s1sr check reads JSON too"),
        ('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "REQ004"),
        ("<a>" * 101, "REQ002"),
        ("<a/>", "REQ005"),
        ("<a>&#0;</a>", "REQ003"),
    ],
)
def test_what_cannot_be_read_is_said(visit: Visit, site: str, text: str, says: str) -> None:
    """Each gets the code that the command line gives it, and nothing else happens."""
    visit.page.goto(f"{site}/check.html")
    paste(visit, text)
    expect_text(visit, says)


def test_markup_in_a_message_stays_text(visit: Visit, site: str) -> None:
    """A value that looks like HTML is shown as it was written."""
    visit.page.goto(f"{site}/check.html")
    paste(visit, REQUEST.replace(">1</sr:CommandVariant>", ">&lt;img src=x onerror=alert(1)></sr:CommandVariant>"))
    expect_text(visit, "<img src=x onerror=alert(1)>")
    assert visit.page.locator("img").count() == 0


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_by_its_bytes(visit: Visit, site: str, tmp_path: Path, codec: str) -> None:
    """A file of UTF-8 or UTF-16 is checked as a pasted text is."""
    path = tmp_path / "request.xml"
    path.write_bytes(REQUEST.replace('encoding="UTF-8"', "").encode(codec))
    visit.page.goto(f"{site}/check.html")
    visit.page.get_by_label("Or choose a file for request").set_input_files(path)
    expect_text(visit, "What the rules say of the request")


def test_a_file_that_is_no_text_is_refused(visit: Visit, site: str, tmp_path: Path) -> None:
    """Bytes of another encoding are not guessed at."""
    path = tmp_path / "request.xml"
    path.write_bytes(b"<a>\xe9</a>")
    visit.page.goto(f"{site}/check.html")
    visit.page.get_by_label("Or choose a file for request").set_input_files(path)
    visit.page.get_by_role("alert").get_by_text("is not UTF-8 or UTF-16").wait_for()


def test_what_is_not_checked_is_listed(visit: Visit, site: str) -> None:
    """The page names every rule that only the command line asks."""
    visit.page.goto(f"{site}/check.html")
    visit.page.get_by_text("What this page does not check").click()
    assert "REQ140" in visit.page.locator(".s1sr-limits").inner_text()
