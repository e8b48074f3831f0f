"""What an import of a regulatory document found and made, as published JSON shapes."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.regulation import ClauseKind

REPORT_VERSION = "1"


class NamedAlert(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """An alert code that a text names, and the name beside it; whether the catalogue knows the code."""

    code: str
    name: str = ""
    is_known: bool = True


class NamedReference(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A reference that a text gives word for word, such as an ALM Ref ID."""

    name: str
    value: str


class FoundTerms(msgspec.Struct, frozen=True, kw_only=True):
    """What was recognised in a text: nothing that it does not say.

    `manufacturers` are identifiers, `outcome` is `failure` where the text says that the request fails, and
    `has_condition` says that it holds words such as `where` or `if`, which are left to a person.
    """

    services: tuple[str, ...] = ()
    unknown_services: tuple[str, ...] = ()
    device_types: tuple[str, ...] = ()
    manufacturers: tuple[str, ...] = ()
    alerts: tuple[NamedAlert, ...] = ()
    references: tuple[NamedReference, ...] = ()
    outcome: str = ""
    has_condition: bool = False


class ClauseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A clause in the register: its number, heading and digest, where it stands, and what was recognised in it.

    `digest` is the SHA-256 of the clause's own heading and text in normal form; the text itself is not here.
    `registered` is the id of the catalogue's own record of the clause, empty where it has none.
    """

    number: str
    heading: str
    kind: ClauseKind
    digest: str
    place: str
    registered: str = ""
    terms: FoundTerms = FoundTerms()


class ClauseRegister(msgspec.Struct, frozen=True, kw_only=True):
    """The clauses of one edition, without their texts: what a later edition is compared with."""

    schema_version: str = REPORT_VERSION
    document: str
    edition: str
    file: str
    sha256: str
    clauses: tuple[ClauseLine, ...]


class ClauseFate(StrEnum):
    """What became of a clause from one edition to the next."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"


class ClauseChange(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that differs between two editions.

    `similarity` is how much of the text is the same, in percent; 0 where one side's text is not at hand.
    """

    fate: ClauseFate
    number: str
    before: str = ""
    heading: str = ""
    similarity: int = 0


class EditionDiff(msgspec.Struct, frozen=True, kw_only=True):
    """The clauses that differ between two editions; `before` names the other one and is empty where there is none."""

    before: str = ""
    changes: tuple[ClauseChange, ...] = ()
    unchanged_count: int = 0


class DraftStatus(StrEnum):
    """How far a person has come with a draft."""

    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that is to become a behaviour: what was recognised, what was answered, and what is still open.

    `text` is there only where the import was told to keep it. `answers` holds what a person said, by field.
    """

    behaviour: str
    clause: str
    number: str
    heading: str
    place: str
    terms: FoundTerms
    open: tuple[str, ...]
    status: DraftStatus = DraftStatus.WAITING
    text: str = ""
    answers: dict[str, str] = {}


class ReviewQueue(msgspec.Struct, frozen=True, kw_only=True):
    """The drafts of one import, and the source, edition and day that their records are written with."""

    schema_version: str = REPORT_VERSION
    edition: str
    source: str
    day: str
    drafts: tuple[Draft, ...]


class RegulationReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an import of a regulatory document found, and the files that it wrote or would write."""

    schema_version: str = REPORT_VERSION
    document: str
    edition: str
    file: str
    sha256: str
    format: str
    dry_run: bool
    folder: str
    clauses: tuple[ClauseLine, ...]
    compared: EditionDiff
    drafts: tuple[Draft, ...]
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
