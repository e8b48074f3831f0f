"""File names as URI references."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.report.uri import file_uri


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("a/b%20c.xml", "a/b c.xml"),
        ("../a.xml", "../a.xml"),
        ("./a.xml", "./a.xml"),
        ("requests.zip!/a/b.xml", "requests.zip!/a/b.xml"),
        ("my%20requests.zip!/%C3%A9%23.xml", "my requests.zip!/é#.xml"),
        ("a%3Ab.xml", "a:b.xml"),
        ("100%25.xml", "100%.xml"),
        ("a%3Fb%5Bc%5D.xml", "a?b[c].xml"),
        ("file:///tmp/a%20b.xml", "/tmp/a b.xml"),  # noqa: S108 - a name, not a file
        ("/.//server/share.xml", "//server/share.xml"),
        ("file:///C:/a/b.xml", "C:\\a\\b.xml"),
        ("b%FF.xml", "b\udcff.xml"),
        ("b%3F.xml", "b\ud800.xml"),
    ],
)
def test_names(uri: str, name: str) -> None:
    """Relative stays relative, what is from the root has a scheme, and what is special is encoded."""
    assert uri == file_uri(name)


@given(st.text(min_size=1).filter(lambda name: not name.startswith("/") and ":" not in name))
def test_a_relative_name_can_be_read_back(name: str) -> None:
    """Nothing is lost, and nothing but ASCII is left."""
    uri = file_uri(name)
    assert uri.isascii()
    assert uri.isprintable()
    assert name == unquote(uri)
