"""Answers as a report shows them."""

import datetime as dt

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Answer, Dispute, ExpectedAlert, ExternalReference, Outcome, ValueDifference
from s1sr_validator.model.prediction import Announcement, AppliedClaim, CitedPlace, PredictedAlert, PredictedAnswer
from s1sr_validator.model.record import Basis, Citation
from s1sr_validator.prediction.answers import predicted_answer, service_baseline
from tests.invented import LOG, MAKER_ONE, behaviour, event, request_xml, row, with_records

REFERENCE = ExternalReference(name="Invented Ref", value="0042")
DIFFERENCE = ValueDifference(about="an invented value", says="It is always zero.")


def test_alerts_have_their_names(tiny: Catalogue) -> None:
    """A known code has its list and name, an unknown one stands as it is; differences are told word for word."""
    alerts = (ExpectedAlert(code="S1X9001", external_references=(REFERENCE,)), ExpectedAlert(code="S1X9999"))
    answer = Answer(outcome=Outcome.FAILURE, summary="s", alerts=alerts, differences=(DIFFERENCE,))
    expected = PredictedAnswer(
        outcome=Outcome.FAILURE,
        summary="s",
        alerts=(
            PredictedAlert(
                code="S1X9001", list="s1sp_alert", name="Invented Warning", external_references=(REFERENCE,)
            ),
            PredictedAlert(code="S1X9999", list="", name="", external_references=()),
        ),
        differences=(DIFFERENCE,),
    )
    assert expected == predicted_answer(answer, tiny.lookup)


@pytest.mark.parametrize(
    ("expected", "payload", "non_device"),
    [
        ("A successful response with payload ReadInventedLogRsp.", "ReadInventedLogRsp", False),
        ("A successful answer from the DCC itself; no Device is asked.", "", True),
        ("A successful response without a payload of its own.", "", False),
    ],
)
def test_service_baseline(expected: str, payload: str, non_device: bool, tiny: Catalogue) -> None:
    """Where no claim says more, the baseline is a plain success."""
    service = msgspec.structs.replace(
        tiny.lookup.services[LOG], response_payload=payload, non_device_request=non_device
    )
    assert PredictedAnswer(outcome=Outcome.SUCCESS, summary=expected, alerts=(), differences=()) == service_baseline(
        service
    )


def applied(tiny: Catalogue, **fields: object) -> AppliedClaim:
    """Return the one claim that applies to a request on 2015-06-01."""
    catalogue = with_records(tiny, [behaviour("S1B-9100", **fields)], [row("invented/a", "S1B-9100")], alone=True)
    report = catalogue.predict(request_xml(LOG), device=MAKER_ONE, as_of="2015-06-01")
    (claim,) = report.predictions[0].deviations
    return claim


PLANNED = event("designated", "2016-01-01", planned=True, latest="2016-03-31")
ANNOUNCED = Announcement(
    event="designated",
    date=dt.date(2016, 1, 1),
    latest=dt.date(2016, 3, 31),
    source="invented-source",
    place="an invented paragraph",
)


@pytest.mark.parametrize(
    ("expected", "further"),
    [
        ((), ()),
        ((ANNOUNCED,), (PLANNED,)),
        ((), (PLANNED, event("designated", "2015-01-01"))),
        ((ANNOUNCED,), (PLANNED, event("designated", "2017-01-01"))),
        (
            (
                msgspec.structs.replace(
                    ANNOUNCED, event="withdrawn", date=dt.date(2015, 12, 1), latest=dt.date(2015, 12, 1)
                ),
                ANNOUNCED,
            ),
            (PLANNED, event("withdrawn", "2015-12-01", planned=True)),
        ),
    ],
    ids=["nothing planned", "planned", "planned and happened", "happens later", "two, by day"],
)
def test_announcements(expected: tuple[Announcement, ...], further: tuple[object, ...], tiny: Catalogue) -> None:
    """A planned event is announced until it has happened; a day without a range is its own latest."""
    assert expected == applied(tiny, lifecycle=(event("consulted", "2010-01-01"), *further)).announced


def test_disputes_are_said(tiny: Catalogue) -> None:
    """An objection stands with its source and place."""
    dispute = Dispute(source="invented-source", place="page 3", says="It works here.")
    assert ("It works here. (invented-source, page 3)",) == applied(tiny, disputes=(dispute,)).disputes


def test_citations_of_claim_and_row(tiny: Catalogue) -> None:
    """Both the claim and the row that applies it are cited, with basis and reason."""
    inferred = Citation(source="invented-source", place="p", basis=Basis.INFERRED, reason="it follows")
    expected = (
        CitedPlace(source="invented-source", place="p", basis=Basis.INFERRED, reason="it follows"),
        CitedPlace(source="invented-source", place="an invented place", basis=Basis.STATED, reason=""),
    )
    assert expected == applied(tiny, citations=(inferred,)).citations


@pytest.mark.parametrize(
    ("expected", "clause"),
    [(("9.1", "INVENTED/9.1", "INVENTED"), "INVENTED/9.1"), (("", "", ""), ""), (("", "X/1", ""), "X/1")],
)
def test_clause(expected: tuple[str, str, str], clause: str, tiny: Catalogue) -> None:
    """A claim shows its clause's number, id and document, as far as the catalogue has them."""
    found = applied(tiny, clause=clause)
    assert expected == (found.clause, found.clause_id, found.document)
