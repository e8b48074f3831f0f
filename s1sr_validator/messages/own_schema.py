"""The compact schema of our own: the envelope and header of a request, its body by name, and the types of values.

DUIS declares the elements of a body inside its types. Here the content of a body is open, and the fields whose type is
the same in every service are declared globally: an open content holds them to it at any depth (XSD 1.0, lax wildcards).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from s1sr_validator.messages.field_types import SimpleField, simple_fields
from s1sr_validator.messages.number_pattern import numbers_up_to
from s1sr_validator.messages.signature_schema import SIGNATURE_FILE, SIGNATURE_NAMESPACE
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.messages.xml_text import quoteattr
from s1sr_validator.model.request import SIGNED_PRE_COMMAND
from s1sr_validator.model.service import BodyField, RequestBody, Service

OWN_FILE = "duis_request.xsd"
HIGHEST_COUNTER = 2**64 - 1
_EUI = "[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){7}"
_ENVELOPE = "Request"
_OPEN = "OpenBody"
_OWN_TYPES = frozenset(
    {
        _ENVELOPE,
        _OPEN,
        "RequestIDType",
        "CommandVariant",
        "ServiceReference",
        "ServiceReferenceVariant",
        SIGNED_PRE_COMMAND,
    }
)

_FRAME = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- What s1sr-validator holds every Service Request to: written by itself from the services of its catalogue. It is no
     official schema. Bodies are open here; the official DUIS schema, where it is installed, says what is in them. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ds="{signature}" xmlns:sr="{duis}"
    targetNamespace="{duis}" elementFormDefault="qualified">
  <xs:import namespace="{signature}" schemaLocation="{signature_file}"/>
  <xs:element name="Request" type="sr:Request"/>
  <xs:complexType name="Request">
    <xs:sequence>
      <xs:element name="Header">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="RequestID" type="sr:RequestIDType"/>
            <xs:element name="FirstInSequence" type="xs:boolean" minOccurs="0"/>
            <xs:element name="PrecedingServiceRequestID" type="sr:RequestIDType" minOccurs="0"/>
            <xs:element name="CommandVariant" type="sr:CommandVariant"/>
            <xs:element name="ServiceReference" type="sr:ServiceReference"/>
            <xs:element name="ServiceReferenceVariant" type="sr:ServiceReferenceVariant"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="Body">
        <xs:complexType>
          <xs:choice>
{bodies}
            <xs:element name="SignedPreCommand" type="sr:SignedPreCommand"/>
          </xs:choice>
        </xs:complexType>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="schemaVersion" type="xs:decimal" use="required"/>
  </xs:complexType>
  <xs:simpleType name="RequestIDType">
    <xs:restriction base="xs:token">
      <xs:pattern value="{request_id}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="CommandVariant">
    <xs:restriction base="xs:positiveInteger">
      <xs:maxInclusive value="9"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="ServiceReference">
    <xs:restriction base="xs:string">
{references}
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="ServiceReferenceVariant">
    <xs:restriction base="xs:string">
{variants}
    </xs:restriction>
  </xs:simpleType>
  <xs:complexType name="SignedPreCommand">
    <xs:sequence>
      <xs:element name="ExecutionDateTime" type="xs:dateTime" minOccurs="0"/>
      <xs:element name="GBCSPayload" type="xs:base64Binary"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="OpenBody">
    <xs:sequence>
      <xs:any namespace="##targetNamespace" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
{types}
{fields}
</xs:schema>
"""


def own_schema_text(services: Iterable[Service]) -> str:
    """Return the schema for requests of these services, as the text of an XSD file.

    The schema of DUIS names types as it does, so that a request may say `xsi:type` of a body or a part of the header.
    """
    known = sorted(services, key=lambda service: _natural(service.id))
    bodies = {service.request_body.element: service.request_body for service in known}
    bodies.pop(SIGNED_PRE_COMMAND, None)
    return _FRAME.format(
        duis=DUIS,
        signature=SIGNATURE_NAMESPACE,
        signature_file=SIGNATURE_FILE,
        request_id=f"{_EUI}:{_EUI}:({'|'.join(numbers_up_to(HIGHEST_COUNTER))})",
        bodies="\n".join(_body(body) for body in bodies.values()),
        references=_enumeration(dict.fromkeys(service.service_reference for service in known)),
        variants=_enumeration(service.id for service in known),
        types="\n".join(_types(bodies.values())),
        fields="\n".join(_field(field) for field in simple_fields(known) if field.name != _ENVELOPE),
    )


def _natural(srv: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part) if part.isdecimal() else 0, part) for part in srv.split("."))


def _enumeration(values: Iterable[str]) -> str:
    return "\n".join(f"      <xs:enumeration value={quoteattr(value)}/>" for value in values)


def _body(body: RequestBody) -> str:
    return f"            <xs:element name={quoteattr(body.element)} type={quoteattr('sr:' + _type_name(body))}/>"


def _type_name(body: RequestBody) -> str:
    """Return the name of a body's type; one that DUIS does not declare, or this schema does, is named anew."""
    prefix, _, name = body.type.rpartition(":")
    return name if prefix == "sr" and name not in _OWN_TYPES else f"{body.element}Body"


def _types(bodies: Iterable[RequestBody]) -> Iterator[str]:
    for name, alike in groupby(sorted(bodies, key=_type_name), key=_type_name):
        attributes = [{field.path[1:]: field for field in body.fields if field.path.startswith("@")} for body in alike]
        yield _open_type(name, attributes)


def _open_type(name: str, attributes: Sequence[Mapping[str, BodyField]]) -> str:
    """Return a type with open content, and the attributes that any of the bodies has."""
    every = {key: field for each in attributes for key, field in each.items()}
    must = {key for key, field in every.items() if field.occurs == "1" and all(key in each for each in attributes)}
    declared = "".join(_attribute(key, field.type, must=key in must) for key, field in sorted(every.items()))
    content = f'<xs:extension base="sr:{_OPEN}">{declared}</xs:extension>'
    return f"  <xs:complexType name={quoteattr(name)}><xs:complexContent>{content}</xs:complexContent></xs:complexType>"


def _field(field: SimpleField) -> str:
    if not field.attributes:
        return f"  <xs:element name={quoteattr(field.name)} type={quoteattr(field.type)}/>"
    attributes = "".join(_attribute(name, kind) for name, kind in field.attributes)
    content = f"<xs:extension base={quoteattr(field.type)}>{attributes}</xs:extension>"
    return (
        f"  <xs:element name={quoteattr(field.name)}>"
        f"<xs:complexType><xs:simpleContent>{content}</xs:simpleContent></xs:complexType></xs:element>"
    )


def _attribute(name: str, kind: str, *, must: bool = False) -> str:
    use = ' use="required"' if must else ""
    return f"<xs:attribute name={quoteattr(name)} type={quoteattr(kind)}{use}/>"
