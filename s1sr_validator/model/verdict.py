"""What an answer shows when it is held against what was predicted, as a published JSON shape."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.check_report import CheckedRequest, SuppressedFinding
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import CatalogueStamp

VERDICT_VERSION = "1"


class Verdict(StrEnum):
    """What came back, against what was to be expected.

    `unpredicted_deviation` may be worth a new clause, `predicted_not_seen` a correction of one. `not_assessed` says
    that nothing could be compared, `not_a_pair` that request and answers do not belong together.
    """

    AS_GBCS = "as_gbcs"
    PREDICTED_DEVIATION = "predicted_deviation"
    UNPREDICTED_DEVIATION = "unpredicted_deviation"
    PREDICTED_NOT_SEEN = "predicted_not_seen"
    NOT_ASSESSED = "not_assessed"
    NOT_A_PAIR = "not_a_pair"

    @property
    def is_expected(self) -> bool:
        """Say whether the answer is one that was to be expected."""
        return self in {Verdict.AS_GBCS, Verdict.PREDICTED_DEVIATION}


class Bearing(StrEnum):
    """How a behaviour of the catalogue bears on what came back."""

    SEEN = "seen"
    NOT_SEEN = "not_seen"
    CANNOT_TELL = "cannot_tell"
    RULED_OUT = "ruled_out"


class WeighedBehaviour(msgspec.Struct, frozen=True, kw_only=True):
    """A behaviour and how it bears on what came back, in words too; `standing` is empty where it was ruled out."""

    behaviour: str
    title: str
    clause: str
    standing: str
    bearing: Bearing
    says: str


class DeviceVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict for one Device Model, with one sentence that says why."""

    device_model: str
    device_name: str
    verdict: Verdict
    says: str
    behaviours: tuple[WeighedBehaviour, ...]


class ReadAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that was given: what it is, what it says, and whether it belongs to the request.

    `belongs` is `yes`, `no` or `unknown`; `says` are the reasons.
    """

    name: str
    kind: str
    belongs: str
    says: tuple[str, ...]
    request_id: str
    response_id: str
    srv: str
    device_id: str
    codes: tuple[str, ...]
    time: str


class RevealedState(msgspec.Struct, frozen=True, kw_only=True):
    """A state fact by its full name, its value as text, and whether the caller gave it or an answer revealed it."""

    name: str
    value: str
    origin: str


class CoverageItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a check of an answer looks at, whether it could, and what it saw or why it could not."""

    aspect: str
    checked: bool
    says: str


class ExchangeReport(msgspec.Struct, frozen=True, kw_only=True):
    """A request and its answers, held against the prediction for each Device Model.

    `verdict`, `says` and `behaviours` are those of all Device Models where they agree; where they do not, the verdict
    is `not_assessed` and `devices` has each. `outcome` is what came back, empty where nothing decisive did.
    """

    schema_version: str = VERDICT_VERSION
    catalogue: CatalogueStamp
    as_of: dt.date
    lowest_standing: Standing
    device: str
    role: str
    request: CheckedRequest
    answers: tuple[ReadAnswer, ...]
    unread: tuple[str, ...]
    verdict: Verdict
    says: str
    outcome: str
    behaviours: tuple[WeighedBehaviour, ...]
    devices: tuple[DeviceVerdict, ...]
    state: tuple[RevealedState, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[SuppressedFinding, ...]
    coverage: tuple[CoverageItem, ...]
