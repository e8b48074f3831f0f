"""The letter of 9 June 2022 (beis-direction-2022-06-09), read by hand: three consultations and what was directed."""

from s1sr_validator import Catalogue
from tests.catalogue.hand_read.asking import Fact, all_in, dated, each, held, told

PAPER = "beis-direction-2022-06-09"
VARIOUS, DORMANT, CLOSURE = "various-2", "consultation:active-to-dormant", "initial-closure-matters"
ADDRESS = "https://www.smartdcc.co.uk/consultations/smets1-consultation"
DIRECTED = ("2022-06-09 happened",)
IN_FORCE = ("2022-06-10 final",)
EVERY_COHORT = {"ioc", "moc-mds", "moc-secure", "foc-bg", "foc-np"}


@each(
    Fact("letter heading", "9 June 2022", "2022-06-09", held(PAPER, "date")),
    Fact("paragraph 3", "Various 2 opened", "2022-03-23", held(VARIOUS, "opened")),
    Fact("paragraph 3", "Various 2 closed", "2022-04-20", held(VARIOUS, "closes")),
    Fact("paragraph 8", "Various 2: eight responses", 8, held(VARIOUS, "respondents")),
    Fact("paragraph 8", "Various 2 sent to BEIS", ("2022-05-25 happened",), dated(VARIOUS, "submitted", PAPER)),
    Fact(
        "paragraph 9",
        "Various 2: 11 May proposed",
        ("2022-05-11..2022-06-11 draft", *IN_FORCE),
        dated(VARIOUS, "re designated", PAPER),
    ),
    Fact("paragraph 10", "impact per supplier", ("2022-05-16 happened",), dated(VARIOUS, "published", PAPER)),
    Fact(
        "paragraph 10",
        "a further window",
        ("2022-04-20 happened", "2022-05-23 final"),
        dated(VARIOUS, "consultation closes", PAPER),
    ),
    Fact("paragraph 5", "Initial Closure Matters opened", "2022-04-05", held(CLOSURE, "opened")),
    Fact("paragraph 5", "Initial Closure Matters closed", "2022-05-03", held(CLOSURE, "closes")),
    Fact("paragraph 16", "Initial Closure Matters: eight responses", 8, held(CLOSURE, "respondents")),
    Fact("paragraph 16", "three documents sent", ("2022-05-25 happened",), dated("SVTAD/10.0", "submitted", PAPER)),
    Fact(
        "paragraph 17",
        "Initial Closure Matters: 20 May proposed",
        ("2022-05-20..2022-06-20 draft", *IN_FORCE),
        dated(CLOSURE, "re designated", PAPER),
    ),
    Fact("paragraph 6", "Active to Dormant opened", "2022-04-28", held(DORMANT, "opened")),
    Fact("paragraph 6", "Active to Dormant closed", "2022-05-19", held(DORMANT, "closes")),
    Fact("paragraph 12", "Active to Dormant: six responses", 6, held(DORMANT, "respondents")),
    Fact("paragraph 12", "Active to Dormant sent", ("2022-05-25 happened",), dated(DORMANT, "submitted", PAPER)),
    Fact(
        "paragraph 14",
        "Active to Dormant: 6 June proposed",
        ("2022-06-06..2022-07-06 draft", *IN_FORCE),
        dated(DORMANT, "re designated", PAPER),
    ),
    Fact("footnote 1", "Various 2", f"{ADDRESS}-various-2/", held(VARIOUS, "url")),
    Fact("footnote 2", "Initial Closure Matters", f"{ADDRESS}-initial-closure-matters/", held(CLOSURE, "url")),
    Fact("footnote 3", "Active to Dormant", f"{ADDRESS}-active-to-dormant/", held(DORMANT, "url")),
)
def test_consultations(fact: Fact, catalogue: Catalogue) -> None:
    """Three consultations with their days, their responses, and the days that were proposed."""
    assert fact.expected == fact.ask(catalogue)


