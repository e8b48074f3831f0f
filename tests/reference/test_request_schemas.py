"""Our own schema and the official one over real requests: ours is as strict in envelope, header and signature."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.own_schema import own_schema_text
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_check import OfficialSchema, RequestSchemas
from s1sr_validator.messages.schema_files import official_files
from s1sr_validator.messages.schema_set import SchemaSet
from s1sr_validator.messages.schema_store import install, installed_schemas, schemas_folder
from s1sr_validator.messages.signature_schema import SIGNATURE_SCHEMA
from s1sr_validator.messages.xml import parse_xml
from tests.reference.request_breakages import broken

pytestmark = pytest.mark.reference

ROOT = Path(__file__).parents[2]
PACKAGE = "@smartdcc/duis-sign-wrap@0.1.2"
PACKAGE_FILE = "smartdcc-duis-sign-wrap-0.1.2.tgz"
PACKAGE_SHA512 = "75KX971ymBkNyL2e761c4HYQ4OinTCFfqW+SoCRtFC9cWm4CirKQ5CfSUp0zCFH8LcSyHhDwRL0cVtOj5NeIHg=="
Row = dict[str, str]


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The catalogue of this checkout."""
    return Catalogue.bundled()


@pytest.fixture(scope="module")
def own(bundled: Catalogue) -> SchemaSet:
    """Our own schema."""
    services = bundled.lookup.services.values()
    return SchemaSet("the compact schema", (own_schema_text(services).encode(), SIGNATURE_SCHEMA.encode()))


@pytest.fixture(scope="module")
def official(reference_data: Path, tmp_path_factory: pytest.TempPathFactory) -> OfficialSchema:
    """The official schema, installed from the folder of reference data and found again."""
    folder = schemas_folder({"S1SR_SCHEMAS": str(tmp_path_factory.mktemp("schemas"))})
    for each in official_files(schema_files(reference_data / "duis"), "reference data"):
        install(each, "reference data", folder)
    (installed,) = installed_schemas(folder)
    return OfficialSchema(installed.version, installed.texts)


@pytest.fixture(scope="module")
def templates(reference_data: Path) -> tuple[Path, ...]:
    """Every request template in the reference data."""
    found = tuple(sorted((reference_data / "duis-templates").glob("*.XML")))
    assert 187 == len(found)
    return found


@pytest.fixture(scope="module")
def package() -> Path:
    """The npm package of the DCC's that holds schemas, fetched once in this checkout and known by its digest."""
    path = ROOT / ".cache" / "npm" / PACKAGE_FILE
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        if shutil.which("npm") is None:
            _missing("npm is not installed")
        command = ["npm", "pack", "--silent", "--pack-destination", str(path.parent), PACKAGE]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=path.parent)  # noqa: S603 - ours
        if ran.returncode or not path.is_file():
            _missing(f"npm could not fetch {PACKAGE}: {ran.stderr.strip()}")
    assert PACKAGE_SHA512 == base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    return path


def _missing(reason: str) -> None:
    """Fail where everything must be there, else skip, and have the end of the run say so."""
    if os.environ.get("S1SR_REQUIRE_REFERENCE") == "1":
        pytest.fail(reason)
    pytest.skip(f"no reference data: {reason}")


def test_every_template_is_accepted(bundled: Catalogue, official: OfficialSchema, templates: tuple[Path, ...]) -> None:
    """What both schemas accept has no finding, as a whole request and as its body alone."""
    services = bundled.lookup.services
    schemas = RequestSchemas(services.values(), [official])
    assert "own compact schema and official DUIS 5.4" == schemas.description
    for path in templates:
        document = open_document(path.read_bytes(), path.name)
        request = read_request(document, services)
        assert ("5.4", ()) == (schemas.official_version(request), schemas.findings(document, request)), path.name
        body = open_document(etree.tostring(document.root[1][0]), path.name)
        assert () == schemas.findings(body, read_request(body, services, srv=request.srv)), path.name


def test_as_strict_as_the_official_schema(
    own: SchemaSet, official: OfficialSchema, templates: tuple[Path, ...]
) -> None:
    """Every template, broken in many ways in envelope, header and signature: both schemas say the same of each."""
    for number, path in enumerate(templates):
        root, refused = parse_xml(path.read_bytes(), path.name), 0
        for name, other in broken(root, signature=number % 40 == 0):
            valid = not official.set.faults(other)
            refused += not valid
            assert valid == (not own.faults(other)), f"{path.name}: {name}: official {valid}"
        assert refused >= LEAST_REFUSED


