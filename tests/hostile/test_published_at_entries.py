"""What others published to break readers, at every entry: bounded, and the same verdict wherever it comes in."""

from collections.abc import Iterator

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.messages.text_encoding import decoded
from s1sr_validator.model.errors import InputError
from tests.hostile.at_entry import faults
from tests.hostile.entry_points import ENTRIES, Given, takes_all
from tests.hostile.published_suites import json_cases, naughty_strings, xml_cases
from tests.hostile.xml_documents import hostile_xml
from tests.invented import LOG, request_xml
from tests.publish.conformance import held, node
from tests.publish.message_vectors import Source, read, reading
from tests.publish.vectors import Vector

pytestmark = pytest.mark.reference
FIFTH_EDITION = {"name-tags", "name-full-width", "name-roman", "version-2"}
"""What the scripts read and Expat does not: names and versions of XML 1.0's fifth edition. The list may only shrink."""
PART = 100
"""By default each entry takes every 100th document, each another one."""


def part(documents: dict[str, bytes], entry: str) -> dict[str, bytes]:
    """Return the documents that an entry takes."""
    if takes_all():
        return documents
    return dict(list(documents.items())[list(ENTRIES).index(entry) :: PART])


@pytest.mark.parametrize("entry", ENTRIES)
def test_xml(entry: str, given: Given) -> None:
    """The W3C's documents."""
    documents = {f"{number}-{case.id}": case.data for number, case in enumerate(xml_cases())}
    assert {} == faults(entry, given, part(documents, entry), "xml")


@pytest.mark.parametrize("entry", ENTRIES)
def test_json(entry: str, given: Given) -> None:
    """The JSON suite's texts, alone and as the root of a request."""
    documents = json_cases()
    below = {f"below {name}": b'{"sr:Request": ' + data + b"}" for name, data in documents.items()}
    assert {} == faults(entry, given, part(documents | below, entry), "json")


@pytest.mark.parametrize("entry", ENTRIES)
def test_naughty_strings(entry: str, given: Given) -> None:
    """As a field of a request, where XML can hold them and where it cannot."""
    documents = {
        str(number): request_xml(LOG, {"Depth": text}).encode("utf-8", "surrogatepass")
        for number, text in enumerate(naughty_strings())
    }
    assert {} == faults(entry, given, part(documents, entry), "xml")


def test_in_the_browser(tiny: Catalogue) -> None:
    """The scripts of the site read what Python reads, and refuse the rest with the same code.

    They read XML that is UTF-8: what a page decodes before is no text in another encoding any more. Of the W3C's
    documents those that Expat calls malformed are left out: in names the scripts follow the fifth edition of XML 1.0
    and Expat the fourth, and where a document type is damaged either fault can be said.
    """
    if node() is None:
        pytest.skip("node is not installed. The scripts were NOT compared with Python.")
    source = Source("hostile", tiny.snapshot)
    texts = [text for data in in_the_browser() if (text := as_utf_8(data)) is not None]
    published = {text for case in xml_cases() if (text := as_utf_8(case.data)) is not None}
    assert len(texts) >= 2500

    def vectors() -> Iterator[Vector]:
        yield from source.tables
        for text in texts:
            expected = reading(text, lambda opened: read(opened, source))
            is_left_out = "REQ009" in expected or ("REQ003" in expected and text in published)
            if not is_left_out:
                yield source.vector("read_request", expected, text=text)

    outcome = held(vectors())
    assert outcome.failed == 0, "\n".join(outcome.first)


def in_the_browser() -> list[bytes]:
    """Return the documents that the scripts are given."""
    strings = [request_xml(LOG, {"Depth": text}).encode("utf-8", "replace") for text in naughty_strings()]
    own = [
        data
        for name, data in hostile_xml("/secret").items()
        if name not in FIFTH_EDITION and (takes_all() or len(data) < 500_000)
    ]
    return [*(case.data for case in xml_cases()), *strings, *own]


def as_utf_8(data: bytes) -> str | None:
    """Return the characters of UTF-8; None for what is empty, JSON, or in another encoding."""
    try:
        text = decoded(data, "document") if data.strip() else ""
    except InputError:
        return None
    return text if text.strip() and text.encode() == data and text.lstrip()[0] not in "{[" else None
