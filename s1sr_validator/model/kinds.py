"""The kinds of record: one folder under catalogue/ each, one type each, in the order in which people meet them."""

import msgspec

from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.code import Code
from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lint_exception import LintException
from s1sr_validator.model.migration import Cohort, Consultation, Exclusion, Process
from s1sr_validator.model.observation import Observation, Rejection
from s1sr_validator.model.payload import Payload
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Clause, Document, Edition, Manufacturer, OtherModels, Source
from s1sr_validator.model.service import Service, UseCase
from s1sr_validator.model.state import StateFact


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of record: its folder (also its plural name), its singular name, its type, and what it holds."""

    folder: str
    singular: str
    type: type[Record]
    title: str


KINDS = (
    Kind(folder="behaviours", singular="behaviour", type=Behaviour, title="Behaviours that differ from GBCS"),
    Kind(folder="matrix", singular="matrix_row", type=MatrixRow, title="Matrix rows: behaviours by Device Model"),
    Kind(folder="clauses", singular="clause", type=Clause, title="Clauses of regulatory documents"),
    Kind(folder="devices", singular="device", type=Device, title="SMETS1 Device Models"),
    Kind(folder="services", singular="service", type=Service, title="Service Reference Variants"),
    Kind(folder="payloads", singular="payload", type=Payload, title="Payloads of responses, element by element"),
    Kind(folder="codes", singular="code", type=Code, title="Alert and response codes"),
    Kind(folder="use_cases", singular="use_case", type=UseCase, title="GBCS use cases"),
    Kind(folder="states", singular="state", type=StateFact, title="State facts that conditions can ask for"),
    Kind(folder="observations", singular="observation", type=Observation, title="Publicly reported behaviours"),
    Kind(folder="rejections", singular="rejection", type=Rejection, title="Reported claims that are not carried"),
    Kind(folder="cohorts", singular="cohort", type=Cohort, title="Cohorts of SMETS1 installations"),
    Kind(folder="exclusions", singular="exclusion", type=Exclusion, title="Categories excluded from migration"),
    Kind(folder="consultations", singular="consultation", type=Consultation, title="Consultations"),
    Kind(folder="processes", singular="process", type=Process, title="Processes, step by step"),
    Kind(folder="manufacturers", singular="manufacturer", type=Manufacturer, title="Makers of Devices"),
    Kind(folder="documents", singular="document", type=Document, title="Documents"),
    Kind(folder="editions", singular="edition", type=Edition, title="Editions of documents"),
    Kind(folder="sources", singular="source", type=Source, title="Sources that facts are cited from"),
    Kind(folder="other_models", singular="other_models", type=OtherModels, title="CPL entries that are not SMETS1"),
    Kind(folder="exceptions", singular="exception", type=LintException, title="Exceptions to lint rules"),
)
KIND_BY_FOLDER = {kind.folder: kind for kind in KINDS}
KIND_BY_NAME = KIND_BY_FOLDER | {kind.singular: kind for kind in KINDS}


def find_kind(name: str) -> Kind:
    """Return a kind by its folder or singular name.

    Raises:
        UsageError: there is no such kind; the tip lists them.
    """
    kind = KIND_BY_NAME.get(name.casefold().replace("-", "_"))
    if kind is None:
        known = ", ".join(kind.folder for kind in KINDS)
        raise UsageError(f"no kind of record is called {name!r}", tip=f"kinds: {known}")
    return kind


class Records(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every record of a catalogue, by kind; the field names are the folders."""

    behaviours: tuple[Behaviour, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    clauses: tuple[Clause, ...] = ()
    devices: tuple[Device, ...] = ()
    services: tuple[Service, ...] = ()
    payloads: tuple[Payload, ...] = ()
    codes: tuple[Code, ...] = ()
    use_cases: tuple[UseCase, ...] = ()
    states: tuple[StateFact, ...] = ()
    observations: tuple[Observation, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    processes: tuple[Process, ...] = ()
    manufacturers: tuple[Manufacturer, ...] = ()
    documents: tuple[Document, ...] = ()
    editions: tuple[Edition, ...] = ()
    sources: tuple[Source, ...] = ()
    other_models: tuple[OtherModels, ...] = ()
    exceptions: tuple[LintException, ...] = ()

    def of_kind(self, folder: str) -> tuple[Record, ...]:
        """Return the records of one kind, by its folder."""
        found: tuple[Record, ...] = getattr(self, folder)
        return found
