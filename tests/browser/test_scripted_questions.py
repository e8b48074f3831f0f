"""From the start page to the clause with its source: 200 questions of the catalogue's own, by keyboard alone."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.publish.addresses import page_path
from tests.browser.conftest import Visit
from tests.browser.pages import ROOT
from tests.publish.conformance import node
from tests.site_js.scripted_questions import AS_OF, fewest_keys, questions, summary

MOST_KEYS = 12
MIDDLE = 6
TRIED = 25
"""Each so many questions one is asked in the browser too."""


def test_the_answer_is_a_few_keys_away(visit: Visit, site: str) -> None:
    """At most 12 key presses for each of 200 questions and 6 for half of them; what is pressed really leads there."""
    program = node()
    if program is None:
        pytest.skip("no Node: node is not installed. The questions were NOT asked.")
    lookup = Catalogue.load(ROOT / "catalogue").lookup
    asked = questions(lookup, 200)
    # The page of a record, where its source stands, takes one Enter more.
    keys = [
        found + ["Enter"] * (len(one.chosen) == 1)
        for one, found in zip(asked, fewest_keys(program, lookup, asked), strict=True)
    ]
    assert all(len(found) > 1 for found in keys)
    counted = summary(keys)
    assert counted["questions"] == 200
    assert counted["most"] <= MOST_KEYS, counted
    assert counted["median"] <= MIDDLE, counted
    visit.page.route("**/records/**", lambda route: route.fulfill(body="A page.", content_type="text/html"))
    for one, pressed in [*zip(asked, keys, strict=True)][::TRIED]:
        # A new visit with the focus in the field, which is where Tab leads.
        visit.page.goto("about:blank")
        visit.page.goto(f"{site}/index.html#date={AS_OF}&standing=observed")
        visit.page.get_by_role("combobox").first.focus()
        for key in pressed:
            visit.page.keyboard.press(key)
        if len(one.chosen) == 1:
            visit.page.wait_for_url(f"**/{page_path(*one.chosen[0].split('/', 1))}")
        else:
            panel = visit.page.get_by_role("region", name="Answer")
            assert one.shown in panel.inner_html(), one
            assert panel.locator("dd details li").first.is_visible(), one
