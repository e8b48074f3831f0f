"""What the official schema accepts of a request though it is wrong is what the rules are for."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.check import check
from s1sr_validator.checking.context import Context
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.xml import DUIS

pytestmark = pytest.mark.reference

Row = dict[str, str]
ID = "00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1"
BEFORE = f"<sr:PrecedingServiceRequestID>{ID}:999</sr:PrecedingServiceRequestID>"
BASE = (
    f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4"><sr:Header><sr:RequestID>{ID}:1000</sr:RequestID>'
    "<sr:CommandVariant>1</sr:CommandVariant><sr:ServiceReference>4.4</sr:ServiceReference>"
    "<sr:ServiceReferenceVariant>4.4.2</sr:ServiceReferenceVariant></sr:Header><sr:Body>"
    "<sr:RetrieveCoMOrTariffTriggeredBillingDataLog><sr:ReadLogPeriod>"
    "<sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime><sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime>"
    "</sr:ReadLogPeriod></sr:RetrieveCoMOrTariffTriggeredBillingDataLog></sr:Body></sr:Request>"
)
BODY = BASE[BASE.index("<sr:RetrieveCoM") : BASE.index("</sr:Body>")]
SIGNED = "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>"
PRENOTIFIED = (
    BASE.replace(BODY, "")
    .replace("Variant>1<", "Variant>8<")
    .replace(">4.4<", ">12.2<")
    .replace(">4.4.2<", ">12.2<")
    .replace(
        "<sr:Body>",
        "<sr:Body><sr:DevicePrenotification><sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID>"
        "<sr:DeviceManufacturer>1028</sr:DeviceManufacturer><sr:DeviceModel>5678</sr:DeviceModel>"
        "<sr:DeviceType>ESME</sr:DeviceType></sr:DevicePrenotification>",
    )
)


class Probe(NamedTuple):
    """A request that the schema accepts, and the codes of all that rules find."""

    xml: str
    codes: set[str]


PROBES = {
    "RequestID surrounded by white space (token collapses)": Probe(
        BASE.replace(f">{ID}:1000<", f"> {ID}:1000 <"), {"REQ131"}
    ),
    "CommandVariant 9": Probe(BASE.replace("Variant>1<", "Variant>9<"), {"REQ103"}),
    "CommandVariant 01 (lexical variant of 1)": Probe(BASE.replace("Variant>1<", "Variant>01<"), {"REQ132"}),
    "SRV not matching the body element (7.1 with a 4.4.2 body)": Probe(
        BASE.replace(">4.4<", ">7.1<").replace(">4.4.2<", ">7.1<").replace("Variant>1<", "Variant>4<"), {"REQ008"}
    ),
    "ServiceReference not matching the SRV": Probe(BASE.replace(">4.4<", ">4.3<"), {"REQ101"}),
    "schemaVersion 0": Probe(BASE.replace('"5.4"', '"0"'), {"REQ121", "REQ122", "REQ123"}),
    "ReadLogPeriod end before start": Probe(BASE.replace(">2025-07-01T", ">2024-07-01T"), {"REQ107"}),
    "dateTime without time zone": Probe(BASE.replace("2025-01-01T00:00:00Z", "2025-01-01T00:00:00"), {"REQ138"}),
    "FirstInSequence + PrecedingServiceRequestID in order": Probe(
        BASE.replace("<sr:Comm", f"<sr:FirstInSequence>true</sr:FirstInSequence>{BEFORE}<sr:Comm", 1), {"REQ124"}
    ),
    "SignedPreCommand with a non-critical SRV": Probe(BASE.replace(BODY, SIGNED), {"REQ120", "REQ134"}),
    "12.2 body without SMETS version / firmware": Probe(PRENOTIFIED, {"REQ152"}),
}
"""Probes of requests that are accepted though they are wrong, or though something should be pointed out."""

RIGHT = {
    "RequestID counter 0": BASE.replace(":1000<", ":0<"),
    "RequestID counter 2^64-1": BASE.replace(":1000<", f":{2**64 - 1}<"),
    "RequestID counter 9999999999999999999 (19 digits)": BASE.replace(":1000<", ":9999999999999999999<"),
    "RequestID lower-case hex": BASE.replace(ID, ID.lower()),
    "RequestID mixed-case hex": BASE.replace(ID, ID.replace("EF", "eF")),
    "schemaVersion 5.40": BASE.replace('"5.4"', '"5.40"'),
    "Request without Signature": BASE,
    "Request with Signature": BASE.replace(
        "</sr:Request>", '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></sr:Request>'
    ),
    "dateTime with +01:00 offset": BASE.replace("2025-01-01T00:00:00Z", "2025-01-01T00:00:00+01:00"),
    "12.2 DeviceType IHD": PRENOTIFIED.replace(">ESME<", ">IHD<").replace(
        "</sr:DeviceType>",
        "</sr:DeviceType><sr:SMETSCHTSVersion>SMETS V1.2</sr:SMETSCHTSVersion>"
        "<sr:FirmwareVersion>03465317</sr:FirmwareVersion>",
    ),
}
"""Probes of requests that are accepted and about which no source says that they are wrong."""


@pytest.fixture(scope="module")
def codes() -> Callable[[str], set[str]]:
    """Return a function that gives the codes of the findings for a request, with the schema of 5.4 at hand."""
    lookup = Catalogue.bundled().lookup

    def found(xml: str) -> set[str]:
        document = open_document(xml.encode(), "request.xml")
        request = read_request(document, lookup.services)
        context = Context(
            request=request,
            position_of=document.positions.of,
            known_service=lookup.services.get(request.srv),
            lookup=lookup,
            as_of=dt.date(2026, 1, 31),
            schema_versions=("5.4",),
        )
        return {finding.code for finding in check(context).findings}

    return found


def is_about_a_request(case: str) -> bool:
    """Say whether a probe changes a request; the others change responses and alerts."""
    starts = ("RequestID ", "CommandVariant", "SRV ", "ServiceReference not", "schemaVersion", "Request ", "ReadLog")
    others = ("dateTime", "header elements", "FirstInSequence", "SignedPreCommand", "12.2")
    return case.startswith(starts + others) and case != "RequestID as document root"


def test_every_accepted_probe_of_a_request_is_here(reference_rows: Callable[[str], tuple[Row, ...]]) -> None:
    """Nothing that the schema lets through is left out of both lists."""
    accepted = {
        row["case"]
        for row in reference_rows("xsd_probes")
        if row["lxml"] == row["xmlschema"] == "accept" and is_about_a_request(row["case"])
    }
    assert accepted == {*PROBES, *RIGHT}


@pytest.mark.parametrize("case", PROBES)
def test_what_is_wrong_is_found(codes: Callable[[str], set[str]], case: str) -> None:
    """The rules say what the schema does not, and nothing else."""
    assert PROBES[case].codes == codes(PROBES[case].xml)


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_is_not_reported(codes: Callable[[str], set[str]], case: str) -> None:
    """An unusual way to write what is right is no finding."""
    assert set() == codes(RIGHT[case])
