"""What was found about requests, and how much was looked at, as a published JSON shape."""

import datetime as dt

import msgspec

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.prediction import CatalogueStamp

CHECK_VERSION = "1"


class RuleNotAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that a request had nothing for, and why."""

    code: str
    reason: str


class CheckedRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One request: what it is, and what was asked about it.

    `schema` says in words which XML Schemas it was held to. `devices` are the CPL keys that the rules were asked for.
    """

    name: str
    srv: str
    service_name: str
    request_id: str
    devices: tuple[str, ...]
    schema: str
    rules_run: tuple[str, ...]
    rules_not_asked: tuple[RuleNotAsked, ...]


class SuppressedFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that the project's own file accepts, with the reason given there and the day it holds until.

    `expires` is empty where it holds for ever.
    """

    finding: Finding
    reason: str
    expires: str


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """Requests that were checked, the day and the catalogue by which, and everything found, in order.

    `findings` are those of all requests and inputs, without the suppressed ones. `unread` names the inputs that could
    not be read as a request. `role` and `device` are what the caller gave.
    """

    schema_version: str = CHECK_VERSION
    catalogue: CatalogueStamp
    as_of: dt.date
    device: str
    role: str
    requests: tuple[CheckedRequest, ...]
    unread: tuple[str, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[SuppressedFinding, ...] = ()
