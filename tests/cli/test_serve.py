"""`s1sr serve` as a person or a script runs it: started, asked, told to end, and every kind of wrong use."""

import http.client
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
REQUEST = (ROOT / "examples" / "request_4.4.2.xml").read_bytes()
COMMAND = [sys.executable, "-c", "import sys; from s1sr_validator.cli import main; sys.exit(main())", "serve"]

Run = Callable[..., Any]


@contextmanager
def started(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """Start a server in a process of its own, and give it with its port."""
    command = [*COMMAND, "--port", "0", "--print-port", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        try:
            assert process.stdout is not None
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Wait for the end, and return exit code and what was said on stderr."""
    _out, said = process.communicate(timeout=60)
    return process.returncode, said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_in_good_order(number: signal.Signals) -> None:
    """A request that is being sent when the signal comes is answered; then the exit code is 0."""
    head = (
        "POST /v1/predict?device=ESME/1028/5678/0201/03465317 HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
        f"Content-Type: application/xml\r\nContent-Length: {len(REQUEST)}\r\n\r\n"
    )
    with started() as (process, port), socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 100 ")
        process.send_signal(number)
        connection.sendall(REQUEST)
        answer = b""
        while part := connection.recv(65536):
            answer += part
        assert answer.startswith(b"HTTP/1.1 200 ")
        code, said = ended(process)
    assert 0 == code
    assert said.startswith(f"ready: http://127.0.0.1:{port}/v1 (catalogue ")
    assert 1 == len(said.splitlines())


def test_the_whole_round() -> None:
    """As the example for Node-RED has it: send, poll, and hold what came back against the prediction."""
    with started("--devices", "examples/devices.yaml") as (process, port):
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as client:
            client.request("POST", "/dcc/requests", REQUEST, {"Content-Type": "application/xml"})
            answer = client.getresponse()
            location, acknowledged = answer.headers["Location"], answer.read().decode()
            client.request("GET", f"{location}&wait=10")
            response = client.getresponse().read().decode()
            exchange = {
                "request": REQUEST.decode(),
                "responses": [acknowledged, response],
                "device": "ESME/1028/5678/0201/03465317",
                "state": {"billing_log.entries_in_period": 0},
            }
            client.request("POST", "/v1/check", json.dumps(exchange), {"Content-Type": "application/json"})
            assert "predicted_deviation" == json.loads(client.getresponse().read())["verdict"]
        process.send_signal(signal.SIGTERM)
        assert (0, True) == (ended(process)[0], "S1CE2003" in response)


@pytest.mark.parametrize(
    ("says", "arguments"),
    [
        ("can be reached from other machines", ["--host", "0.0.0.0"]),  # noqa: S104 - refused
        ("is not known", ["--host", "nowhere.invalid"]),
        ("cannot be used", ["--host", "192.0.2.1", "--allow-remote"]),
        ("is not a port", ["--port", "65536"]),
        ("is not a standing", ["--standing", "loud"]),
        ("is not an address to call", ["--callback", "ftp://localhost/"]),
    ],
)
def test_wrong_use(says: str, arguments: list[str], run: Run) -> None:
    """Wrong use is exit code 2, with what is wrong and what to do."""
    result = run("serve", *arguments)
    assert (2, "") == (result.code, result.out)
    assert says in " ".join(result.err.split())
    assert len(result.err.splitlines()) > 1


def test_a_port_that_is_taken(run: Run) -> None:
    """It is said which, and how to get another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]))
    assert 2 == result.code
    assert "Address already in use" in result.err
    assert "--port 0" in result.err


def test_without_the_extra(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is named, and how to install it."""
    monkeypatch.setitem(sys.modules, "starlette", None)
    result = run("serve")
    assert 2 == result.code
    assert "pip install 's1sr-validator[serve]'" in result.err


def test_devices_that_are_wrong(run: Run, tmp_path: Path) -> None:
    """Every finding with its place, nothing is served, and the exit code is 3."""
    path = tmp_path / "devices.yaml"
    path.write_text('devices:\n  "00-00-5E-EF-10-00-00-A1": {device: ESME/1028}\n', "utf-8")
    result = run("serve", "--devices", str(path))
    assert (3, "") == (result.code, result.out)
    assert "DEV003" in result.err
    assert ":2:" in result.err
    assert 3 == run("serve", "--devices", str(tmp_path / "none.yaml")).code


def test_help_has_an_example_that_works(run: Run) -> None:
    """The file that it names is there."""
    result = run("serve", "--help")
    assert "s1sr serve --devices examples/devices.yaml" in result.out
    assert (ROOT / "examples" / "devices.yaml").is_file()
