"""What the stand-in for the DCC says to a request: the acknowledgement at once, and what follows from the Device."""

from http import HTTPStatus
from typing import NamedTuple

from s1sr_validator.arguments import read_standing
from s1sr_validator.examination import Circumstances, open_request, predictable
from s1sr_validator.messages.answer_xml import answer_xml
from s1sr_validator.model.message import Message
from s1sr_validator.model.message_id import MessageId, read_message_id
from s1sr_validator.model.prediction import Outlook
from s1sr_validator.model.request import Request
from s1sr_validator.model.vocabulary import STATE
from s1sr_validator.prediction.predict import predict
from s1sr_validator.rehearsal import Staging, rehearse
from s1sr_validator.server.device_file import DeviceEntry
from s1sr_validator.server.posted import read_posted
from s1sr_validator.server.problems import RefusedError
from s1sr_validator.server.service import Service

_NAME = "request"


class Reply(NamedTuple):
    """The two messages that a request brings, as XML, whom they are for, and the seconds until the second comes."""

    acknowledgement: bytes
    response: bytes
    request_id: str
    user: str
    delay: float


def reply_to(service: Service, body: bytes, *, is_json: bool) -> Reply:
    """Return what a request brings.

    Raises:
        InputError: it cannot be read, or no prediction can be made for it.
        UsageError: the answer has a form that is not known.
        RefusedError: it has no usable RequestID, goes to no Device of the test environment, or to one of which too
            little is known.
    """
    posted = read_posted(body, is_json=is_json)
    if posted.responses or posted.given:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, "this path takes a request, without options beside it")
    known = service.catalogue.circumstances(as_of=service.settings.today(), with_schemas=False)
    request = predictable(open_request(Message(_NAME, posted.request), known), known).request
    named = _named(request)
    entry = _entry(service, named.target)
    staging = Staging(outcome=_outcome(service, request, entry, known), seed=service.turns.next_seed(entry.eui))
    known = known._replace(devices=(entry.model,))
    return Reply(
        acknowledgement=_played(service, posted.request, entry, known, Staging(acknowledge=True)),
        response=_played(service, posted.request, entry, known, staging),
        request_id=normal_id(named),
        user=named.originator,
        delay=entry.delay_ms / 1000,
    )


def normal_id(named: MessageId) -> str:
    """Return a RequestID in the one writing that it is kept by."""
    return f"{named.originator}:{named.target}:{named.counter}"


def _named(request: Request) -> MessageId:
    named = read_message_id(request.request_id)
    if named is None:
        detail = f"RequestID {request.request_id[:80]!r} is not originator, target and counter"
        tip = "write it as 00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1"
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, detail, tip=tip)
    return named


def _entry(service: Service, eui: str) -> DeviceEntry:
    """Return the Device that a request goes to. Which code the DCC gives for an unknown one, no source at hand says."""
    entry = service.devices.get(eui)
    if entry is None:
        tip = "add it to the file of Devices: s1sr serve --devices devices.yaml"
        raise RefusedError(HTTPStatus.NOT_FOUND, f"the test environment has no Device {eui}", tip=tip)
    return entry


def _outcome(service: Service, request: Request, entry: DeviceEntry, known: Circumstances) -> str:
    """Return the outcome to ask for: a fixed one where the Device Model can have it, else what is predicted."""
    (prediction,) = predict(
        request,
        (entry.model,),
        known.lookup,
        as_of=known.as_of,
        state=entry.state,
        lowest_standing=read_standing(service.settings.standing),
    ).predictions
    if entry.outcome:
        can_be = entry.outcome != Outlook.DEVIATION or prediction.deviations
        return entry.outcome if can_be else ""
    if prediction.predicts is Outlook.EITHER:
        open_facts = {fact.removeprefix(STATE) for found in prediction.deviations for fact in found.residual_facts}
        tip = f"add to {entry.eui} in the file of Devices: state ({', '.join(sorted(open_facts))}) or outcome"
        conditions = {found.residual_condition for found in prediction.deviations if found.residual_condition}
        detail = f"Device {entry.eui} answers either way; what is open: {'; '.join(sorted(conditions))}"
        raise RefusedError(HTTPStatus.CONFLICT, detail, tip=tip)
    return ""


def _played(service: Service, request: bytes, entry: DeviceEntry, known: Circumstances, staging: Staging) -> bytes:
    tree = rehearse(
        Message(_NAME, request),
        known,
        state=entry.state,
        lowest_standing=read_standing(service.settings.standing),
        staging=staging,
    )
    return answer_xml(tree).encode()
