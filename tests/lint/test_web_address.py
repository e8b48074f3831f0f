"""Addresses are plain web addresses."""

import pytest

from s1sr_validator.lint.rules import web_address
from s1sr_validator.model.regulation import Publication, Source
from tests.lint.asked import context_with, places


def reported(address: str) -> bool:
    """Say whether the rule reports a source with this address."""
    source = Source(id="invented", title="t", publisher="p", obtained=Publication.PUBLISHED, url=address)
    return "sources/invented.yaml:url" in places(web_address, context_with(source, only=True))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.invalid/",
        "//example.invalid/",
        "example.invalid",
        "https://",
        "https://user@example.invalid/",
        "https://example.invalid/a b",
        'https://example.invalid/">x',
        "https://ex\u0430mple.invalid/",
        "https://example.invalid\n",
        " https://example.invalid/",
    ],
)
def test_reported(address: str) -> None:
    """Scripts, other schemes, hidden hosts and what would break out of a link are refused."""
    assert reported(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.invalid",
        "http://example.invalid/",
        "https://example.invalid:8443/path",
        "https://www.example.invalid/a/b-c_d.pdf?x=1&y=2#part",
        "https://example.invalid/with%20blank/(v1),;:@!",
        "",
    ],
)
def test_silent(address: str) -> None:
    """Plain addresses pass, and a record need not have one."""
    assert not reported(address)
