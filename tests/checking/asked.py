"""Checking invented requests: what a rule is asked about, and what it finds."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.checking.check import check
from s1sr_validator.checking.context import Context
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.device import CplStatus, DeviceType
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.regulation import OtherModel
from s1sr_validator.model.service import BodyField, DeviceTypeEvidence, Service, ServiceLog
from tests.invented import LOG, REGISTER, request_xml

AS_OF = dt.date(2026, 1, 31)
START, END = "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"


def period(start: str = START, end: str = END) -> dict[str, Any]:
    """Return the fields of a body that has a log period and no more."""
    return {"ReadLogPeriod": {"StartDateTime": start, "EndDateTime": end}}


def dated(text: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a body, texts or nested
    """Return the fields of a body that is future dated."""
    return {"ExecutionDateTime": text, **(fields or period())}


def with_fields(service: Service, *fields: BodyField, future_datable: bool = False) -> Service:
    """Return an invented service whose body has further fields."""
    body = service.request_body
    body = msgspec.structs.replace(body, fields=(*body.fields, *fields), future_datable=future_datable)
    return msgspec.structs.replace(service, request_body=body)


def future_dated(service: Service) -> Service:
    """Return an invented service that can be future dated."""
    return with_fields(
        service, BodyField(path="ExecutionDateTime", type="xs:dateTime", occurs="0..1"), future_datable=True
    )


def named(service: Service) -> Service:
    """Return an invented service whose body must have a name."""
    fields = (
        BodyField(path="Name", type="xs:string", occurs="1"),
        BodyField(path="Group.Member", type="xs:string", occurs="1"),
    )
    return with_fields(service, *fields)


def for_gas(service: Service) -> Service:
    """Return an invented service that one source connects with GSME."""
    evidence = DeviceTypeEvidence(device_type=DeviceType.GSME, evidence=("template_target",))
    return msgspec.structs.replace(service, device_types=(evidence,))


def without_device(service: Service) -> Service:
    """Return an invented service that no Device takes part in."""
    return msgspec.structs.replace(service, non_device_request=True)


def for_everybody(service: Service) -> Service:
    """Return an invented service for which the catalogue names no role."""
    return msgspec.structs.replace(service, eligible_user_roles=())


def critical(service: Service) -> Service:
    """Return an invented service that is critical."""
    return msgspec.structs.replace(service, critical=True, command_variants=(4, 5, 6, 7))


def daily(service: Service) -> Service:
    """Return an invented service whose log has an entry a day, and whose answer holds 31."""
    return msgspec.structs.replace(service, log=ServiceLog(entries_max=31, entry_interval_minutes=1440))


def eventful(service: Service) -> Service:
    """Return an invented service whose log has entries for events, and whose answer holds 31."""
    return msgspec.structs.replace(service, log=ServiceLog(entries_max=31))


def detailed(service: Service) -> Service:
    """Return an invented service whose body has a field of every kind that a rule looks at by its name or type."""
    fields = {
        "DeviceID": "xs:token",
        "OriginalRequestID": "xs:token",
        "UTRN": "xs:string",
        "StartDate": "xs:date",
        "EndDate": "xs:date",
        "LowMediumPowerThreshold": "xs:unsignedInt",
        "MediumHighPowerThreshold": "xs:unsignedInt",
        "StartDateTime": "xs:dateTime",
        "EndDateTime": "xs:dateTime",
        "CurrentDateTime": "xs:dateTime",
        "ScheduleStartDate": "xs:date",
        "ScheduleEndDate": "xs:date",
        "DSPScheduledServiceReference": "xs:string",
        "DSPScheduledServiceReferenceVariant": "xs:string",
        "Offsets.StartDateOffset": "xs:nonPositiveInteger",
        "Offsets.StartTime": "xs:time",
        "Offsets.EndDateOffset": "xs:nonPositiveInteger",
        "Offsets.EndTime": "xs:time",
        "DSPReadInventedLog": "empty",
        "DSPReadInventedRegister": "empty",
        "DeviceModel": "xs:string",
        "SMETSCHTSVersion": "xs:string",
        "FirmwareVersion": "xs:string",
        "Key": "xs:base64Binary",
        "Ratio": "xs:decimal",
        "Hash": "xs:hexBinary",
    }
    return with_fields(service, *(BodyField(path=path, type=kind, occurs="0..1") for path, kind in fields.items()))


SERVICES = {
    "critical": critical,
    "daily": daily,
    "eventful": eventful,
    "detailed": detailed,
    "as it is": lambda service: service,
    "future dated": future_dated,
    "named": named,
    "for gas": for_gas,
    "without device": without_device,
    "for everybody": for_everybody,
}


def with_schedulable_log(catalogue: Catalogue) -> Catalogue:
    """Return the tiny catalogue in which the log, for gas, and the register can be scheduled."""
    records = catalogue.snapshot.records
    changed = [
        msgspec.structs.replace(for_gas(service) if service.id == LOG else service, dsp_schedulable=True)
        if service.id in (LOG, REGISTER)
        else service
        for service in records.services
    ]
    records = msgspec.structs.replace(records, services=tuple(changed))
    return Catalogue(msgspec.structs.replace(catalogue.snapshot, records=records))


def context_of(  # noqa: PLR0913 - each is one thing that a rule is asked about, by keyword
    catalogue: Catalogue,
    *,
    fields: Mapping[str, Any] | None = None,
    body: str | None = None,
    service: str = "as it is",
    device: str = "",
    status: CplStatus = CplStatus.CURRENT,
    role: str = "",
    targets: Mapping[str, str] | None = None,
    other_models: tuple[OtherModel, ...] = (),
    schema_versions: tuple[str, ...] = (),
    version: str = "5.4",
    schedulable: bool = False,
    name: str = "request.xml",
    **header: str,
) -> Context:
    """Return the context of an invented request for the log service, or for one made from it."""
    xml = request_xml(LOG, period() if fields is None else fields, body=body, header=header)
    xml = xml.replace(' schemaVersion="5.4"', f' schemaVersion="{version}"' if version else "")
    document = open_document(xml.encode(), name)
    if schedulable:
        catalogue = with_schedulable_log(catalogue)
    request = read_request(document, catalogue.lookup.services)
    devices = (catalogue.lookup.devices[device],) if device else ()
    return Context(
        request=request,
        position_of=document.positions.of,
        known_service=SERVICES[service](known) if (known := catalogue.lookup.services.get(request.srv)) else None,
        lookup=catalogue.lookup,
        as_of=AS_OF,
        devices=tuple(
            msgspec.structs.replace(found, cpl=msgspec.structs.replace(found.cpl, status=status)) for found in devices
        ),
        role=role,
        targets={eui: catalogue.lookup.devices[key] for eui, key in (targets or {}).items()},
        other_models=other_models,
        schema_versions=schema_versions,
    )


def found(catalogue: Catalogue, **case: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - the arguments of `context_of`
    """Return the findings for an invented request."""
    return check(context_of(catalogue, **case)).findings
