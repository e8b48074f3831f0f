"""The paper of 28 July 2025 (dcc-consultation-2025-07-28) on closing MOC (Secure), read by hand."""

from s1sr_validator import Catalogue
from tests.catalogue.hand_read.asking import Fact, counted, dated, each, held, known, listed, questions, told

PAPER = "dcc-consultation-2025-07-28"
CLOSURE = "consultation:moc-secure-closure-2025"
SECURE = "cohort:moc-secure"
RP_PROCESS = "requesting-party-decommissioning"


@each(
    Fact("title page", "published 28 July 2025", "2025-07-28", held(PAPER, "date")),
    Fact("title page", "version 1.0", "1.0", held(PAPER, "version")),
    Fact("title page", "consultation opened", "2025-07-28", held(CLOSURE, "opened")),
    Fact("paragraph 4", "closes on 26 August 2025", "2025-08-26", held(CLOSURE, "closes")),
    Fact("paragraph 52", "closes at 17:00", "17:00", held(CLOSURE, "closes_at")),
    Fact("Question one", "one question only", ("one",), questions(CLOSURE)),
    Fact("paragraph 49", "who responds is not known yet", None, held(CLOSURE, "respondents")),
    told(
        "paragraph 11",
        "what the TMAD leaves behind is for a later consultation",
        CLOSURE,
        "parts of the TMAD",
        "later consultation",
    ),
)
def test_consultation(fact: Fact, catalogue: Catalogue) -> None:
    """When DCC consulted on closing MOC (Secure), and on what."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact("paragraph 9", "one cohort is IOC", ("ioc",), listed("cohort", "capacity=IOC")),
    Fact("footnote 3", "MOC is MDS and Secure", ("moc-mds", "moc-secure"), listed("cohort", "capacity=MOC")),
    Fact("footnote 3", "FOC is NP and BG", ("foc-bg", "foc-np"), listed("cohort", "capacity=FOC")),
    Fact("paragraph 10", "MDS done", ("2022-10 happened",), dated("cohort:moc-mds", "migration completed", PAPER)),
    Fact("paragraph 10", "IOC done", ("2023-05 happened",), dated("cohort:ioc", "migration completed", PAPER)),
    Fact("paragraph 10", "FOC (BG) done", ("2024-11 happened",), dated("cohort:foc-bg", "migration completed", PAPER)),
    Fact("paragraph 10", "FOC (NP) done", ("2024-11 happened",), dated("cohort:foc-np", "migration completed", PAPER)),
    Fact("paragraph 12", "Secure expected", ("2025-09 announced",), dated(SECURE, "migration completed", PAPER)),
    Fact("paragraph 19", "its SMSO is Secure", "Secure", held(SECURE, "smso")),
    Fact("paragraph 19", "migrated so far", ("about 5,279,000 meters",), counted(PAPER, "migrated", "cohort")),
    Fact("paragraph 19", "left to migrate", ("about 154,000 meters",), counted(PAPER, "available for migration")),
    Fact("paragraph 7", "all cohorts", ("more than 11,000,000 meters",), counted(PAPER, "operating", "all cohorts")),
    told("paragraph 13", "most that are left are one Supplier Party's", SECURE, "one Supplier Party"),
    Fact("paragraph 42", "last EPCL entry", ("2023-10 happened",), dated(SECURE, "last epcl entry", PAPER)),
    Fact("footnote 4", "MDS closure was revised", ("moc-mds-revised-closure",), known("moc-mds-revised-closure")),
)
def test_cohorts(fact: Fact, catalogue: Catalogue) -> None:
    """The cohorts, how far each had come, and how many meters were left."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact(
        "table in section 3.5, row 1",
        "last Migration Authorisation",
        ("2025-09-18 draft",),
        dated(SECURE, "final migration authorisation", PAPER),
    ),
    Fact(
        "table in section 3.5, row 2", "final week", ("2025-09-22 draft",), dated(SECURE, "final migration week", PAPER)
    ),
    Fact(
        "table in section 3.5, row 3",
        "Requesting Party Decommissioning Date",
        ("2025-09-28 draft",),
        dated(SECURE, "rp decommissioning date", PAPER),
    ),
    Fact("paragraph 50", "draft to the Department", ("2025-08 announced",), dated(SECURE, "submitted", PAPER)),
    Fact("paragraph 51", "final one", ("2025-09 announced",), dated(SECURE, "rp decommissioning confirmed", PAPER)),
    Fact(
        "paragraph 2",
        "decommissioning begins in October 2025 and ends before the TMAD does",
        ("2025-10..2025-12-31 announced",),
        dated(SECURE, "decommissioned", PAPER),
    ),
    Fact("paragraph 2", "TMAD ends with 2025", ("2025 final",), dated("document:TMAD", "expires", PAPER)),
    Fact("footnote 1 to section 2.1", "TMAD is version 29.0", ("TMAD/29.0",), known("edition:TMAD/29.0")),
)
def test_timetable(fact: Fact, catalogue: Catalogue) -> None:
    """The timetable is a draft; what DCC only aims for is announced."""
    assert fact.expected == fact.ask(catalogue)


