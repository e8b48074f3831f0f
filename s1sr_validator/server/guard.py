"""What stands before every request: whose name the client called us by, which page it is from, and safe headers."""

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from s1sr_validator.server.problems import RefusedError, problem
from s1sr_validator.server.settings import LOOPBACK_NAMES, Settings

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses what a web page could make a browser send here, and marks every answer as data of our own.

    A page elsewhere can have its own name point to this machine (DNS rebinding): the Host header then holds that name.
    A page can also send to us without reading the answer: the Origin header then is not ours.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Take what comes next, and the names that may be called."""
        self.app = app
        # h11 has a bound of its own for heads that come in pieces only.
        self.head_bytes = settings.limits.head_bytes
        self.names = None if settings.allow_remote else LOOPBACK_NAMES | {_bracketed(settings.host)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it; add the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SAFE_HEADERS)
            await send(message)

        refused = self._refusal(Headers(scope=scope))
        await (problem(refused) if refused else self.app)(scope, receive, with_headers)

    def _refusal(self, headers: Headers) -> RefusedError | None:
        if sum(len(name) + len(value) for name, value in headers.raw) > self.head_bytes:
            detail = f"the headers have more than {self.head_bytes:,} bytes"
            return RefusedError(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, detail)
        hosts = headers.getlist("host")
        name = _name(hosts[0]) if len(hosts) == 1 else ""
        if not name or (self.names is not None and name not in self.names):
            tip = "call it by localhost or 127.0.0.1; to serve other names: s1sr serve --allow-remote"
            return RefusedError(HTTPStatus.BAD_REQUEST, "the Host header does not name this server", tip=tip)
        origins = headers.getlist("origin")
        if any(urlsplit_netloc(origin) != hosts[0].casefold() for origin in origins):
            detail = "the request comes from a web page of another origin"
            return RefusedError(HTTPStatus.FORBIDDEN, detail, tip="this server answers programs, not pages elsewhere")
        return None


def urlsplit_netloc(origin: str) -> str:
    """Return host and port of an origin, empty where it has none."""
    try:
        return urlsplit(origin).netloc.casefold()
    except ValueError:
        return ""


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.casefold()


def _name(host: str) -> str:
    """Return a Host header without its port; empty where it is none."""
    name, colon, port = host.casefold().rpartition(":")
    if host.endswith("]") or not colon:
        return host.casefold()
    return name if port.isdecimal() or not port else ""
