"""Which other records a record names, and where in it."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from s1sr_validator.model.behaviour import Answer, Behaviour, MatrixRow
from s1sr_validator.model.dated import Figure, Milestone
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.migration import Cohort, Consultation, Exclusion, Process
from s1sr_validator.model.observation import Observation
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Clause, Document, Edition
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact


class Reference(msgspec.Struct, frozen=True):
    """A named record: its kind's folder and id, and the path at which it is named."""

    folder: str
    id: str
    path: tuple[str | int, ...]


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference that a record makes; ids that are left empty are none."""
    own = _OWN.get(type(record), _none)
    for found in (*_common(record), *own(record)):
        if found.id:
            yield found


def _common(record: Record) -> Iterator[Reference]:
    for number, citation in enumerate(record.citations):
        yield Reference("sources", citation.source, ("citations", number, "source"))
    for number, conflict in enumerate(record.conflicts):
        for side, said in enumerate(conflict.sides):
            yield Reference("sources", said.source, ("conflicts", number, "sides", side, "source"))


def _of_matrix_row(record: MatrixRow) -> Iterator[Reference]:
    yield Reference("editions", record.edition, ("edition",))
    yield from _each("behaviours", record.behaviours, "behaviours")
    yield from _events(record.lifecycle)
    for number, pattern in enumerate(record.devices):
        for place, maker in enumerate(pattern.manufacturer):
            yield Reference("manufacturers", maker, ("devices", number, "manufacturer", place))


def _of_device(record: Device) -> Iterator[Reference]:
    yield Reference("manufacturers", record.manufacturer, ("manufacturer",))


def _of_service(record: Service) -> Iterator[Reference]:
    yield from _each("use_cases", record.gbcs_use_cases, "gbcs_use_cases")
    yield Reference("payloads", record.response_payload, ("response_payload",))


def _of_edition(record: Edition) -> Iterator[Reference]:
    yield Reference("documents", record.document, ("document",))
    yield Reference("editions", record.superseded_by, ("superseded_by",))
    yield from _milestones(record.milestones)


def _of_document(record: Document) -> Iterator[Reference]:
    yield Reference("documents", record.part_of, ("part_of",))
    yield from _milestones(record.milestones)
    yield from _figures(record.figures)


def _of_cohort(record: Cohort) -> Iterator[Reference]:
    yield from _milestones(record.milestones)
    yield from _figures(record.figures)


def _of_consultation(record: Consultation) -> Iterator[Reference]:
    yield from _each("documents", record.documents, "documents")
    yield from _milestones(record.milestones)
    yield from _figures(record.figures)


def _of_process(record: Process) -> Iterator[Reference]:
    for number, step in enumerate(record.steps):
        yield Reference("sources", step.source, ("steps", number, "source"))


def _of_behaviour(record: Behaviour) -> Iterator[Reference]:
    yield Reference("clauses", record.clause, ("clause",))
    yield from _each("services", record.services, "services")
    yield from _events(record.lifecycle)
    yield from _alerts("baseline", record.baseline)
    if record.deviation is not None:
        yield from _alerts("deviation", record.deviation)
    for number, dispute in enumerate(record.disputes):
        yield Reference("sources", dispute.source, ("disputes", number, "source"))
    for number, case in enumerate(record.cases):
        yield Reference("devices", case.device, ("cases", number, "device"))
        yield Reference("services", case.service, ("cases", number, "service"))


def _each(folder: str, ids: Iterable[str], field: str) -> Iterator[Reference]:
    for number, record_id in enumerate(ids):
        yield Reference(folder, record_id, (field, number))


def _events(events: tuple[Event, ...]) -> Iterator[Reference]:
    for number, event in enumerate(events):
        yield Reference("sources", event.source, ("lifecycle", number, "source"))


def _alerts(field: str, answer: Answer) -> Iterator[Reference]:
    for number, alert in enumerate(answer.alerts):
        yield Reference("codes", alert.code, (field, "alerts", number, "code"))


def _of_clause(record: Clause) -> Iterator[Reference]:
    yield Reference("documents", record.document, ("document",))
    yield Reference("editions", record.edition, ("edition",))
    yield from _events(record.lifecycle)
    yield from _milestones(record.milestones)
    for number, step in enumerate(record.lineage):
        yield Reference("clauses", step.to, ("lineage", number, "to"))
        yield Reference("sources", step.source, ("lineage", number, "source"))


def _of_exclusion(record: Exclusion) -> Iterator[Reference]:
    yield Reference("clauses", record.clause, ("clause",))
    yield Reference("consultations", record.consultation, ("consultation",))
    yield Reference("sources", record.direction, ("direction",))
    yield from _each("cohorts", record.cohorts, "cohorts")
    yield from _milestones(record.milestones)
    yield from _figures(record.figures)


def _of_observation(record: Observation) -> Iterator[Reference]:
    yield Reference("behaviours", record.behaviour, ("behaviour",))
    yield Reference("matrix", record.device.matrix_row, ("device", "matrix_row"))
    yield from _each("services", record.services, "services")
    for number, found in enumerate(record.contradictions):
        yield Reference("observations", found.observation, ("contradictions", number, "observation"))
        yield Reference("sources", found.source, ("contradictions", number, "source"))


def _milestones(milestones: tuple[Milestone, ...]) -> Iterator[Reference]:
    for number, milestone in enumerate(milestones):
        yield Reference("sources", milestone.source, ("milestones", number, "source"))


def _figures(figures: tuple[Figure, ...]) -> Iterator[Reference]:
    for number, figure in enumerate(figures):
        yield Reference("sources", figure.source, ("figures", number, "source"))
        for place, cohort in enumerate(figure.cohorts):
            yield Reference("cohorts", cohort, ("figures", number, "cohorts", place))


def _of_state(record: StateFact) -> Iterator[Reference]:
    for number, revelation in enumerate(record.revealed_by):
        yield Reference("services", revelation.service, ("revealed_by", number, "service"))
        yield Reference("sources", revelation.source, ("revealed_by", number, "source"))


def _none(_record: Record) -> Iterator[Reference]:
    yield from ()


_OWN: dict[type[Record], Callable[..., Iterator[Reference]]] = {
    Behaviour: _of_behaviour,
    MatrixRow: _of_matrix_row,
    Clause: _of_clause,
    Device: _of_device,
    Service: _of_service,
    Edition: _of_edition,
    Document: _of_document,
    Cohort: _of_cohort,
    Exclusion: _of_exclusion,
    Consultation: _of_consultation,
    Process: _of_process,
    Observation: _of_observation,
    StateFact: _of_state,
}
"""What each type of record names beside its sources; a type that is not here names nothing else."""
