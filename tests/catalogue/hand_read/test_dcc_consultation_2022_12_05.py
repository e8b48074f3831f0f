"""The paper of 5 December 2022 (dcc-consultation-2022-12-05) on Migration DUST for MOC (Secure), read by hand."""

from s1sr_validator import Catalogue
from tests.catalogue.hand_read.asking import Fact, all_in, dated, each, held, questions, told

PAPER = "dcc-consultation-2022-12-05"
DUST = "mdust-moc-secure-2022"
SECURE = "cohort:moc-secure"
TABLE = "MTAD/Table-17.6"
CLOSED = ("2023-01-31..2023-02-28 draft",)
MODIFIED = ("2023-01-27..2023-02-27 draft",)


@each(
    Fact("title page", "published 5 December 2022", "2022-12-05", held(PAPER, "date")),
    Fact("title page", "opened", "2022-12-05", held(DUST, "opened")),
    Fact("title page", "closes on 13 January 2023", "2023-01-13", held(DUST, "closes")),
    Fact("section 4, paragraph 1", "closes at 16:00", "16:00", held(DUST, "closes_at")),
    Fact("title page", "conclusion expected", ("2023-01-20 announced",), dated(DUST, "concluded", PAPER)),
    Fact(
        "Q1 and Q2",
        "two questions",
        ("MDUST Close MOC (Secure) Q1", "MDUST Close MOC (Secure) Q2"),
        questions(DUST),
    ),
    Fact("title page", "GroupID of MOC (Secure)", "DA", held(SECURE, "group_id")),
    Fact("section 2, paragraph 9", "GroupID of FOC (BG)", "EA", held("cohort:foc-bg", "group_id")),
    Fact("section 1, paragraph 2", "documents", {"MTAD", "SVTAD"}, all_in(DUST, "documents")),
)
def test_consultation(fact: Fact, catalogue: Catalogue) -> None:
    """When DCC consulted, and on what."""
    assert fact.expected == fact.ask(catalogue)


@each(
    Fact("section 2, paragraph 7", "cohort", CLOSED, dated(SECURE, "migration dust closed", PAPER)),
    Fact("Q1", "or within one month", CLOSED, dated(DUST, "migration dust closed", PAPER)),
    Fact(
        "section 2, paragraph 3",
        "used in September, and before that in May",
        ("2022-05 happened", "2022-09 happened"),
        dated(SECURE, "migration dust last used", PAPER),
    ),
    Fact("section 1, paragraph 3", "IOC: ended", ("2022-05 happened",), dated("cohort:ioc", "concluded", PAPER)),
    Fact("section 1, paragraph 3", "MDS: ended", ("2022-05 happened",), dated("cohort:moc-mds", "concluded", PAPER)),
    Fact("section 1, paragraph 3", "NP: ended", ("2022-09 happened",), dated("cohort:foc-np", "concluded", PAPER)),
    Fact("section 1, paragraph 3", "BG still has it", (), dated("cohort:foc-bg", "migration dust closed", PAPER)),
    Fact("section 2, paragraph 2", "RP closure later", ("2023 announced",), dated(SECURE, "consulted", PAPER)),
    Fact(
        "footnote 2 to section 1",
        "address of the conclusion for FOC (NP)",
        "https://www.smartdcc.co.uk/consultations/smets1-conclusion-migration-dust-closure-for-foc-np/",
        held("mdust-foc-np-2022", "url"),
    ),
    told("section 2, paragraph 2", "dear and little used", DUST, "little used"),
    told("section 2, paragraph 5", "a few more EPCL entries are planned", DUST, "Eligible Product Combination List"),
    told("section 2, paragraph 6", "Closure 2: partial migration, dormant GSME", "closure-2", "partial migration"),
    Fact("section 2, paragraph 6", "still in 2022", ("2022-12 announced",), dated("closure-2", "consulted", PAPER)),
    told("section 2, paragraph 9", "the rest of the test stock is migrated first", DUST, "remaining stock"),
    told("section 2, paragraph 9", "H14: other Testing Services may suffer", "SEC-H/H14", "test devices"),
)
def test_migration_dust(fact: Fact, catalogue: Catalogue) -> None:
    """By cohort, when Migration DUST was used and closed; for MOC (Secure) it is a proposal."""
    assert fact.expected == fact.ask(catalogue)


@each(
    told("section 1, paragraph 3", "Table 17.6 is amended again", TABLE, "31 January 2023", "MOC (Secure)"),
    Fact("section 3, paragraph 3", "proposed day", MODIFIED, dated("document:MTAD", "modified", PAPER)),
    Fact("Q2", "or within one month", MODIFIED, dated(DUST, "modified", PAPER)),
    Fact("Table 1, row 3", "a redline", "redline", held("edition:MTAD/4-mocs-draft-redline", "status")),
    told("section 3, paragraph 1", "4.2: DCC changes the MTAD itself", "SVTAD/4.2", "unless the Secretary of State"),
    told("Attachment 1, draft text, paragraph 2", "day and annex are open", "mtad-modification", "still open"),
    told("section 2, first bullet", "up to three months to amend", "migration-dust-restart", "up to three months"),
    told("section 2, second bullet", "at least six weeks to buy", "migration-dust-restart", "at least six weeks"),
)
def test_migration_testing_approach(fact: Fact, catalogue: Catalogue) -> None:
    """How the MTAD is to be changed, and what changing it back would take."""
    assert fact.expected == fact.ask(catalogue)
