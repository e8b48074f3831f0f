"""What the value of a field may be, by the field's name: the allow-list of redaction.

The types of request bodies and response payloads are the catalogue's; those of what stands around them are below.
A field that is named like an identifier is one, whatever its type; a field that is not known at all keeps nothing.
"""

import re
from collections import defaultdict
from enum import StrEnum, auto

from s1sr_validator.evidence.known_names import ATTRIBUTES, ENVELOPE_NAMES, KEYS
from s1sr_validator.evidence.listed_values import WORDS
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.xsd_types import INTEGER_RANGES


class FieldKind(StrEnum):
    """What a field may hold. Each has its own test of what is kept; `word` is one of the listed values."""

    BOOLEAN = auto()
    DATE_TIME = auto()
    DATE = auto()
    TIME = auto()
    NUMBER = auto()
    WORD = auto()
    SERVICE = auto()
    CODE = auto()
    VERSION = auto()
    MODEL = auto()
    ALGORITHM = auto()
    COUNTER = auto()
    BASE64 = auto()
    HEX = auto()
    UNKNOWN = auto()


class FieldKinds:
    """The fields that are known, and the values that enumerations list."""

    def __init__(self, lookup: Lookup) -> None:
        """Take the types of fields from a catalogue."""
        types, self.words = _declared(lookup)
        self._kinds = {name: _kind(found) for name, found in types.items()}
        self._names = frozenset((*self._kinds, *ENVELOPE_NAMES, *ATTRIBUTES, *KEYS))
        self.codes = frozenset(code.id for code in lookup.records.codes)

    def of(self, name: str) -> FieldKind:
        """Return what an element, attribute or key may hold."""
        if _COUNTER.search(name):
            return FieldKind.COUNTER
        if name in _FREELY_FILLED:
            return FieldKind.UNKNOWN
        if name in _AROUND:
            return _AROUND[name]
        return self._kinds.get(name, FieldKind.WORD if name in self._names else FieldKind.UNKNOWN)

    def knows(self, name: str) -> bool:
        """Say whether a name is one of the schemas', so that it tells nothing."""
        return name in self._names


def _declared(lookup: Lookup) -> tuple[dict[str, set[str]], frozenset[str]]:
    """Return the types that the catalogue gives to each local name, and the values that it lists."""
    types: dict[str, set[str]] = defaultdict(set)
    words = set(WORDS)
    for service in lookup.services.values():
        types[service.request_body.element].add(_NO_VALUE)
        for field in service.request_body.fields:
            _note(types, field.path, field.type)
    for payload in lookup.payloads.values():
        types[payload.id].add(_NO_VALUE)
        for found in payload.fields:
            _note(types, found.path, found.type)
            words.update(found.values)
    return types, frozenset(words)


def _note(types: dict[str, set[str]], path: str, schema_type: str) -> None:
    *above, name = path.replace("@", "").split(".")
    types[name].add(schema_type)
    for part in above:
        types[part].add(_NO_VALUE)


def _kind(types: set[str]) -> FieldKind:
    kinds = {_KINDS.get(found, FieldKind.WORD) for found in types - {_NO_VALUE}} or {FieldKind.WORD}
    return kinds.pop() if len(kinds) == 1 else FieldKind.UNKNOWN


def _all(kind: FieldKind, names: str) -> dict[str, FieldKind]:
    return dict.fromkeys(names.split(), kind)


