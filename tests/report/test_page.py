"""Pages: wrapped to a width, labels beside their texts, colour only when asked for."""

import pytest

from s1sr_validator.report.page import Ink, Page


@pytest.mark.parametrize("width", [40, 50, 80, 120])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    """Whatever is written, lines fit, unless one word alone does not."""
    page = Page(width=width)
    page.line("words " * 60, indent=4)
    page.field("label", "words " * 60)
    page.field("a label that is longer than its column", "words " * 60, column=12)
    assert max(len(line) for line in str(page).splitlines()) <= width


def test_no_text_steers_the_terminal() -> None:
    """Escape sequences and marks that turn the direction of writing are written out, wherever a text is given."""
    page = Page()
    page.line("a\x1b[2Jb\u202ec")
    page.field("la\x9bbel", "d\x07e")
    page.fields("f", ["g\u2066h", "i\nj"])
    written = str(page)
    assert all(letter.isprintable() for letter in written.replace("\n", ""))
    assert r"a\x1b[2Jb\u202ec" in written


def test_label_stands_beside_its_text() -> None:
    """Further lines stand under the text; a label without room stands above it."""
    page = Page(width=40)
    page.field("GBCS", "one two three four five six seven eight nine", indent=2, column=10)
    page.field("far too long", "text", indent=2, column=10)
    assert (
        "  GBCS    one two three four five six\n          seven eight nine\n  far too long\n          text\n"
    ) == str(page)


def test_colour_only_when_asked() -> None:
    """A page without colour has no escape sequence, one with colour closes each that it opens."""
    plain, coloured = Page(), Page(colour=True)
    for page in (plain, coloured):
        page.line("bad news", ink=Ink.BAD)
        page.field("label", "text", ink=Ink.LINK)
    assert "\x1b" not in str(plain)
    assert str(coloured).count("\x1b[0m") * 2 == str(coloured).count("\x1b[")


def test_width_has_a_floor() -> None:
    """A terminal that claims no width still gets a page that can be read."""
    assert 40 == Page(width=1).width
