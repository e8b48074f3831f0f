"""Requests examined: each message is opened, read, put together with what is known about it, and asked about."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from s1sr_validator.checking.check import Checked, check, obstacles
from s1sr_validator.checking.context import Context
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message, Unread


class Circumstances(NamedTuple):
    """What holds for every request of a run: the catalogue, the day, and what the caller said of them."""

    lookup: Lookup
    as_of: dt.date
    devices: tuple[Device, ...] = ()
    role: str = ""
    srv: str = ""


class Examined(NamedTuple):
    """What came of some messages: those that were checked, those that could not be read, in their order."""

    checked: tuple[Checked, ...]
    unread: tuple[Unread, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every finding, of unread inputs too."""
        return (
            *(unread.finding for unread in self.unread),
            *(found for each in self.checked for found in each.findings),
        )


def examine(messages: Iterable[Message | Unread], circumstances: Circumstances) -> Examined:
    """Check every message; one that cannot be read does not stop the others."""
    results = [_examine_one(message, circumstances) for message in messages]
    return Examined(
        checked=tuple(result for result in results if isinstance(result, Checked)),
        unread=tuple(result for result in results if isinstance(result, Unread)),
    )


def _examine_one(message: Message | Unread, circumstances: Circumstances) -> Checked | Unread:
    if isinstance(message, Unread):
        return message
    try:
        return check(context_of(message, circumstances))
    except InputError as error:
        return Unread(message.name, error.finding)


def predictable(message: Message, circumstances: Circumstances) -> Context:
    """Return the context of a request that a prediction can be made for.

    Raises:
        InputError: it cannot be read, is not whole, or its body is not that of its SRV.
    """
    context = context_of(message, circumstances)
    if problems := obstacles(context):
        raise InputError(problems[0])
    return context


def context_of(message: Message, circumstances: Circumstances) -> Context:
    """Read a request and bring together what is known about it.

    Raises:
        InputError: it cannot be read as a request.
    """
    lookup = circumstances.lookup
    document = open_document(message.data, message.name)
    request = read_request(document, lookup.services, srv=circumstances.srv)
    return Context(
        request=request,
        position_of=document.positions.of,
        known_service=lookup.services.get(request.srv),
        lookup=lookup,
        as_of=circumstances.as_of,
        devices=circumstances.devices,
        role=circumstances.role,
    )
