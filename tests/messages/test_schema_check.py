"""Requests held to schemas: what is found, where, in which words, and by which schema."""

import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.schema_check import MOST_ELEMENTS, OfficialSchema, RequestSchemas
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding, Location
from tests.invented import REGISTER, request_xml
from tests.messages.invented_schemas import duis_xsd, mmc_xsd, signature_xsd

ROOT = Path(__file__).parents[2]
REQUEST_ID = "two EUI-64 and a counter from 0 to 18446744073709551615, joined by colons"
BODIES = "sr:ReadInventedTable, sr:SetInventedThing, sr:ReadInventedLog, sr:ReadInventedRegister, sr:SignedPreCommand"
DATE_AND_TIME = "a date and time such as 2025-01-01T00:00:00Z"


@pytest.fixture
def own(tiny: Catalogue) -> RequestSchemas:
    """The schemas of the tiny catalogue, without an official one."""
    return RequestSchemas(tiny.lookup.services.values())


def official(version: str = "5.4", **changes: str) -> OfficialSchema:
    """Return an invented official schema."""
    return OfficialSchema(version, (duis_xsd(version, **changes), mmc_xsd(), signature_xsd()))


def found(schemas: RequestSchemas, text: str, tiny: Catalogue, srv: str = "") -> tuple[Finding, ...]:
    """Return what the schemas say of a request."""
    document = open_document(text.encode(), "request.xml")
    return schemas.findings(document, read_request(document, tiny.lookup.services, srv=srv))


def test_a_right_request_has_no_findings(own: RequestSchemas, tiny: Catalogue) -> None:
    """What the schema accepts is not spoken of, and xmlschema is not asked."""
    assert () == found(own, request_xml(fields={"Depth": 1}), tiny)


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        (request_xml(header={"RequestID": "x"}), "header.RequestID",
         "header.RequestID is 'x', and the compact schema expects " + REQUEST_ID),
        (request_xml(header={"CommandVariant": "12"}), "header.CommandVariant",
         "header.CommandVariant is '12', and the compact schema expects at most 9"),
        (request_xml(header={"CommandVariant": "0"}), "header.CommandVariant",
         "header.CommandVariant is '0', which the compact schema does not accept: value must be positive"),
        (request_xml(header={"CommandVariant": "one"}), "header.CommandVariant",
         "header.CommandVariant is 'one', and the compact schema expects a whole number from 1 on"),
        (request_xml(header={"CommandVariant": ""}), "header.CommandVariant",
         "header has no sr:CommandVariant before sr:ServiceReference, where the compact schema expects it"),
        (request_xml(header={"ServiceReferenceVariant": ""}, body="<sr:ReadInventedLog/>"),
         "header.ServiceReferenceVariant",
         "header has no sr:ServiceReferenceVariant, where the compact schema expects it"),
        (request_xml(header={"ServiceReferenceVariant": "9.9.3"}), "header.ServiceReferenceVariant",
         "header.ServiceReferenceVariant is '9.9.3', and the compact schema expects one of 9.7.1, 9.8.1, 9.9.1, 9.9.2"),
        (request_xml(header={"Strange": "1"}), "header.Strange",
         "header holds sr:Strange where the compact schema expects no such element"),
        (request_xml().replace("<sr:CommandVariant>", "text<sr:CommandVariant>"), "header",
         "header holds the text 'text', and the compact schema expects elements only"),
        (request_xml().replace(' schemaVersion="5.4"', ""), "@schemaVersion",
         "sr:Request has no attribute schemaVersion, which the compact schema expects"),
        (request_xml().replace('"5.4"', '"five"'), "@schemaVersion",
         "@schemaVersion is 'five', and the compact schema expects a decimal number"),
        (request_xml().replace("<sr:Header>", '<sr:Header kind="x">'), "header.@kind",
         "sr:Header has the attribute kind, and the compact schema expects none of that name"),
        (request_xml(body=""), "body",
         "body ends where the compact schema expects one of " + BODIES),
        (request_xml(body="<sr:ReadInventedLog/><sr:ReadInventedLog/>"), "body",
         "body holds sr:ReadInventedLog where the compact schema expects no such element"),
        (request_xml(fields={"ReadLogPeriod": {"StartDateTime": "soon"}}), "body.ReadLogPeriod.StartDateTime",
         "body.ReadLogPeriod.StartDateTime is 'soon', and the compact schema expects " + DATE_AND_TIME),
        (re.sub("<sr:Header>.*</sr:Header>", "", request_xml()), "",
         "sr:Request has no sr:Header before sr:Body, where the compact schema expects it"),
        (request_xml().replace("</sr:Request>", "<sr:Strange/></sr:Request>"), "Strange",
         "sr:Request holds sr:Strange where the compact schema expects no such element"),
    ],
)  # fmt: skip
def test_one_sentence_with_what_came_and_what_was_expected(
    own: RequestSchemas, tiny: Catalogue, text: str, path: str, words: str
) -> None:
    """Each place is reported once, under the path that rules use for it."""
    assert [("REQ201", path, words)] == [
        (finding.code, finding.location.path, finding.message) for finding in found(own, text, tiny)
    ]


