"""The compact schema that is written from the services of a catalogue."""

from pathlib import Path

import msgspec
import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.messages.own_schema import OWN_FILE, own_schema_text
from s1sr_validator.messages.schema_set import SchemaSet
from s1sr_validator.messages.signature_schema import SIGNATURE_FILE, SIGNATURE_SCHEMA
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.service import BodyField, RequestBody, Service
from tests.invented import LOG, request_xml

ROOT = Path(__file__).parents[2]
LATER = "<sr:ExecutionDateTime>2025-01-01T00:00:00</sr:ExecutionDateTime>"


def schema_of(*services: Service) -> SchemaSet:
    """Return the compact schema of services."""
    return SchemaSet("the compact schema", (own_schema_text(services).encode(), SIGNATURE_SCHEMA.encode()))


def service(tiny: Catalogue, srv: str, *fields: tuple[str, str], **body: str) -> Service:
    """Return an invented service with fields of a path and a type."""
    usual = {"element": f"Invented{srv.replace('.', '')}", "type": f"sr:Invented{srv.replace('.', '')}"} | body
    declared = tuple(BodyField(path=path, type=kind, occurs="1") for path, kind in fields)
    made = RequestBody(future_datable=False, fields=declared, **usual)
    return msgspec.structs.replace(tiny.lookup.services[LOG], id=srv, request_body=made)


def accepts(schema: SchemaSet, text: str) -> bool:
    """Say whether a schema accepts a request."""
    return schema.faults(etree.fromstring(text)) == ()


@pytest.mark.parametrize(
    ("name", "text"), [(OWN_FILE, None), (SIGNATURE_FILE, SIGNATURE_SCHEMA)], ids=[OWN_FILE, SIGNATURE_FILE]
)
def test_published_file_is_up_to_date(name: str, text: str | None) -> None:
    """The files in schemas/ are what the catalogue of this checkout gives; `make schemas` writes them."""
    expected = text or own_schema_text(Catalogue.load(ROOT / "catalogue").lookup.services.values())
    assert expected == (ROOT / "schemas" / name).read_text("utf-8")


def test_published_files_work_from_where_they_lie() -> None:
    """Any tool can use the published file: what it imports lies beside it."""
    assert etree.XMLSchema(etree.parse(ROOT / "schemas" / OWN_FILE)) is not None


def test_order_of_services_changes_nothing(tiny: Catalogue) -> None:
    """The same services give the same text, in whatever order they come."""
    services = list(tiny.lookup.services.values())
    assert own_schema_text(services) == own_schema_text(reversed(services))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({}, True),
        ({"FirstInSequence": "true"}, False),  # the builder puts it last, and the order counts
        ({"RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:18446744073709551615"}, True),
        ({"RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:18446744073709551616"}, False),
        ({"RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:01"}, False),
        ({"RequestID": " 90-b3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0a:0\n"}, True),
        ({"RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00:1"}, False),
        ({"CommandVariant": "01"}, True),
        ({"CommandVariant": "9"}, True),
        ({"CommandVariant": "0"}, False),
        ({"CommandVariant": "10"}, False),
        ({"ServiceReference": " 9.9"}, False),
        ({"ServiceReferenceVariant": "9.9.1 "}, False),
        ({"ServiceReferenceVariant": "9.9.9"}, False),
        ({"ServiceReferenceVariant": ""}, False),
    ],
)
def test_header(tiny: Catalogue, header: dict[str, str], *, expected: bool) -> None:
    """The header's fields are held to their form; white space counts where the type is a string."""
    schema = schema_of(*tiny.lookup.services.values())
    assert expected == accepts(schema, request_xml(fields={"Depth": 1}, header=header))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<sr:ReadInventedLog/>", True),
        ("<sr:ReadInventedLog><sr:Strange><sr:Deep/></sr:Strange></sr:ReadInventedLog>", True),
        ("<sr:ReadInventedLog><sr:Depth>0</sr:Depth></sr:ReadInventedLog>", False),
        ("<sr:ReadInventedLog><sr:Strange><sr:Depth>x</sr:Depth></sr:Strange></sr:ReadInventedLog>", False),
        ("<sr:ReadInventedLog><sr:Detailed>maybe</sr:Detailed></sr:ReadInventedLog>", False),
        ("<sr:ReadInventedLog index='1'/>", False),
        ("<sr:ReadInventedLog>text</sr:ReadInventedLog>", False),
        ("<sr:ReadInventedLog/><sr:ReadInventedLog/>", False),
        ("", False),
        ("<sr:Strange/>", False),
        ("<ReadInventedLog/>", False),
        ("<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>", True),
        (f"<sr:SignedPreCommand>{LATER}<sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>", True),
        (f"<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload>{LATER}</sr:SignedPreCommand>", False),
        ("<sr:SignedPreCommand/>", False),
    ],
)  # fmt: skip
def test_body(tiny: Catalogue, body: str, *, expected: bool) -> None:
    """One body of a known name; what is in it is open, but values of known fields have their types at any depth."""
    assert expected == accepts(schema_of(*tiny.lookup.services.values()), request_xml(body=body))


