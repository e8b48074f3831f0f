"""What an import refuses, and what it leaves alone because it cannot know. All data is invented."""

from pathlib import Path

import pytest

from s1sr_validator.exchange.cpl.importing import plan_import
from s1sr_validator.model.errors import CatalogueError, UsageError
from tests.exchange.imported_files import DEVICE, FIRST, Import, files, touched, without
from tests.exchange.invented_cpl import (
    FULL,
    LOG,
    Sheets,
    edition,
    full_rows,
    log_rows,
    smets1,
    smets2,
)


def test_older_edition_is_refused(catalogue: Path, bring_in: Import) -> None:
    """An older list would undo what is known; 9.2 is older than 9.010."""
    bring_in(edition(FIRST, "9.010"))
    before = files(catalogue)
    with pytest.raises(UsageError, match=r"version 9\.2 of the list; the catalogue already holds version 9\.010"):
        bring_in(edition(FIRST, "9.2"))
    assert before == files(catalogue)


@pytest.mark.parametrize(
    "sheets",
    [
        edition(without(990001, 990002), "9.002"),
        edition([entry | {"status": "Removed"} if entry["entry"] < "990003" else entry for entry in FIRST], "9.002"),
        edition(without(990101, 990102), "9.002"),
        edition(
            [entry | {"status": "Removed"} if entry["entry"] in {"990101", "990102"} else entry for entry in FIRST],
            "9.002",
        ),
    ],
    ids=["SMETS1 absent", "SMETS1 removed", "others absent", "others removed"],
)
def test_large_loss_is_refused(catalogue: Path, bring_in: Import, sheets: Sheets) -> None:
    """Two of eleven are more than a tenth: refused without force, carried out with it."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    with pytest.raises(UsageError, match=r"2 of 11 .*Device Models in the catalogue would become absent or removed"):
        bring_in(sheets)
    assert before == files(catalogue)
    plan = bring_in(sheets, force=True)
    assert 2 == len(plan.absent) + len(plan.changed)


def test_entry_in_doubt_stays(catalogue: Path, bring_in: Import) -> None:
    """An entry that cannot be read is neither changed nor taken for gone."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    plan = bring_in(
        edition([*without(990001, 990101), smets1(990001, status="?"), smets2(990101, status="?")], "9.002")
    )
    assert {"CPL007"} == {finding.code for finding in plan.findings}
    assert {"sources/cpl-9.002.yaml"} == touched(before, files(catalogue))


def test_row_without_a_number_keeps_every_entry(bring_in: Import) -> None:
    """While a row may be any entry, no entry is taken for gone."""
    bring_in(edition(FIRST))
    plan = bring_in(
        {LOG: log_rows(version="9.002"), FULL: full_rows([*without(990001), smets1(990001, entry="99OOO1")])}
    )
    assert ((), 22) == (plan.absent, plan.unchanged_count)


def test_unsound_records_stop_the_import(tmp_path: Path, catalogue: Path, bring_in: Import) -> None:
    """A record that cannot be read would look like a new Device Model; the import waits until it is mended."""
    bring_in(edition(FIRST))
    (catalogue / DEVICE).write_text("id: [", "utf-8")
    with pytest.raises(CatalogueError, match="records that the import has to read"):
        plan_import(tmp_path / "products.xlsx", catalogue)