def test_the_place_is_that_of_the_element(own: RequestSchemas, tiny: Catalogue) -> None:
    """Line and column are those of the start tag, also for the second of two alike."""
    text = request_xml(
        body="<sr:ReadInventedLog>\n<sr:Depth>1</sr:Depth>\n  <sr:Depth>x</sr:Depth></sr:ReadInventedLog>"
    )
    (finding,) = found(own, text, tiny)
    assert Location(file="request.xml", line=3, column=3, path="body.Depth") == finding.location


def test_a_long_value_is_cut(own: RequestSchemas, tiny: Catalogue) -> None:
    """A message stays readable whatever came."""
    (finding,) = found(own, request_xml(fields={"Depth": "9" * 500 + "x"}), tiny)
    assert len(finding.message) < 200


def test_only_twenty_places_are_named(own: RequestSchemas, tiny: Catalogue) -> None:
    """A file of another kind has thousands of them; how many more there are is said once."""
    body = "<sr:Depth>x</sr:Depth>" * 50
    every = found(own, request_xml(body=f"<sr:ReadInventedLog>{body}</sr:ReadInventedLog>"), tiny)
    assert 21 == len(every)
    assert "and 30 further places where the request is not what its schema expects" == every[-1].message


def test_a_bound_on_what_is_counted(own: RequestSchemas, tiny: Catalogue) -> None:
    """Beyond a hundred, the number of further places is not known, and said so."""
    body = "<sr:Depth>x</sr:Depth>" * 500
    every = found(own, request_xml(body=f"<sr:ReadInventedLog>{body}</sr:ReadInventedLog>"), tiny)
    assert "and more than 80 further places where the request is not what its schema expects" == every[-1].message


def test_libxml2_speaks_where_there_are_too_many_elements(own: RequestSchemas, tiny: Catalogue) -> None:
    """Above a bound xmlschema is not asked; the words are those of libxml2, with prefixes for namespaces."""
    body = "<sr:Strange/>" * 6000 + "<sr:Depth>x</sr:Depth>"
    (finding,) = found(own, request_xml(body=f"<sr:ReadInventedLog>{body}</sr:ReadInventedLog>"), tiny)
    assert "body.Depth" == finding.location.path
    assert finding.message.startswith(
        "body.Depth is not what the compact schema expects: 'sr:Depth': 'x' is not a valid"
    )


def test_too_many_elements_for_a_schema(own: RequestSchemas, tiny: Catalogue) -> None:
    """A document that no schema was asked about is at fault, and the finding says why."""
    body = "<sr:Strange/>" * MOST_ELEMENTS
    (finding,) = found(own, request_xml(body=f"<sr:ReadInventedLog>{body}</sr:ReadInventedLog>"), tiny)
    assert "the request has more than 10,000 elements, the most that are held to a schema" == finding.message


def test_a_bare_body_is_judged_alone(own: RequestSchemas, tiny: Catalogue) -> None:
    """The envelope that a bare body lacks is not asked for; its own places are reported where they are in the file."""
    bare = f'<sr:ReadInventedLog xmlns:sr="{DUIS}">\n <sr:Depth>{{}}</sr:Depth></sr:ReadInventedLog>'
    assert () == found(own, bare.format(1), tiny)
    (finding,) = found(own, bare.format("x"), tiny)
    assert Location(file="request.xml", line=2, column=2, path="body.Depth") == finding.location
    assert () == found(own, bare.format(1), tiny, srv="no such service")


def test_the_official_schema_of_the_version_is_asked_too(tiny: Catalogue) -> None:
    """5.4 and 5.40 are one version; the official schema says what the compact one leaves open."""
    schemas = RequestSchemas(tiny.lookup.services.values(), [official("5.4"), official("5.3")])
    assert ("5.3", "5.4") == schemas.versions
    assert "own compact schema and official DUIS 5.3, 5.4" == schemas.description
    strange = request_xml(body="<sr:ReadInventedLog><sr:Strange/></sr:ReadInventedLog>")
    for version in ("5.4", "5.40", " +05.4 ", "5.3"):
        (finding,) = found(schemas, strange.replace('"5.4"', f'"{version}"'), tiny)
        assert "REQ202" == finding.code
        assert finding.message.startswith("body holds sr:Strange where DUIS 5.")
    for version in ("5.5", "5.4.0", "NaN", "5.4e0", ""):
        codes = {finding.code for finding in found(schemas, strange.replace('"5.4"', f'"{version}"'), tiny)}
        assert "REQ202" not in codes


