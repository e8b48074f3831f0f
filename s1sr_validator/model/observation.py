"""Publicly reported behaviours, and reported claims that are not carried, with the reason."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.record import Record


class Confidence(StrEnum):
    """What a report rests on."""

    VENDOR = "vendor_or_operator"
    SEVERAL = "several_reports"
    ONE = "one_report"
    SECOND_HAND = "second_hand"


class Stage(StrEnum):
    """Whether a report describes the Device alone, or what a User sees after the S1SP has translated."""

    BEFORE_TRANSLATION = "before_translation"
    AFTER_TRANSLATION = "after_translation"
    UNKNOWN = "unknown"


class StatedDevice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The Device as the source names it, and the CPL models that we take it for (none: the source does not say)."""

    text: str
    matrix_row: str = ""


class Contradiction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What speaks against an observation: another observation, or a source."""

    says: str
    observation: str = ""
    source: str = ""
    place: str = ""


class Observation(Record, frozen=True, kw_only=True):
    """A reported behaviour. `behaviour` names the record that predicts it; without one, `why_no_behaviour` says why."""

    title: str
    summary: str
    device: StatedDevice
    confidence: Confidence
    stage: Stage
    reported: str = ""
    services: tuple[str, ...] = ()
    services_stated: bool = False
    behaviour: str = ""
    why_no_behaviour: str = ""
    contradictions: tuple[Contradiction, ...] = ()


class Rejection(Record, frozen=True, kw_only=True):
    """A reported claim that this catalogue does not carry, and why."""

    claim: str
    reason: str
