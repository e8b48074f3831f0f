"""What people add to records is never lost to an import. All data is invented."""

from pathlib import Path

from tests.exchange.imported_files import DEVICE, FIRST, Import, changed, entries, files, touched, without
from tests.exchange.invented_cpl import (
    edition,
)


def write_by_hand(path: Path) -> None:
    """Add what people add to a record: comments, a citation, a conflict, a note."""
    text = path.read_text("utf-8").replace("  status: current\n", "  status: current  # seen by hand\n")
    text = text.replace("cpl:\n", "# the list's part\ncpl:\n", 1)
    hand = """\
  # by hand
  - source: cpl-9.001
    place: an invented place elsewhere in the list
    covers: [model]
conflicts:
  - about: model
    sides:
      - {source: cpl-9.001, place: one place, says: one thing}
      - {source: cpl-9.001, place: another, says: another thing}
    held: unknown
notes:
  - >-
    An invented note on
    two lines.  # no comment
"""
    path.write_text(text + hand, "utf-8")


def test_what_people_wrote_stays(catalogue: Path, bring_in: Import) -> None:
    """Comments, notes, conflicts and citations by hand survive a change, a disappearance and a return."""
    bring_in(edition(FIRST))
    write_by_hand(catalogue / DEVICE)
    by_hand = files(catalogue)[DEVICE].decode()
    _, _, end = by_hand.partition("  # by hand\n")
    plans = [
        bring_in(edition(changed(990001, image_creator="Invented Ltd"), "9.002")),
        bring_in(edition(without(990001), "9.003")),
        bring_in(edition(FIRST, "9.004")),
    ]
    assert [["990001"]] * 3 == [entries((*plan.changed, *plan.absent, *plan.returned)) for plan in plans]
    found = files(catalogue)[DEVICE].decode()
    assert by_hand.replace("source: cpl-9.001\n    place: Central", "source: cpl-9.004\n    place: Central") == found
    assert found.endswith(end)


def test_makers_and_sources_are_left_alone(catalogue: Path, bring_in: Import) -> None:
    """A manufacturer's record that exists and a source record completed by hand are never written again."""
    bring_in(edition(FIRST))
    source, maker = catalogue / "sources/cpl-9.001.yaml", catalogue / "manufacturers/F001.yaml"
    source.write_text(source.read_text("utf-8").replace("obtained: published", "obtained: third_party_copy"), "utf-8")
    maker.write_text(maker.read_text("utf-8") + "notes: [By hand]\n", "utf-8")
    before = files(catalogue)
    bring_in(edition(FIRST))
    assert before == files(catalogue)
    bring_in(edition(changed(990001, image_creator="Invented Ltd"), "9.002"))
    assert {DEVICE, "sources/cpl-9.002.yaml"} == touched(before, files(catalogue))
