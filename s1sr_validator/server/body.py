"""Bodies of requests, read within bounds: of one, of all together, and of time.

A body that is refused is not cut off: a client that still sends would lose the answer. What it sends is thrown away,
for as long as a head may take (protocol.py).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from starlette.requests import ClientDisconnect, Request

from s1sr_validator.server.problems import RefusedError
from s1sr_validator.server.settings import Limits

XML_TYPES = frozenset({"application/xml", "text/xml"})
JSON_TYPES = frozenset({"application/json"})
_CLOSE = {"Connection": "close"}


def is_json_body(request: Request) -> bool:
    """Say whether the body is JSON, not XML, by its media type.

    Raises:
        RefusedError: it is of neither type. A type is asked for because a web page can send without one.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if media_type in JSON_TYPES or media_type.endswith("+json"):
        return True
    if media_type in XML_TYPES or media_type.endswith("+xml"):
        return False
    detail = f"the body's media type is {media_type[:60]!r}" if media_type else "the body has no media type"
    tip = "send Content-Type: application/xml or application/json; curl: --data-binary @FILE -H 'Content-Type: ...'"
    raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, tip=tip)


class Bodies:
    """Reads bodies, and knows how many bytes are there of all of them."""

    def __init__(self, limits: Limits) -> None:
        """Start with none."""
        self.limits = limits
        self.in_flight = 0

    @asynccontextmanager
    async def of(self, request: Request) -> AsyncIterator[bytes]:
        """Give the body while it is worked on.

        Raises:
            RefusedError: it is too large, comes too slowly, stops, or there is too much of others.
        """
        self._check_length(request.headers.get("content-length", ""))
        chunks: list[bytes] = []
        try:
            await self._read(request, chunks)
            yield b"".join(chunks)
        finally:
            self.in_flight -= sum(map(len, chunks))

    async def _read(self, request: Request, chunks: list[bytes]) -> None:
        size = 0
        try:
            async with asyncio.timeout(self.limits.body_seconds):
                async for chunk in request.stream():
                    size += len(chunk)
                    if size > self.limits.body_bytes:
                        raise self._too_large()
                    if self.in_flight + len(chunk) > self.limits.bytes_in_flight:
                        raise busy()
                    self.in_flight += len(chunk)
                    chunks.append(chunk)
        except TimeoutError:
            detail = f"the body did not come within {self.limits.body_seconds:g} seconds"
            raise RefusedError(HTTPStatus.REQUEST_TIMEOUT, detail, headers=_CLOSE) from None
        except ClientDisconnect:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "the body stopped before its end", headers=_CLOSE) from None

    def _check_length(self, stated: str) -> None:
        if stated.isdecimal() and len(stated.lstrip("0")) > len(str(self.limits.body_bytes)):
            raise self._too_large()
        if stated.isdecimal() and int(stated) > self.limits.body_bytes:
            raise self._too_large()

    def _too_large(self) -> RefusedError:
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return RefusedError(status, f"the body has more than {self.limits.body_bytes:,} bytes")


def busy() -> RefusedError:
    """Return the refusal of work while there is too much of it."""
    headers = {"Retry-After": "1"}
    return RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "there is too much to do", tip="try again", headers=headers)
