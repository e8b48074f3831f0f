"""Messages examined: each is opened and read, put together with what is known about it, and asked about."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from s1sr_validator.checking.check import Checked, check, obstacles
from s1sr_validator.checking.context import Context, PositionOf
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.messages.document import Document, open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.schema_check import RequestSchemas
from s1sr_validator.messages.schema_repeats import without_repeats
from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message, Unread
from s1sr_validator.model.message_id import read_message_id
from s1sr_validator.model.project import EVERYTHING, Selection
from s1sr_validator.model.regulation import OtherModel
from s1sr_validator.model.request import Request

if TYPE_CHECKING:
    from s1sr_validator.model.answer import Answer


class Circumstances(NamedTuple):
    """What holds for every message of a run: the catalogue, the day, and what the caller said.

    Attributes:
        lookup: the catalogue.
        as_of: the day on which requests are sent.
        devices: the Device Models that the caller named; without any, `targets` may tell.
        role: the sender's User Role, empty where it is not given.
        srv: the SRV of body elements that are given alone.
        targets: Device Models that the caller stated for EUI-64 in upper case.
        other_models: entries that are not SMETS1, where the caller's key stands for those.
        schemas: the XML Schemas that requests are held to; None holds them to none.
        selection: the rules that are asked.
    """

    lookup: Lookup
    as_of: dt.date
    devices: tuple[Device, ...] = ()
    role: str = ""
    srv: str = ""
    targets: Mapping[str, Device] = {}
    other_models: tuple[OtherModel, ...] = ()
    schemas: RequestSchemas | None = None
    selection: Selection = EVERYTHING


class OpenedRequest(NamedTuple):
    """A request that was read, where its elements stand, and what the XML Schemas say of it."""

    request: Request
    position_of: PositionOf
    schema: str
    schema_findings: tuple[Finding, ...]


class OpenedAnswer(NamedTuple):
    """An answer that was read, and where its elements stand."""

    answer: "Answer"
    position_of: PositionOf


class Opened(NamedTuple):
    """The messages of a run by what they are, each in the order in which they came."""

    requests: tuple[OpenedRequest, ...]
    answers: tuple[OpenedAnswer, ...]
    unread: tuple[Unread, ...]


def open_messages(messages: Iterable[Message | Unread], circumstances: Circumstances) -> Opened:
    """Read every message; one that cannot be read does not stop the others."""
    opened = [_open(message, circumstances) for message in messages]
    return Opened(
        requests=tuple(each for each in opened if isinstance(each, OpenedRequest)),
        answers=tuple(each for each in opened if isinstance(each, OpenedAnswer)),
        unread=tuple(each for each in opened if isinstance(each, Unread)),
    )


def examine(opened: OpenedRequest, circumstances: Circumstances) -> Checked:
    """Ask every rule about a request that was read, and add what its XML Schemas say."""
    checked = check(
        context_of(opened, circumstances),
        schema=opened.schema,
        schema_findings=opened.schema_findings,
        selection=circumstances.selection,
    )
    return Checked(checked.request, without_repeats(checked.findings))


def predictable(opened: OpenedRequest, circumstances: Circumstances) -> Context:
    """Return the context of a request that a prediction can be made for.

    Raises:
        InputError: it is not whole, or its body is not that of its SRV.
    """
    context = context_of(opened, circumstances)
    if problems := obstacles(context):
        raise InputError(problems[0])
    return context


def open_request(message: Message, circumstances: Circumstances) -> OpenedRequest:
    """Read a request, and hold it to the XML Schemas where there are any.

    Raises:
        InputError: it cannot be read as a request.
    """
    return _read(open_document(message.data, message.name), circumstances)


def _read(document: Document, circumstances: Circumstances) -> OpenedRequest:
    request = read_request(document, circumstances.lookup.services, srv=circumstances.srv)
    schemas = circumstances.schemas
    return OpenedRequest(
        request=request,
        position_of=document.positions.of,
        schema=schemas.description_for(request) if schemas else "",
        schema_findings=schemas.findings(document, request) if schemas else (),
    )


def context_of(opened: OpenedRequest, circumstances: Circumstances) -> Context:
    """Bring together what is known about a request that was read."""
    request, schemas = opened.request, circumstances.schemas
    return Context(
        request=request,
        position_of=opened.position_of,
        known_service=circumstances.lookup.services.get(request.srv),
        lookup=circumstances.lookup,
        as_of=circumstances.as_of,
        devices=devices_for(request, circumstances),
        role=circumstances.role,
        targets=dict(circumstances.targets),
        other_models=circumstances.other_models,
        schema_versions=schemas.versions if schemas else (),
    )


def devices_for(request: Request, circumstances: Circumstances) -> tuple[Device, ...]:
    """Return the Device Models that were named; where none were, the one that was stated for the request's target."""
    named = read_message_id(request.request_id)
    stated = circumstances.targets.get(named.target) if named else None
    return circumstances.devices or ((stated,) if stated else ())


def _open(message: Message | Unread, circumstances: Circumstances) -> OpenedRequest | OpenedAnswer | Unread:
    if isinstance(message, Unread):
        return message
    from s1sr_validator.messages.answer import is_answer, read_answer

    try:
        document = open_document(message.data, message.name)
        if is_answer(document):
            return OpenedAnswer(read_answer(document), document.positions.of)
        return _read(document, circumstances)
    except InputError as error:
        return Unread(message.name, error.finding)
