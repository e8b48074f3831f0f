"""Cohorts by the names that people use: id, name, GroupID."""

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.migration import Cohort


def find_cohort(wanted: str, snapshot: Snapshot) -> Cohort:
    """Return a cohort by its id, name or GroupID, in any case.

    Raises:
        UsageError: no cohort is called that; the tip lists them.
    """
    asked = wanted.strip().casefold()
    for cohort in snapshot.records.cohorts:
        if asked in {cohort.id.casefold(), cohort.name.casefold(), cohort.group_id.casefold()} - {""}:
            return cohort
    known = ", ".join(
        f"{cohort.id} ({cohort.name}{', ' + cohort.group_id if cohort.group_id else ''})"
        for cohort in snapshot.records.cohorts
    )
    raise UsageError(f"no cohort is called {wanted!r}", tip=f"cohorts: {known}")
