"""Whatever goes wrong as `application/problem+json` (RFC 9457), with a tip and the findings as members of our own."""

import re
from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from s1sr_validator.model.errors import InputError, S1srError
from s1sr_validator.model.finding import Finding
from s1sr_validator.report.as_json import to_json

PROBLEM_TYPE = "application/problem+json"
_STATE_OPTION = re.compile(r"--state ([\w.]+)=VALUE")
_OPTION = re.compile(r"--(outcome|standing|as-of|device|role|srv|code|trace) ?")
_LIST = re.compile(r"s1sr list ([a-z_]+)((?: -w [a-z_]+=[a-z_]+)?)")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with an HTTP request: status, what, what to do about it, and where in the message it is."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    tip: str
    findings: tuple[Finding, ...]


class RefusedError(Exception):
    """An HTTP request that is not answered as it asked; it becomes a problem of this status."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        *,
        tip: str = "",
        findings: tuple[Finding, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Keep status, what is wrong, the tip, the findings, and further headers of the answer."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.tip = tip
        self.findings = findings
        self.headers = headers


def problem(error: RefusedError) -> Response:
    """Return the answer to a request that is refused."""
    value = Problem(
        title=error.status.phrase,
        status=error.status,
        detail=error.detail,
        tip=error.tip,
        findings=error.findings,
    )
    return Response(to_json(value), error.status, headers=error.headers, media_type=PROBLEM_TYPE)


async def on_refused(_request: Request, error: Exception) -> Response:
    """Answer a request that was refused."""
    return problem(error if isinstance(error, RefusedError) else refused_by(error))


def refused_by(error: Exception) -> RefusedError:
    """Return what an exception means over HTTP: a message that cannot be used, wrong use, or a fault of our own."""
    if isinstance(error, InputError):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return RefusedError(status, error.message, tip=error.tip, findings=(error.finding,))
    if isinstance(error, S1srError):
        return RefusedError(HTTPStatus.BAD_REQUEST, error.message, tip=over_http(error.tip))
    if isinstance(error, HTTPException):
        status = HTTPStatus(error.status_code)
        return RefusedError(status, _DETAILS.get(status, error.detail), tip=_TIP, headers=error.headers)
    return RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "a fault of the server, which has written down its cause")


_TIP = "see: GET /v1/openapi.json"
_DETAILS = {
    HTTPStatus.NOT_FOUND: "there is nothing at this path",
    HTTPStatus.METHOD_NOT_ALLOWED: "this path does not take the method",
}


def over_http(tip: str) -> str:
    """Return a tip that was worded for the command line in the words of this interface."""
    tip = _STATE_OPTION.sub(r"state.\1=VALUE", tip)
    tip = _OPTION.sub(lambda found: found[1].replace("-", "_") + "=", tip)
    tip = tip.replace("write --where FIELD=VALUE", "write FIELD=VALUE")
    return _LIST.sub(lambda found: f"GET /v1/records/{found[1]}{found[2].replace(' -w ', '?')}", tip)
