"""The briefing of 3 November 2021 (dcc-briefing-2021-11-03) on Various 1, read by hand."""

from s1sr_validator import Catalogue
from tests.catalogue.hand_read.asking import Fact, all_in, counted, dated, each, held, known, listed, questions, told

PAPER = "dcc-briefing-2021-11-03"
VARIOUS = "various-1"
PPMID = "TMAD/SMETS1-PPMID"
KEYS, BEFORE, ATTEMPTING = "master-key-errors", "no-wan-before-migration-attempted", "no-wan-attempting-migration"
RETRIES, UNECONOMIC, GT01 = "five-retries-attempting-migration", "uneconomic-to-test", "consistent-gt01-check-failure"
IN_CLAUSE_18 = ("2021-12-07 draft",)
BACKGROUND = "slide Background to Maximising Migrations"
PROCESS = "slide Process Amendments"
SUMMARY = "slide Summary & Next Steps"
KEYS_SLIDE = "slide Proposed Exclusion Category - Cryptographic Master Keys"
BEFORE_SLIDE = "slide Proposed Exclusion Category - No WAN Before Migration Attempted"
ATTEMPTING_SLIDE = "slide Proposed Exclusion Category - No WAN Attempting Migration"
RETRIES_SLIDE = "slide Proposed Exclusion Category - At Least Five Migration Attempts"
UNECONOMIC_SLIDE = "slide Proposal that specified DMCs are not economic to test"
GT01_SLIDE = "slide Where GT01 persistently fails"
PPMID_SLIDE = "slide An update on revisions to the SMETS1 PPMID Definition for FOC"


