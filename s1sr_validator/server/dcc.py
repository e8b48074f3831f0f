"""The stand-in for the DCC's interface over HTTP: requests go in, what follows is fetched or pushed."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.message_id import is_eui, read_message_id
from s1sr_validator.server.body import busy, is_json_body
from s1sr_validator.server.callback import Address, permitted_ip, read_address
from s1sr_validator.server.mailbox import Letter
from s1sr_validator.server.posted import unknown_parameter
from s1sr_validator.server.problems import RefusedError
from s1sr_validator.server.questions import XML_TYPE
from s1sr_validator.server.service import Service, service_of
from s1sr_validator.server.standing_in import Reply, normal_id, reply_to

CALLBACK_HEADER, NEXT_HEADER = "S1SR-Callback", "S1SR-Next"
_DIGITS = 15


async def requests(request: Request) -> Response:
    """Take a request: answer with the acknowledgement, and send on its way what follows."""
    service, is_json = service_of(request), is_json_body(request)
    address = await _callback(request, service)
    async with service.bodies.of(request) as body:
        reply = await service.work(reply_to, body, is_json=is_json)
    letter = _sent(service, reply, address)
    location = f"/dcc/responses?request_id={reply.request_id}&message={letter.number}"
    return Response(reply.acknowledgement, media_type=XML_TYPE, headers={"Location": location})


async def responses(request: Request) -> Response:
    """Give the message for a request, or a User's next one; wait for it if asked to."""
    service, asked = service_of(request), _asked(request)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + min(asked.wait, service.settings.limits.poll_seconds)
    find = _finder(service, asked)
    while (letter := find()) is None:
        if not await service.mailbox.changed(deadline):
            return Response(status_code=HTTPStatus.NO_CONTENT)
    return Response(letter.xml, media_type=XML_TYPE, headers={NEXT_HEADER: str(letter.place + 1)})


async def _callback(request: Request, service: Service) -> Address | None:
    query = request.query_params.multi_items()
    for name, _value in query:
        if name != "callback":
            raise unknown_parameter(name, ("callback",))
    given = [*(value for _name, value in query), *request.headers.getlist(CALLBACK_HEADER)]
    if len(given) > 1:
        raise UsageError(
            "the callback is given twice", tip=f"as the parameter callback or the header {CALLBACK_HEADER}"
        )
    url = given[0] if given else service.settings.callback
    if not url:
        return None
    address = read_address(url)
    try:
        async with asyncio.timeout(service.settings.limits.callback_seconds):
            await permitted_ip(address, service.settings.callback_hosts)
    except TimeoutError:
        raise RefusedError(HTTPStatus.FORBIDDEN, f"nobody says in time where {address.host} is") from None
    return address


def _sent(service: Service, reply: Reply, address: Address | None) -> Letter:
    if len(service.deliveries) >= service.settings.limits.held_messages:
        raise busy()
    letter = service.mailbox.put(reply.request_id, reply.user, reply.response)
    service.deliveries.send(letter, reply.delay, address)
    return letter


class _Asked(NamedTuple):
    """What a poll asks for: the messages of a request or of a User, from where on, and for how long to wait."""

    request_id: str = ""
    user: str = ""
    message: int = 0
    next: int = 0
    wait: float = 0


def _asked(request: Request) -> _Asked:
    query = request.query_params.multi_items()
    given = dict(query)
    for name in given:
        if name not in _Asked._fields:
            raise unknown_parameter(name, _Asked._fields)
    if len(given) < len(query):
        raise UsageError("a parameter is given twice")
    asked = _Asked(
        request_id=_request_id(given.get("request_id", "")),
        user=_user(given.get("user", "")),
        message=_number("message", given),
        next=_number("next", given),
        wait=_number("wait", given),
    )
    if bool(asked.request_id) == bool(asked.user):
        raise UsageError("give request_id or user", tip="/dcc/responses?request_id=USER:DEVICE:COUNTER or ?user=EUI")
    if (asked.message and asked.user) or (asked.next and asked.request_id):
        raise UsageError("message goes with request_id, and next with user")
    return asked


def _request_id(text: str) -> str:
    named = read_message_id(text)
    if text and named is None:
        tip = "write it as 00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1"
        raise UsageError(f"request_id {text[:80]!r} is no RequestID", tip=tip)
    return normal_id(named) if named else ""


def _user(text: str) -> str:
    if text and not is_eui(text):
        raise UsageError(f"user {text[:80]!r} is not an EUI-64", tip="write it as 00-00-5E-EF-10-00-00-01")
    return text.upper()


def _number(name: str, given: dict[str, str]) -> int:
    text = given.get(name, "0")
    if not (text.isascii() and text.isdecimal() and len(text) <= _DIGITS):
        raise UsageError(f"{name} {text[:20]!r} is not a whole number")
    return int(text)


def _finder(service: Service, asked: _Asked) -> Callable[[], Letter | None]:
    """Return what looks for the message: the User's first from a place on, or the one of a request once it is there."""
    mailbox = service.mailbox
    if asked.user:
        return lambda: mailbox.first_from(asked.user, asked.next)
    number = asked.message or mailbox.newest_of(asked.request_id)
    letter = mailbox.numbered(number)
    if letter is None or letter.request_id != asked.request_id:
        tip = "post the request to /dcc/requests first; the oldest messages make room for new ones"
        raise RefusedError(HTTPStatus.NOT_FOUND, f"no message for {asked.request_id} is kept", tip=tip)
    return lambda: letter if letter.place else None