WHOLE = "ECS20b_4.4.2_SINGLE_SUCCESS_REQUEST_DUIS.XML"
LEAST_REFUSED = 100
"""Breakages of one template that the official schema refuses."""


def with_id(counter: str) -> Callable[[str], str]:
    """Return a change that gives the RequestID another counter."""
    return lambda text: re.sub(r"(<sr:RequestID>[^<]*:)[0-9]+<", rf"\g<1>{counter}<", text)


def with_text(element: str, value: str) -> Callable[[str], str]:
    """Return a change that gives an element another text."""
    return lambda text: re.sub(rf"(<sr:{element}>)[^<]*<", rf"\g<1>{value}<", text, count=1)


def with_ids(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a change of the whole RequestID."""
    return lambda text: re.sub("(<sr:RequestID>)([^<]*)<", lambda found: f"{found[1]}{change(found[2])}<", text)


def with_body(change: str) -> Callable[[str], str]:
    """Return a change of what the body holds; `{}` stands for what it held."""
    return lambda text: re.sub(
        "(<sr:Body>)(.*)(</sr:Body>)",
        lambda found: found[1] + change.format(found[2]) + found[3],
        text,
        flags=re.DOTALL,
    )


def replacing(old: str, new: str) -> Callable[[str], str]:
    """Return a change that replaces what matches a pattern, once."""
    return lambda text: re.sub(old, new, text, count=1, flags=re.DOTALL)


SEQUENCE = r"\1<sr:FirstInSequence>false</sr:FirstInSequence>"
PRECEDING = r"<sr:PrecedingServiceRequestID>\2</sr:PrecedingServiceRequestID>"
SIGNED = "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>"
PRENOTIFICATION = (
    "<sr:DevicePrenotification><sr:DeviceID>00-00-5E-EF-10-00-00-01</sr:DeviceID><sr:DeviceManufacturer>Invented"
    "</sr:DeviceManufacturer><sr:DeviceModel>Invented</sr:DeviceModel><sr:DeviceType>{}</sr:DeviceType>"
    "</sr:DevicePrenotification>"
)
PROBES: dict[str, Callable[[str], str]] = {
    "RequestID counter 0": with_id("0"),
    "RequestID counter 2^64-1": with_id("18446744073709551615"),
    "RequestID counter 2^64": with_id("18446744073709551616"),
    "RequestID counter leading zero": with_id("01"),
    "RequestID counter 20 digits 19999999999999999999": with_id("19999999999999999999"),
    "RequestID counter 9999999999999999999 (19 digits)": with_id("9999999999999999999"),
    "RequestID counter empty": with_id(""),
    "RequestID counter negative": with_id("-1"),
    "RequestID lower-case hex": with_ids(str.lower),
    "RequestID mixed-case hex": with_ids(lambda text: text.replace("B", "b", 1)),
    "RequestID surrounded by white space (token collapses)": with_ids(lambda text: f"\n {text} "),
    "RequestID no hyphens": with_ids(lambda text: text.replace("-", "")),
    "RequestID two parts": with_ids(lambda text: text.rpartition(":")[0]),
    "CommandVariant 9": with_text("CommandVariant", "9"),
    "CommandVariant 0": with_text("CommandVariant", "0"),
    "CommandVariant 01 (lexical variant of 1)": with_text("CommandVariant", "01"),
    "SRV not matching the body element (7.1 with a 4.4.2 body)": with_text("ServiceReferenceVariant", "7.1"),
    "ServiceReference not matching the SRV": with_text("ServiceReference", "7.1"),
    "SRV surrounded by white space (string keeps it)": with_text("ServiceReferenceVariant", " 4.4.2 "),
    "SRV 4.4.1 (not in the enumeration)": with_text("ServiceReferenceVariant", "4.4.1"),
    "schemaVersion 5.40": replacing('schemaVersion="5.4"', 'schemaVersion="5.40"'),
    "schemaVersion 0": replacing('schemaVersion="5.4"', 'schemaVersion="0"'),
    "schemaVersion 5.4.1": replacing('schemaVersion="5.4"', 'schemaVersion="5.4.1"'),
    "schemaVersion missing": replacing(' schemaVersion="5.4"', ""),
    "Request without Signature": replacing("<ds:Signature .*</ds:Signature>", ""),
    "Request with Signature": replacing("^", ""),
    "Request with two body elements": with_body("{0}{0}"),
    "Request with empty Body": with_body(""),
    "ReadLogPeriod end before start": with_text("EndDateTime", "2001-01-01T00:00:00Z"),
    "dateTime without time zone": with_text("EndDateTime", "2015-03-01T09:00:00"),
    "dateTime with +01:00 offset": with_text("EndDateTime", "2015-03-01T09:00:00+01:00"),
    "dateTime date only": with_text("EndDateTime", "2015-03-01"),
    "header elements in another order": replacing(r"(<sr:RequestID>.*</sr:RequestID>)(.*)(</sr:Header>)", r"\2\1\3"),
    "FirstInSequence + PrecedingServiceRequestID in order": replacing(
        "(<sr:RequestID>([^<]*)</sr:RequestID>)", SEQUENCE + PRECEDING
    ),
    "SignedPreCommand with a non-critical SRV": with_body(SIGNED),
    "12.2 body without SMETS version / firmware": with_body(PRENOTIFICATION.format("ESME")),
    "12.2 DeviceType IHD": with_body(PRENOTIFICATION.format("IHD")),
    "12.2 DeviceType Type2 (MMC value)": with_body(PRENOTIFICATION.format("Type2")),
}
IN_THE_BODY = {"12.2 DeviceType Type2 (MMC value)"}
"""Refused by the official schema for what is in the body, which ours leaves open."""


def test_every_probe_of_a_request_is_here(reference_rows: Callable[[str], tuple[Row, ...]]) -> None:
    """Each probe whose case is about a request is tried; the others are about answers."""
    cases = [row["case"] for row in reference_rows("xsd_probes")]
    asked = cases[: cases.index("4.4.2 Rsp without Electricity/Gas")] + [case for case in cases if case[:4] == "12.2"]
    assert sorted(asked) == sorted(PROBES)


@pytest.mark.parametrize("case", PROBES)
def test_probe(
    case: str,
    reference_data: Path,
    reference_rows: Callable[[str], tuple[Row, ...]],
    own: SchemaSet,
    official: OfficialSchema,
) -> None:
    """Both schemas say what was found out for the official one, but for what ours leaves open."""
    text = (reference_data / "duis-templates" / WHOLE).read_text("utf-8")
    changed = PROBES[case](text)
    assert (case == "Request with Signature") == (changed == text)
    root = parse_xml(changed.encode(), case)
    (expected,) = (row["expected"] == "accept" for row in reference_rows("xsd_probes") if row["case"] == case)
    assert expected == (not official.set.faults(root))
    assert (expected or case in IN_THE_BODY) == (not own.faults(root))


def test_what_the_official_schema_says_of_a_body(
    bundled: Catalogue, official: OfficialSchema, reference_data: Path
) -> None:
    """A part that the compact schema leaves open is reported by the official one, once and in words."""
    services = bundled.lookup.services
    text = (reference_data / "duis-templates" / WHOLE).read_text("utf-8")
    document = open_document(re.sub("<sr:StartDateTime>.*?</sr:StartDateTime>", "", text).encode(), WHOLE)
    (finding,) = RequestSchemas(services.values(), [official]).findings(document, read_request(document, services))
    assert ("REQ202", "body.ReadLogPeriod.StartDateTime") == (finding.code, finding.location.path)
    expected = "body.ReadLogPeriod has no sr:StartDateTime before sr:EndDateTime, where DUIS 5.4 expects it"
    assert expected == finding.message


def test_the_schemas_in_the_npm_package(package: Path, tmp_path: Path, templates: tuple[Path, ...]) -> None:
    """The package is an archive with an archive in it; its version of the schemas is found, installed and used."""
    (found,) = official_files(schema_files(package), package.name)
    assert "5.1" == found.version
    assert ["DUIS Schema V5.1.xsd", "MMC Schema V5.1.xsd", "xmldsig-core-schema.xsd"] == [f.name for f in found.files]
    install(found, str(package), tmp_path)
    (installed,) = installed_schemas(tmp_path)
    older = OfficialSchema(installed.version, installed.texts)
    (text,) = (path.read_bytes() for path in templates if path.name == WHOLE)
    assert () == older.set.faults(parse_xml(text, WHOLE))
