"""A message pushed to an address: which addresses may be called, and one try within bounds."""

import asyncio
import socket
import ssl
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

import h11

from s1sr_validator.model.errors import UsageError
from s1sr_validator.server.problems import RefusedError

_PORTS = {"http": 80, "https": 443}
_MOST_HEAD = 16 * 1024
_LONGEST = 2000
_TIP = "write it as http://127.0.0.1:1880/responses"


class Address(NamedTuple):
    """Where a message goes: parts of the URL as it was given."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """Return what the Host header says."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.port == _PORTS[self.scheme] else f"{shown}:{self.port}"


def read_address(url: str) -> Address:
    """Read the URL of a callback.

    Raises:
        UsageError: it is no http or https URL, or names a user.
    """
    plain = url.isascii() and url.isprintable() and " " not in url and len(url) <= _LONGEST
    try:
        parts = urlsplit(url) if plain else SplitResult("", "", "", "", "")
        port = parts.port
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), None
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None or parts.fragment or port == 0:
        raise UsageError(f"callback {url[:80]!r} is not an address to call", tip=_TIP)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], target)


async def permitted_ip(address: Address, hosts: frozenset[str]) -> str:
    """Return the IP address to connect to: looked up once, checked, and then used.

    This machine itself may be called, and the hosts that were allowed by name; those not where their name leads to an
    address that is nobody's own, such as the one at which clouds hand out credentials. Other names are not looked up.

    Raises:
        RefusedError: the name is unknown, or what it leads to may not be called.
    """
    is_allowed = address.host.casefold() in hosts
    if not (is_allowed or address.host == "localhost" or _is_ip(address.host)):
        raise _forbidden(f"the callback's host {address.host} may not be called")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _forbidden(f"the callback's host {address.host} is not known") from None
    ips = [_unmapped(str(entry[4][0])) for entry in found]
    if not ips or not all(ip.is_loopback or (is_allowed and _is_ordinary(ip)) for ip in ips):
        raise _forbidden(f"the callback's host {address.host} may not be called")
    return str(ips[0])


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _unmapped(text: str) -> IPv4Address | IPv6Address:
    ip = ip_address(text)
    return ip.ipv4_mapped or ip if isinstance(ip, IPv6Address) else ip


def _is_ordinary(ip: IPv4Address | IPv6Address) -> bool:
    return not (ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip.is_reserved)


def _forbidden(detail: str) -> RefusedError:
    tip = "this machine is called without more ado; another host: s1sr serve --allow-callback HOST"
    return RefusedError(HTTPStatus.FORBIDDEN, detail, tip=tip)


async def push(address: Address, ip: str, xml: bytes) -> bool:
    """Try once to hand a message over; True where the other side answered with a status of success.

    A redirect is no success, and is not followed. Whoever calls sets the time.
    """
    secure = ssl.create_default_context() if address.scheme == "https" else None
    name = address.host if secure else None
    reader, writer = await asyncio.open_connection(ip, address.port, ssl=secure, server_hostname=name)
    try:
        connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEAD)
        headers = [
            ("Host", address.host_header),
            ("Content-Type", "application/xml"),
            ("Content-Length", str(len(xml))),
            ("Connection", "close"),
        ]
        request = h11.Request(method="POST", target=address.target, headers=headers)
        for event in (request, h11.Data(xml), h11.EndOfMessage()):
            writer.write(connection.send(event) or b"")
        await writer.drain()
        return await _status(connection, reader) // 100 == 2  # noqa: PLR2004 - the class of statuses of success
    finally:
        writer.transport.abort()


async def _status(connection: h11.Connection, reader: asyncio.StreamReader) -> int:
    while True:
        event = connection.next_event()
        if isinstance(event, h11.Response):
            return event.status_code
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(_MOST_HEAD))
        elif not isinstance(event, h11.InformationalResponse):
            return 0
