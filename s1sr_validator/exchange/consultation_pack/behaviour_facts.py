"""What a behaviour is: summary, services, condition, both answers, codes, its life."""

from s1sr_validator.exchange.consultation_pack.document import Block, PackSection, grid, paragraph
from s1sr_validator.exchange.consultation_pack.matrix_rows import standing_text
from s1sr_validator.exchange.consultation_pack.subject import Subject
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Answer, Claim
from s1sr_validator.model.condition import ALWAYS
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import in_words

_CLAIMS = {Claim.DEVIATES: "the Device differs from GBCS", Claim.CONFORMS: "the Device does what GBCS says"}


def behaviour_section(subject: Subject, lookup: Lookup) -> PackSection:
    """Return what the behaviour is, and what comes back by GBCS and from the Device."""
    behaviour = subject.behaviour
    services = [f"{srv} {_service_name(srv, lookup)}".strip() for srv in behaviour.services]
    facts = [
        ("behaviour", behaviour.id),
        ("claim", _CLAIMS[behaviour.claim]),
        ("services", "; ".join(services)),
        ("when", condition_text(subject, lookup)),
        ("standing", f"{standing_text(subject.standing)} on {subject.day}"),
    ]
    if subject.overlay:
        facts.append(("private overlay", f"{subject.overlay}: this record is not in the published catalogue"))
    blocks: tuple[Block, ...] = (
        paragraph(behaviour.summary),
        grid("The behaviour", ("what", "as the catalogue has it"), facts),
        _answers(subject),
    )
    return PackSection("Behaviour", blocks)


def condition_text(subject: Subject, lookup: Lookup) -> str:
    """Return the condition in words."""
    behaviour = subject.behaviour
    if behaviour.when == ALWAYS:
        return "always"
    services = [lookup.services[srv] for srv in behaviour.services if srv in lookup.services]
    return in_words(behaviour.when, vocabulary_for(lookup, *services))


def _service_name(srv: str, lookup: Lookup) -> str:
    return lookup.services[srv].name if srv in lookup.services else ""


def _answers(subject: Subject) -> Block:
    sides = (subject.behaviour.baseline, subject.behaviour.expected)
    rows = [
        ("outcome", *(side.outcome.value for side in sides)),
        ("in words", *(side.summary for side in sides)),
        ("alerts", *(", ".join(alert.code for alert in side.alerts) or "none" for side in sides)),
        ("values that differ", *(_differences(side) for side in sides)),
    ]
    return grid("What comes back", ("answer", "GBCS", "Device"), rows)


def _differences(side: Answer) -> str:
    return "; ".join(f"{found.about}: {found.says}" for found in side.differences) or "none"


def codes_section(subject: Subject, lookup: Lookup) -> PackSection:
    """Return the alerts of both answers with their references."""
    rows = []
    for name, side in (("GBCS", subject.behaviour.baseline), ("Device", subject.behaviour.expected)):
        for alert in side.alerts:
            code = lookup.codes.get(alert.code)
            references = "; ".join(f"{found.name} {found.value}" for found in alert.external_references)
            kind, title = (code.list.value.replace("_", " "), code.name) if code else ("", "")
            rows.append((alert.code, kind, title or "no source gives a name", references or "none", name))
    if not rows:
        return PackSection("Alerts and codes", (paragraph("Neither answer comes with an alert."),))
    columns = ("Code", "List", "Name", "References", "In the answer of")
    return PackSection("Alerts and codes", (grid("Codes of both answers", columns, rows),))


def life_section(subject: Subject) -> PackSection:
    """Return what has happened up to the day, and what was announced."""
    shown = [event for event in subject.behaviour.lifecycle if event.planned or event.date <= subject.day]
    rows = [
        (event_days(event), event.event.value.replace("_", " "), "planned" if event.planned else "", event.note)
        for event in shown
    ]
    if not rows:
        return PackSection("Dates", (paragraph(f"Nothing is recorded up to {subject.day}."),))
    return PackSection("Dates", (grid("Dates of the behaviour", ("Date", "Event", "Planned", "Note"), rows),))


def event_days(event: Event) -> str:
    """Return the day of an event, and the latest where there is one."""
    return f"{event.date} to {event.latest}" if event.latest else f"{event.date}"
