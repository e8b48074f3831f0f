"""Rules with more than one way to be broken: records that break them, and records that do not."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from s1sr_validator.lint.asking import RuleModule
from s1sr_validator.lint.rules import (
    calendar_date,
    citation_names_fields,
    clause_kind,
    clause_named,
    clause_number,
    common_day,
    conflict_sides,
    cpl_dates,
    deviation_differs,
    document_parts,
    edition_dates,
    edition_id,
    lifecycle_empty_span,
    lifecycle_standing,
    reference_exists,
    service_id,
    state_range,
    supersession,
    text_length,
)
from s1sr_validator.model.behaviour import Answer, ExpectedAlert, Outcome
from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.device import CplStatus, Listing
from s1sr_validator.model.record import Citation, Conflict, ConflictSide, Record
from s1sr_validator.model.regulation import Clause, ClauseKind, Document, Edition, EditionStatus, Publication, Source
from s1sr_validator.model.state import StateFact
from tests.invented import FAILURE, MAKER_ONE, SUCCESS, behaviour, event, row
from tests.lint.asked import context_with, places


def changed(folder: str, record_id: str, **fields: Any) -> Record:  # noqa: ANN401 - fields of the record
    """Return a record of the invented catalogue with other fields."""
    (record,) = (found for found in context_with().records.of_kind(folder) if found.id == record_id)
    return msgspec.structs.replace(record, **fields)


def device(status: CplStatus, since: str = "", first: str = "") -> Record:
    """Return a Device Model with dates of the Central Products List."""
    absent, listed = (
        Listing(version="0.1", date=dt.date.fromisoformat(day)) if day else None for day in (since, first)
    )
    (found,) = (found for found in context_with().records.devices if found.id == MAKER_ONE)
    cpl = msgspec.structs.replace(found.cpl, status=status, absent_since=absent, first_listed=listed)
    return msgspec.structs.replace(found, cpl=cpl)


def edition(record_id: str, **fields: Any) -> Edition:  # noqa: ANN401 - fields of the record
    """Return an invented edition; document and version are read from its id."""
    document, _, version = record_id.partition("/")
    usual = {"document": document, "version": version, "status": EditionStatus.PUBLISHED, "status_as_of": "2001"}
    return Edition(id=record_id, **(usual | fields))


def clause(record_id: str, **fields: Any) -> Clause:  # noqa: ANN401 - fields of the record
    """Return an invented clause; document and number are read from its id."""
    document, _, number = record_id.partition("/")
    usual = {"document": document, "number": number, "edition": "INVENTED/1.0", "kind": ClauseKind.BEHAVIOUR}
    return Clause(id=record_id, summary="An invented clause.", **(usual | fields))


def conflict(about: str, *says: str) -> Record:
    """Return a service with a conflict about a field."""
    sides = tuple(ConflictSide(source="invented-source", place="p", says=text) for text in says)
    return changed("services", "9.7.1", conflicts=(Conflict(about=about, sides=sides, held="unknown"),))


def covering(*covers: str) -> Record:
    """Return a Device Model with a citation that covers these fields."""
    citation = Citation(source="invented-source", place="p", covers=covers)
    return changed("devices", MAKER_ONE, citations=(citation,))


def state(kind: ValueType, **fields: Any) -> StateFact:  # noqa: ANN401 - fields of the record
    """Return an invented state fact."""
    return StateFact(id="invented.fact", title="t", description="d", type=kind, **fields)


def source(title: str = "t", date: str = "") -> Source:
    """Return an invented source."""
    return Source(id="invented-other", title=title, publisher="p", obtained=Publication.PUBLISHED, date=date)


def answer(*alerts: str) -> Answer:
    """Return a failure with alerts."""
    return Answer(outcome=Outcome.FAILURE, summary="s", alerts=tuple(ExpectedAlert(code=code) for code in alerts))


CONSULTED, DESIGNATED = event("consulted", "2010-01-01"), event("designated", "2011-01-01")
OBSERVED, CONSIDERED = event("observed", "2010-01-01"), event("considered", "2010-01-01")
WITHDRAWN, PLANNED = event("withdrawn", "2011-01-01"), event("designated", "2010-01-01", planned=True)


@pytest.mark.parametrize(
    ("module", "path", "record"),
    [
        (reference_exists, "clause", behaviour("S1B-9101", clause="INVENTED/9.9")),
        (reference_exists, "services.1", behaviour("S1B-9101", services=("9.9.1", "9.9.9"))),
        (reference_exists, "deviation.alerts.0.code", behaviour("S1B-9101", deviation=answer("S1X9009"))),
        (reference_exists, "behaviours.0", row("invented/row", "S1B-9999")),
        (reference_exists, "manufacturer", changed("devices", MAKER_ONE, manufacturer="FFF9")),
        (reference_exists, "gbcs_use_cases.0", changed("services", "9.7.1", gbcs_use_cases=("IXS99",))),
        (citation_names_fields, "citations.0.covers.1", covering("model", "models")),
        (citation_names_fields, "citations.0.covers.0", covering("cpl.absent_since")),
        (citation_names_fields, "citations.0.covers.0", covering("model.more")),
        (citation_names_fields, "citations.0.covers.0", covering("citations")),
        (conflict_sides, "conflicts.0.about", conflict("colour", "a", "b")),
        (conflict_sides, "conflicts.0.sides", conflict("critical", "a", "a")),
        (text_length, "title", source("word " * 201)),
        (text_length, "title", source("w" * 301)),
        (calendar_date, "date", source(date="2015-02-30")),
        (calendar_date, "date", source(date="2015-00")),
        (calendar_date, "date", source(date="0000")),
        (service_id, "service_reference", changed("services", "9.7.1", service_reference="9.71")),
        (service_id, "service_reference", changed("services", "9.7.1", service_reference="9.8")),
        (clause_number, "number", clause("INVENTED/9.9", number="9.90")),
        (clause_number, "edition", clause("INVENTED/9.9", edition="INVENTED-ANNEX/1.1")),
        (edition_id, "id", edition("INVENTED/3.0", version="3.00")),
        (edition_id, "id", edition("INVENTED/3.0", document="INVENTED-ANNEX")),
        (edition_dates, "published", edition("INVENTED/3.0", published="2001-07", status_as_of="2001-06-30")),
        (edition_dates, "published", edition("INVENTED/3.0", published="2002", status_as_of="2001")),
        (supersession, "superseded_by", edition("INVENTED/1.0", superseded_by="INVENTED/1.0")),
        (supersession, "superseded_by", edition("INVENTED-ANNEX/1.1", superseded_by="INVENTED-ANNEX/1.0")),
        (supersession, "superseded_by", edition("INVENTED/1.0", superseded_by="INVENTED-ANNEX/1.1")),
        (document_parts, "part_of", Document(id="INVENTED", title="t", abbreviation="a", part_of="INVENTED-ANNEX")),
        (cpl_dates, "cpl.status", device(CplStatus.ABSENT)),
        (cpl_dates, "cpl.absent_since", device(CplStatus.CURRENT, "2010-01-01")),
        (cpl_dates, "cpl.absent_since", device(CplStatus.ABSENT, "2010-01-01", "2010-01-01")),
        (lifecycle_standing, "lifecycle", behaviour("S1B-9101", lifecycle=(CONSIDERED,))),
        (lifecycle_standing, "lifecycle", behaviour("S1B-9101", lifecycle=(PLANNED,))),
        (lifecycle_standing, "lifecycle", row("invented/row", lifecycle=(WITHDRAWN,))),
        (lifecycle_empty_span, "lifecycle.1.date", behaviour("S1B-9101", lifecycle=(OBSERVED, CONSULTED))),
        (common_day, "behaviours.0", row("invented/later", "S1B-9001", lifecycle=(event("observed", "2020-01-01"),))),
        (clause_kind, "clause", behaviour("S1B-9101", clause="INVENTED/9.2")),
        (clause_named, "lifecycle", behaviour("S1B-9101", lifecycle=(CONSULTED,))),
        (clause_named, "lifecycle", behaviour("S1B-9101", lifecycle=(DESIGNATED,))),
        (deviation_differs, "deviation", behaviour("S1B-9101", deviation=SUCCESS)),
        (deviation_differs, "deviation", behaviour("S1B-9101", baseline=answer("a", "b"), deviation=answer("b", "a"))),
        (state_range, "maximum", state(ValueType.INTEGER, minimum=2, maximum=1)),
        (state_range, "minimum", state(ValueType.TEXT, minimum=0)),
        (state_range, "values", state(ValueType.BOOLEAN, values=("yes", "no"))),
    ],
)
def test_reported(module: RuleModule, path: str, record: Record) -> None:
    """The record breaks the rule at this path."""
    assert path in {place.partition(":")[2] for place in places(module, context_with(record)) if record.id in place}


@pytest.mark.parametrize(
    ("module", "record"),
    [
        (reference_exists, behaviour("S1B-9101", clause="INVENTED/9.1", deviation=answer("S1X9001"))),
        (reference_exists, behaviour("S1B-9101", clause="")),
        (reference_exists, row("invented/row", "S1B-9001", "S1B-9002")),
        (citation_names_fields, covering()),
        (citation_names_fields, covering("id", "model", "cpl", "cpl.entry", "cpl.first_listed.date")),
        (conflict_sides, conflict("critical", "a", "b", "a")),
        (conflict_sides, conflict("dcc_response_element", "a", "b")),
        (conflict_sides, conflict("request_body.element", "a", "b")),
        (text_length, source("word " * 200)),
        (text_length, source("w" * 300)),
        (calendar_date, source(date="2016-02-29")),
        (calendar_date, source(date="2016-12")),
        (calendar_date, source(date="9998")),
        (calendar_date, source()),
        (service_id, changed("services", "9.7.1", id="9.7", service_reference="9.7")),
        (clause_number, clause("INVENTED/9.9p")),
        (edition_id, edition("INVENTED/3.0")),
        (edition_id, edition("INVENTED/3.0-redline", version="3.0")),
        (edition_dates, edition("INVENTED/3.0", published="2001-06-30", status_as_of="2001-06-30")),
        (edition_dates, edition("INVENTED/3.0", published="2001-06-30", status_as_of="2001-06")),
        (edition_dates, edition("INVENTED/3.0", published="2001", status_as_of="2001-06")),
        (edition_dates, edition("INVENTED/3.0")),
        (supersession, edition("INVENTED/1.0", superseded_by="INVENTED/2.0")),
        (supersession, edition("INVENTED/1.0")),
        (document_parts, Document(id="INVENTED", title="t", abbreviation="a", part_of="ELSEWHERE")),
        (cpl_dates, device(CplStatus.ABSENT, "2010-01-01", "2009-12-31")),
        (cpl_dates, device(CplStatus.ABSENT, "2010-01-01")),
        (cpl_dates, device(CplStatus.REMOVED)),
        (lifecycle_standing, behaviour("S1B-9101", lifecycle=(CONSIDERED, OBSERVED))),
        (lifecycle_standing, row("invented/row", lifecycle=(OBSERVED, WITHDRAWN))),
        (lifecycle_standing, clause("INVENTED/9.9", lifecycle=(CONSIDERED,))),
        (lifecycle_empty_span, behaviour("S1B-9101", lifecycle=(OBSERVED, DESIGNATED))),
        (lifecycle_empty_span, behaviour("S1B-9101", lifecycle=(OBSERVED, PLANNED, CONSIDERED))),
        (common_day, row("invented/later", "S1B-9001", lifecycle=(event("observed", "2019-12-31"),))),
        (clause_kind, behaviour("S1B-9101", clause="INVENTED/9.1")),
        (clause_kind, behaviour("S1B-9101")),
        (clause_named, behaviour("S1B-9101", lifecycle=(OBSERVED, PLANNED))),
        (clause_named, behaviour("S1B-9101", clause="INVENTED/9.1", lifecycle=(CONSULTED, DESIGNATED))),
        (deviation_differs, behaviour("S1B-9101", baseline=SUCCESS, deviation=FAILURE)),
        (deviation_differs, behaviour("S1B-9101", baseline=answer("a"), deviation=answer("a", "b"))),
        (deviation_differs, behaviour("S1B-9101", deviation=None)),
        (state_range, state(ValueType.INTEGER, minimum=1, maximum=1)),
        (state_range, state(ValueType.INTEGER, maximum=-1)),
        (state_range, state(ValueType.BOOLEAN)),
        (state_range, state(ValueType.TEXT, values=("yes", "no"))),
    ],
)
def test_silent(module: RuleModule, record: Record) -> None:
    """The record keeps the rule."""
    assert [] == [place for place in places(module, context_with(record)) if record.id in place]
