"""Services: the Service Reference Variants of DUIS, with what each source says of them."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.device import DeviceType
from s1sr_validator.model.record import Record


class Eligibility(StrEnum):
    """Whether DCC supports a service for SMETS1; no source at hand lists that, so it starts as unknown."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class FutureDating(StrEnum):
    """Who holds a future dated request until its time."""

    NONE = "none"
    DEVICE = "device"
    DSP = "dsp"
    DSP_AND_DEVICE = "dsp_and_device"


class BodyField(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A field of the request's body: its dotted path below the body element, its type, how often it may occur."""

    path: str
    type: str
    occurs: str


class RequestBody(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The body element of the request, its type in the DUIS schema, and its fields."""

    element: str
    type: str
    future_datable: bool
    fields: tuple[BodyField, ...] = ()


class ServiceLog(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The log that a service reads: the entries that one answer can hold, and the time from one entry to the next.

    The interval is left out where entries are written for events, or where no source points to one.
    """

    entries_max: int
    entry_interval_minutes: int | None = None


class DeviceTypeEvidence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A device type that some source connects with the service. Positive evidence only: absence says nothing."""

    device_type: DeviceType
    evidence: tuple[str, ...]


class Service(Record, frozen=True, kw_only=True):
    """One Service Reference Variant; its id is the SRV, for example `4.4.2`."""

    service_reference: str
    name: str
    critical: bool
    on_demand: bool
    future_dating: FutureDating
    dcc_scheduled: bool
    dsp_schedulable: bool
    non_device_request: bool
    eligible_user_roles: tuple[str, ...]
    command_variants: tuple[int, ...]
    request_body: RequestBody
    response_payload: str = ""
    log: ServiceLog | None = None
    dcc_response_element: str = ""
    gbcs_use_cases: tuple[str, ...] = ()
    device_types: tuple[DeviceTypeEvidence, ...] = ()
    smets1_eligible: Eligibility = Eligibility.UNKNOWN


class UseCase(Record, frozen=True, kw_only=True):
    """A GBCS use case that a service is carried out by; title empty where no source gives one."""

    code: str
    title: str = ""
    sent_by: str = ""
    service_reference: str = ""
    message_codes: tuple[str, ...] = ()
