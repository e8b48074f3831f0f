"""Every date and every figure of the five papers, read by hand; no record may take another one from them.

A date is written `what, day or month, how firm`; several records may hold the same one.
"""

import pytest

from s1sr_validator import Catalogue

DATES = {
    "dcc-briefing-2021-11-03": {
        "slide Background to Maximising Migrations": {"changed 2021-02 happened"},
        "slide Purpose & Timeline, under consultation": {"consulted 2021-11 happened"},
        "slide Where GT01 persistently fails": {"changed 2021-11-04 announced"},
        "slide An update on revisions to the SMETS1 PPMID Definition for FOC": {
            "consulted 2021 happened",
            "concluded 2021 happened",
            "changed 2021-12 announced",
        },
        "slide TMAD Expiry Date": {
            "expires 2021-12-31 final",
            "expires 2022-12-31 draft",
            "last epcl entry 2021..2021-12-24 announced",
        },
        "Q11 and Q12": {"re designated 2021-12-07 draft"},
        "slide Summary & Next Steps": {"consultation closes 2021-11-12 final"},
    },
    "beis-direction-2022-06-09": {
        "letter heading": {"directed 2022-06-09 happened"},
        "paragraph 2": {"submitted 2022-06-13 announced"},
        "paragraph 3": {"consulted 2022-03-23 happened", "consultation closes 2022-04-20 happened"},
        "paragraph 5": {"consulted 2022-04-05 happened", "consultation closes 2022-05-03 happened"},
        "paragraph 6": {"consulted 2022-04-28 happened", "consultation closes 2022-05-19 happened"},
        "paragraphs 8, 12 and 16": {"submitted 2022-05-25 happened"},
        "paragraph 9": {"re designated 2022-05-11..2022-06-11 draft"},
        "paragraph 10": {"published 2022-05-16 happened", "consultation closes 2022-05-23 final"},
        "paragraph 14": {"re designated 2022-06-06..2022-07-06 draft"},
        "paragraph 17": {"re designated 2022-05-20..2022-06-20 draft"},
        "Direction, TMAD": {"re designated 2022-06-10 final"},
        "paragraph 16a and Direction, TMAD, concluded for clause 7.2": {"changed 2022-06-10 final"},
    },
    "dcc-consultation-2022-12-05": {
        "title page": {
            "consulted 2022-12-05 happened",
            "consultation closes 2023-01-13 final",
            "concluded 2023-01-20 announced",
        },
        "section 1, paragraph 3": {"concluded 2022-05 happened", "concluded 2022-09 happened"},
        "section 1, paragraph 3, concluded from who still had it": {"migration dust closed 2022 happened"},
        "section 2, paragraph 2": {"consulted 2023 announced"},
        "section 2, paragraph 3": {
            "migration dust last used 2022-05 happened",
            "migration dust last used 2022-09 happened",
        },
        "section 2, paragraph 6": {"consulted 2022-12 announced"},
        "section 2, paragraph 7, and Q1": {"migration dust closed 2023-01-31..2023-02-28 draft"},
        "section 3, paragraph 3, and Q2": {"modified 2023-01-27..2023-02-27 draft"},
    },
    "dcc-consultation-2025-07-28": {
        "title page": {"consulted 2025-07-28 happened", "consultation closes 2025-08-26 final"},
        "paragraph 2": {"decommissioned 2025-10..2025-12-31 announced", "expires 2025 final"},
        "paragraph 10": {
            "migration completed 2022-10 happened",
            "migration completed 2023-05 happened",
            "migration completed 2024-11 happened",
        },
        "paragraphs 12 and 19": {"migration completed 2025-09 announced"},
        "paragraph 40": {"consulted 2024-09 happened", "concluded 2024-10 happened"},
        "paragraph 42": {"last epcl entry 2023-10 happened"},
        "table in section 3.5": {
            "final migration authorisation 2025-09-18 draft",
            "final migration week 2025-09-22 draft",
            "rp decommissioning date 2025-09-28 draft",
        },
        "paragraph 50": {"submitted 2025-08 announced"},
        "paragraph 51": {"rp decommissioning confirmed 2025-09 announced"},
    },
    "dcc-consultation-2025-10-17": {
        "title page": {"consulted 2025-10-17 happened", "consultation closes 2025-11-14 final"},
        "paragraph 50, as planned for the clause": {"consultation closes 2025-11-14 announced"},
        "paragraph 3 and its footnote": {"rp decommissioning confirmed 2025 happened"},
        "paragraph 9": {"directed 2018 happened", "directed 2019 happened"},
        "paragraph 15": {
            "migration completed 2022-10 happened",
            "migration completed 2023-05 happened",
            "migration completed 2024-11 happened",
            "migration completed 2025-09 happened",
        },
        "paragraph 16": {"expires 2025-12-31 final"},
        "paragraph 38": {"expires 2025-12-31 announced"},
        "paragraph 48": {"submitted 2025-11-21 announced"},
        "paragraph 49": {
            "re designated 2025-12-12..2026-01-12 draft",
            "designated 2025-12-12..2026-01-12 announced",
        },
    },
}
FIGURES = {
    "dcc-briefing-2021-11-03": {
        "slide Background to Maximising Migrations": {"about 3,700,000 installations"},
        "slide Proposed Exclusion Category - Cryptographic Master Keys": {"1 installations", "12,071 installations"},
        "slide Proposed Exclusion Category - No WAN Before Migration Attempted": {"11,523 installations"},
        "slide Proposed Exclusion Category - No WAN Attempting Migration": {"470 installations"},
        "slide Proposed Exclusion Category - At Least Five Migration Attempts": {
            "1,502 installations",
            "about 400 error codes",
        },
        "slide Proposal that specified DMCs are not economic to test": {
            "63 installations",
            "6 Device Model Combinations",
            "670,000 GBP",
        },
        "slide Where GT01 persistently fails": {"20,000 installations", "13,000 installations"},
        "slide An update on revisions to the SMETS1 PPMID Definition for FOC": {"about 1,000 installations"},
        "slide Summary & Next Steps": {"about 25,000 installations", "33,000 installations"},
    },
    "beis-direction-2022-06-09": {},
    "dcc-consultation-2022-12-05": {},
    "dcc-consultation-2025-07-28": {
        "paragraph 7": {"more than 11,000,000 meters"},
        "paragraph 19": {"about 5,279,000 meters", "about 154,000 meters"},
    },
    "dcc-consultation-2025-10-17": {"paragraph 9": {"more than 12,000,000 meters"}},
}


@pytest.mark.parametrize("paper", DATES)
def test_dates(paper: str, catalogue: Catalogue) -> None:
    """The records hold every date of the paper, and take no other date from it."""
    assert set().union(*DATES[paper].values()) == {
        f"{moment.what} {moment.date}{'..' if moment.until else ''}{moment.until} {moment.status}"
        for moment in catalogue.timeline()
        if moment.source == paper and moment.status != "figure"
    }


@pytest.mark.parametrize("paper", FIGURES)
def test_figures(paper: str, catalogue: Catalogue) -> None:
    """The records hold every figure of the paper, and take no other figure from it."""
    figures = (moment for moment in catalogue.timeline() if moment.status == "figure")
    assert set().union(*FIGURES[paper].values()) == {moment.what for moment in figures if moment.source == paper}
