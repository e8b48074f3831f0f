"""Which installations a category takes in, by the evidence that the papers ask for, read by hand.

The rules are those of the briefing of 3 November 2021 (dcc-briefing-2021-11-03), and for Active to Dormant that of the
letter of 9 June 2022 (beis-direction-2022-06-09).
"""

from typing import NamedTuple

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.history import CategoryAnswer
from s1sr_validator.model.truth import Truth

Facts = dict[str, object]


class Installation(NamedTuple):
    """What is known of an installation, whether it met the category, and what is still open."""

    place: str
    which: str
    known: Facts
    met: Truth
    still_open: set[str]


def meets(place: str, which: str, /, **known: object) -> Installation:
    """Return an installation that the category takes in."""
    return Installation(place, which, known, Truth.TRUE, set())


def misses(place: str, which: str, /, **known: object) -> Installation:
    """Return an installation that the category does not take in."""
    return Installation(place, which, known, Truth.FALSE, set())


def leaves_open(place: str, which: str, still_open: set[str], /, **known: object) -> Installation:
    """Return an installation of which too little is known."""
    return Installation(place, which, known, Truth.UNKNOWN, still_open)


def each(*installations: Installation) -> pytest.MarkDecorator:
    """Run a test once for each installation; its id is the place in the paper and what is so about it."""
    ids = [f"{installation.place}: {installation.which}" for installation in installations]
    return pytest.mark.parametrize("installation", installations, ids=ids)


def answer(catalogue: Catalogue, category: str, known: Facts) -> CategoryAnswer:
    """Return what the catalogue answers for one category."""
    answers = catalogue.exclusions({f"installation.{name}": value for name, value in known.items()})
    return next(found for found in answers if found.exclusion == category)


def check(catalogue: Catalogue, category: str, installation: Installation) -> None:
    """Hold the answer for a category to what the paper says."""
    found = answer(catalogue, category, installation.known)
    assert installation.met is found.met
    assert {f"state.installation.{name}" for name in installation.still_open} == set(found.still_open_facts)


KEYLESS: Facts = {"only_dormant_meters": True, "master_key_obtained": False, "master_key_steps_taken": True}


@each(
    meets("slide Cryptographic Master Keys", "IOC", cohort="ioc", **KEYLESS),
    meets("slide Cryptographic Master Keys", "MOC (MDS)", cohort="moc-mds", **KEYLESS),
    misses("slide Cryptographic Master Keys", "MOC (Secure) is out of scope", cohort="moc-secure", **KEYLESS),
    misses("Q2", "the key was obtained", cohort="ioc", **KEYLESS | {"master_key_obtained": True}),
    misses("Q2", "steps are left to take", cohort="ioc", **KEYLESS | {"master_key_steps_taken": False}),
    misses("Q2", "an Active Meter", cohort="ioc", **KEYLESS | {"only_dormant_meters": False}),
    leaves_open("Q2", "steps unknown", {"master_key_steps_taken"}, cohort="ioc", **dict(list(KEYLESS.items())[:2])),
)
def test_master_key_errors(installation: Installation, catalogue: Catalogue) -> None:
    """18.4: solely Dormant, IOC or MOC (MDS), all reasonable steps taken and no Master Key."""
    check(catalogue, "master-key-errors", installation)


@each(
    meets("Q3", "three failures", cohort="ioc", only_dormant_meters=True, no_wan_upgrade_failures=3),
    misses("Q3", "two failures", cohort="ioc", only_dormant_meters=True, no_wan_upgrade_failures=2),
    misses("Q3", "for IOC only", cohort="moc-mds", only_dormant_meters=True, no_wan_upgrade_failures=3),
    leaves_open("Q3", "nothing counted", {"no_wan_upgrade_failures"}, cohort="ioc", only_dormant_meters=True),
)
def test_no_wan_before_migration(installation: Installation, catalogue: Catalogue) -> None:
    """18.7: IOC, three separate instructions that failed for lack of WAN."""
    check(catalogue, "no-wan-before-migration-attempted", installation)


NO_WAN: Facts = {"only_dormant_meters": True, "error_code": "MA112", "attempts_failed": 3, "separate_weeks": 3}


@each(
    meets("Q4", "three weeks, IOC", cohort="ioc", **NO_WAN),
    meets("Q4", "three weeks, MOC (MDS)", cohort="moc-mds", **NO_WAN),
    misses("Q4", "three attempts in two weeks", cohort="ioc", **NO_WAN | {"separate_weeks": 2}),
    misses("slide No WAN Attempting Migration", "another error", cohort="ioc", **NO_WAN | {"error_code": "GT01"}),
    misses("slide No WAN Attempting Migration", "MOC (Secure) is out of scope", cohort="moc-secure", **NO_WAN),
    leaves_open("slide No WAN Attempting Migration", "cohort unknown", {"cohort"}, **NO_WAN),
)
def test_no_wan_attempting_migration(installation: Installation, catalogue: Catalogue) -> None:
    """18.8: MA112 in three attempts, each in a separate week."""
    check(catalogue, "no-wan-attempting-migration", installation)


FIVE: Facts = {
    "only_dormant_meters": True,
    "table_5_10_error": False,
    "attempts_failed": 5,
    "separate_weeks": 5,
}