@each(
    told("paragraph 4a", "partial Migration for MOC (MDS)", VARIOUS, "partial Migration for MOC (MDS)"),
    told("paragraph 4b", "data issues that unblock", VARIOUS, "ceased trading", "duplicate MPxNs"),
    told(
        "paragraph 8a",
        "attempts pressed into a few days",
        VARIOUS,
        "one respondent could not support",
        "Various 1 for the scope of attempts",
    ),
    told(
        "paragraph 8b",
        "two respondents on what communicates",
        VARIOUS,
        "two respondents wanted",
        "data protection breach",
    ),
    told("paragraph 8c", "one respondent wants SMETS2+ instead", VARIOUS, "one respondent objected", "SMETS2+"),
    told("paragraph 13", "split sites are IOC or MOC (Secure)", DORMANT, "MOC (Secure)", "different suppliers"),
    told("paragraph 5c", "DMCT Process of the MDS SMSO ends with it", CLOSURE, "DMCT Process", "MDS SMSO"),
    told("paragraph 5d", "PPCT is restricted", CLOSURE, "restricting PPCT"),
    told("paragraph 16a", "7.2 goes for MOC (MDS) alone", CLOSURE, "7.2", "limited the change to MOC (MDS)"),
    told("paragraph 16b", "time for MAPs", CLOSURE, "MAPs", "Unaccounted SMETS1 Devices"),
    told("paragraph 16c", "13.8 answers the worry about test devices", CLOSURE, "ETAD 13.8"),
    told("paragraph 16c", "13.8 is about re-use", "ETAD/13.8", "re-use", "Good Industry Practice"),
    told("paragraph 16a", "7.2: poor governance", "TMAD/7.2", "one respondent"),
    told("paragraph 18", "DCC itself changes the MTAD", CLOSURE, "MTAD", "no reason to oppose"),
)
def test_concerns(fact: Fact, catalogue: Catalogue) -> None:
    """What respondents were worried about, and what came of it."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact("paragraph 3a", "no firmware upgrade: IOC", {"ioc"}, all_in("unable-to-attempt-firmware-upgrade", "cohorts")),
    Fact("paragraphs 3b and 8a", "failures: IOC", {"ioc"}, all_in("firmware-failure-ioc", "cohorts")),
    Fact("paragraphs 3b and 8a", "failures: MOC (MDS)", {"moc-mds"}, all_in("firmware-failure-moc-mds", "cohorts")),
    Fact("paragraph 3c", "data issues: all cohorts", EVERY_COHORT, all_in("unresolved-data-issues", "cohorts")),
    Fact("paragraph 3c", "duplicates: all cohorts", EVERY_COHORT, all_in("duplicate-mpxns", "cohorts")),
    Fact("paragraph 8b", "18.12 is data issues", "TMAD/18.12", held("unresolved-data-issues", "clause")),
    Fact("paragraph 8b", "18.13 is duplicates", "TMAD/18.13", held("duplicate-mpxns", "clause")),
    Fact("paragraph 8b", "duplicates: dormant", "dormant_only", held("duplicate-mpxns", "dormancy")),
    Fact("paragraph 8b", "data issues: dormant", "dormant_only", held("unresolved-data-issues", "dormancy")),
    Fact("paragraph 6", "in clause 18", "TMAD/18", held("exclusion:active-to-dormant", "clause")),
    Fact("paragraph 6", "from Active", "active_to_dormant", held("exclusion:active-to-dormant", "dormancy")),
    Fact("paragraph 15", "from 10 June", IN_FORCE, dated("exclusion:active-to-dormant", "re designated", PAPER)),
    Fact("paragraph 11", "from 10 June", IN_FORCE, dated("duplicate-mpxns", "re designated", PAPER)),
)
def test_exclusions(fact: Fact, catalogue: Catalogue) -> None:
    """The categories that the direction brings in."""
    assert fact.expected == fact.ask(catalogue)


@each(
    told("paragraph 7", "TMAD is Appendix AL", "document:TMAD", "SEC Appendix AL"),
    told("paragraph 7", "SVTAD is Appendix AK", "document:SVTAD", "SEC Appendix AK"),
    told("paragraph 7", "ETAD is Appendix J", "document:ETAD", "SEC Appendix J"),
    Fact("Direction, TMAD", "from 10 June 2022", IN_FORCE, dated("document:TMAD", "re designated", PAPER)),
    Fact("Direction, SVTAD", "from 10 June 2022", IN_FORCE, dated("document:SVTAD", "re designated", PAPER)),
    Fact("Direction, ETAD", "from 10 June 2022", IN_FORCE, dated("document:ETAD", "re designated", PAPER)),
    Fact("letter heading", "directed on 9 June 2022", DIRECTED, dated("TMAD/20.0", "directed", PAPER)),
    Fact("Annex A", "TMAD 20.0 takes the place of 19.0", "TMAD/20.0", held("TMAD/19.0", "superseded_by")),
    Fact("Annex C", "SVTAD 10.0 takes the place of 9.0", "SVTAD/10.0", held("SVTAD/9.0", "superseded_by")),
    Fact("Annex E", "ETAD 6.0 takes the place of 5.0", "ETAD/6.0", held("ETAD/5.0", "superseded_by")),
    Fact("Annex B", "TMAD is version 20.0", "20.0", held("TMAD/20.0", "version")),
    Fact("Annex D", "SVTAD is version 10.0", "10.0", held("SVTAD/10.0", "version")),
    Fact("Annex F", "ETAD is version 6.0", "6.0", held("ETAD/6.0", "version")),
    Fact("paragraph 8", "Various 2 is about the TMAD", {"TMAD"}, all_in(VARIOUS, "documents")),
    Fact("paragraph 12", "Active to Dormant is about the TMAD", {"TMAD"}, all_in(DORMANT, "documents")),
    Fact("paragraphs 16 and 18", "four documents", {"TMAD", "SVTAD", "ETAD", "MTAD"}, all_in(CLOSURE, "documents")),
    Fact("paragraph 5c", "the SMSO of MOC (MDS) is MDS", "MDS", held("cohort:moc-mds", "smso")),
    told("Direction, TMAD", "under Condition 22", "DCC-LICENCE/22", "Condition 22", "re-designates"),
    told("Direction, TMAD", "under Section X5", "SEC-X/X5", "Condition 22", "re-designates"),
    Fact("paragraph 2", "MDS timetable", ("2022-06-13 announced",), dated("cohort:moc-mds", "submitted", PAPER)),
)
def test_direction(fact: Fact, catalogue: Catalogue) -> None:
    """Three documents in new versions, with effect from the day after the letter."""
    assert fact.expected == fact.ask(catalogue)
