"""Laws of the import, over generated lists. All data is invented."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator.exchange.cpl.importing import apply, plan_of
from s1sr_validator.exchange.cpl.published_list import CplList, read_list
from s1sr_validator.exchange.cpl.state import read_state
from s1sr_validator.exchange.workbook import Sheet, Workbook
from s1sr_validator.load.catalogue_files import load_catalogue
from tests.exchange.imported_files import files
from tests.exchange.invented_cpl import Entry, Sheets, edition, smets1, smets2

TYPES = ("Gas Smart Meter", "Communications Hub", "Polyphase Electricity Metering Equipment", "Invented Device")
TEXTS = st.none() | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["Current", "Removed", "current ", "Paused"]),
        "device_type": st.sampled_from(TYPES),
        "manufacturer": st.sampled_from(["F0:01", "f003", "F0:02", "F0"]),
        "hardware_version": st.sampled_from(["01", "0A", 1, 12]),
        "firmware": st.sampled_from(["00:00:00:01", "00:00:00:02"]),
        "image_creator": TEXTS,
        "image_descriptor": TEXTS,
    },
)
NUMBERS = st.lists(st.integers(1, 60), unique=True, max_size=12)


@st.composite
def lists(draw: st.DrawFn) -> list[Entry]:
    """Draw invented entries, some SMETS1, some not, some of which cannot be read."""
    made = [draw(st.sampled_from([smets1, smets2])) for _ in range(12)]
    return [make(number, **draw(CHANGES)) for make, number in zip(made, draw(NUMBERS), strict=False)]


def as_list(sheets: Sheets) -> CplList:
    """Read sheets as a list without a file between."""
    rows = [Sheet(title, tuple(tuple(row) for row in rows)) for title, rows in sheets.items()]
    return read_list(Workbook("products.xlsx", "00" * 32, tuple(rows)))


def imported(cpl: CplList, catalogue: Path) -> Any:  # noqa: ANN401 - the plan's type is of no interest here
    """Import a list and return the plan."""
    plan = plan_of(cpl, read_state(catalogue), force=True)
    apply(plan, catalogue)
    return plan


@settings(max_examples=40, deadline=None)
@given(lists(), lists(), st.randoms())
def test_import_is_idempotent(first: list[Entry], second: list[Entry], order: Any) -> None:  # noqa: ANN401 - a random source
    """After an import, the same list plans nothing, in whatever order its rows stand; the catalogue stays sound."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "catalogue"
        catalogue.mkdir()
        for version, entries in (("9.001", first), ("9.002", second)):
            cpl = as_list(edition(entries, version))
            before = files(catalogue)
            plan = imported(cpl, catalogue)
            after = files(catalogue)
            assert before.keys() <= after.keys()
            assert {f"{edit.folder}/{edit.id}.yaml" for edit in plan.edits} >= after.keys() - before.keys()
            shuffled = list(entries)
            order.shuffle(shuffled)
            assert imported(as_list(edition(shuffled, version)), catalogue).is_empty
            assert after == files(catalogue)
            assert [] == [found for found in load_catalogue(catalogue).findings if found.location.file != "catalogue"]


@settings(max_examples=40, deadline=None)
@given(lists(), lists())
def test_every_entry_has_one_outcome(first: list[Entry], second: list[Entry]) -> None:
    """Added, changed, absent, returned and unchanged share out the entries of catalogue and list; none is lost."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "catalogue"
        catalogue.mkdir()
        imported(as_list(edition(first)), catalogue)
        held = read_state(catalogue)
        plan = imported(as_list(edition(second, "9.002")), catalogue)
        changes = [*plan.added, *plan.changed, *plan.absent, *plan.returned]
        assert len(changes) == len({(change.folder, change.entry, change.key) for change in changes})
        assert len(changes) - len(plan.added) + plan.unchanged_count == len(held.devices) + sum(
            len(record["models"]) for record in held.other_models.values()
        )
