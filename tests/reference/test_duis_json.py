"""Real Service Requests of others, through the npm package whose JSON is read: the same requests come out.

The package is GPL-3.0: it is installed where the tests keep their cache, run as a program of its own, and nothing of it
is part of this project.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.simplified_json import SCHEMA_VERSION
from s1sr_validator.model.request import REQUEST_ID, Request

pytestmark = pytest.mark.reference
ROOT = Path(__file__).parents[2]
PACKAGE = Path(__file__).parent / "duis_parser"

Reader = Callable[[bytes], Request]

# Prints, for every file of a folder, what the package makes of it; JSON has no counter of its BigInt kind.
SCRIPT = """
const { parseDuis } = require('@smartdcc/duis-parser')
const fs = require('node:fs')
const plain = (key, value) => (typeof value === 'bigint' ? Number(value) : value)
const found = {}
for (const name of fs.readdirSync(process.argv[1]).filter((name) => /[.]xml$/i.test(name))) {
  const xml = fs.readFileSync(process.argv[1] + '/' + name, 'utf8')
  found[name] = ['normal', 'simplified'].map((mode) => JSON.stringify(parseDuis(mode, xml), plain, 2))
}
console.log(JSON.stringify(found))
"""


class Sample(NamedTuple):
    """A message: as XML, and in the two shapes of JSON."""

    name: str
    xml: bytes
    normal: bytes
    simplified: bytes


def missing(reason: str) -> None:
    """Skip, or fail where the reference tests are required."""
    message = f"no reference data: {reason}"
    if os.environ.get("S1SR_REQUIRE_REFERENCE") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def installed() -> Path:
    """The folder in which the package is installed, as its lock file pins it."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        missing("node and npm are not installed, so that the JSON of @smartdcc/duis-parser was NOT read")
    folder = ROOT / ".cache" / "duis-parser"
    lock = (PACKAGE / "package-lock.json").read_bytes()
    marker = folder / "installed.json"
    if not marker.is_file() or marker.read_bytes() != lock:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(PACKAGE, folder)
        ran = subprocess.run(  # noqa: S603 - the lock file pins what is installed by its hash
            [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            missing(f"npm ci failed: {ran.stderr.strip()[-300:]}")
        marker.write_bytes(lock)
    return folder


def samples(folder: Path, installed: Path) -> tuple[Sample, ...]:
    """Return every message of a folder with what the package makes of it."""
    ran = subprocess.run(  # noqa: S603 - our own script
        ["node", "-e", SCRIPT, str(folder)],  # noqa: S607 - the node that is first on the path
        cwd=installed,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(
        Sample(name, (folder / name).read_bytes(), normal.encode(), simplified.encode())
        for name, (normal, simplified) in sorted(json.loads(ran.stdout).items())
    )


@pytest.fixture(scope="module")
def templates(reference_data: Path, installed: Path) -> tuple[Sample, ...]:
    """The request templates, in all three forms."""
    found = samples(reference_data / "duis-templates", installed)
    assert 187 == len(found)
    return found


@pytest.fixture(scope="module")
def request_of() -> Reader:
    """Return a function that reads a request."""
    services = Catalogue.bundled().lookup.services
    return lambda data: read_request(open_document(data, "request"), services)


def parts(data: bytes) -> list[tuple[str, str, dict[str, str]]]:
    """Return name, text and attributes of every element in order."""
    return [
        (str(element.tag), (element.text or "").strip(), {str(key): str(text) for key, text in element.attrib.items()})
        for element in open_document(data, "message").root.iter()
    ]


def with_small_id(found: Request) -> Request:
    """Return a request with its id in small letters, as the simplified shape has it."""
    small = tuple(msgspec.structs.replace(field, text=field.text.lower()) for field in found.header[REQUEST_ID])
    return msgspec.structs.replace(found, header=found.header | {REQUEST_ID: small}, envelope={})


def test_the_normal_shape_loses_nothing(templates: tuple[Sample, ...]) -> None:
    """Every template is the same tree from XML and from the normal shape: names, texts, attributes, order."""
    assert [] == [sample.name for sample in templates if parts(sample.xml) != parts(sample.normal)]


def test_requests_from_the_normal_shape(templates: tuple[Sample, ...], request_of: Reader) -> None:
    """Every template is the same request from XML and from the normal shape."""
    assert [] == [sample.name for sample in templates if request_of(sample.xml) != request_of(sample.normal)]


def test_requests_from_the_simplified_shape(templates: tuple[Sample, ...], request_of: Reader) -> None:
    """Every template is the same request but for its signature and the letters of its id."""
    differing = [
        sample.name
        for sample in templates
        if with_small_id(request_of(sample.xml)) != with_small_id(request_of(sample.simplified))
    ]
    assert [] == differing
    assert {SCHEMA_VERSION} == {request_of(sample.xml).schema_version for sample in templates}


def test_the_official_schema_accepts_both_shapes(reference_data: Path, templates: tuple[Sample, ...]) -> None:
    """What is made of JSON is valid against the official schema, so that the order of elements is kept."""
    schema = etree.XMLSchema(etree.parse(reference_data / "duis" / "driver.xsd"))
    invalid = [
        (sample.name, str(schema.error_log.last_error))
        for sample in templates
        for data in (sample.xml, sample.normal, sample.simplified)
        if not schema.validate(open_document(data, sample.name).root)
    ]
    assert [] == invalid


def test_places_are_those_of_the_keys(templates: tuple[Sample, ...]) -> None:
    """Every element of the normal shape that is no item of a list stands where its key is written."""
    for sample in templates:
        document = open_document(sample.normal, sample.name)
        lines = sample.normal.decode().split("\n")
        for node, element in enumerate(document.root.iter()):
            line, column = document.positions.of(node)
            written = lines[line - 1][column - 1 :]
            local = etree.QName(element).localname
            assert written.startswith((f'"{element.prefix}:{local}":', "{", '"')), (sample.name, local)


def test_answers(reference_data: Path, installed: Path) -> None:
    """Answers and alerts are the same trees too; the simplified shape gives them their namespaces again."""
    found = samples(reference_data / "facts" / "examples", installed)
    assert 9 == len(found)
    for sample in found:
        assert parts(sample.xml) == parts(sample.normal)
        names = [(name, text.lower()) for name, text, _ in parts(sample.xml)]
        assert names == [(name, text.lower()) for name, text, _ in parts(sample.simplified)]
