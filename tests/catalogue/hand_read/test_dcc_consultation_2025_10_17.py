"""The paper of 17 October 2025 (dcc-consultation-2025-10-17), read by hand: its dates, and clause 18.17p."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import ExternalReference, Outcome
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment, DevicePrediction
from tests.catalogue.hand_read.asking import Fact, all_in, counted, dated, each, held, listed, questions, told

PAPER = "dcc-consultation-2025-10-17"
RETENTION = "clause-retention-2025"
SECURE = "cohort:moc-secure"
RE_DESIGNATED = ("2025-12-12..2026-01-12 draft",)

REQUEST = Path(__file__).parents[3] / "examples" / "request_4.4.2.xml"
ITRON_ESME = "ESME/1028/5678/0201/03465317"
ENTRIES = "billing_log.entries_in_period"


@each(
    Fact("title page", "published 17 October 2025", "2025-10-17", held(PAPER, "date")),
    Fact("title page", "opened", "2025-10-17", held(RETENTION, "opened")),
    Fact("paragraph 6", "closes on 14 November 2025", "2025-11-14", held(RETENTION, "closes")),
    Fact("paragraph 50", "closes at 17:00", "17:00", held(RETENTION, "closes_at")),
    Fact("all questions", "four of them", ("One", "Two", "Three", "Four"), questions(RETENTION)),
    told("Question Three", "asks about what to keep beyond 2025", RETENTION, "31 December 2025"),
    told("paragraph 17", "the behaviour stays, its description is added", "S1SR/18.17p", "is not to change"),
    Fact("paragraph 48", "report by 21 November", ("2025-11-21 announced",), dated(RETENTION, "submitted", PAPER)),
    Fact("paragraph 49", "proposed day", RE_DESIGNATED, dated(RETENTION, "re designated", PAPER)),
    Fact("Question Four", "Appendix AM", RE_DESIGNATED, dated("document:S1SR", "re designated", PAPER)),
    Fact("Question Four", "Appendix AC", RE_DESIGNATED, dated("document:IEWP", "re designated", PAPER)),
    Fact("paragraph 4", "TMAD expires", ("2025-12-31 final",), dated("document:TMAD", "expires", PAPER)),
    Fact("paragraphs 1 and 20", "what is amended", {"S1SR", "DMVESM", "IEWP", "TMAD"}, all_in(RETENTION, "documents")),
    Fact("paragraph 2", "the DMVESM is part of the S1SR", "S1SR", held("document:DMVESM", "part_of")),
    Fact("footnote 1 to section 1", "DMVESM is version 12.2", "12.2", held("edition:DMVESM/12.2", "version")),
    told("paragraph 12", "the S1SR is Appendix AM", "document:S1SR", "SEC Appendix AM"),
    told("footnote 5 to section 2.1", "GBCS is Schedule 8", "document:GBCS", "SEC Schedule 8"),
    Fact("paragraph 9", "directed", ("2018 happened", "2019 happened"), dated("document:SEC", "directed", PAPER)),
    told("paragraph 22", "DIRF is a technical group of DCC and SEC Parties", "dirf", "technical group", "SEC Parties"),
    told("paragraph 30", "rights up to the expiry stay", "SEC-N/N6.8", "ceases to apply", "stay applicable"),
)
def test_consultation(fact: Fact, catalogue: Catalogue) -> None:
    """When DCC consulted, on which documents, and when it means what to come into force."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact(
        "paragraph 9", "all SMETS1 meters", ("more than 12,000,000 meters",), counted(PAPER, "operating", "all cohorts")
    ),
    *(
        Fact("paragraph 15", cohort, (f"{month} happened",), dated(f"cohort:{cohort}", "migration completed", PAPER))
        for cohort, month in {
            "moc-mds": "2022-10",
            "ioc": "2023-05",
            "foc-bg": "2024-11",
            "foc-np": "2024-11",
            "moc-secure": "2025-09",
        }.items()
    ),
    Fact("paragraph 3", "timetable", ("2025 happened",), dated(SECURE, "rp decommissioning confirmed", PAPER)),
    told("paragraph 11", "each cohort has its own, and the S1SR uses them", "TMAD/GroupID", "each cohort", "S1SR"),
)
def test_migration(fact: Fact, catalogue: Catalogue) -> None:
    """How far migration had come; months are what the paper gives."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact("paragraph 29", "a behaviour is described", "behaviour", held("S1SR:18.17p", "kind")),
    Fact("paragraph 29", "18.17p: consulted on", ("2025-10-17 happened",), dated("S1SR/18.17p", "consulted", PAPER)),
    Fact("paragraph 25", "one behaviour", ("S1B-0001",), listed("behaviour", "clause=S1SR/18.17p")),
    Fact("section 3.1.1 heading", "on SRV 4.4.2", ("4.4.2",), held("S1B-0001", "services")),
    Fact(
        "section 3.1.1 heading",
        "the name of SRV 4.4.2",
        "Retrieve Change Of Mode / Tariff Triggered Billing Data Log",
        held("service:4.4.2", "name"),
    ),
    Fact("paragraph 28", "the name of S1CE2003", "Security Warning", held("code:S1CE2003", "name")),
    Fact("paragraph 29", "in the matrix", ("dmvesm/itron-esme",), listed("matrix", "behaviours=S1B-0001")),
    Fact("paragraph 29", "for Itron ESME", "Itron ESME", held("dmvesm/itron-esme", "label")),
)
def test_clause_18_17p(fact: Fact, catalogue: Catalogue) -> None:
    """The one behaviour that the paper describes: its clause, its service, its Devices."""
    assert fact.expected == fact.ask(catalogue)


def predicted(
    catalogue: Catalogue, as_of: str, state: dict[str, object], standing: Standing = Standing.PROPOSED
) -> DevicePrediction:
    """Return what an Itron ESME is predicted to answer on SRV 4.4.2."""
    report = catalogue.predict(REQUEST.read_bytes(), device=ITRON_ESME, as_of=as_of, state=state, standing=standing)
    (prediction,) = report.predictions
    return prediction


def test_paragraph_28_alert(catalogue: Catalogue) -> None:
    """Paragraph 28: without data for the requested times the request fails, with 200434: S1CE2003."""
    (claim,) = predicted(catalogue, "2025-10-17", {ENTRIES: 0}).deviations
    (alert,) = claim.expected.alerts
    assert ("S1SR/18.17p", Outcome.FAILURE) == (claim.clause_id, claim.expected.outcome)
    assert ("S1CE2003", "Security Warning") == (alert.code, alert.name)
    assert (ExternalReference(name="ALM Ref ID", value="200434"),) == alert.external_references


@pytest.mark.parametrize(
    ("expected", "as_of", "state", "standing"),
    [
        pytest.param(Assessment.DEVIATES, "2025-10-17", {ENTRIES: 0}, Standing.PROPOSED, id="paragraph 28: no data"),
        pytest.param(Assessment.NOT_ASSESSED, "2025-10-17", {ENTRIES: 1}, Standing.PROPOSED, id="paragraph 28: data"),
        pytest.param(Assessment.DEVIATES_IF, "2025-10-17", {}, Standing.PROPOSED, id="paragraph 28: data unknown"),
        pytest.param(Assessment.NOT_ASSESSED, "2025-10-16", {ENTRIES: 0}, Standing.PROPOSED, id="title page: before"),
        pytest.param(
            Assessment.NOT_ASSESSED, "2025-12-12", {ENTRIES: 0}, Standing.DESIGNATED, id="paragraph 49: only proposed"
        ),
    ],
)
def test_prediction(
    expected: Assessment, as_of: str, state: dict[str, object], standing: Standing, catalogue: Catalogue
) -> None:
    """The paper proposes a description of one condition; it says nothing of other cases, and designates nothing."""
    assert expected == predicted(catalogue, as_of, state, standing).assessment
