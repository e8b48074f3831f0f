"""Which other records a record names, and where in it."""

from collections.abc import Iterable, Iterator

import msgspec

from s1sr_validator.model.behaviour import Answer, Behaviour, MatrixRow
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Clause, Document, Edition
from s1sr_validator.model.service import Service


class Reference(msgspec.Struct, frozen=True):
    """A named record: its kind's folder and id, and the path at which it is named."""

    folder: str
    id: str
    path: tuple[str | int, ...]


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference that a record makes; ids that are left empty are none."""
    for found in (*_common(record), *_own(record)):
        if found.id:
            yield found


def _common(record: Record) -> Iterator[Reference]:
    for number, citation in enumerate(record.citations):
        yield Reference("sources", citation.source, ("citations", number, "source"))
    for number, conflict in enumerate(record.conflicts):
        for side, said in enumerate(conflict.sides):
            yield Reference("sources", said.source, ("conflicts", number, "sides", side, "source"))


def _own(record: Record) -> Iterator[Reference]:
    match record:
        case Behaviour():
            yield from _of_behaviour(record)
        case MatrixRow():
            yield Reference("editions", record.edition, ("edition",))
            yield from _each("behaviours", record.behaviours, "behaviours")
            yield from _events(record.lifecycle)
            for number, pattern in enumerate(record.devices):
                for place, maker in enumerate(pattern.manufacturer):
                    yield Reference("manufacturers", maker, ("devices", number, "manufacturer", place))
        case Device():
            yield Reference("manufacturers", record.manufacturer, ("manufacturer",))
        case Service():
            yield from _each("use_cases", record.gbcs_use_cases, "gbcs_use_cases")
        case Clause():
            yield Reference("documents", record.document, ("document",))
            yield Reference("editions", record.edition, ("edition",))
            yield from _events(record.lifecycle)
        case Edition():
            yield Reference("documents", record.document, ("document",))
            yield Reference("editions", record.superseded_by, ("superseded_by",))
        case Document():
            yield Reference("documents", record.part_of, ("part_of",))


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
