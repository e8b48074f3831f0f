"""Places in a source, as people write them."""

import pytest

from s1sr_validator.index.places import expand, names_part


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        (("paragraph 28",), "paragraph 28"),
        (("paragraph 28", "paragraph 29"), "paragraphs 28 and 29"),
        (("paragraph 28",), "section 3.1.1 heading and paragraph 28"),
        (("paragraph 1", "paragraph 2", "paragraph 3", "paragraph 7"), "paragraphs 1 to 3, 7"),
        (("paragraph 4", "paragraph 5"), "Paragraphs 4-5"),
        (("paragraph 18",), "paragraph 18a"),
        (("paragraph 1", "paragraph 9"), "paragraph 9; paragraph 1"),
        (("Appendix One, row 2",), "Appendix One, row 2"),
        (("title page",), "title page"),
    ],
)
def test_expand(expected: tuple[str, ...], place: str) -> None:
    """Numbered paragraphs are named one by one; any other place stands for itself."""
    assert expected == expand(place)


@pytest.mark.parametrize("place", ["paragraphs 1 to 999999999", f"paragraph {'9' * 5000}"])
def test_a_slip_in_a_number_does_no_harm(place: str) -> None:
    """A range or a number that no source can have stays small."""
    assert len(expand(place)) < 2000


@pytest.mark.parametrize(
    ("expected", "place", "part"),
    [
        (True, "paragraphs 1 to 3", "paragraph 2"),
        (False, "paragraphs 1 to 3", "paragraph 4"),
        (False, "paragraph 28", "paragraph 2"),
        (True, "Appendix One, row 2", "Appendix One"),
        (True, "appendix one, row 2", "Appendix One"),
        (False, "Appendix Oneself", "Appendix One"),
        (False, "title page", "paragraph 1"),
    ],
)
def test_names_part(expected: bool, place: str, part: str) -> None:
    """A place names a part by its number or by whole words, in any case."""
    assert expected is names_part(place, part)
