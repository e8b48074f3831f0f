"""Two states of a catalogue side by side: which records differ and how, and which predictions differ."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import GivenState

COMPARISON_VERSION = "1"
ABSENT = "absent"
"""The assessment of a Device Model or service that one of two catalogues does not have."""


class Effect(StrEnum):
    """What a change can do, most first: change predictions, change what is known, or change words alone."""

    PREDICTED = "predicted"
    KNOWN = "known"
    WORDING = "wording"


class Change(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class ComparedCatalogue(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a comparison: what it was called, its own version, and its digest."""

    name: str
    version: str
    digest: str


class FieldDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A field, or an item of a list, with what each side holds, in words; empty where it holds nothing."""

    field: str
    before: str
    after: str
    effect: Effect


class RecordDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A record that differs: its kind, id and title, the strongest effect, and its fields (none: the whole record)."""

    kind: str
    id: str
    title: str
    change: Change
    effect: Effect
    fields: tuple[FieldDifference, ...] = ()


class ReachChange(msgspec.Struct, frozen=True, kw_only=True):
    """The Device Models that matrix rows newly bring a behaviour to, and those that they no longer do."""

    behaviour: str
    title: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


class DiffReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything in which two catalogues differ; `same` counts the records that are equal."""

    schema_version: str = COMPARISON_VERSION
    base: ComparedCatalogue
    head: ComparedCatalogue
    records: tuple[RecordDifference, ...]
    reach: tuple[ReachChange, ...]
    same: int


class ForetoldAnswer(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What is to come back, without its words: the outcome, the alerts, and differences of values."""

    outcome: str
    alerts: tuple[str, ...]
    differences: tuple[str, ...]


class ForetoldClaim(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A claim that applies: its behaviour, how certain and how far it has come, and what it foretells."""

    behaviour: str
    claim: str
    certainty: str
    standing: str
    answer: ForetoldAnswer


class Foretold(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What a catalogue predicts for one case; the assessment is `absent` where it lacks the Device Model or service."""

    assessment: str
    predicts: str
    baseline: ForetoldAnswer
    claims: tuple[ForetoldClaim, ...]


class Transition(msgspec.Struct, frozen=True, kw_only=True):
    """A change of a prediction: before, after, for how many of the cases tried, and the facts of the first of them.

    `nothing_known` says whether it is also what changes where nothing is known of request and state.
    """

    before: Foretold
    after: Foretold
    cases: int
    nothing_known: bool
    example: tuple[GivenState, ...]


class ImpactGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Device Models of one family for which the same claims change the same predictions, on these services.

    `cases_tried` and the cases of the transitions count for one Device Model and one service. Where there were too
    many to try (`too_many` tells how many), only the case in which nothing is known was.
    """

    behaviours: tuple[str, ...]
    family: str
    maker: str
    services: tuple[str, ...]
    device_models: tuple[str, ...]
    cases_tried: int
    too_many: int
    transitions: tuple[Transition, ...]


class ImpactReport(msgspec.Struct, frozen=True, kw_only=True):
    """Which predictions differ between two catalogues, over every Device Model, service and deciding state.

    A pair is a Device Model and a service: those that both catalogues have, and those that only one has.
    """

    schema_version: str = COMPARISON_VERSION
    base: ComparedCatalogue
    head: ComparedCatalogue
    as_of: dt.date
    lowest_standing: Standing
    pairs_compared: int
    pairs_added: int
    pairs_removed: int
    pairs_changed: int
    cases_changed: int
    groups: tuple[ImpactGroup, ...]
