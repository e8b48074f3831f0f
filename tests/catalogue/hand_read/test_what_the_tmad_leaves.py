"""The paper of 17 October 2025 (dcc-consultation-2025-10-17), read by hand: its tables on what the TMAD leaves."""

from s1sr_validator import Catalogue
from tests.catalogue.hand_read.asking import Fact, dated, each, held, led_on, sides, told

PAPER = "dcc-consultation-2025-10-17"
TABLE = "table in section 4.2.1"
POLICIES = {
    "MSM": "Migration Scaling Methodology",
    "MAM": "Migration Authorisation Mechanism",
    "MRR": "Migration Reporting Regime",
    "MEHRS": "Migration Error Handling and Retry Strategy",
}


@each(
    Fact(
        "Appendix One, row 1",
        "three definitions go to section 2 of Appendix AM",
        {
            "TMAD/GroupID": ("S1SR/2",),
            "TMAD/Group": ("S1SR/2",),
            "TMAD/Group-Device-Model-Combination-List": ("S1SR/2",),
        },
        led_on("proposed_retention", "Appendix One, row 1"),
    ),
    Fact(
        "Appendix One, row 2",
        "two definitions go to section 13 of Appendix AC",
        {"TMAD/SMETS1-CAD": ("IEWP/13",), "TMAD/SMETS1-PPMID": ("IEWP/13",)},
        led_on("proposed_retention", "Appendix One, row 2"),
    ),
    Fact(
        "Appendix One, row 3",
        "3.14E and 3.14F become 2A 1.1 and 1.2",
        {"TMAD/3.14E": ("S1SR/2A.1.1",), "TMAD/3.14F": ("S1SR/2A.1.2",)},
        led_on("proposed_retention", "Appendix One, row 3"),
    ),
    Fact(
        "Appendix One, row 4",
        "three definitions that 3.14E and 3.14F use go to section 2 of Appendix AM",
        {
            "TMAD/RP-Decommissioning-Date": ("S1SR/2",),
            "TMAD/Requesting-Party": ("S1SR/2",),
            "TMAD/Commissioning-Party": ("S1SR/2",),
        },
        led_on("proposed_retention", "Appendix One, row 4"),
    ),
    Fact(
        "Appendix One, row 5",
        "7.9A to 7.9D become 2B 1.1 to 1.4",
        {
            "TMAD/7.9A": ("S1SR/2B.1.1",),
            "TMAD/7.9B": ("S1SR/2B.1.2",),
            "TMAD/7.9C": ("S1SR/2B.1.3",),
            "TMAD/7.9D": ("S1SR/2B.1.4",),
        },
        led_on("proposed_retention", "Appendix One, row 5"),
    ),
    told("paragraph 40", "five definitions", "clause-retention-2025", "five definitions"),
    told("Appendix One, row 3", "2A is on security", "S1SR/2A", "Section G (Security)"),
    told("Appendix One, row 5", "2B is on decommissioning", "S1SR/2B", "Decommissioning of a Requesting Party"),
    told("paragraph 41", "3.14E: unneeded systems are disconnected", "TMAD/3.14E", "disconnected", "still going on"),
    told("paragraph 42", "7.9A: what Devices need is kept, the rest deleted", "TMAD/7.9A", "kept", "deleted"),
)
def test_proposed_for_retention(fact: Fact, catalogue: Catalogue) -> None:
    """What DCC proposes to keep, and where it is to go."""
    assert fact.expected == fact.ask(catalogue)


@each(
    *(
        Fact(f"{TABLE}, row {row}", ", ".join(varied), {"TMAD/3": varied}, led_on("varies", f"{TABLE}, row {row}"))
        for row, varied in {
            1: ("SEC/A", "SEC-A/DCC-Live-Systems"),
            2: ("SEC/F",),
            3: ("SEC/G",),
            4: ("SEC/H",),
            5: ("SEC/L",),
            6: ("SEC/M",),
            7: ("SEC/AG",),
        }.items()
    ),
    told(f"{TABLE}, row 1", "the parties count to DCC Live Systems", "SEC-A/DCC-Live-Systems", "Commissioning Party"),
    told(
        f"{TABLE}, row 2",
        "F: SMSO and status in the lists of products",
        "SEC/F",
        "SMSO",
        "its status",
        "Eligible Product",
    ),
    told(f"{TABLE}, row 3", "G: security of the two parties", "SEC/G", "Requesting Party", "Commissioning Party"),
    told(f"{TABLE}, row 4", "H: maintenance of the migration service", "SEC/H", "maintenance"),
    told(f"{TABLE}, row 5", "L: signing", "SEC/L", "SMKI signing"),
    told(f"{TABLE}, row 6", "M: liabilities", "SEC/M", "liabilities"),
    told(f"{TABLE}, row 7", "AG: incidents", "SEC/AG", "Incident Management Policy", "incidents"),
    told("paragraph 37", "none of them has to persist", "TMAD/3", "outlive the TMAD"),
)
def test_varied_sections(fact: Fact, catalogue: Catalogue) -> None:
    """The table below paragraph 36: which sections of the Code the TMAD varies while it lasts."""
    assert fact.expected == fact.ask(catalogue)


@each(
    *(Fact("paragraph 38", f"title of {policy}", title, held(policy, "title")) for policy, title in POLICIES.items()),
    *(
        Fact("paragraph 38", f"{policy} ends with the TMAD", ("2025-12-31 announced",), dated(policy, "expires", PAPER))
        for policy in POLICIES
    ),
)
def test_policies(fact: Fact, catalogue: Catalogue) -> None:
    """The four documents that the TMAD requires, and that end with it in DCC's view."""
    assert fact.expected == fact.ask(catalogue)


@each(
    *(
        Fact(
            f"Appendix Two, row {row}",
            ", ".join(clauses),
            dict.fromkeys(clauses, ("",)),
            led_on(kind, f"Appendix Two, row {row}"),
        )
        for row, kind, *clauses in (
            (1, "removal_considered", "SEC/N"),
            (2, "removal_considered", "SEC-L/L3.18"),
            (3, "removal_considered", "SEC-A/High-Impact-Planned-Maintenance"),
            (4, "removal_considered", "SEC/AK"),
            (5, "amendment_considered", "SEC/J"),
            (6, "amendment_considered", "S1SR/13"),
            (7, "amendment_considered", "IEWP/3.4", "IEWP/3.5"),
        )
    ),
    told(
        "Appendix Two, row 2",
        "L3.18: Organisation Certificates for migration",
        "SEC-L/L3.18",
        "Organisation Certificates",
    ),
    told("Appendix Two, row 3", "MP294", "SEC-A/High-Impact-Planned-Maintenance", "SEC MP294", "migrations"),
    told("Appendix Two, row 4", "AK came by Section X", "SEC/AK", "Section X", "Device Model Combinations"),
    told("Appendix Two, row 5", "J: Pending Product Combinations", "SEC/J", "Pending Product Combinations"),
    told(
        "Appendix Two, row 6", "13: configuration before migration", "S1SR/13", "configure", "before they are migrated"
    ),
    Fact(
        "Appendix Two, row 7",
        "Appendix AC has another name here",
        {f"{PAPER}, Appendix Two, row 7"},
        sides("document:IEWP", "title", "Inventory, Enrolment and Decommissioning Procedures"),
    ),
)
def test_considered_later(fact: Fact, catalogue: Catalogue) -> None:
    """Appendix Two: rows 1 to 4 speak of removal, rows 5 to 7 of amendments where required."""
    assert fact.expected == fact.ask(catalogue)
