"""Every Device Model with every service on a day: what is known of the two together, and which clause says so."""

import datetime as dt
from collections.abc import Iterable, Iterator

from s1sr_validator.exchange.tables.about import about
from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import natural_order
from s1sr_validator.model.device import Device
from s1sr_validator.model.export import ColumnType, TableColumn
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import AppliedClaim, Assessment, Outlook
from s1sr_validator.model.service import Service
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.facts import facts_about
from s1sr_validator.prediction.predict import answer

_COLUMNS = (
    TableColumn(name="device_model", heading="Device Model", is_key=True),
    TableColumn(name="srv", heading="SRV", is_key=True, is_searched=True),
    TableColumn(name="service", heading="Service"),
    TableColumn(name="assessment", heading="Assessment", is_searched=True),
    TableColumn(name="predicts", heading="Predicts"),
    TableColumn(name="behaviours", heading="Behaviours"),
    TableColumn(name="clauses", heading="Clauses"),
    TableColumn(name="matrix_rows", heading="Matrix rows"),
    TableColumn(name="standings", heading="Standings"),
    TableColumn(name="conditions", heading="Conditions that stay open"),
    TableColumn(name="claims", heading="Claims", type=ColumnType.WHOLE_NUMBER),
)


def decisions(lookup: Lookup, as_of: dt.date, lowest: Standing) -> Table:
    """Return the assessment of every Device Model and service, as a prediction with nothing known would give it."""
    services = sorted(lookup.services.values(), key=lambda service: natural_order(service.id))
    rows = tuple(
        _row(device, service, lookup, as_of, lowest) for device in lookup.devices.values() for service in services
    )
    facts = about(lookup, as_of)
    title = f"Decisions on {as_of}, claims from {lowest} up"
    return Table(name="decisions", title=title, columns=_COLUMNS, rows=rows, about=facts)


def _row(device: Device, service: Service, lookup: Lookup, as_of: dt.date, lowest: Standing) -> tuple[str, ...]:
    head = (device.id, service.id, service.name)
    # A claim on another service or other Devices never applies: most pairs have none, and need no prediction.
    if not any(_concerned(device, service, lookup)):
        return (*head, Assessment.NOT_ASSESSED.value, Outlook.UNKNOWN.value, "", "", "", "", "", "0")
    question = Question(
        device=device, service=service, as_of=as_of, lowest_standing=lowest, facts=facts_about(device, {}, None)
    )
    found = answer(question, lookup)
    claims = (*found.deviations, *found.conformance)
    return (*head, found.assessment.value, found.predicts.value, *_claimed(claims), str(len(claims)))


def _concerned(device: Device, service: Service, lookup: Lookup) -> Iterator[bool]:
    for application in lookup.applications:
        if service.id in application.behaviour.services:
            yield any(pattern.matches(device) for pattern in application.row.devices)


def _claimed(claims: tuple[AppliedClaim, ...]) -> tuple[str, str, str, str, str]:
    return (
        _joined(claim.behaviour for claim in claims),
        _joined(claim.clause for claim in claims),
        _joined(claim.matrix_row for claim in claims),
        _joined(claim.standing.value for claim in claims),
        _joined(claim.residual_condition for claim in claims),
    )


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(text for text in texts if text))
