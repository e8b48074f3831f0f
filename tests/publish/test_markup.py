"""Markup: text is escaped by its type, and only what the functions here make is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.publish.markup import Html, element, escaped, pairs, preformatted, table, web_link
from tests.publish.published import Seen

TEXT = st.text(max_size=60)


@given(TEXT)
def test_no_text_becomes_a_tag(text: str) -> None:
    """A text in an element and in an attribute adds no tag and no attribute."""
    seen = Seen(element("p", text, title=text))
    assert seen.tags == {"p"}
    assert seen.attributes == {"title"}


@given(TEXT)
def test_preformatted_text_is_one_line_of_source(text: str) -> None:
    """No blank line can end the block of HTML that it stands in."""
    shown = preformatted(text)
    assert "\n" not in shown
    assert Seen(shown).tags == {"pre", "code"}


def test_markup_is_not_escaped_twice() -> None:
    """An element inside an element stays one."""
    assert element("p", element("b", "a & b")) == "<p><b>a &amp; b</b></p>"
    assert isinstance(escaped("x"), Html)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "JAVASCRIPT:x", ""])
def test_only_web_addresses_become_links(address: str) -> None:
    """Any other form of address is shown and leads nowhere."""
    assert Seen(web_link(address, "here")).links == []
    assert Seen(web_link("https://example.org/?a=1&b=2")).links == ["https://example.org/?a=1&b=2"]


def test_tables_have_heads_that_are_announced() -> None:
    """Columns and rows have headers with their scope, and the frame that scrolls has a name."""
    shown = table(["SRV", "name"], [["4.1", "a"]], caption="Services")
    assert '<th scope="col">SRV</th>' in shown
    assert '<th scope="row">4.1</th>' in shown
    assert 'aria-label="Services"' in shown


def test_labels_and_values_stand_in_a_list_of_pairs() -> None:
    """Each label has its value after it."""
    assert pairs([("a", "b")]) == '<dl class="fields"><dt>a</dt><dd>b</dd></dl>'