_NO_VALUE = "complex"
_KINDS = {
    "xs:boolean": FieldKind.BOOLEAN,
    "xs:dateTime": FieldKind.DATE_TIME,
    "xs:date": FieldKind.DATE,
    "xs:time": FieldKind.TIME,
    "xs:decimal": FieldKind.NUMBER,
    "xs:base64Binary": FieldKind.BASE64,
    "xs:hexBinary": FieldKind.HEX,
    **dict.fromkeys(INTEGER_RANGES, FieldKind.NUMBER),
}
_COUNTER = re.compile(r"(?:Counter|counter|FloorSeqNumber|SequenceId|ScheduleID|EventRef)$")
_FREE = """
AdditionalInformation AddressIdentifier AlertDescription AuxiliaryControlDescription AuxiliaryEquipmentRequired
CertificateSerialNumber CustomerIdentificationNumber Description DeviceSecurityDetails Error EventDescription GISData
IncidentReference LogMeaning OtherInformationLogMeaning PostCode SeasonName StateAndAssociatedInformation
SupplierMessage SupplierName SupplierTelephoneNumber SwitchDescription UPRN UserRefID WANTechnology X509IssuerName
X509SerialNumber X509SubjectName KeyName id name
"""
_FREELY_FILLED = frozenset(_FREE.split())
"""Texts that people write, and numbers that stand for one thing: nothing of them is kept, not even a listed word."""
_AROUND = {
    **_all(FieldKind.BOOLEAN, "FirstInSequence CoverageAvailability isFromGSME MessageSuccess"),
    **_all(FieldKind.DATE_TIME, "DateTime ResponseDateTime responseDateTime APCLimitPeriodStart APCLimitPeriodEnd"),
    **_all(FieldKind.DATE_TIME, "interruptionValue restorationValue"),
    **_all(FieldKind.DATE, "AnticipatedCoverageDate DateCommissioned RestoredDate"),
    **_all(FieldKind.NUMBER, "CommandVariant number Position sequence ResultingLevel TotalCommandInstructions"),
    **_all(FieldKind.NUMBER, "InstructionNumber AuxiliaryControllerN ThrottledAlertCount"),
    **_all(FieldKind.SERVICE, "ServiceReference ServiceReferenceVariant serviceReference serviceReferenceVariant"),
    **_all(FieldKind.SERVICE, "DSPScheduledServiceReference DSPScheduledServiceReferenceVariant"),
    **dict.fromkeys(("Service Reference", "Service Reference Variant"), FieldKind.SERVICE),
    **_all(FieldKind.CODE, "ResponseCode responseCode CSPRegionResponseCode DCCAlertCode S1SPAlertCode"),
    **_all(FieldKind.CODE, "ECoSAlertCode ECoSErrorCode"),
    **_all(FieldKind.VERSION, "schemaVersion DeviceGBCSVersion GBCSVersion SMETSCHTSVersion"),
    **_all(FieldKind.VERSION, "ServiceRequestDUISVersion ServiceUserDUISVersion"),
    **_all(FieldKind.MODEL, "FirmwareVersion DeviceFirmwareVersion FirmwareVersionDevice FirmwareVersionSMI"),
    **_all(FieldKind.MODEL, "DeviceManufacturer DeviceModel ManufacturerIdentifier ModelType"),
    **_all(FieldKind.ALGORITHM, "Algorithm"),
    **_all(FieldKind.BASE64, "CertificateHash DSPBrokerSecurityCredentialsDigitalSigning GBCSData GBCSPayload"),
    **_all(FieldKind.BASE64, "DSPBrokerSecurityCredentialsKeyAgreement CINMessage LocalCommand PreCommand"),
    **_all(FieldKind.BASE64, "SignatureValue DigestValue X509Certificate X509CRL X509SKI Modulus Exponent"),
    **_all(FieldKind.HEX, "AlertCode AttributeId ClassId CommandIdentifier DeviceAlertCode ExtendedHeaderClusterID"),
    **_all(FieldKind.HEX, "FrameControl FutureDatedAlertCode FutureDatedCommandMessageCode GBCSHexAlertCode"),
    **_all(FieldKind.HEX, "GBCSHexadecimalMessageCode InstanceId ManufacturerImageHash MessageCodeofCommandReceived"),
}
"""Fields of envelopes, alerts and signatures; those that are left out hold a listed word, or nothing that is kept."""