@each(
    meets("Q5", "five weeks, MOC (Secure)", cohort="moc-secure", **FIVE),
    meets("Q5", "five weeks, MOC (MDS)", cohort="moc-mds", **FIVE),
    misses("Q5", "four weeks", cohort="ioc", **FIVE | {"attempts_failed": 4, "separate_weeks": 4}),
    misses("slide At Least Five Migration Attempts", "Table 5.10", cohort="ioc", **FIVE | {"table_5_10_error": True}),
    misses("slide At Least Five Migration Attempts", "FOC is out of scope", cohort="foc-bg", **FIVE),
    leaves_open(
        "slide At Least Five Migration Attempts",
        "kind of error unknown",
        {"table_5_10_error"},
        cohort="ioc",
        only_dormant_meters=True,
        attempts_failed=5,
        separate_weeks=5,
    ),
)
def test_five_retries(installation: Installation, catalogue: Catalogue) -> None:
    """18.9: five attempts, each in a separate week, other than for the data errors of Table 5.10."""
    check(catalogue, "five-retries-attempting-migration", installation)


@each(
    meets("Q7", "IOC", cohort="ioc", dmct_decided_uneconomic=True, direction_otherwise=False),
    meets("Q7", "FOC", cohort="foc-np", dmct_decided_uneconomic=True, direction_otherwise=False),
    misses("Q7", "directed otherwise", cohort="ioc", dmct_decided_uneconomic=True, direction_otherwise=True),
    misses("Q7", "not uneconomic", cohort="ioc", dmct_decided_uneconomic=False, direction_otherwise=False),
    misses("Q7", "MOC is out of scope", cohort="moc-mds", dmct_decided_uneconomic=True, direction_otherwise=False),
    leaves_open("Q7", "no decision known", {"dmct_decided_uneconomic"}, cohort="foc-bg", direction_otherwise=False),
)
def test_uneconomic_to_test(installation: Installation, catalogue: Catalogue) -> None:
    """18.5: the Secretary of State decides so, and does not direct otherwise."""
    check(catalogue, "uneconomic-to-test", installation)


GAS_FAILS: Facts = {"error_code": "GT01", "only_dormant_meters": True, "attempts_failed": 3, "separate_weeks": 3}
ACTIVE: Facts = {"error_code": "GT01", "only_dormant_meters": False}


@each(
    meets("slide Where GT01 persistently fails", "IOC on credit", cohort="ioc", payment_mode_credit=True, **GAS_FAILS),
    meets(
        "slide Where GT01 persistently fails",
        "MOC (Secure), not on credit",
        cohort="moc-secure",
        payment_mode_credit=False,
        **GAS_FAILS,
    ),
    meets("slide Where GT01 persistently fails", "MOC (Secure), mode unknown", cohort="moc-secure", **GAS_FAILS),
    misses(
        "slide Where GT01 persistently fails", "IOC not on credit", cohort="ioc", payment_mode_credit=False, **GAS_FAILS
    ),
    misses(
        "slide Where GT01 persistently fails", "two weeks", cohort="moc-secure", **GAS_FAILS | {"separate_weeks": 2}
    ),
    misses(
        "slide Where GT01 persistently fails",
        "MOC (MDS) is out of scope",
        cohort="moc-mds",
        payment_mode_credit=True,
        **GAS_FAILS,
    ),
    meets(
        "slide Where GT01 persistently fails",
        "Active, supplier excludes",
        cohort="moc-secure",
        supplier_excludes_gas_meter=True,
        **ACTIVE,
    ),
    misses(
        "slide Where GT01 persistently fails",
        "Active, supplier does not",
        cohort="moc-secure",
        supplier_excludes_gas_meter=False,
        **ACTIVE,
    ),
    leaves_open(
        "slide Where GT01 persistently fails", "IOC, mode unknown", {"payment_mode_credit"}, cohort="ioc", **GAS_FAILS
    ),
    leaves_open(
        "slide Where GT01 persistently fails", "Active", {"supplier_excludes_gas_meter"}, cohort="moc-secure", **ACTIVE
    ),
)
def test_gt01(installation: Installation, catalogue: Catalogue) -> None:
    """18.6: three weeks for Dormant Meters, the supplier's decision for Active ones; IOC only on credit."""
    check(catalogue, "consistent-gt01-check-failure", installation)


@each(
    meets("paragraph 6", "contract ended, statement made", dormant_by_contract_end=True, supplier_statement=True),
    misses("paragraph 6", "no statement", dormant_by_contract_end=True, supplier_statement=False),
    misses("paragraph 6", "dormant otherwise", dormant_by_contract_end=False, supplier_statement=True),
    leaves_open("paragraph 6", "statement unknown", {"supplier_statement"}, dormant_by_contract_end=True),
)
def test_active_to_dormant(installation: Installation, catalogue: Catalogue) -> None:
    """Clause 18: the supplier ended its contract and stated that Migration would fail (letter of 9 June 2022)."""
    check(catalogue, "active-to-dormant", installation)


def test_categories_without_a_rule_are_not_answered_for(catalogue: Catalogue) -> None:
    """Letter of 9 June 2022, paragraphs 3 and 8: for five categories it gives no rule, so nothing is concluded."""
    without_rule = {
        "unable-to-attempt-firmware-upgrade",
        "firmware-failure-ioc",
        "firmware-failure-moc-mds",
        "unresolved-data-issues",
        "duplicate-mpxns",
    }
    assert without_rule == {record.id for record in catalogue.list("exclusion")} - {
        found.exclusion for found in catalogue.exclusions({})
    }