@each(
    Fact("title slide", "3 November 2021", "2021-11-03", held(PAPER, "date")),
    Fact("slide Purpose & Timeline", "twelve questions", tuple(map(str, range(1, 13))), questions(VARIOUS)),
    told("slide Purpose & Timeline", "nine topics", VARIOUS, "nine topics"),
    Fact(SUMMARY, "closes on 12 November", "2021-11-12", held(VARIOUS, "closes")),
    Fact(SUMMARY, "closes at 16:00", "16:00", held(VARIOUS, "closes_at")),
    Fact("Q11", "7 December proposed", IN_CLAUSE_18, dated(VARIOUS, "re designated", PAPER)),
    Fact(
        "slide TMAD Expiry Date and Q10",
        "one year more",
        ("2021-12-31 final", "2022-12-31 draft"),
        dated("document:TMAD", "expires", PAPER),
    ),
    Fact(
        BACKGROUND,
        "migrated so far",
        ("about 3,700,000 installations",),
        counted(PAPER, "migrated", "all cohorts"),
    ),
    Fact(SUMMARY, "excluded", ("about 25,000 installations",), counted(PAPER, "in all")),
    Fact(SUMMARY, "unblocked", ("33,000 installations",), counted(PAPER, "partial Migration")),
    Fact(BACKGROUND, "TMAD and SVTAD", {"TMAD", "SVTAD"}, all_in(VARIOUS, "documents")),
    told(BACKGROUND, "SMETS2+ by the end of 2022", "exclusion-category", "31 December 2022"),
    told(PROCESS, "MPAN, MPRN and category, monthly", "exclusion-category", "every month", "MPAN, MPRN"),
)
def test_consultation(fact: Fact, catalogue: Catalogue) -> None:
    """What Various 1 asked, until when, and how much it was about."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact(BACKGROUND, "regime", ("2021-02 happened",), dated("document:TMAD", "changed", PAPER)),
    Fact(PROCESS, "18 is new", IN_CLAUSE_18, dated("TMAD/18", "re designated", PAPER)),
    told(PROCESS, "18.2(a): not enrolled", "TMAD/18.2(a)", "not to be enrolled"),
    told(PROCESS, "18.2(b): not migrated", "TMAD/18.2(b)", "not to be migrated"),
    told(PROCESS, "18.2(c): no EPCL entry", "TMAD/18.2(c)", "EPCL"),
    Fact(
        "Q1",
        "eight clauses",
        ("TMAD/1.5", "TMAD/1.6", "TMAD/1.7", "TMAD/1.9", "TMAD/3.15(g)", "TMAD/18.1", "TMAD/18.2", "TMAD/18.3"),
        known("TMAD:1.5", "TMAD:1.6", "TMAD:1.7", "TMAD:1.9", "TMAD:3.15(g)", "TMAD:18.1", "TMAD:18.2", "TMAD:18.3"),
    ),
    Fact(
        "Q8",
        "four clauses for leaving the gas meter",
        ("TMAD/5.8B", "TMAD/5.8C", "TMAD/5.8D", "TMAD/5.8E"),
        known("TMAD:5.8B", "TMAD:5.8C", "TMAD:5.8D", "TMAD:5.8E"),
    ),
    told("Q3", "4.26: upgrade and reconfigure", "TMAD/4.26", "upgraded or reconfigured", "before Migration"),
    told(ATTEMPTING_SLIDE, "5.12(c): seven days, MA112", "TMAD/5.12(c)", "seven days", "MA112"),
    told(RETRIES_SLIDE, "Table 5.10: data errors", "TMAD/Table-5.10", "data errors"),
    told("Q6", "20.7: uneconomic to test", "SVTAD/20.7", "uneconomic", "DMCT Process"),
)
def test_clauses(fact: Fact, catalogue: Catalogue) -> None:
    """The clauses that the briefing names."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact("Q2", "Master Key Errors is 18.4", (KEYS,), listed("exclusion", "clause=TMAD/18.4")),
    Fact("Q7", "Uneconomic to Test is 18.5", (UNECONOMIC,), listed("exclusion", "clause=TMAD/18.5")),
    Fact("Q8", "Consistent GT01 Check Failure is 18.6", (GT01,), listed("exclusion", "clause=TMAD/18.6")),
    Fact("Q3", "No WAN Before Migration Attempted is 18.7", (BEFORE,), listed("exclusion", "clause=TMAD/18.7")),
    Fact("Q4", "No WAN Attempting Migration is 18.8", (ATTEMPTING,), listed("exclusion", "clause=TMAD/18.8")),
    Fact("Q5", "Five Retries Attempting Migration is 18.9", (RETRIES,), listed("exclusion", "clause=TMAD/18.9")),
    Fact(KEYS_SLIDE, "scope", {"ioc", "moc-mds"}, all_in(KEYS, "cohorts")),
    Fact(UNECONOMIC_SLIDE, "scope", {"ioc", "foc-bg", "foc-np"}, all_in(UNECONOMIC, "cohorts")),
    Fact(GT01_SLIDE, "scope", {"ioc", "moc-secure"}, all_in(GT01, "cohorts")),
    Fact(BEFORE_SLIDE, "scope", {"ioc"}, all_in(BEFORE, "cohorts")),
    Fact(ATTEMPTING_SLIDE, "scope", {"ioc", "moc-mds"}, all_in(ATTEMPTING, "cohorts")),
    Fact(RETRIES_SLIDE, "scope", {"ioc", "moc-mds", "moc-secure"}, all_in(RETRIES, "cohorts")),
    Fact(ATTEMPTING_SLIDE, "its error code", {"MA112"}, all_in(ATTEMPTING, "error_codes")),
    Fact(GT01_SLIDE, "its check", {"GT01"}, all_in(GT01, "error_codes")),
    Fact(KEYS_SLIDE, "solely dormant", "dormant_only", held(KEYS, "dormancy")),
    Fact(BEFORE_SLIDE, "only dormant in its count", "dormant_only", held(BEFORE, "dormancy")),
    Fact(ATTEMPTING_SLIDE, "only dormant in its count", "dormant_only", held(ATTEMPTING, "dormancy")),
    Fact(RETRIES_SLIDE, "only dormant in its count", "dormant_only", held(RETRIES, "dormancy")),
    Fact(GT01_SLIDE, "either", "dormant_or_active", held(GT01, "dormancy")),
    Fact(GT01_SLIDE, "only the gas meter", "gsme_not_migrated", held(GT01, "effect")),
    Fact(GT01_SLIDE, "check", ("2021-11-04 announced",), dated(GT01, "changed", PAPER)),
    told(GT01_SLIDE, "72 hours", GT01, "72 hours"),
)
def test_categories(fact: Fact, catalogue: Catalogue) -> None:
    """The six categories: clause, cohorts, error codes, effect."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact(KEYS_SLIDE, "IOC", ("1 installations",), counted(PAPER, "IOC", "expected", KEYS)),
    Fact(KEYS_SLIDE, "MDS", ("12,071 installations",), counted(PAPER, "MOC (MDS)", KEYS)),
    Fact(BEFORE_SLIDE, "IOC", ("11,523 installations",), counted(PAPER, "IOC", BEFORE)),
    Fact(ATTEMPTING_SLIDE, "IOC and MDS", ("470 installations",), counted(PAPER, "IOC", ATTEMPTING)),
    Fact(RETRIES_SLIDE, "three cohorts", ("1,502 installations",), counted(PAPER, "IOC", RETRIES)),
    Fact(RETRIES_SLIDE, "codes", ("about 400 error codes",), counted(PAPER, "distinct", RETRIES)),
    Fact(UNECONOMIC_SLIDE, "both", ("63 installations",), counted(PAPER, "IOC and FOC", "take in", UNECONOMIC)),
    Fact(UNECONOMIC_SLIDE, "to test", ("6 Device Model Combinations",), counted(PAPER, "tested", UNECONOMIC)),
    Fact(UNECONOMIC_SLIDE, "cost", ("670,000 GBP",), counted(PAPER, "cost", UNECONOMIC)),
    Fact(GT01_SLIDE, "IOC", ("20,000 installations",), counted(PAPER, "IOC", GT01)),
    Fact(GT01_SLIDE, "MOC (Secure)", ("13,000 installations",), counted(PAPER, "MOC (Secure)", GT01)),
    Fact(PPMID_SLIDE, "EA", ("about 1,000 installations",), counted(PAPER, "GroupID EA", "foc-bg")),
)
def test_counts(fact: Fact, catalogue: Catalogue) -> None:
    """How many installations each category was expected to take in."""
    assert fact.expected == fact.ask(catalogue)


@each(
    told(PPMID_SLIDE, "varied for the others", PPMID, "IOC, MOC (MDS) and MOC (Secure)"),
    told(PPMID_SLIDE, "FOC has GroupIDs EA and EB", PPMID, "EA and EB"),
    told(PPMID_SLIDE, "EB would never need it", "cohort:foc-np", "never be needed"),
    Fact(PPMID_SLIDE, "EB", "EB", held("cohort:foc-np", "group_id")),
    Fact(PPMID_SLIDE, "put off", ("2021-12 announced",), dated("unblocking-1", "changed", PAPER)),
)
def test_ppmid_definition(fact: Fact, catalogue: Catalogue) -> None:
    """Why the definition of SMETS1 PPMID stays as it is for FOC."""
    assert fact.expected == fact.ask(catalogue)
