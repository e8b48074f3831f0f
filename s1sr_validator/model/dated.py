"""Dated facts of the regulatory record: milestones of documents and cohorts, and figures with their date."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.record import Basis


class MilestoneKind(StrEnum):
    """What happened, or was to happen, on a date."""

    PUBLISHED = "published"
    CONSULTED = "consulted"
    CONSULTATION_CLOSES = "consultation_closes"
    CONCLUDED = "concluded"
    SUBMITTED = "submitted"
    DIRECTED = "directed"
    DESIGNATED = "designated"
    RE_DESIGNATED = "re_designated"
    MODIFIED = "modified"
    EXPIRES = "expires"
    MIGRATION_COMPLETED = "migration_completed"
    LAST_EPCL_ENTRY = "last_epcl_entry"
    FINAL_MIGRATION_AUTHORISATION = "final_migration_authorisation"
    FINAL_MIGRATION_WEEK = "final_migration_week"
    RP_DECOMMISSIONING_DATE = "rp_decommissioning_date"
    RP_DECOMMISSIONING_CONFIRMED = "rp_decommissioning_confirmed"
    DECOMMISSIONED = "decommissioned"
    MIGRATION_DUST_CLOSED = "migration_dust_closed"
    MIGRATION_DUST_LAST_USED = "migration_dust_last_used"
    CHANGED = "changed"


class MilestoneStatus(StrEnum):
    """How firm a date is: it happened, it is final, it was only a draft, or it was only announced."""

    HAPPENED = "happened"
    FINAL = "final"
    DRAFT = "draft"
    ANNOUNCED = "announced"


class Milestone(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An event on a date (ISO 8601, perhaps only a month or year), how firm it is, and where that is stated."""

    date: str
    event: MilestoneKind
    status: MilestoneStatus
    source: str
    place: str
    latest: str = ""
    note: str = ""
    basis: Basis = Basis.STATED
    reason: str = ""


class Figure(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A number that a source states: what it counts, its unit, and the date that it was true on."""

    value: int
    unit: str
    what: str
    as_of: str
    source: str
    place: str
    approximate: bool = False
    lower_bound: bool = False
    cohorts: tuple[str, ...] = ()
