"""What a prediction says: the answer for each Device Model, with everything that it rests on."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.behaviour import ExternalReference, Outcome, ValueDifference
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.record import Basis

SCHEMA_VERSION = "1"


class Assessment(StrEnum):
    """What is known of a Device Model and a service. `not_assessed` never means that the Device conforms."""

    DEVIATES = "deviates"
    DEVIATES_IF = "deviates_if"
    CONFORMS = "conforms"
    NOT_ASSESSED = "not_assessed"
    DISPUTED = "disputed"


class Certainty(StrEnum):
    """Whether everything that a deviation depends on is known."""

    CERTAIN = "certain"
    CONDITIONAL = "conditional"


class Outlook(StrEnum):
    """Which answer to expect: the GBCS baseline, a deviation, either of them, or nothing that anybody has stated."""

    BASELINE = "baseline"
    DEVIATION = "deviation"
    EITHER = "either"
    UNKNOWN = "unknown"


class PredictedAlert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert that comes back: its code, the list it is from, its name if a source gives one, references."""

    code: str
    list: str
    name: str
    external_references: tuple[ExternalReference, ...]


class PredictedAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the User gets back; `differences` are those of values in an otherwise ordinary answer."""

    outcome: Outcome
    summary: str
    alerts: tuple[PredictedAlert, ...]
    differences: tuple[ValueDifference, ...]


class Announcement(msgspec.Struct, frozen=True, kw_only=True):
    """A planned event that a source announced; whether it happened is not known to the catalogue."""

    event: str
    date: dt.date
    latest: dt.date
    source: str
    place: str


class CitedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A source, the place in it, and whether it states the fact or we infer it (then: how)."""

    source: str
    place: str
    basis: Basis
    reason: str


class AppliedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """One claim that applies: what the Device does, how sure that is, and where it is written.

    `residual_condition` says in words what is still open, and is empty when the claim is certain.
    `source_file` and `line` lead to the record. `overlay` names the private overlay that the behaviour or the matrix
    row is from, `matrix_overlay` that of the row; both are empty where the catalogue itself makes the claim.
    """

    behaviour: str
    title: str
    claim: str
    standing: Standing
    certainty: Certainty
    condition: str
    residual_condition: str
    residual_facts: tuple[str, ...]
    expected: PredictedAnswer
    baseline: PredictedAnswer
    clause: str
    clause_id: str
    document: str
    matrix_row: str
    matrix_label: str
    matrix_edition: str
    in_force_since: dt.date
    announced: tuple[Announcement, ...]
    disputes: tuple[str, ...]
    citations: tuple[CitedPlace, ...]
    source_file: str
    line: int
    overlay: str = ""
    matrix_overlay: str = ""


class Step(StrEnum):
    """The steps at which a claim can fall out, in the order in which they are asked."""

    SERVICE = "service"
    DEVICE = "device"
    DATE = "date"
    STANDING = "standing"
    CONDITION = "condition"


class StepResult(StrEnum):
    """How a step went: it held, it failed, or what decides it is not known."""

    HELD = "held"
    OPEN = "open"
    FAILED = "failed"


class TracedStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step that a claim was taken through, and in words what decided it."""

    step: Step
    result: StepResult
    says: str


class TracedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that was considered, by the matrix row that brings it to Devices, with every step.

    `overlay` is as in an applied claim.
    """

    behaviour: str
    title: str
    clause: str
    matrix_row: str
    matrix_label: str
    applies: bool
    steps: tuple[TracedStep, ...]
    overlay: str = ""


class NearMiss(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that fits in all but one step, and the reason at that step; `overlay` as in an applied claim."""

    behaviour: str
    title: str
    clause: str
    step: Step
    reason: str
    overlay: str = ""


class DevicePrediction(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one Device Model. `device_model` is its CPL key, `device_name` the list's name for it.

    `trace` has every claim considered, near misses first, where it was asked for; otherwise it is empty.
    """

    device_model: str
    device_name: str
    assessment: Assessment
    predicts: Outlook
    baseline: PredictedAnswer
    deviations: tuple[AppliedClaim, ...]
    conformance: tuple[AppliedClaim, ...]
    near_misses: tuple[NearMiss, ...]
    notes: tuple[str, ...]
    trace: tuple[TracedClaim, ...] = ()


class OverlayStamp(msgspec.Struct, frozen=True, kw_only=True):
    """A private overlay that answered with the catalogue: its name, own version if it has one, digest, and records."""

    name: str
    version: str
    digest: str
    records: int


class CatalogueStamp(msgspec.Struct, frozen=True, kw_only=True):
    """Which catalogue answered: its own version and digest, and the overlays over it, by name."""

    version: str
    digest: str
    overlays: tuple[OverlayStamp, ...] = ()


class RequestSummary(msgspec.Struct, frozen=True, kw_only=True):
    """The request that was asked about."""

    name: str
    srv: str
    service_name: str
    request_id: str


class GivenState(msgspec.Struct, frozen=True, kw_only=True):
    """A state fact that the caller gave, by its full name, with the value as text."""

    name: str
    value: str


class PredictionReport(msgspec.Struct, frozen=True, kw_only=True):
    """One request, one or more Device Models, one day. `findings` are what a check of the request says of it."""

    schema_version: str
    catalogue: CatalogueStamp
    as_of: dt.date
    lowest_standing: Standing
    request: RequestSummary
    state: tuple[GivenState, ...]
    predictions: tuple[DevicePrediction, ...]
    findings: tuple[Finding, ...] = ()
