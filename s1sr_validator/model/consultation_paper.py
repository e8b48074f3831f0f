"""What an import of a consultation paper found, as published JSON shapes: each thing with its place in the paper."""

import msgspec

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.regulation_import import NamedAlert, NamedReference

REPORT_VERSION = "1"


class PaperDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date that the paper gives.

    `event` is a milestone's kind; it is empty where no known wording says what the date is of. `latest` is there where
    the paper allows a month more, `time` where it gives one. `words` is what the date was classified by.
    """

    date: str
    event: str
    place: str
    latest: str = ""
    time: str = ""
    words: str = ""


class PaperQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the paper: its order, what it is called, its number alone, and its text."""

    order: int
    label: str
    number: str
    text: str
    place: str


class PaperProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that the paper proposes to add, amend, keep or remove, with what is named beside the proposal.

    `places` are those of the proposal first, then those of its section that name the Devices and alerts.
    """

    clause: str
    document: str
    action: str
    section: str
    services: tuple[str, ...] = ()
    device_types: tuple[str, ...] = ()
    manufacturers: tuple[str, ...] = ()
    alerts: tuple[NamedAlert, ...] = ()
    references: tuple[NamedReference, ...] = ()
    places: tuple[str, ...] = ()


class PaperRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table below its heading, with as many cells as the heading has."""

    cells: tuple[str, ...]


class PaperTable(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the paper: the section it stands in, its caption, its columns, and its rows."""

    section: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[PaperRow, ...]
    place: str


class PaperSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the paper: its number, empty where it has none, its title and its place."""

    number: str
    title: str
    place: str


class ConsultationReport(msgspec.Struct, frozen=True, kw_only=True):
    """A consultation paper as it was read; what was not recognised is among the findings.

    `opened`, `closes` and `closes_at` are drawn from the dates; they are empty where the paper does not state them.
    """

    schema_version: str = REPORT_VERSION
    file: str
    sha256: str
    format: str
    title: str
    version: str
    author: str
    opened: str
    closes: str
    closes_at: str
    documents: tuple[str, ...]
    paragraphs: int
    sections: tuple[PaperSection, ...]
    dates: tuple[PaperDate, ...]
    questions: tuple[PaperQuestion, ...]
    proposals: tuple[PaperProposal, ...]
    tables: tuple[PaperTable, ...]
    findings: tuple[Finding, ...]