def test_a_type_that_differs_between_services_is_left_open(tiny: Catalogue) -> None:
    """Only a field that has one type wherever its name occurs is held to it, and no container is a value."""
    services = (
        service(tiny, "9.1", ("Same", "xs:boolean"), ("Differs", "xs:boolean"), ("Holds", "xs:boolean")),
        service(tiny, "9.2", ("Same", "xs:boolean"), ("Differs", "xs:date"), ("Holds.Same", "xs:boolean")),
    )
    schema = schema_of(*services)
    for name, expected in (("Same", False), ("Differs", True), ("Holds", True)):
        text = request_xml("9.1", {name: "neither"}, element="Invented91", header={"ServiceReference": "9.9"})
        assert expected == accepts(schema, text), name


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<sr:Invented91 number="1"><sr:Field index="1">true</sr:Field></sr:Invented91>', True),
        ('<sr:Invented91 number="x"/>', False),
        ("<sr:Invented91/>", False),
        ('<sr:Invented91 number="1"><sr:Field index="0">true</sr:Field></sr:Invented91>', False),
        ('<sr:Invented91 number="1"><sr:Field other="1">true</sr:Field></sr:Invented91>', False),
    ],
)
def test_attributes(tiny: Catalogue, body: str, *, expected: bool) -> None:
    """The attributes of bodies and fields are the known ones, of their types."""
    fields = (("@number", "xs:int"), ("Field", "xs:boolean"), ("Field.@index", "xs:positiveInteger"))
    schema = schema_of(service(tiny, "9.1", *fields))
    assert expected == accepts(schema, request_xml("9.1", body=body, header={"ServiceReference": "9.9"}))


def test_a_type_may_be_named_in_the_request(tiny: Catalogue) -> None:
    """DUIS declares types by name, so a request may say which one an element has."""
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    schema = schema_of(*tiny.lookup.services.values())
    assert accepts(schema, request_xml(body=f'<sr:ReadInventedLog {xsi} xsi:type="sr:ReadInventedLog"/>'))


def test_names_of_our_own_types_do_not_clash(tiny: Catalogue) -> None:
    """A body whose type, or a field whose name, is one of the envelope's is declared apart from it."""
    clashing = service(tiny, "9.1", ("Request", "xs:boolean"), type="sr:Request")
    foreign = service(tiny, "9.2", type="xs:string")
    schema = schema_of(clashing, foreign)
    assert accepts(schema, request_xml("9.1", body="<sr:Invented91/>", header={"ServiceReference": "9.9"}))
    assert accepts(schema, request_xml("9.2", body="<sr:Invented92/>", header={"ServiceReference": "9.9"}))


def test_the_root_and_its_attribute(tiny: Catalogue) -> None:
    """SchemaVersion is a decimal number and the only attribute."""
    schema, plain = schema_of(*tiny.lookup.services.values()), request_xml()
    for value, expected in (("5.40", True), ("0", True), ("5.4.1", False), ("", False)):
        assert expected == accepts(schema, plain.replace('"5.4"', f'"{value}"')), value
    assert not accepts(schema, plain.replace(' schemaVersion="5.4"', ""))
    assert not accepts(schema, plain.replace(' schemaVersion="5.4"', ' schemaVersion="5.4" other="1"'))
    assert not accepts(schema, plain.replace(f'xmlns:sr="{DUIS}"', 'xmlns:sr="urn:other"'))
