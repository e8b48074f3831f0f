"""Redaction by the real catalogue: what it knows of fields decides what stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.evidence.pseudonyms import Pseudonyms
from s1sr_validator.evidence.redact import Redacted, redact
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.message import Message
from tests.evidence.shown import document, value_in
from tests.invented_answers import REQUEST_ID

ANSWERS = sorted((Path(__file__).parents[1] / "verdict" / "messages").glob("*.xml"))
Redact = Callable[[bytes], Redacted]


@pytest.fixture(scope="module")
def strip() -> Redact:
    """Return a function that redacts by the catalogue of this checkout."""
    known = FieldKinds(Catalogue.bundled().lookup)
    return lambda data: redact(Message("input", data), known, Pseudonyms(b"a key"))


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        ("<sr:StandingCharge>12</sr:StandingCharge>", "StandingCharge"),
        ("<sr:StandingCharge>-2147483648</sr:StandingCharge>", "StandingCharge"),
        ("<sr:AerialInstall>true</sr:AerialInstall>", "AerialInstall"),
        ("<sr:DateTime>2025-01-01T00:00:00.500+01:00</sr:DateTime>", "DateTime"),
        ("<sr:StartDate>65535-07-26Z</sr:StartDate>", "StartDate"),
        ("<sr:ServiceReferenceVariant>4.10</sr:ServiceReferenceVariant>", "ServiceReferenceVariant"),
        ("<sr:S1SPAlertCode>S1CE2003</sr:S1SPAlertCode>", "S1SPAlertCode"),
        ("<sr:ResponseCode>I99</sr:ResponseCode>", "ResponseCode"),
        ("<sr:GBCSHexAlertCode>8F1C</sr:GBCSHexAlertCode>", "GBCSHexAlertCode"),
        ("<sr:DeviceStatus>Commissioned</sr:DeviceStatus>", "DeviceStatus"),
        ("<sr:FirmwareVersion>03465317</sr:FirmwareVersion>", "FirmwareVersion"),
    ],
)
def test_what_holds_no_identifier_stays(strip: Redact, inner: str, name: str) -> None:
    """Times, numbers, codes and listed words, each in a field that holds it."""
    data = document(inner)
    before = etree.fromstring(data).find(f".//{{*}}{name}")
    assert before is not None
    assert before.text == value_in(strip(data), name)


@pytest.mark.parametrize(
    ("inner", "value_class"),
    [
        ("<sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID>", ValueClass.EUI),
        ("<sr:DeviceIDList>00-00-5E-EF-10-00-00-A1,00-00-5E-EF-10-00-00-A2</sr:DeviceIDList>", ValueClass.EUI),
        (f"<sr:RequestID>{REQUEST_ID}</sr:RequestID>", ValueClass.MESSAGE_ID),
        ("<sr:OriginatorCounter>17</sr:OriginatorCounter>", ValueClass.COUNTER),
        ("<sr:UTRN>01234567890123456789</sr:UTRN>", ValueClass.DIGITS),
        ("<sr:ImportMPAN>1012345678901</sr:ImportMPAN>", ValueClass.DIGITS),
        ("<sr:UPRN>100012345678</sr:UPRN>", ValueClass.DIGITS),
        ("<sr:PostCode>ZZ9 9ZZ</sr:PostCode>", ValueClass.TEXT),
        ("<sr:SupplierTelephoneNumber>00 1234 567</sr:SupplierTelephoneNumber>", ValueClass.TEXT),
        ("<sr:SupplierName>South</sr:SupplierName>", ValueClass.TEXT),
        ("<sr:GISData>51.5,-0.1</sr:GISData>", ValueClass.TEXT),
        ("<sr:Certificate>cGxhY2Vob2xkZXI=</sr:Certificate>", ValueClass.CERTIFICATE),
        ("<sr:GBCSPayload>cGxhY2Vob2xkZXI=</sr:GBCSPayload>", ValueClass.PAYLOAD),
        ("<sr:InstallCode>00112233445566778899AABB</sr:InstallCode>", ValueClass.PAYLOAD),
        ("<sr:StandingCharge>12345678901</sr:StandingCharge>", ValueClass.NUMBER),
        ("<sr:DateTime>2025-01-01T00:00:00.1234567890123Z</sr:DateTime>", ValueClass.TIME),
    ],
)
def test_what_goes_is_counted_by_class(strip: Redact, inner: str, value_class: ValueClass) -> None:
    """Each identifying value goes, under the name that the report has for its class."""
    found = strip(document(inner))
    before = etree.fromstring(document(inner))[0][0]
    assert {value_class: 1} == found.counts
    assert before.text != value_in(found, etree.QName(before).localname)


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_a_message_stays_what_it_is(strip: Redact, path: Path) -> None:
    """Kind, codes, outcome and every part but the identifying texts are read out of the redacted answer."""
    found = strip(path.read_bytes())
    if path.stem.startswith("request"):
        services = Catalogue.bundled().lookup.services
        before, after = (read_request(open_document(data, ""), services) for data in (path.read_bytes(), found.data))
        assert (before.srv, before.bodies, before.fields) == (after.srv, after.bodies, after.fields)
        return
    was, now = (read_answer(open_document(data, "")) for data in (path.read_bytes(), found.data))
    assert (was.kind, was.srv, was.response_code, was.debug_codes) == (
        now.kind,
        now.srv,
        now.response_code,
        now.debug_codes,
    )
    assert (was.response_code, was.payload, list(was.parts), was.oddities) == (
        now.response_code,
        now.payload,
        list(now.parts),
        now.oddities,
    )


def test_a_number_that_repeats_an_identifier_goes_too(strip: Redact) -> None:
    """An MPRN that somebody wrote into a number's field is found there because it stands where it belongs as well."""
    found = strip(document("<sr:ImportMPRN>123456789</sr:ImportMPRN><sr:StandingCharge>123456789</sr:StandingCharge>"))
    assert value_in(found, "StandingCharge") == value_in(found, "ImportMPRN") != "123456789"
