"""What a rule about a request sees, where it asks for what is not there."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.answers.payload_path import payload_path
from s1sr_validator.checking.context import Context
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from tests.checking.asked import AS_OF
from tests.invented import request_xml
from tests.invented_answers import EMPTY_LOG, acknowledgement, data, read, smets1


def test_a_service_that_is_not_known(tiny: Catalogue) -> None:
    """A rule that asks for the service without saying that it needs one is told so, with the SRV."""
    request = read_request(open_document(request_xml("9.9.99").encode(), "a.xml"), tiny.lookup.services)
    context = Context(
        request=request, position_of=lambda _: (0, 0), known_service=None, lookup=tiny.lookup, as_of=AS_OF
    )
    with pytest.raises(LookupError, match=r"^no service is known for SRV '9\.9\.99'$"):
        _ = context.service
    known = tiny.lookup.services["9.9.1"]
    assert known is msgspec.structs.replace(context, known_service=known).service


def test_where_a_payload_stands() -> None:
    """The path of a payload is that of its element among the parts; without a payload there is none."""
    answer = read(smets1(data(EMPTY_LOG)))
    path = payload_path(answer)
    assert path
    assert answer.payload is not None
    assert answer.payload.node in {field.node for field in answer.parts[path]}
    assert "" == payload_path(read(acknowledgement()))
    assert "" == payload_path(msgspec.structs.replace(answer, parts={}))
