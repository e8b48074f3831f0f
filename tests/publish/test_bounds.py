"""Pages whose size is a product of two numbers are bounded, and say what they leave out."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.publish import date_pages, matrix_pages
from tests.publish.published import Seen, contents_of


def test_a_matrix_that_is_too_large_says_where_its_cells_are(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has its counts and its legend still, and leads to the pages of Device Models and of its columns."""
    monkeypatch.setattr(matrix_pages, "MOST_CELLS", 1)
    for page, folder in zip(matrix_pages.matrix_pages(contents_of(tiny)), ("services", "behaviours"), strict=True):
        whole = Seen("".join([page.lead, *(section.content for section in page.sections)]))
        assert "table" not in whole.tags
        assert "cells are too many for one table" in whole.text
        assert {"../records/devices/index.html", f"../records/{folder}/index.html"} <= set(whole.links)


def test_a_day_of_many_standings_lists_those_that_changed(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are counted, and the page says that they are left out."""
    monkeypatch.setattr(date_pages, "MOST_STANDINGS", 1)
    for page in date_pages.date_pages(contents_of(tiny))[1:-1]:
        shown = Seen(page.lead).text
        assert "those that did not change are left out" in shown
        assert page.lead.count("<td>changed</td>") == page.lead.count("<tr>") - 1 > 0
