"""Redaction: what goes, what stays, and that what comes out can still be read."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.evidence.pseudonyms import Pseudonyms
from s1sr_validator.evidence.redact import Redacted, redact
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.message import Message
from tests.evidence.planted import Planted, compact, planted_json, planted_xml, tell_tales
from tests.evidence.shown import document, value_in
from tests.invented import request_xml
from tests.invented_answers import METER, REQUEST_ID, USER, response, signed

Redact = Callable[[bytes], Redacted]


@pytest.fixture(scope="module")
def fields(tiny: Catalogue) -> FieldKinds:
    """What the tiny catalogue knows of fields."""
    return FieldKinds(tiny.lookup)


@pytest.fixture
def strip(fields: FieldKinds) -> Redact:
    """Return a function that redacts bytes under one key."""
    return lambda data: redact(Message("input", data), fields, Pseudonyms(b"a key"))


@given(planted_xml())
def test_no_identifier_of_xml_survives(tiny: Catalogue, message: Planted) -> None:
    """Not in any element, attribute, name, namespace, comment or text, and in no encoding."""
    _survives_nothing(tiny, message)


@given(planted_json())
def test_no_identifier_of_json_survives(tiny: Catalogue, message: Planted) -> None:
    """Not in any key, text or number, and in no encoding."""
    _survives_nothing(tiny, message)


def _survives_nothing(tiny: Catalogue, message: Planted) -> None:
    found = redact(Message("input", message.data), FieldKinds(tiny.lookup), Pseudonyms(b"a key"))
    written = f"{compact(found.data.decode())} {compact(found.name)}"
    for identifier in message.identifiers:
        assert [] == [tale for tale in tell_tales(identifier) if tale in written]


@given(planted_xml())
def test_redacting_twice_keeps_the_structure(tiny: Catalogue, message: Planted) -> None:
    """The second time finds the same elements in the same places, whatever the first had to invent."""
    first = redact(Message("input", message.data), FieldKinds(tiny.lookup), Pseudonyms(b"a key"))
    second = redact(Message("input", first.data), FieldKinds(tiny.lookup), Pseudonyms(b"a key"))
    shapes = [[len(element) for element in etree.fromstring(each.data).iter()] for each in (first, second)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("text", ["00-00-5e-ef-10-00-00-a1", "00:00:5E:EF:10:00:00:A1", "00005EEF100000A1"])
def test_the_notation_of_an_eui_stays(strip: Redact, text: str) -> None:
    """Separators and case are those of the value; the 64 bits are the same for every notation."""
    found = value_in(strip(document(f"<sr:DeviceID>{text}</sr:DeviceID>")), "DeviceID")
    plain = value_in(strip(document("<sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID>")), "DeviceID")
    assert compact(plain) == compact(found)
    assert [letter for letter in text if letter in "-:"] == [letter for letter in found if letter in "-:"]
    assert text.islower() == found.islower()


def test_correlations_survive(strip: Redact) -> None:
    """Request and answer still name one request, and originator and target change places as before."""
    answer = read_answer(open_document(strip(response(signed("<sr:ResponseMessage/>")).encode()).data, "answer"))
    request_id = value_in(strip(document(f"<sr:RequestID>{REQUEST_ID}</sr:RequestID>")), "RequestID")
    user, meter, counter = request_id.split(":")
    assert (request_id,) == answer.request_ids
    assert f"{meter}:{user}:{counter}" == answer.response_id
    assert {user, meter}.isdisjoint({USER, METER})


def test_another_key_gives_other_pseudonyms(fields: FieldKinds) -> None:
    """The same key gives the same bytes, another one others, and none the public salt's."""
    message = Message("input", request_xml().encode())
    found = [redact(message, fields, Pseudonyms(key)).data for key in (b"one", b"one", b"two", b"", b"")]
    assert (found[0], found[3]) == (found[1], found[4])
    assert 3 == len(set(found))


def test_the_simplified_shape_in_json_stays_readable(strip: Redact, tiny: Catalogue) -> None:
    """JSON of the duis-parser package comes out as JSON of the same shape, numbers as numbers."""
    message = {
        "header": {
            "type": "request",
            "requestId": {"originatorId": USER, "targetId": METER, "counter": 1712345678901},
            "commandVariant": {"number": 1, "description": "Somebody's words"},
            "serviceReference": "9.9",
            "serviceReferenceVariant": {"Service Request Name": "Invented", "Service Reference Variant": "9.9.1"},
        },
        "body": {"ReadInventedLog": {"Depth": 2}},
    }
    found = strip(json.dumps(message).encode())
    header = json.loads(found.data)["header"]
    assert isinstance(header["requestId"]["counter"], int)
    request = read_request(open_document(found.data, ""), tiny.lookup.services)
    assert ("9.9.1", "1", "ReadInventedLog") == (request.srv, request.command_variant, request.body_element)
    assert "2" == request.fields["Depth"][0].text
    ids = value_in(strip(document(f"<sr:RequestID>{USER}:{METER}:1712345678901</sr:RequestID>")), "RequestID")
    assert ids == request.request_id


def test_comments_and_instructions_are_counted(strip: Redact) -> None:
    """They are dropped, and the report says how many."""
    found = strip(b"<?a b?><!-- c --><Request><!-- d --></Request>")
    assert 3 == found.counts[ValueClass.REMARK]
    assert b"d" not in found.data.replace(b"encoding", b"").replace(b"/>", b"").split(b"?>")[1].replace(b"Request", b"")


def test_what_is_no_message_is_refused(strip: Redact) -> None:
    """Bytes that cannot be read are not written either."""
    with pytest.raises(InputError):
        strip(b"not a message, customer 1012345678901")
