"""Facts that only show when the papers are read together: agreement, disagreement, and what none of them states."""

from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.prediction import Assessment
from tests.catalogue.hand_read.asking import Fact, all_in, dated, each, held, kept_side, known, listed, sides

BRIEFING = "dcc-briefing-2021-11-03"
DIRECTION = "beis-direction-2022-06-09"
DUST = "dcc-consultation-2022-12-05"
CLOSURE = "dcc-consultation-2025-07-28"
RETENTION = "dcc-consultation-2025-10-17"

REQUEST = Path(__file__).parents[3] / "examples" / "request_4.4.2.xml"
BY_SLIDE = {f"{BRIEFING}, slide Proposal that specified DMCs are not economic to test"}
BY_QUESTION = {f"{BRIEFING}, Q7"}
BY_FOOTNOTE = {f"{CLOSURE}, footnote 3 to section 2.1", f"{RETENTION}, footnote 3 to section 2.1"}


@each(
    *(
        fact
        for record, about, kept in (
            ("uneconomic-to-test", "clause", "TMAD/18.5"),
            ("master-key-errors", "clause", "TMAD/18.4"),
            ("TMAD/18.4", "summary", "Master Key Errors in 18.4, Uneconomic to Test in 18.5"),
            ("TMAD/18.5", "summary", "Master Key Errors in 18.4, Uneconomic to Test in 18.5"),
        )
        for fact in (
            Fact(
                "slide",
                f"{record}: 18.4",
                BY_SLIDE,
                sides(record, about, "Uneconomic to Test category is in clause 18.4"),
            ),
            Fact("Q7", f"{record}: 18.5", BY_QUESTION, sides(record, about, "in clause 18.5")),
            Fact("slide and Q7", f"{record}: held", (kept,), kept_side(record, about)),
        )
    ),
    *(
        fact
        for cohort, name in (("cohort:foc-bg", "FOC (BG)"), ("cohort:foc-np", "FOC (NP)"))
        for fact in (
            Fact("footnotes 3", f"{name} is MOC", BY_FOOTNOTE, sides(cohort, "name", "MOC (NP) and MOC (BG)")),
            Fact("all other mentions", f"{name} is FOC", (name,), kept_side(cohort, "name")),
        )
    ),
    Fact(
        "paragraphs 1 and 2",
        "TMAD: Transitional",
        {f"{CLOSURE}, paragraph 2", f"{RETENTION}, paragraph 1"},
        sides("document:TMAD", "title", "SMETS1 Transitional Migration"),
    ),
    Fact(
        "Annex A",
        "TMAD: Transition Migration",
        {f"{DIRECTION}, Annex A"},
        sides("document:TMAD", "title", "Transition Mig"),
    ),
    Fact(
        "Attachment 1, draft text, paragraph 2",
        "MTAD: Migration Test Approach",
        {f"{DUST}, Attachment 1, draft text, paragraph 2"},
        sides("document:MTAD", "title", "Migration Test Approach Document"),
    ),
    Fact(
        "table in section 4.2.1, row 1",
        "Section A: Interpretations",
        {f"{RETENTION}, table in section 4.2.1, row 1"},
        sides("document:SEC-A", "title", "Definitions and Interpretations"),
    ),
    Fact(
        "paragraphs 3b and 8a",
        "one circumstance, two categories",
        {f"{DIRECTION}, paragraph 8a"},
        sides("firmware-failure-ioc", "cohorts", "Two separate categories"),
    ),
    Fact(
        "slide Summary & Next Steps",
        "another address of Various 1",
        {f"{BRIEFING}, slide Summary & Next Steps"},
        sides("various-1", "url", "customer-engagement"),
    ),
    Fact(
        "paragraph 5e and footnote 1 to section 1",
        "which consultation closed Migration DUST for IOC",
        {f"{DUST}, section 1, paragraph 3 and footnote 1 to section 1"},
        sides("initial-closure-matters", "summary", "Various 2"),
    ),
    Fact(
        "footnote 5 to section 2.1",
        "FOC (NP) may have ended with IOC",
        {f"{CLOSURE}, footnote 5 to section 2.1"},
        sides("cohort:foc-np", "milestones", "FOC (NP)"),
    ),
)
def test_disagreements(fact: Fact, catalogue: Catalogue) -> None:
    """Where papers, or two places of one, disagree, both sides are kept, and which of them is held."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact("title page of December 2022", "DA", ("moc-secure",), listed("cohort", "group_id=DA")),
    Fact("section 2, paragraph 9 of December 2022", "EA", ("foc-bg",), listed("cohort", "group_id=EA")),
    Fact("slide on SMETS1 PPMID", "EB is the other one of FOC", ("foc-np",), listed("cohort", "group_id=EB")),
    Fact("every paper", "no GroupID of IOC", "", held("cohort:ioc", "group_id")),
    Fact("every paper", "no GroupID of MOC (MDS)", "", held("cohort:moc-mds", "group_id")),
    Fact("every paper", "no SMSO of IOC", "", held("cohort:ioc", "smso")),
    Fact("briefing", "no opening day of Various 1", "", held("various-1", "opened")),
    Fact("briefing and letter", "no number of responses to Various 1", None, held("various-1", "respondents")),
    Fact("paper of December 2022", "no number of responses", None, held("mdust-moc-secure-2022", "respondents")),
    Fact("paper of October 2025", "no number of responses", None, held("clause-retention-2025", "respondents")),
    Fact("briefing and letter", "18.10 and 18.11 are not named", (), known("TMAD:18.10", "TMAD:18.11")),
    Fact(
        "briefing and letter",
        "which paragraph of 18.2 a category falls under",
        (
            "active-to-dormant",
            "duplicate-mpxns",
            "firmware-failure-ioc",
            "firmware-failure-moc-mds",
            "five-retries-attempting-migration",
            "master-key-errors",
            "no-wan-attempting-migration",
            "no-wan-before-migration-attempted",
            "unable-to-attempt-firmware-upgrade",
            "uneconomic-to-test",
            "unresolved-data-issues",
        ),
        listed("exclusion", "effect=unknown"),
    ),
    Fact(
        "briefing, Q7, and letter, paragraph 3",
        "whether the meters must be dormant",
        (
            "firmware-failure-ioc",
            "firmware-failure-moc-mds",
            "unable-to-attempt-firmware-upgrade",
            "uneconomic-to-test",
        ),
        listed("exclusion", "dormancy=unknown"),
    ),
    Fact(
        "letter, paragraph 6", "no cohort of Active to Dormant", set(), all_in("exclusion:active-to-dormant", "cohorts")
    ),
    Fact("October 2025, paragraph 28", "one S1SP alert, and no list", ("S1CE2003",), listed("code", "list=s1sp_alert")),
)
def test_group_ids_and_what_no_paper_states(fact: Fact, catalogue: Catalogue) -> None:
    """What no paper states stays unknown."""
    assert fact.expected == fact.ask(catalogue)


def test_group_id_leads_to_the_cohort(catalogue: Catalogue) -> None:
    """Paper of December 2022, title page: DA is MOC (Secure), so both ask for the same history."""
    assert catalogue.timeline("MOC (Secure)") == catalogue.timeline("DA")


def test_papers_of_2025_agree_on_when_migrations_ended(catalogue: Catalogue) -> None:
    """July, paragraph 10, and October, paragraph 15: the same months for the four cohorts that both know ended."""
    for cohort in ("cohort:moc-mds", "cohort:ioc", "cohort:foc-bg", "cohort:foc-np"):
        ask = [dated(cohort, "migration completed", paper)(catalogue) for paper in (CLOSURE, RETENTION)]
        assert ask[0] == ask[1], cohort


def test_draft_timetable_stays_a_draft(catalogue: Catalogue) -> None:
    """July 2025, table in section 3.5: no paper has the approved dates, though October, paragraph 3, tells of one."""
    stages = {"final migration authorisation", "final migration week", "rp decommissioning date"}
    assert {(stage, "draft") for stage in stages} == {
        (moment.what, moment.status) for moment in catalogue.timeline("DA") if moment.what in stages
    }


def test_expiry_of_the_tmad_moved(catalogue: Catalogue) -> None:
    """Briefing, slide TMAD Expiry Date; July 2025, paragraph 2; October 2025, paragraph 16: three dates."""
    expiries = [dated("document:TMAD", "expires", paper)(catalogue) for paper in (BRIEFING, CLOSURE, RETENTION)]
    assert [("2021-12-31 final", "2022-12-31 draft"), ("2025 final",), ("2025-12-31 final",)] == expiries


def test_category_counts_add_up(catalogue: Catalogue) -> None:
    """Briefing, slide Summary & Next Steps: approximately 25,000 excluded, 33,000 with the gas meter left behind."""
    categories = (record for record in catalogue.list("exclusion", "consultation=various-1"))
    counts = {
        category.id: sum(figure.value for figure in category.figures if figure.unit == "installations")
        for category in categories
        if isinstance(category, Exclusion)
    }
    assert 20_000 + 13_000 == counts.pop("consistent-gt01-check-failure")
    assert (1 + 12_071) + 11_523 + 470 + 1_502 + 63 == sum(counts.values())


def test_no_paper_says_that_18_17p_was_designated(catalogue: Catalogue) -> None:
    """October 2025, paragraph 49: only a proposed day; so after it the clause is as proposed as before."""
    changes = [moment for moment in catalogue.history("S1SR:18.17p") if "designated" in moment.what]
    assert changes
    assert {"announced", "draft"} >= {moment.status for moment in changes}
    expected = {"proposed": Assessment.DEVIATES, "designated": Assessment.NOT_ASSESSED}
    assert expected == {standing: assessment_in_2026(catalogue, standing) for standing in expected}


def assessment_in_2026(catalogue: Catalogue, standing: str) -> Assessment:
    """Return what an Itron ESME with an empty log is predicted to do, long after the proposed day."""
    report = catalogue.predict(
        REQUEST.read_bytes(),
        device="ESME/1028/5678/0201/03465317",
        as_of="2026-06-30",
        state={"billing_log.entries_in_period": 0},
        standing=standing,
    )
    return report.predictions[0].assessment
