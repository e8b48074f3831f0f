"""A server in a thread, on this machine and a free port, and a client for it."""

import datetime as dt
import http.client
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.server.device_file import device_file
from s1sr_validator.server.run import Server, listening_socket
from s1sr_validator.server.service import Service
from s1sr_validator.server.settings import Settings
from tests.invented import GAS, MAKER_ONE, MAKER_TWO

DAY = dt.date(2015, 6, 1)
USER = "90-B3-D5-1F-30-00-00-02"
EMPTY, FILLED, OPEN, LATE, FIXED = (f"00-00-00-00-00-00-00-0{digit}" for digit in "ABCDE")
DEVICES = f"""
devices:
  "{EMPTY}":
    device: {MAKER_ONE}
    state: {{invented_log.entries: 0}}
  "{FILLED}":
    device: {MAKER_ONE}
    state: {{invented_log.entries: 2}}
  "{OPEN}":
    device: {MAKER_ONE}
  "{LATE}":
    device: {GAS}
    delay_ms: 20
  "{FIXED}":
    device: {MAKER_TWO}
    outcome: deviation
"""
XML = {"Content-Type": "application/xml"}
JSON = {"Content-Type": "application/json"}


class Answer(msgspec.Struct, frozen=True):
    """What came back over HTTP."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever came
        """The body read as JSON."""
        return json.loads(self.body)


class Served(msgspec.Struct, frozen=True):
    """A server that runs."""

    port: int
    service: Service

    def ask(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Send a request, and return what comes back; `Content_Type` stands for Content-Type."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path, body.encode() if isinstance(body, str) else body or None, named)
            answer = connection.getresponse()
            return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read())

    def post(self, path: str, body: bytes | str, media_type: str = "application/xml", **headers: str) -> Answer:
        """Post a message."""
        return self.ask("POST", path, body, Content_Type=media_type, **headers)

    def get(self, path: str, **headers: str) -> Answer:
        """Get what stands at a path."""
        return self.ask("GET", path, **headers)

    def connect(self) -> socket.socket:
        """Return a bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)


def read_to_end(connection: socket.socket) -> bytes:
    """Return everything that comes until the other side ends the connection."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass  # cut off is an end too
    return b"".join(parts)


@contextmanager
def serving(catalogue: Catalogue, devices: str = DEVICES, **settings: Any) -> Iterator[Served]:  # noqa: ANN401 - of Settings
    """Run a server while the block runs."""
    read = device_file(devices.encode(), "devices.yaml", catalogue.lookup)
    assert () == read.findings
    listening = listening_socket("127.0.0.1", 0, allow_remote=False)
    service = Service(catalogue, Settings(today=lambda: DAY, **settings), read.devices)
    ready = threading.Event()
    server = Server(service, ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        assert ready.wait(60)
        yield Served(listening.getsockname()[1], service)
    finally:
        server.should_exit = True
        thread.join(60)
        listening.close()
    assert not thread.is_alive()
