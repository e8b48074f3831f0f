"""Records as pages: conflicts, nested data, records without a title. Everything in them is invented."""

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import Hit, every_record
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.record import Conflict, ConflictSide
from s1sr_validator.report.page import Page
from s1sr_validator.report.record_text import write_record


def page_of(hit: Hit, lookup: Lookup) -> list[str]:
    """Return the lines of a record's page."""
    page = Page(width=120)
    write_record(page, hit, lookup)
    return str(page).splitlines()


def test_sources_that_disagree(tiny: Catalogue) -> None:
    """What each side says and what the record holds stands below the record's own data."""
    hit = next(hit for hit in every_record(tiny.snapshot) if isinstance(hit.record, Behaviour))
    conflict = Conflict(
        about="invented_number",
        sides=(
            ConflictSide(source="invented-source", place="page 1", says="one"),
            ConflictSide(source="invented-paper", place="page 2", says="two"),
        ),
        held="unknown",
    )
    record = msgspec.structs.replace(hit.record, conflicts=(conflict,), notes=("An invented note.",))
    lines = page_of(Hit(hit.kind, record), tiny.lookup)
    place = lines.index("Sources disagree about invented number; held: unknown")
    assert ["  - one (invented-source, page 1)", "  - two (invented-paper, page 2)"] == lines[place + 1 : place + 3]
    assert "Note: An invented note." in lines


def test_every_record_has_a_page(tiny: Catalogue) -> None:
    """Kind and id stand first, the file last, and no Python shows through."""
    for hit in every_record(tiny.snapshot):
        lines = page_of(hit, tiny.lookup)
        assert f"{hit.kind.singular} {hit.record.id}" == lines[0]
        assert ".yaml:" in lines[-1]
        assert not [line for line in lines if "{'" in line or "Struct" in line]
