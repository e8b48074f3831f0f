"""What hostile and unlucky clients do: nothing of it is a fault of the server, and nothing stays behind."""

import asyncio
import contextlib
import gc
import json
import resource
import select
import socket
import string
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.server.settings import Limits
from tests.invented import MAKER_ONE, request_xml
from tests.server.serving import USER, Served, read_to_end, serving

FAULT = 500
HEAD = "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n{}\r\n\r\n"
REQUEST = request_xml()
PATHS = st.sampled_from(
    ["/v1/predict", "/v1/check", "/v1/simulate", "/dcc/requests", f"/v1/simulate?device={MAKER_ONE}&outcome=baseline"]
)
TYPES = st.sampled_from(["application/xml", "application/json", "application/soap+xml", "text/plain", ""])
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
OPTION = st.sampled_from(["request", "responses", "device", "as_of", "state", "standing", "srv", "role", "seed", "x"])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a request of which some bytes were replaced by others."""
    data = REQUEST.encode()
    start = draw(st.integers(0, len(data)))
    return data[:start] + draw(st.binary(max_size=20)) + data[start + draw(st.integers(0, 50)) :]


@given(path=PATHS, body=st.binary(max_size=300) | damaged(), media_type=TYPES)
def test_no_body_is_a_fault(served: Served, path: str, body: bytes, media_type: str) -> None:
    """Whatever the bytes, whatever they are said to be."""
    assert served.post(path, body, media_type).status < FAULT


@given(path=PATHS, members=st.dictionaries(OPTION, JSON_VALUES | st.just(REQUEST)))
def test_no_envelope_is_a_fault(served: Served, path: str, members: dict[str, object]) -> None:
    """Whatever JSON values stand where options are expected."""
    body = json.dumps({"request": REQUEST, "device": MAKER_ONE, **members})
    assert served.post(path, body, "application/json").status < FAULT


@given(
    path=st.sampled_from(
        ["/v1/records/", "/v1/records/services/", "/v1/records/devices?", "/v1/search?", "/dcc/responses?"]
    ),
    text=st.text(max_size=30) | st.text(alphabet="=&%/.?+" + string.ascii_letters, max_size=30),
)
@settings(max_examples=200)
def test_no_path_or_query_is_a_fault(served: Served, path: str, text: str) -> None:
    """Whatever stands in an address."""
    assert served.get(path + quote(text, safe="=&%/?+")).status < FAULT


@given(
    name=st.sampled_from(["q", "limit", "user", "next", "wait", "request_id", "message"]), value=st.text(max_size=20)
)
def test_no_parameter_is_a_fault(served: Served, name: str, value: str) -> None:
    """Whatever its value; no wait is longer than it may be, because a bad one is refused."""
    for path in ("/v1/search", "/dcc/responses"):
        assert served.get(f"{path}?{name}={quote(value, safe='')}").status < FAULT


@given(data=st.binary(max_size=200))
@settings(max_examples=50)
def test_what_is_not_http(served: Served, data: bytes) -> None:
    """Is answered or cut off, and the server goes on."""
    with served.connect() as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        assert b" 500 " not in read_to_end(connection)[:20]


def test_a_thousand_at_once(tiny: Catalogue) -> None:
    """All are answered, all alike."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    body = REQUEST.encode()
    head = (
        f"POST /v1/simulate?device={MAKER_ONE}&outcome=baseline HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: application/xml\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    )

    async def ask(port: int) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head.encode() + body)
        answer = await reader.read(-1)
        writer.close()
        await writer.wait_closed()
        return answer

    async def ask_all(port: int) -> list[bytes]:
        return await asyncio.gather(*(ask(port) for _client in range(1000)))

    with serving(tiny) as served:
        answers = asyncio.run(ask_all(served.port))
    assert [b"HTTP/1.1 200 OK"] * 1000 == [answer[:15] for answer in answers]
    assert 1 == len({answer.partition(b"\r\n\r\n")[2] for answer in answers})


@pytest.fixture(scope="module")
def hasty(tiny: Catalogue) -> Iterator[Served]:
    """A server that takes little and waits for nobody."""
    limits = Limits(
        head_seconds=0.05, body_seconds=0.05, idle_seconds=1, body_bytes=2000, bytes_in_flight=3000, head_bytes=4096
    )
    with serving(tiny, limits=limits) as running:
        yield running


