"""Reading a message opens no file and no connection, whatever the message asks for."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.invented import TINY, request_xml

ROOT = Path(__file__).parents[2]
SECRET = "an invented secret"  # noqa: S105 - what a message must not be able to read

# Reads each message with a hook on every file and socket that Python opens; prints what came of it.
SCRIPT = """
import json, sys
from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
services = Catalogue.load(sys.argv[1]).lookup.services
read_request(open_document(sys.argv[2].encode(), "warm-up"), services)
opened, outcomes = [], []
watched = ("open", "socket.", "os.open", "urllib.", "subprocess.", "ctypes.", "import")
sys.addaudithook(lambda event, args: opened.append(repr((event, args))) if event.startswith(watched) else None)
for text in json.load(sys.stdin):
    try:
        outcomes.append(repr(read_request(open_document(text.encode(), "request"), services)))
    except Exception as error:
        outcomes.append(repr(error))
found = list(opened)
print(json.dumps([outcomes, found]))
"""


PLAIN = request_xml(body="<sr:ReadInventedLog><sr:Depth>1</sr:Depth></sr:ReadInventedLog>")
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XINCLUDE = "http://www.w3.org/2001/XInclude"


def asking_for(place: str) -> list[str]:
    """Return messages that ask their reader to open a place: three by a document type, three without one."""
    entity = PLAIN.replace(">1<", ">&x;<")
    location = f' xmlns:xsi="{XSI}" xsi:schemaLocation="urn:x {place}" schemaVersion'
    return [
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "{place}">]>{entity}',
        f'<!DOCTYPE r [<!ENTITY % x SYSTEM "{place}"> %x;]>{entity}',
        f'<!DOCTYPE r SYSTEM "{place}">{PLAIN}',
        f'<?xml-stylesheet href="{place}" type="text/xsl"?>{PLAIN}',
        PLAIN.replace(" schemaVersion", location),
        PLAIN.replace("<sr:Depth>", f'<xi:include xmlns:xi="{XINCLUDE}" href="{place}"/><sr:Depth>'),
    ]


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A server that waits for connections that must not come."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


def test_nothing_is_opened(server: socket.socket, tmp_path: Path) -> None:
    """External entities, schemas, stylesheets and inclusions are not followed; no secret comes back."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    places = [secret.as_uri(), str(secret), f"http://127.0.0.1:{server.getsockname()[1]}/x"]
    messages = [message for place in places for message in asking_for(place)]
    ran = subprocess.run(  # noqa: S603 - our own script, no foreign input
        [sys.executable, "-c", SCRIPT, str(TINY), PLAIN],
        input=json.dumps(messages),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    outcomes, opened = json.loads(ran.stdout)
    assert [] == opened
    assert len(messages) == len(outcomes)
    assert SECRET not in ran.stdout + ran.stderr
    assert 9 == sum(outcome.startswith("InputError('the input has a document type") for outcome in outcomes)
    assert 9 == sum(outcome.startswith("Request(") for outcome in outcomes)
    with pytest.raises(BlockingIOError):
        server.accept()
