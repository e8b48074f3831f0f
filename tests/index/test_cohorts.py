"""Cohorts by the names that people use."""

import msgspec
import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.index.cohorts import find_cohort
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.migration import Cohort

COHORTS = (
    Cohort(id="invented-one", name="Invented (One)", capacity="invented", group_id="ZZ"),
    Cohort(id="invented-two", name="Invented (Two)", capacity="invented"),
)


@pytest.fixture
def snapshot(tiny: Catalogue) -> Snapshot:
    """A catalogue with two invented cohorts."""
    records = msgspec.structs.replace(tiny.snapshot.records, cohorts=COHORTS)
    return msgspec.structs.replace(tiny.snapshot, records=records)


@pytest.mark.parametrize(
    ("expected", "wanted"),
    [
        ("invented-one", "invented-one"),
        ("invented-one", " Invented-One "),
        ("invented-one", "invented (one)"),
        ("invented-one", "zz"),
        ("invented-two", "Invented (Two)"),
    ],
)
def test_find_cohort(expected: str, wanted: str, snapshot: Snapshot) -> None:
    """A cohort is found by its id, name or GroupID, in any case."""
    assert expected == find_cohort(wanted, snapshot).id


@pytest.mark.parametrize("wanted", ["", " ", "invented", "three"])
def test_unknown_cohort(wanted: str, snapshot: Snapshot) -> None:
    """Anything else is refused with the list; an empty text is no GroupID."""
    with pytest.raises(UsageError) as raised:
        find_cohort(wanted, snapshot)
    assert f"no cohort is called {wanted!r}" == raised.value.message
    assert "cohorts: invented-one (Invented (One), ZZ), invented-two (Invented (Two))" == raised.value.tip
