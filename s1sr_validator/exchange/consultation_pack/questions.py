"""Questions to consultees: one for each thing that the catalogue itself has as open, and no other."""

from collections.abc import Iterator

from s1sr_validator.exchange.consultation_pack.behaviour_facts import event_days
from s1sr_validator.exchange.consultation_pack.document import Block, Bullets, PackSection, kept, paragraph
from s1sr_validator.exchange.consultation_pack.subject import Subject
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Claim
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.record import Basis, Record
from s1sr_validator.model.regulation import ClauseExtent, LineageKind
from s1sr_validator.model.service import Eligibility

_CONSIDERED = {
    LineageKind.REMOVAL_CONSIDERED: "its removal",
    LineageKind.AMENDMENT_CONSIDERED: "an amendment of it",
}


def questions_section(subject: Subject, lookup: Lookup) -> PackSection:
    """Return the questions, numbered."""
    asked = tuple(dict.fromkeys(_questions(subject, lookup)))
    block: Block = Bullets(tuple(map(kept, asked)), is_numbered=True)
    return PackSection("Questions to consultees", (block if asked else paragraph("The catalogue has nothing open."),))


def _questions(subject: Subject, lookup: Lookup) -> Iterator[str]:
    yield from _of_disputes(subject, lookup)
    yield from _of_contradictions(subject, lookup)
    for record in _records(subject):
        yield from _of_record(record)
    yield from _of_events(subject)
    yield from _of_regulation(subject)
    yield from _of_codes(subject, lookup)
    yield from _of_services(subject, lookup)


def _records(subject: Subject) -> tuple[Record, ...]:
    clause = () if subject.clause is None else (subject.clause,)
    return (subject.behaviour, *clause, *(applied.row for applied in subject.rows))


def _of_disputes(subject: Subject, lookup: Lookup) -> Iterator[str]:
    titles = {source.id: source.title for source in lookup.records.sources}
    for dispute in subject.behaviour.disputes:
        source = titles.get(dispute.source, dispute.source)
        yield f"{source} ({dispute.place}) objects: {_quoted(dispute.says)} What do you see?"


def _of_contradictions(subject: Subject, lookup: Lookup) -> Iterator[str]:
    for observation in lookup.records.observations:
        if observation.behaviour == subject.behaviour.id:
            for found in observation.contradictions:
                against = found.observation or f"{found.source} ({found.place})"
                yield f"Observation {observation.id} is contradicted by {against}: {_quoted(found.says)} Which holds?"


def _of_record(record: Record) -> Iterator[str]:
    for conflict in record.conflicts:
        sides = " ".join(f"{side.source} ({side.place}): {_quoted(side.says)}" for side in conflict.sides)
        yield f"{record.id}: sources disagree about {conflict.about}. {sides} Which holds?"
    for citation in record.citations:
        if citation.basis is Basis.INFERRED:
            fields = ", ".join(citation.covers) or "the whole record"
            yield f"{record.id}, {fields}: concluded, not stated by a source. {_quoted(citation.reason)} Is it right?"
    for note in record.notes:
        yield f"{record.id}: the catalogue notes: {_quoted(note)} What can you add?"


def _of_events(subject: Subject) -> Iterator[str]:
    happened = {event.event for event in subject.behaviour.lifecycle if not event.planned and event.date <= subject.day}
    for event in subject.behaviour.lifecycle:
        if event.planned and event.event not in happened:
            yield _of_event(event, subject)


def _of_event(event: Event, subject: Subject) -> str:
    name = event.event.value.replace("_", " ")
    if (event.latest or event.date) < subject.day:
        return f"The step {name} was planned for {event_days(event)}; no source says that it happened. Did it?"
    return f"The step {name} is planned for {event_days(event)}. Does anything stand against that date?"


def _of_regulation(subject: Subject) -> Iterator[str]:
    clause = subject.clause
    is_live = subject.standing is not None and subject.standing.is_live
    if clause is None and is_live and subject.behaviour.claim is Claim.DEVIATES:
        yield "No clause of the catalogue describes the behaviour. Is one needed, and in which document?"
    if is_live and not subject.rows:
        yield "No matrix row applies the behaviour. Which Device Models show it?"
    if clause is None:
        return
    if clause.extent is ClauseExtent.ONLY_NAMED:
        yield f"Of clause {clause.document} {clause.number} only the number is known. What does it say?"
    for step in clause.lineage:
        if step.kind in _CONSIDERED:
            considered = f"For clause {clause.document} {clause.number}, {_CONSIDERED[step.kind]} is considered"
            yield f"{considered} ({step.source}, {step.place}). {step.note} Do you agree?".replace("  ", " ")


def _of_codes(subject: Subject, lookup: Lookup) -> Iterator[str]:
    for alert in subject.behaviour.expected.alerts:
        code = lookup.codes.get(alert.code)
        if code is None or not code.name:
            yield f"No source gives a name of code {alert.code}. What is it called?"


def _of_services(subject: Subject, lookup: Lookup) -> Iterator[str]:
    for srv in subject.behaviour.services:
        service = lookup.services.get(srv)
        if service is not None and service.smets1_eligible is Eligibility.UNKNOWN:
            yield f"No source at hand says whether SRV {srv} is supported for SMETS1 Devices. Is it?"


def _quoted(text: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text.strip()}\N{RIGHT DOUBLE QUOTATION MARK}"
