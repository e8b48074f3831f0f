"""The migration record: cohorts, exclusion categories, consultations, and the processes that regulation runs by."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.condition import Condition
from s1sr_validator.model.dated import Figure, Milestone
from s1sr_validator.model.record import Record


class Cohort(Record, frozen=True, kw_only=True):
    """A cohort of SMETS1 installations: its GroupID, its SMETS1 SMSO, counts with their date, and its milestones."""

    name: str
    capacity: str
    group_id: str = ""
    smso: str = ""
    summary: str = ""
    milestones: tuple[Milestone, ...] = ()
    figures: tuple[Figure, ...] = ()


class ExclusionEffect(StrEnum):
    """What an exclusion category does: TMAD clause 18.2 (a), (b), (c); or it leaves only the gas meter behind."""

    SYSTEM_NOT_ENROLLED = "system_not_enrolled"
    INSTALLATION_NOT_MIGRATED = "installation_not_migrated"
    NO_EPCL_ENTRY_SOUGHT = "no_epcl_entry_sought"
    GSME_NOT_MIGRATED = "gsme_not_migrated"
    UNKNOWN = "unknown"


class Dormancy(StrEnum):
    """Which meters of an installation a category is about."""

    DORMANT_ONLY = "dormant_only"
    DORMANT_OR_ACTIVE = "dormant_or_active"
    ACTIVE_TO_DORMANT = "active_to_dormant"
    UNKNOWN = "unknown"


class Exclusion(Record, frozen=True, kw_only=True):
    """A category of installations that were not migrated; `when` is its evidence rule over `state.installation.*`."""

    name: str
    summary: str
    clause: str
    dormancy: Dormancy
    effect: ExclusionEffect
    cohorts: tuple[str, ...] = ()
    consultation: str = ""
    direction: str = ""
    when: Condition | None = None
    error_codes: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    figures: tuple[Figure, ...] = ()


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question that a consultation asks, in our words; `order` is its place in the paper."""

    order: int
    number: str
    summary: str
    place: str


class Consultation(Record, frozen=True, kw_only=True):
    """A consultation: when, what was asked, who answered, what followed, and which documents it was about."""

    title: str
    publisher: str
    summary: str
    opened: str = ""
    closes: str = ""
    closes_at: str = ""
    questions: tuple[Question, ...] = ()
    respondents: int | None = None
    outcome: str = ""
    documents: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    figures: tuple[Figure, ...] = ()
    url: str = ""


class ProcessStep(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A step of a process: who acts, what it needs, what it leads to, and where that is stated."""

    order: int
    name: str
    actor: str
    needs: str
    leads_to: str
    source: str
    place: str


class Process(Record, frozen=True, kw_only=True):
    """A process of the regulatory framework, step by step."""

    title: str
    summary: str
    steps: tuple[ProcessStep, ...]
