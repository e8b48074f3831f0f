"""Behaviours: what a Device does instead of what GBCS says, when, and how that became known."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.condition import ALWAYS, Condition, Value
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.record import Record


class Claim(StrEnum):
    """What a behaviour says of the Device: that it differs from GBCS, or (with evidence) that it does not."""

    DEVIATES = "deviates"
    CONFORMS = "conforms"


class Outcome(StrEnum):
    """How a Service Request ends for the User who sent it."""

    SUCCESS = "success"
    FAILURE = "failure"


class ExternalReference(msgspec.Struct, frozen=True, kw_only=True, order=True, forbid_unknown_fields=True):
    """A reference that a source gives and no source explains; kept word for word."""

    name: str
    value: str


class ExpectedAlert(
    msgspec.Struct, frozen=True, kw_only=True, order=True, omit_defaults=True, forbid_unknown_fields=True
):
    """An alert that comes with the answer: the id of a code record, and references given with it."""

    code: str
    external_references: tuple[ExternalReference, ...] = ()


class ValueDifference(
    msgspec.Struct, frozen=True, kw_only=True, order=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A way in which values of an otherwise ordinary answer differ: the topic or field, and what is different.

    Where it can be seen in the payload, `path` is the field's dotted path below the payload element, and `values` are
    texts that show the difference; without them only a reader can tell.
    """

    about: str
    says: str
    path: str = ""
    values: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the User gets back: the outcome, the alerts that are raised, and the whole in words."""

    outcome: Outcome
    summary: str
    alerts: tuple[ExpectedAlert, ...] = ()
    differences: tuple[ValueDifference, ...] = ()

    def differs_from(self, other: "Answer") -> bool:
        """Say whether the two cannot both come back; a summary's words alone make no difference."""
        return (
            self.outcome != other.outcome
            or set(self.alerts) != set(other.alerts)
            or set(self.differences) != set(other.differences)
        )

    def contradicts(self, other: "Answer") -> bool:
        """Say whether the two cannot both come back: differences about other things go together."""
        said = {difference.about: difference.says for difference in self.differences}
        return (
            self.outcome != other.outcome
            or set(self.alerts) != set(other.alerts)
            or any(said.get(found.about, found.says) != found.says for found in other.differences)
        )


class CaseExpectation(StrEnum):
    """What a case expects of its behaviour."""

    TRIGGERS = "triggers"
    CONDITIONAL = "conditional"
    SILENT = "silent"


class StateValue(msgspec.Struct, frozen=True, kw_only=True):
    """A fact and its value, as a case or a caller gives it."""

    name: str
    value: Value


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An executable example of a behaviour: a Device, a service, a day, what is known, and what to expect."""

    title: str
    device: str
    service: str
    as_of: dt.date
    expect: CaseExpectation
    facts: tuple[StateValue, ...] = ()


class Dispute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sourced objection to the behaviour."""

    source: str
    place: str
    says: str


class Behaviour(Record, frozen=True, kw_only=True):
    """A claim about what Devices do on some services; matrix rows say which Devices."""

    title: str
    summary: str
    services: tuple[str, ...]
    baseline: Answer
    lifecycle: tuple[Event, ...]
    claim: Claim = Claim.DEVIATES
    clause: str = ""
    when: Condition = ALWAYS
    deviation: Answer | None = None
    disputes: tuple[Dispute, ...] = ()
    cases: tuple[Case, ...] = ()

    @property
    def expected(self) -> Answer:
        """Return what the Device is claimed to answer."""
        return self.deviation if self.deviation is not None else self.baseline


class MatrixRow(Record, frozen=True, kw_only=True):
    """A row of a matrix edition: which Device Models the behaviours named apply to."""

    edition: str
    label: str
    devices: tuple[DevicePattern, ...]
    behaviours: tuple[str, ...]
    lifecycle: tuple[Event, ...]
