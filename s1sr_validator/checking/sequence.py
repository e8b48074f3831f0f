"""The fields of a header that put requests in a sequence."""

from s1sr_validator.checking.request_ids import RequestId, read_request_id
from s1sr_validator.model.request import Request

FIRST = "FirstInSequence"
PREDECESSOR = "PrecedingServiceRequestID"
FLAGS = {"true": True, "1": True, "false": False, "0": False}
"""What an `xs:boolean` is written as."""


def is_first(request: Request) -> bool:
    """Say whether the header calls the request the first of a sequence."""
    return FLAGS.get(request.header_text(FIRST), False)


def predecessor(request: Request) -> RequestId | None:
    """Return the request that the header says comes before, or None where it names none that can be read."""
    return read_request_id(request.header_text(PREDECESSOR))