@each(
    told("paragraph 18", "clause 7 is the one on the timetable", "TMAD/7", "Decommissioning Timetable"),
    told("paragraph 42", "7.2: not within 12 months of the last EPCL entry", "TMAD/7.2", "12 months"),
    told("paragraph 43", "7.3: one date, recommended to the Secretary of State", "TMAD/7.3", "Secretary of State"),
    told("paragraph 34", "7.10: the Commissioning Party is decommissioned", "TMAD/7.10", "Commissioning Party"),
    *(
        told("paragraph 35", f"{number}: keys deleted, certificates revoked", f"TMAD/{number}", "keys", "certificates")
        for number in ("7.7", "7.8", "7.9", "7.10", "7.11", "7.12")
    ),
    told(
        "paragraph 35",
        "7.13: an audit for the SMKI PMA",
        "TMAD/7.13",
        "audit",
        "Smart Metering Key Infrastructure Policy Management Authority",
    ),
    told("paragraph 44", "18: an excluded meter is not in scope", "TMAD/18", "not in scope", "cannot be migrated"),
    told("paragraph 16", "18.3: a monthly report to suppliers", "TMAD/18.3", "every month", "Responsible Supplier"),
    told("paragraph 45", "18.3: the contract for the data ends in October 2025", "TMAD/18.3", "October 2025"),
    told("paragraph 47", "18.3: no report after the last one", "TMAD/18.3", "last report"),
    told("paragraph 40", "20.1A: only where the Secretary of State directs it", "SVTAD/20.1A", "Secretary of State"),
    Fact("paragraph 40", "20.1A: consulted on", ("2024-09 happened",), dated("SVTAD/20.1A", "consulted", PAPER)),
    Fact("paragraph 40", "20.1A: concluded", ("2024-10 happened",), dated("SVTAD/20.1A", "concluded", PAPER)),
    Fact("paragraph 40", "that consultation", "2024-09", held("foc-bg-dmct-mdust-2024", "opened")),
    told("footnote 2 to section 3.4", "its title", "foc-bg-dmct-mdust-2024", "Unenrolled L&G meters", "DMCT and MDUST"),
)
def test_clauses(fact: Fact, catalogue: Catalogue) -> None:
    """What the paper says of clauses of the TMAD and the SVTAD."""
    assert fact.expected == fact.ask(catalogue)


@each(
    told(
        "paragraph 20", "without an SMSO contract a meter is dormant", "migration-authorisation", "contract", "dormant"
    ),
    told("paragraph 25", "two suppliers authorise within a week", "migration-authorisation", "within one week"),
    told("paragraph 25", "only the Active Meter's supplier authorises", "migration-authorisation", "supplier alone"),
    told("paragraph 31", "one Commissioning Party for all", "commissioning-party-decommissioning", "every cohort"),
    told("paragraph 35", "suppliers have nothing to do", RP_PROCESS, "Energy Suppliers have nothing to do"),
    told("paragraph 36", "what was begun is commissioned or rolled back", RP_PROCESS, "commissioning", "rolled back"),
    told("paragraph 36", "file transfer interfaces go", RP_PROCESS, "file transfer"),
    told("paragraph 36", "private keys and the HSM go", RP_PROCESS, "Private keys", "hardware security module"),
    told("paragraph 38", "only a new procurement brings it back", RP_PROCESS, "procurement"),
    told("paragraph 49", "the Department gets the responses", RP_PROCESS, "Copies of them for the Department"),
    told(
        "paragraph 50, Closure Statement 1", "Prior Consultation", RP_PROCESS, "Closure Statement 1: Prior Consultation"
    ),
    told("paragraph 50, Closure Statement 2", "Migration Status", RP_PROCESS, "Closure Statement 2: Migration Status"),
    told(
        "paragraph 50, Closure Statement 3",
        "Technical Readiness",
        RP_PROCESS,
        "Closure Statement 3: Technical Readiness",
    ),
    told(
        "paragraph 50, Closure Statement 4",
        "Economic Efficiency",
        RP_PROCESS,
        "Closure Statement 4: Economic Efficiency",
    ),
)
def test_processes(fact: Fact, catalogue: Catalogue) -> None:
    """Who sets off a migration, and how the Requesting and the Commissioning Party are closed."""
    assert fact.expected == fact.ask(catalogue)
