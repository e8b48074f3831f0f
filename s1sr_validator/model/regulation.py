"""Documents of the Smart Energy Code, their editions, their clauses, and the sources that facts are cited from."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.dated import Figure, Milestone
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.record import Basis, Record


class Publication(StrEnum):
    """How a source came to us; a private one is for overlays alone, and nobody else can look it up."""

    PUBLISHED = "published"
    THIRD_PARTY_COPY = "third_party_copy"
    SEEN_IN_PART = "seen_in_part"
    PRIVATE = "private"


class SourceFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The file that was read: its name, its SHA-256, and where in a public repository it lies (if it does)."""

    name: str
    sha256: str = ""
    repository: str = ""
    path: str = ""
    commit: str = ""


class UncitedPlaces(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Places of a source that no record needs to cite, and why: contact details, repeats, contents."""

    places: tuple[str, ...]
    reason: str


class Source(Record, frozen=True, kw_only=True):
    """A citable publication. `places` lists its numbered parts, so that it can be seen which of them nobody cites."""

    title: str
    publisher: str
    obtained: Publication
    obtained_note: str = ""
    date: str = ""
    version: str = ""
    url: str = ""
    licence: str = ""
    file: SourceFile | None = None
    places: tuple[str, ...] = ()
    uncited: tuple[UncitedPlaces, ...] = ()


class Document(Record, frozen=True, kw_only=True):
    """A document of the Smart Energy Code, or one that it rests on."""

    title: str
    abbreviation: str
    part_of: str = ""
    url: str = ""
    milestones: tuple[Milestone, ...] = ()
    figures: tuple[Figure, ...] = ()


class EditionStatus(StrEnum):
    """What an edition was, as far as the sources say."""

    IN_FORCE = "in_force"
    REDLINE = "redline"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"


class Edition(Record, frozen=True, kw_only=True):
    """An edition of a document. Dates are ISO 8601; a month without a day is written `2022-10`."""

    document: str
    version: str
    status: EditionStatus
    status_as_of: str
    published: str = ""
    url: str = ""
    superseded_by: str = ""
    milestones: tuple[Milestone, ...] = ()


class ClauseKind(StrEnum):
    """What a clause does."""

    BEHAVIOUR = "behaviour"
    DEFINITION = "definition"
    OBLIGATION = "obligation"
    PROCESS = "process"
    UNKNOWN = "unknown"


class ClauseExtent(StrEnum):
    """How much of a clause the sources at hand tell: what it says, or only that it exists."""

    DESCRIBED = "described"
    ONLY_NAMED = "only_named"


class LineageKind(StrEnum):
    """How a clause relates to the one that it leads to."""

    PROPOSED_RETENTION = "proposed_retention"
    VARIES = "varies"
    REMOVAL_CONSIDERED = "removal_considered"
    AMENDMENT_CONSIDERED = "amendment_considered"
    REPLACED_BY = "replaced_by"


class Lineage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A step from this clause to another: where its content is to go, or what it varies."""

    kind: LineageKind
    source: str
    place: str
    to: str = ""
    note: str = ""
    basis: Basis = Basis.STATED
    reason: str = ""


class Clause(Record, frozen=True, kw_only=True):
    """A numbered clause of a document, summarised in our words; its id is document and number, `S1SR/18.17p`."""

    document: str
    number: str
    kind: ClauseKind
    summary: str
    edition: str = ""
    extent: ClauseExtent = ClauseExtent.DESCRIBED
    lineage: tuple[Lineage, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    lifecycle: tuple[Event, ...] = ()


class Manufacturer(Record, frozen=True, kw_only=True):
    """A maker, by the identifier of the Central Products List; the list itself has no column for the name."""

    name: str = ""
    name_variants: tuple[str, ...] = ()
    image_creators: tuple[str, ...] = ()


class OtherModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A CPL entry that is not SMETS1: enough to recognise it and to say what it is."""

    entry: str
    key: str
    specification: str
    status: str


class OtherModels(Record, frozen=True, kw_only=True):
    """The entries of one manufacturer identifier that are not SMETS1."""

    models: tuple[OtherModel, ...]


class CatalogueHeader(Record, frozen=True, kw_only=True):
    """The catalogue's own version and licence; the schema version says which shape its records have."""

    version: str
    schema_version: str
    licence: str
