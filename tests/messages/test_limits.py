"""Hostile inputs, each in a process of its own with little memory: an outcome, and never more memory than there is."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEGABYTES = 256
SECONDS = 60
"""Far more than any of them takes: only what does not end at all is stopped by it."""

# Makes one input from an expression, reads it, and prints what came of it and the most memory that was ever used.
SCRIPT = """
import json, sys
from s1sr_validator import InputError
from s1sr_validator.messages.bounds import MAX_BYTES as M
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.inputs import read_inputs
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.message import Message
SR = '<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway">'

def full(start, piece, end=""):
    return (start + piece * ((M - len(start) - len(end)) // len(piece)) + end).encode()

def body(text):
    return (SR + "<sr:Body><sr:A>" + text + "</sr:A></sr:Body></sr:Request>").encode()

def simplified(members):
    return ('{"header": {"type": "request"}, "body": {"A": {' + ", ".join(members) + "}}}").encode()

def laughs():
    pairs = zip("abcdefgh", "bcdefghi")
    entities = "".join('<!ENTITY %s "%s">' % (name, f"&{inner};" * 10) for name, inner in pairs)
    return f'<!DOCTYPE r [{entities}<!ENTITY i "ha">]><r>&a;</r>'.encode()

def declaring(encoding, data):
    return b'<?xml version="1.0" encoding="' + encoding + b'"?><r>' + data + b"</r>"

def outcome(found):
    if not isinstance(found, Message):
        return found.finding.code
    try:
        document = open_document(found.data, found.name)
        document.positions.of(1)
        read_request(document, {})
    except InputError as error:
        return error.finding.code
    return "request"

with open(sys.argv[2], "wb") as file:
    for piece in (made if isinstance(made := eval(sys.argv[1]), list) else [made]):
        file.write(piece)
del made, piece
outcomes = [outcome(found) for found in read_inputs([sys.argv[2]])]
# Not ru_maxrss: a new process starts with that of the one that it was made from.
with open("/proc/self/status", encoding="ascii") as status:
    (most,) = (int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
print(json.dumps([outcomes, most]))
"""

HOSTILE = {
    "nothing": ("REQ003", 'b""'),
    "100 MB": ("REQ002", "[b'x' * 2**20] * 100"),
    "100 MB of an element": ("REQ002", "[b'<r>'] + [b'x' * 2**20] * 100 + [b'</r>']"),
    "a million levels": ("REQ002", "b'<a>' * 10**6"),
    "levels within the count": ("REQ002", "b'<a>' * 74_000 + b'</a>' * 74_000"),
    "a million attributes": ("REQ002", "b'<r ' + b''.join(b'a%x=\"\"' % n for n in range(10**6 // 2)) + b'/>'"),
    "attributes within the count": ("REQ002", "b'<r ' + b' '.join(b'a%x=\"\"' % n for n in range(99_000)) + b'/>'"),
    "namespaces": ("REQ002", "b'<r ' + b' '.join(b'xmlns:a%x=\"u\"' % n for n in range(99_000)) + b'/>'"),
    "a huge attribute": ("REQ002", "full('<r a=\"', 'x', '\"/>')"),
    "a huge namespace": ("REQ002", "full('<r xmlns=\"', 'x', '\">' + '<a/>' * 74_000 + '</r>')"),
    "a huge name": ("REQ002", "full('<', 'x', '/>')"),
    "a huge text": ("request", "full(SR + '<sr:Body><sr:A>', 'x', '</sr:A></sr:Body></sr:Request>')"),
    "a huge text of two bytes each": (
        "REQ002",
        "declaring(b'latin1', b'\\xe9' * (M - 99))",
    ),
    "2 million elements": ("REQ002", "full('<r>', '<a/>', '</r>')"),
    "elements within the count": (
        "request",
        "body('<sr:b/>' * 74_990)",
    ),
    "instructions": ("REQ002", "full('<r>', '<?a?>', '</r>')"),
    "comments": ("REQ002", "full('<r>', '<!---->', '</r>')"),
    "sections": ("REQ002", "full('<r>', '<![CDATA[]]>', '</r>')"),
    "references": ("REQ005", "full('<r>', '&#60;', '</r>')"),
    "lines": ("REQ005", "full('<r>', '\\n', '</r>')"),
    "NULs": ("REQ003", "b'\\0' * M"),
    "NUL in a text": ("REQ003", "full('<r>', 'x', '\\0</r>')"),
    "surrogates": ("REQ009", "b'<r>' + b'\\xed\\xa0\\x80' * (M // 3 - 9) + b'</r>'"),
    "surrogates in UTF-16": (
        "REQ009",
        "('<r>' + '\\ud800' * (M // 2 - 9) + '</r>').encode('utf-16-le', 'surrogatepass')",
    ),
    "UTF-16": ("REQ005", "('<r>' + '\\u4e2d' * (M // 2 - 9) + '</r>').encode('utf-16-le')"),
    "a wrong encoding": ("REQ009", "declaring(b'utf-16', b'x' * (M - 99))"),
    "an unknown encoding": ("REQ009", "declaring(b'utf-7', b'x' * (M - 99))"),
    "a billion laughs": ("REQ004", "laughs()"),
    "a quadratic entity": (
        "REQ004",
        "('<!DOCTYPE r [<!ENTITY a \"' + 'a' * 2**21 + '\">]><r>' + '&a;' * 2**19 + '</r>').encode()",
    ),
    "an entity of itself": ("REQ004", 'b\'<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]><r>&a;</r>\''),
    "parameter entities": ("REQ004", 'b\'<!DOCTYPE r [<!ENTITY % a "x"><!ENTITY % b "%a;%a;">%b;]><r/>\''),
    "an external entity": ("REQ004", "b'<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///dev/zero\">]><r>&a;</r>'"),
    "an external DTD": ("REQ004", "b'<!DOCTYPE r SYSTEM \"file:///dev/zero\"><r/>'"),
    "default attributes": (
        "REQ004",
        "('<!DOCTYPE r [<!ATTLIST a b CDATA \"' + 'x' * 9999 + '\">]><r>' + '<a/>' * 99_000 + '</r>').encode()",
    ),
    "JSON levels": ("REQ002", "b'[' * M"),
    "JSON levels of objects": ("REQ002", "full('', '{\"a\":')"),
    "JSON lists": ("REQ002", "full('[', '[],', '0]')"),
    "JSON keys": ("REQ002", "('{' + ','.join('\"a%x\":0' % n for n in range(400_000)) + '}').encode()"),
    "JSON keys twice": ("REQ010", "full('{', '\"a\":0,', '\"a\":0}')"),
    "JSON elements within the count": (
        "request",
        'simplified(\'"a%d":""\' % n for n in range(74_000))',
    ),
    "a JSON text": ("REQ005", "full('{\"a\":\"', 'x', '\"}')"),
    "JSON escapes": ("REQ005", "full('{\"a\":\"', '\\\\n', '\"}')"),
    "JSON surrogates": ("REQ011", "full('{\"a\":\"', '\\\\ud800', '\"}')"),
    "a JSON number": ("REQ005", "full('{\"a\":', '1', '}')"),
    "JSON lines": ("REQ011", "full('{', '\\n', '}')"),
    "JSON white space": ("REQ010", "full('{', ' ')"),
}


def limited() -> None:
    """Give this process no more memory than its address space may have: libraries, and what is measured."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * MEGABYTES * 2**20,) * 2)


@pytest.mark.parametrize(("expected", "made"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_inputs(expected: str, made: str, tmp_path: Path) -> None:
    """Each is read or refused with its code, in 256 MB."""
    ran = subprocess.run(  # noqa: S603 - our own script, no foreign input
        [sys.executable, "-c", SCRIPT, made, str(tmp_path / "input")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=SECONDS,
        preexec_fn=limited,
    )
    assert "" == ran.stderr
    outcomes, kilobytes = json.loads(ran.stdout)
    assert [expected] == outcomes
    assert kilobytes < MEGABYTES * 1024
