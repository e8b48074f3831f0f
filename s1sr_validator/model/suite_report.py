"""What the tests of one run checked, as a published JSON shape: exchanges, requests, and what they add up to."""

import datetime as dt

import msgspec

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.model.verdict import Bearing, Verdict

SUITE_VERSION = "1"


class SuiteBehaviour(msgspec.Struct, frozen=True, kw_only=True):
    """A behaviour of the catalogue and how it bears on one exchange."""

    behaviour: str
    title: str
    clause: str
    bearing: Bearing


class SuiteExchange(msgspec.Struct, frozen=True, kw_only=True):
    """An exchange that a test asserted about: the verdict, and whether the test accepted it.

    `test` is the test's id, empty where no test was running. Where the messages could not be read, the verdict is
    `not_assessed` and `srv` is empty.
    """

    test: str
    srv: str
    device: str
    as_of: dt.date
    verdict: Verdict
    says: str
    accepted: bool
    behaviours: tuple[SuiteBehaviour, ...]
    catalogue: CatalogueStamp


class SuiteRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A request that a test asserted about by itself: what was found, and whether the test accepted it."""

    test: str
    srv: str
    device: str
    as_of: dt.date
    accepted: bool
    findings: tuple[Finding, ...]
    catalogue: CatalogueStamp


class SuiteRecords(msgspec.Struct, frozen=True):
    """What was recorded of a run, or of a part of it."""

    exchanges: tuple[SuiteExchange, ...] = ()
    requests: tuple[SuiteRequest, ...] = ()


class VerdictCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many exchanges got a verdict."""

    verdict: Verdict
    exchanges: int


class BehaviourCount(msgspec.Struct, frozen=True, kw_only=True):
    """In how many exchanges a behaviour was seen, not seen, could not be told, or was ruled out."""

    behaviour: str
    title: str
    clause: str
    seen: int
    not_seen: int
    cannot_tell: int
    ruled_out: int


class SuiteReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one run of a test suite checked.

    `as_of` is the day for which tests asked that named none. `verdicts` has every verdict, `behaviours` each that bore
    on an exchange. `as_expected` counts the exchanges that came back as GBCS or a behaviour says.
    """

    schema_version: str = SUITE_VERSION
    software: str
    catalogues: tuple[CatalogueStamp, ...]
    as_of: dt.date
    exchanges_checked: int
    as_expected: int
    requests_checked: int
    requests_accepted: int
    verdicts: tuple[VerdictCount, ...]
    behaviours: tuple[BehaviourCount, ...]
    exchanges: tuple[SuiteExchange, ...]
    requests: tuple[SuiteRequest, ...]
