"""Which exclusion categories an installation met."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Origin
from s1sr_validator.model.condition import AllOf, Comparison, Condition, Operator, ValueType
from s1sr_validator.model.history import CategoryAnswer
from s1sr_validator.model.migration import Dormancy, Exclusion, ExclusionEffect
from s1sr_validator.model.state import StateFact, StateScope
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.exclusions import categories_met

SILENT_DAYS = "state.installation.silent_days"
LONG = Comparison(fact=SILENT_DAYS, operator=Operator.AT_LEAST, operands=(100,))
BROKEN = Comparison(fact="state.installation.broken", operator=Operator.EQUALS, operands=(True,))
FACTS = (
    StateFact(
        id="installation.silent_days",
        title="the number of silent days",
        description="d",
        type=ValueType.INTEGER,
        scope=StateScope.INSTALLATION,
    ),
    StateFact(
        id="installation.broken",
        title="whether it is broken",
        description="d",
        type=ValueType.BOOLEAN,
        scope=StateScope.INSTALLATION,
    ),
)


def category(record_id: str, when: Condition | None) -> Exclusion:
    """Return an invented category."""
    return Exclusion(
        id=record_id,
        name=f"Invented category {record_id}",
        summary="s",
        clause="INVENTED/9.1",
        cohorts=(),
        dormancy=Dormancy.UNKNOWN,
        effect=ExclusionEffect.INSTALLATION_NOT_MIGRATED,
        when=when,
    )


@pytest.fixture
def catalogue(tiny: Catalogue) -> Catalogue:
    """A catalogue with three invented categories, one of them without a rule."""
    categories = (
        category("invented-a", AllOf(parts=(LONG, BROKEN))),
        category("invented-b", LONG),
        category("invented-c", None),
    )
    records = msgspec.structs.replace(tiny.snapshot.records, exclusions=categories, states=FACTS)
    origins = {f"exclusions/{found.id}": Origin("invented.yaml", 7) for found in categories}
    return Catalogue(msgspec.structs.replace(tiny.snapshot, records=records, origins=origins))


@pytest.mark.parametrize(
    ("expected", "values"),
    [
        ([("invented-a", Truth.UNKNOWN), ("invented-b", Truth.UNKNOWN)], {}),
        ([("invented-b", Truth.TRUE), ("invented-a", Truth.UNKNOWN)], {SILENT_DAYS: 100}),
        ([("invented-a", Truth.FALSE), ("invented-b", Truth.FALSE)], {SILENT_DAYS: 99}),
        ([("invented-b", Truth.UNKNOWN), ("invented-a", Truth.FALSE)], {"state.installation.broken": False}),
    ],
)
def test_categories_met(expected: list[tuple[str, Truth]], values: dict[str, int], catalogue: Catalogue) -> None:
    """Categories that were met come first, then the open ones; one without a rule is not answered for."""
    assert expected == [(found.exclusion, found.met) for found in categories_met(values, catalogue.lookup)]


def test_an_open_category(catalogue: Catalogue) -> None:
    """What is still open stands in words and by name, with the place of the record."""
    expected = CategoryAnswer(
        exclusion="invented-a",
        name="Invented category invented-a",
        clause="INVENTED/9.1",
        met=Truth.UNKNOWN,
        rule="the number of silent days is at least 100 and whether it is broken is true",
        still_open="whether it is broken is true",
        still_open_facts=("state.installation.broken",),
        effect="installation not migrated",
        source_file="invented.yaml",
        line=7,
    )
    assert expected in categories_met({SILENT_DAYS: 100}, catalogue.lookup)


def test_a_settled_category_leaves_nothing_open(catalogue: Catalogue) -> None:
    """What is met or not met has no residual."""
    assert {("", ())} == {
        (found.still_open, found.still_open_facts) for found in categories_met({SILENT_DAYS: 1}, catalogue.lookup)
    }