def test_what_both_schemas_say_is_said_by_the_official_one(tiny: Catalogue) -> None:
    """One place, one finding."""
    schemas = RequestSchemas(tiny.lookup.services.values(), [official()])
    (finding,) = found(schemas, request_xml(fields={"Depth": "x"}), tiny)
    assert "REQ202" == finding.code
    both = found(schemas, request_xml(fields={"Depth": "x"}, header={"CommandVariant": "x"}), tiny)
    assert [("REQ201", "header.CommandVariant"), ("REQ202", "body.Depth")] == [
        (finding.code, finding.location.path) for finding in both
    ]


def test_the_schemas_of_a_request_in_words(tiny: Catalogue) -> None:
    """A report names the schemas that a request was really held to; a bare body is held to the newest."""
    schemas = RequestSchemas(tiny.lookup.services.values(), [official("5.4"), official("5.10")])

    def described(text: str) -> tuple[str, str]:
        request = read_request(open_document(text.encode(), "request.xml"), tiny.lookup.services)
        return schemas.official_version(request), schemas.description_for(request)

    assert ("5.4", "own compact schema and official DUIS 5.4") == described(request_xml())
    assert ("", "own compact schema") == described(request_xml().replace('"5.4"', '"9"'))
    assert ("5.10", "own compact schema and official DUIS 5.10") == described(
        f'<sr:ReadInventedLog xmlns:sr="{DUIS}"/>'
    )
    assert "own compact schema" == RequestSchemas(()).description


def test_a_body_that_the_official_schema_does_not_know(tiny: Catalogue) -> None:
    """A bare body of another service is refused as a whole."""
    schemas = RequestSchemas(tiny.lookup.services.values(), [official()])
    (finding,) = found(schemas, f'<sr:ReadInventedRegister xmlns:sr="{DUIS}"/>', tiny, srv=REGISTER)
    assert ("REQ202", "body") == (finding.code, finding.location.path)


def test_an_official_schema_that_cannot_be_compiled(tiny: Catalogue) -> None:
    """It is not passed over: a request that should have been held to it was not."""
    broken = OfficialSchema("5.4", (duis_xsd(depth="xs:noSuchType"), mmc_xsd(), signature_xsd()))
    with pytest.raises(InputError, match="cannot be compiled"):
        found(RequestSchemas(tiny.lookup.services.values(), [broken]), request_xml(), tiny)


@pytest.mark.parametrize("loading", ["include", "redefine"])
def test_a_schema_loads_no_further_file(loading: str, tmp_path: Path, tiny: Catalogue) -> None:
    """What a schema file asks for beyond its set is refused, not opened."""
    (tmp_path / "x.xsd").write_text("secret")
    more = f'<xs:{loading} schemaLocation="{(tmp_path / "x.xsd").as_uri()}"/>'
    schemas = RequestSchemas(tiny.lookup.services.values(), [official(more=more)])
    with pytest.raises(InputError, match="loads a further file"):
        found(schemas, request_xml(), tiny)


def test_no_connection_is_made(tiny: Catalogue) -> None:
    """Places that a request, a schema or its document type name are not followed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        place = f"http://127.0.0.1:{server.getsockname()[1]}/x.xsd"
        texts = [text.replace(b"http://127.0.0.1:9/XMLSchema.dtd", place.encode()) for text in
                 (duis_xsd("5.4", mmc=place), mmc_xsd(), signature_xsd())]  # fmt: skip
        schemas = RequestSchemas(tiny.lookup.services.values(), [OfficialSchema("5.4", texts)])
        hint = f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{DUIS} {place}" '
        text = request_xml(fields={"Depth": "x"}).replace("schemaVersion", hint + "schemaVersion")
        assert 1 == len(found(schemas, text, tiny))
        with pytest.raises(BlockingIOError):
            server.accept()


def test_threads_do_not_mix_their_findings(tiny: Catalogue) -> None:
    """One object serves several threads: each request gets its own findings."""
    schemas = RequestSchemas(tiny.lookup.services.values(), [official()])
    texts = [request_xml(fields={"Depth": "1" if number % 2 else f"x{number}"}) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda text: found(schemas, text, tiny), texts))
    for number, findings in enumerate(results):
        expected = [] if number % 2 else [f"body.Depth is 'x{number}'"]
        assert expected == [finding.message.partition(",")[0] for finding in findings]


def test_xmlschema_is_imported_for_a_fault_only() -> None:
    """A right request is checked without the quarter of a second that the import takes."""
    script = (
        "import sys; from s1sr_validator import Catalogue; from s1sr_validator.messages.document import open_document; "
        "from s1sr_validator.messages.request import read_request; "
        "from s1sr_validator.messages.schema_check import RequestSchemas; "
        "services = Catalogue.load(sys.argv[1]).lookup.services; document = open_document(sys.argv[2].encode(), 'r'); "
        "print(RequestSchemas(services.values()).findings(document, read_request(document, services)), "
        "'xmlschema' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(ROOT / "tests" / "tiny_catalogue"), request_xml()]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603 - our own script
    assert "() False" == ran.stdout.strip()