@pytest.mark.parametrize("sent", [b"", b"GET /v1/health HT", b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_a_head_that_does_not_end(sent: bytes, hasty: Served) -> None:
    """The connection is cut: nobody can hold very many of them."""
    with hasty.connect() as connection:
        connection.sendall(sent)
        assert b"" == read_to_end(connection)


def test_a_second_head_that_does_not_end(hasty: Served) -> None:
    """Also after a request that was answered."""
    whole = b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with hasty.connect() as connection:
        connection.sendall(whole + b"GET /v1")
        assert 1 == read_to_end(connection).count(b"HTTP/1.1 200 OK")


def test_a_body_that_does_not_end(hasty: Served) -> None:
    """Is a time-out, and the connection ends."""
    with hasty.connect() as connection:
        connection.sendall(HEAD.format("Content-Length: 100").encode() + b"<a")
        assert read_to_end(connection).startswith(b"HTTP/1.1 408 ")


def test_a_body_that_stops(served: Served) -> None:
    """Whoever leaves in the middle leaves nothing behind."""
    with served.connect() as connection:
        connection.sendall(HEAD.format("Content-Length: 100").encode() + b"<a")
        connection.shutdown(socket.SHUT_RDWR)
    assert 200 == served.get("/v1/health").status


@pytest.mark.parametrize("size", ["2001", "9" * 4000, "0" * 50 + "2001"])
def test_a_stated_length_that_is_too_large(size: str, hasty: Served) -> None:
    """Is refused before the body comes."""
    with hasty.connect() as connection:
        connection.sendall(HEAD.format(f"Content-Length: {size}").encode())
        assert read_to_end(connection)[:13] in {b"HTTP/1.1 413 ", b"HTTP/1.1 400 "}


def test_a_body_that_is_too_large(served: Served, hasty: Served) -> None:
    """In one piece or in chunks without a stated length."""
    assert 413 == served.post("/v1/check", b" " * (5 * 1024 * 1024 + 1)).status
    assert 422 == served.post("/v1/check", b" " * (5 * 1024 * 1024)).status
    with hasty.connect() as connection:
        connection.sendall(
            HEAD.format("Transfer-Encoding: chunked").encode() + b"7d1\r\n" + b" " * 0x7D1 + b"\r\n0\r\n\r\n"
        )
        assert read_to_end(connection).startswith(b"HTTP/1.1 413 ")


def test_too_much_of_all_together(tiny: Catalogue) -> None:
    """While others hold what may be held, a further body is put off, and later taken."""
    with serving(tiny, limits=Limits(bytes_in_flight=3000)) as served, served.connect() as first:
        first.sendall(HEAD.format("Connection: close\r\nContent-Length: 1900").encode() + b" " * 1800)
        while served.service.bodies.in_flight < 1800:
            assert 200 == served.get("/v1/health").status
        put_off = served.post("/v1/check", b" " * 1900)
        assert (503, "1") == (put_off.status, put_off.headers["retry-after"])
        first.sendall(b" " * 100)
        assert read_to_end(first).startswith(b"HTTP/1.1 422 ")
        assert 422 == served.post("/v1/check", b" " * 1900).status


@pytest.mark.parametrize("header", ["X: " + "a" * 100_000, "\r\n".join(f"X{number}: a" for number in range(20_000))])
def test_a_head_that_is_too_large(header: str, hasty: Served) -> None:
    """Is refused."""
    with hasty.connect() as connection:
        try:
            connection.sendall(f"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n{header}\r\n\r\n".encode())
        except (BrokenPipeError, ConnectionResetError):
            return  # cut off before all was sent
        assert b"200 OK" not in read_to_end(connection)


def test_requests_one_after_the_other_in_one_go(served: Served) -> None:
    """Are answered in their order."""
    ask = "GET /v1/search?q={} HTTP/1.1\r\nHost: localhost\r\n{}\r\n"
    with served.connect() as connection:
        words = ["log", "register", "thing", "invented"]
        text = "".join(ask.format(word, "Connection: close\r\n" if word == words[-1] else "") for word in words)
        connection.sendall(text.encode())
        answer = read_to_end(connection).decode()
    assert [f'"query": "{word}"' for word in words] == [
        line.strip(" ,") for line in answer.split("\n") if '"query"' in line
    ]


def test_a_client_that_does_not_read(tiny: Catalogue) -> None:
    """Is cut off once its answers do not go out any more."""
    ask = b"GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with serving(tiny, limits=Limits(write_seconds=0.05)) as served, served.connect() as connection:
        sender = threading.Thread(target=_send_for_as_long_as_it_goes, args=(connection, ask * 50_000))
        sender.start()
        cut_off = select.poll()
        cut_off.register(connection, 0)
        assert cut_off.poll(60_000)
        sender.join(60)


def _send_for_as_long_as_it_goes(connection: socket.socket, data: bytes) -> None:
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(data)


def test_nothing_stays_behind(served: Served) -> None:
    """Neither file descriptors nor memory, over many requests of every sort (a coarse measure)."""

    def ask_everything(times: int) -> None:
        for _turn in range(times):
            served.post(f"/v1/predict?device={MAKER_ONE}", REQUEST)
            served.post("/v1/check", b"<a")
            served.post("/v1/check", REQUEST, "text/plain")
            served.get("/v1/search?q=invented")
            served.get(f"/dcc/responses?user={USER}&next=999999")

    def held() -> tuple[int, int]:
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
        return len(list(Path("/proc/self/fd").iterdir())), pages * resource.getpagesize()

    if not Path("/proc/self/fd").exists():
        pytest.skip("the system does not say")
    ask_everything(20)
    files, memory = held()
    ask_everything(150)
    files_after, memory_after = held()
    assert files_after <= files + 5
    assert memory_after <= memory + 30_000_000
    assert 0 == served.service.bodies.in_flight
    assert 0 == served.service.workers.jobs
