"""Bodies that a request cannot have: of another namespace, of another service, or of none that it tells."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.rules import body_mismatch, unknown_service
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.request import Request
from tests.checking.asked import AS_OF
from tests.invented import LOG, request_xml


def context(tiny: Catalogue, text: str) -> Context:
    """Return what a rule sees of a request."""
    request = read_request(open_document(text.encode(), "a.xml"), tiny.lookup.services)
    service = tiny.lookup.services.get(request.srv)
    return Context(
        request=request, position_of=lambda _: (1, 1), known_service=service, lookup=tiny.lookup, as_of=AS_OF
    )


@pytest.mark.parametrize(
    ("message", "body"),
    [
        ("the body's element Strange is not in the sr namespace", '<Strange xmlns=""/>'),
        (f"SRV {LOG} asks for the body sr:ReadInventedLog, but it is sr:SetInventedThing", "<sr:SetInventedThing/>"),
    ],
)
def test_another_body(tiny: Catalogue, message: str, body: str) -> None:
    """The element that the service asks for, in its namespace."""
    (finding,) = body_mismatch.check(context(tiny, request_xml(LOG, body=body)))
    assert message == finding.message
    assert finding.tip


@pytest.mark.parametrize("body", ["<sr:ReadInventedLog/>", "", "<sr:ReadInventedLog/><sr:SetInventedThing/>"])
def test_a_body_that_others_speak_of(tiny: Catalogue, body: str) -> None:
    """The right element, none, and two of them: nothing for this rule."""
    assert [] == list(body_mismatch.check(context(tiny, request_xml(LOG, body=body))))


def test_a_body_alone_that_no_service_has(tiny: Catalogue) -> None:
    """Where a bare body does not tell its SRV, it has to be given."""
    seen = context(tiny, request_xml(LOG))
    bare = msgspec.structs.replace(seen, request=Request(name="a.xml", srv=""), known_service=None)
    (finding,) = unknown_service.check(bare)
    assert ("the body alone does not tell its SRV", "give it with --srv") == (finding.message, finding.tip)
