"""What was posted: the request, the answers to it, and the options, from body and query."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple, TypeVar

import msgspec

from s1sr_validator.index.lookup import nearest
from s1sr_validator.messages.gate import check_size
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_text import read_json
from s1sr_validator.messages.json_values import Object
from s1sr_validator.messages.text_encoding import decoded
from s1sr_validator.model.errors import UsageError
from s1sr_validator.server.options import QuestionOptions
from s1sr_validator.server.problems import RefusedError

_BODY = "body"
_STATE = "state."
_REQUEST, _RESPONSES = "request", "responses"

Options = TypeVar("Options", bound=QuestionOptions)


class Posted(NamedTuple):
    """A request, answers to it, and options by name as the envelope has them."""

    request: bytes
    responses: tuple[bytes, ...] = ()
    given: Mapping[str, Any] = {}


def read_posted(data: bytes, *, is_json: bool) -> Posted:
    """Return what a body holds: a message itself, or the envelope, which is JSON with a key `request`.

    Raises:
        InputError: the body is empty, or is meant to be JSON and is not.
        RefusedError: the envelope is not what it should be.
    """
    check_size(data, _BODY)
    if not is_json:
        return Posted(data)
    text = decoded(data, _BODY)
    value = read_json(JsonSource(text, _BODY))
    if not isinstance(value, Object) or _REQUEST not in value.members:
        return Posted(data)
    try:
        members = msgspec.json.decode(text.encode(), type=dict[str, msgspec.Raw])
        request = _message(members.pop(_REQUEST))
        responses = msgspec.json.decode(members.pop(_RESPONSES, b"[]"), type=tuple[msgspec.Raw, ...])
        given = {name: msgspec.json.decode(raw) for name, raw in members.items()}
    except (msgspec.MsgspecError, UnicodeError) as error:
        tip = 'its shape: {"request": "<sr:Request ...>", "responses": [], "device": "ESME/...", "state": {}}'
        detail = f"the JSON envelope: {error}"
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, detail, tip=tip) from None
    return Posted(request, tuple(_message(raw) for raw in responses), given)


def _message(raw: msgspec.Raw | bytes) -> bytes:
    """Return a message that stands in an envelope: XML as a text, or JSON as it is."""
    data = bytes(raw)
    return msgspec.json.decode(data, type=str).encode() if data.startswith(b'"') else data


def read_options(kind: type[Options], query: Iterable[tuple[str, str]], given: Mapping[str, Any]) -> Options:
    """Return the options of a question from query parameters and the envelope together.

    Raises:
        UsageError: an option that the question does not take, given twice, or of the wrong type.
    """
    names = tuple(kind.__struct_fields__)
    asked: dict[str, Any] = {}
    state: dict[str, str] = {}
    for name, value in query:
        is_state = name.startswith(_STATE)
        target: dict[str, Any] = state if is_state else asked
        key = name.removeprefix(_STATE) if is_state else name
        if not is_state and (key not in names or key == "state"):
            raise unknown_parameter(name, names)
        if key in target or (key in given and not is_state):
            raise UsageError(f"{name} is given twice", tip="give it once, as a query parameter or in the envelope")
        target[key] = value
    for name in given:
        if name not in names:
            raise unknown_parameter(name, names)
    return _converted(kind, {**asked, **given}, state)


def _converted(kind: type[Options], options: dict[str, Any], state: dict[str, str]) -> Options:
    stated = options.get("state", {})
    if not isinstance(stated, dict):
        raise UsageError("state is not an object of names and values")
    if twice := sorted(set(stated) & set(state)):
        raise UsageError(f"state.{twice[0]} is given twice", tip="give it once, in the query or in the envelope")
    try:
        return msgspec.convert({**options, "state": {**stated, **state}}, kind, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"an option has the wrong type: {error}", tip="see: GET /v1/openapi.json") from None


def unknown_parameter(name: str, names: Iterable[str]) -> UsageError:
    """Return the error for a parameter that does not exist, with the nearest that does."""
    known = [f"{_STATE}NAME" if known == "state" else known for known in names]
    near = nearest(name, known)
    tip = f"nearest: {', '.join(near)}" if near else f"there are: {', '.join(known)}"
    return UsageError(f"there is no parameter {name[:60]!r} here", tip=tip)
