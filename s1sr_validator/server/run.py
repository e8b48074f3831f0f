"""The server itself: a socket on this machine, and a run that ends in good order."""

import ipaddress
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from s1sr_validator.model.errors import UsageError
from s1sr_validator.server.app import application
from s1sr_validator.server.protocol import protocol_with
from s1sr_validator.server.service import Service

_MOST_PORT = 65535


class Server(uvicorn.Server):
    """Says when it is ready, and lets nobody wait for a message while it ends."""

    def __init__(self, service: Service, ready: Callable[[], None]) -> None:
        """Take the service, and what to call once requests are taken."""
        limits = service.settings.limits
        config = uvicorn.Config(
            application(service),
            http=protocol_with(limits),
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            backlog=limits.connections,
            limit_concurrency=limits.connections,
            timeout_keep_alive=limits.idle_seconds,
            timeout_graceful_shutdown=limits.ending_seconds,
            h11_max_incomplete_event_size=limits.head_bytes,
        )
        super().__init__(config)
        self.service = service
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End: who polls is answered at once, what runs is finished."""
        self.service.mailbox.close()
        await super().shutdown(sockets)


def listening_socket(host: str, port: int, *, allow_remote: bool) -> socket.socket:
    """Return a socket that listens.

    Raises:
        UsageError: host or port cannot be used, or the host is not this machine alone and that was not allowed.
    """
    if not 0 <= port <= _MOST_PORT:
        raise UsageError(f"{port} is not a port", tip=f"0 to {_MOST_PORT}; 0 takes a free one")
    family, address = _resolved(host, port)
    if not (allow_remote or ipaddress.ip_address(address).is_loopback):
        tip = "nobody is asked for a password here; if that is meant: --allow-remote"
        raise UsageError(f"host {host} can be reached from other machines", tip=tip)
    try:
        return socket.create_server((address, port), family=family)
    except OSError as error:
        tip = "choose another: --port 0 takes a free one"
        raise UsageError(f"port {port} of {host} cannot be used: {error.strerror or error}", tip=tip) from None


def _resolved(host: str, port: int) -> tuple[socket.AddressFamily, str]:
    try:
        family, *_kind, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise UsageError(f"host {host!r} is not known: {reason}", tip="left out it is 127.0.0.1") from None
    return family, str(address[0])


def run_until_told(server: Server, listening: socket.socket) -> None:
    """Serve until a signal says to end; what runs is finished first."""

    def heard(_number: int, _frame: FrameType | None) -> None:
        """Do nothing more: uvicorn hands on each signal once it has ended in good order."""

    kept = {number: signal.signal(number, heard) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        server.run(sockets=[listening])
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        listening.close()
