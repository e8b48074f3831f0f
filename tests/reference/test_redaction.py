"""Templates and examples of others, redacted: what was valid by the official schemas stays valid."""

from pathlib import Path

import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.evidence.pseudonyms import Pseudonyms
from s1sr_validator.evidence.redact import redact
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.message import Message

pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def messages(reference_data: Path) -> tuple[Path, ...]:
    """Every request template, and the examples of answers."""
    templates = sorted((reference_data / "duis-templates").glob("*.XML"))
    return (*templates, *sorted((reference_data / "facts" / "examples").glob("*.xml")))


def test_what_is_valid_stays_valid(reference_data: Path, messages: tuple[Path, ...]) -> None:
    """By the official schemas, with no name that redaction did not know, and with the same fields for our reader."""
    schema = etree.XMLSchema(etree.parse(reference_data / "duis" / "driver.xsd"))
    services = Catalogue.bundled().lookup.services
    fields, pseudonyms = FieldKinds(Catalogue.bundled().lookup), Pseudonyms(b"a key")
    for path in messages:
        data = path.read_bytes()
        found = redact(Message(path.name, data), fields, pseudonyms).data
        assert schema.validate(etree.fromstring(data)) == schema.validate(etree.fromstring(found)), path.name
        assert b"unknown" not in found, path.name
        if path.suffix == ".XML":
            before, after = (read_request(open_document(each, ""), services) for each in (data, found))
            assert (before.srv, before.bodies, list(before.header)) == (after.srv, after.bodies, list(after.header))
            assert {key: len(held) for key, held in before.fields.items()} == {
                key: len(held) for key, held in after.fields.items()
            }, path.name
