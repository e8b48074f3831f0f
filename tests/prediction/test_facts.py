"""Facts: known, known to be absent, or unknown."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.condition import Value
from s1sr_validator.prediction.facts import Facts, Missing, facts_about, request_values
from tests.invented import LOG, MAKER_ONE, request_xml

FULL = {
    "ReadLogPeriod": {"StartDateTime": "2015-06-01T01:00:00+01:00", "EndDateTime": "2015-07-01T00:00:00Z"},
    "Depth": " 12 ",
    "Detailed": "1",
}


def values_of(tiny: Catalogue, text: str) -> dict[str, Value | Missing] | None:
    """Return the typed values of a request."""
    request = read_request(open_document(text.encode(), "request.xml"), tiny.lookup.services)
    return request_values(request, tiny.lookup.services[request.srv])


def test_typed_values(tiny: Catalogue) -> None:
    """Fields are read by the types that the service declares."""
    assert {
        "request.ReadLogPeriod.StartDateTime": "2015-06-01T00:00:00.000000Z",
        "request.ReadLogPeriod.EndDateTime": "2015-07-01T00:00:00.000000Z",
        "request.Depth": 12,
        "request.Detailed": True,
    } == values_of(tiny, request_xml(LOG, FULL))


def test_a_field_that_is_missing_does_not_hide_the_next(tiny: Catalogue) -> None:
    """Each declared field is read by itself, whatever of the others is there."""
    assert {"request.Detailed": False} == values_of(tiny, request_xml(LOG, {"Detailed": "false"}))


def test_fields_that_the_service_does_not_declare_are_no_facts(tiny: Catalogue) -> None:
    """No condition can ask for them."""
    assert {"request.Depth": 3} == values_of(tiny, request_xml(LOG, {"Depth": 3, "Width": 4}))


@pytest.mark.parametrize("text", ["", "deep", "1.5", "<"])
def test_a_value_that_cannot_be_read_is_not_absent(text: str, tiny: Catalogue) -> None:
    """The field is there, but nobody knows what it says."""
    assert {"request.Depth": Missing.UNKNOWN} == values_of(tiny, request_xml(LOG, {"Depth": text}))


def test_a_signed_pre_command_was_not_seen(tiny: Catalogue) -> None:
    """Its content cannot be seen: there are no values, and nothing is known to be absent."""
    assert None is values_of(tiny, request_xml(LOG, body="<sr:SignedPreCommand>3ADE</sr:SignedPreCommand>"))


@pytest.mark.parametrize(
    ("expected", "facts", "name"),
    [
        (5, Facts({"state.x.y": 5}), "state.x.y"),
        (False, Facts({"state.x.y": False}), "state.x.y"),
        (Missing.UNKNOWN, Facts({}), "state.x.y"),
        (Missing.UNKNOWN, Facts({}, request_was_seen=True), "state.x.y"),
        (Missing.UNKNOWN, Facts({}), "request.X"),
        (Missing.ABSENT, Facts({}, request_was_seen=True), "request.X"),
        (Missing.UNKNOWN, Facts({"request.X": Missing.UNKNOWN}, request_was_seen=True), "request.X"),
    ],
)
def test_get(expected: Value | Missing, facts: Facts, name: str) -> None:
    """A field that a seen request does not have is absent; every other fact without a value is unknown."""
    assert expected == facts.get(name)


def test_facts_about(tiny: Catalogue) -> None:
    """State, request and the parts of the Device's key are put together; the key cannot be overridden."""
    device = tiny.lookup.devices[MAKER_ONE]
    facts = facts_about(device, {"state.x.y": 1, "device.model": "wrong"}, {"request.Depth": 2})
    assert {
        "state.x.y": 1,
        "request.Depth": 2,
        "device.device_type": "ESME",
        "device.manufacturer": "FFF0",
        "device.model": "0001",
        "device.hardware": "0101",
        "device.firmware": "00000001",
    } == facts.values
    assert (True, False) == (facts.request_was_seen, facts_about(device, {}, None).request_was_seen)
