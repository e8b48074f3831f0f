"""Builders of invented official schemas and of archives that hold them: nothing of the real ones is in here."""

import io
import tarfile
import zipfile
from collections.abc import Mapping

from s1sr_validator.messages.signature_schema import SIGNATURE_NAMESPACE
from s1sr_validator.messages.xml import DUIS, MMC

XS = "http://www.w3.org/2001/XMLSchema"
DUIS_NAME, MMC_NAME, SIGNATURE_NAME = "DUIS Schema V9.1.xsd", "MMC Schema V9.1.xsd", "invented-signature.xsd"


def duis_xsd(version: str = "9.1", *, mmc: str = MMC_NAME, depth: str = "xs:positiveInteger", more: str = "") -> bytes:
    """Return an invented DUIS schema: one service, whose body has a Depth of a type."""
    header = "".join(
        f'<xs:element name="{name}" type="xs:string"/>'
        for name in ("RequestID", "CommandVariant", "ServiceReference", "ServiceReferenceVariant")
    )
    body = (
        '<xs:element name="ReadInventedLog"><xs:complexType><xs:sequence>'
        f'<xs:element name="Depth" type="{depth}" minOccurs="0" maxOccurs="3"/>'
        "</xs:sequence></xs:complexType></xs:element>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="{XS}" xmlns:ds="{SIGNATURE_NAMESPACE}" targetNamespace="{DUIS}" elementFormDefault="qualified">
<xs:import namespace="{SIGNATURE_NAMESPACE}" schemaLocation="{SIGNATURE_NAME}"/>
<xs:import namespace="{MMC}" schemaLocation="{mmc}"/>{more}
<!-- Invented.
     DUIS XML Schema Version - Request           - {version}
-->
<xs:element name="Request"><xs:complexType><xs:sequence>
<xs:element name="Header"><xs:complexType><xs:sequence>{header}</xs:sequence></xs:complexType></xs:element>
<xs:element name="Body"><xs:complexType><xs:sequence>{body}</xs:sequence></xs:complexType></xs:element>
<xs:element ref="ds:Signature" minOccurs="0"/>
</xs:sequence><xs:attribute name="schemaVersion" type="xs:decimal" use="required"/></xs:complexType></xs:element>
</xs:schema>
""".encode()


def mmc_xsd(note: str = "") -> bytes:
    """Return an invented MMC schema."""
    return (
        f'<xs:schema xmlns:xs="{XS}" targetNamespace="{MMC}"><!--{note}--><xs:element name="Invented"/></xs:schema>'
    ).encode()


def signature_xsd() -> bytes:
    """Return an invented signature schema, with a document type declaration as the real one has."""
    return f"""<?xml version="1.0"?>
<!DOCTYPE schema PUBLIC "-//W3C//DTD XMLSchema 200102//EN" "http://127.0.0.1:9/XMLSchema.dtd"
 [<!ENTITY invented "nothing">]>
<xs:schema xmlns:xs="{XS}" targetNamespace="{SIGNATURE_NAMESPACE}"><xs:element name="Signature"/></xs:schema>
""".encode()


def whole_set(version: str = "9.1") -> dict[str, bytes]:
    """Return the files of an invented version by name, with the spaces that the real names have."""
    mmc = f"MMC Schema V{version}.xsd"
    return {
        f"DUIS Schema V{version}.xsd": duis_xsd(version, mmc=mmc),
        mmc: mmc_xsd(version),
        SIGNATURE_NAME: signature_xsd(),
    }


def zip_of(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive with these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def tgz_of(members: Mapping[str, bytes]) -> bytes:
    """Return a packed tar archive with these members."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return content.getvalue()
