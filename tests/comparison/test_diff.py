"""What two catalogues say differently, by what the change can do."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.comparison.diff import difference
from s1sr_validator.comparison.value_differences import value_differences
from s1sr_validator.model.comparison import Change, DiffReport, Effect
from tests.invented import MAKER_ONE, MAKER_TWO, TINY, edit, tiny_copy

BEHAVIOUR, ROW = "behaviours/S1B-9001.yaml", "matrix/invented/maker-one.yaml"


def changed(tmp_path: Path, file: str, old: str, new: str) -> DiffReport:
    """Return what one edit of the tiny catalogue comes to."""
    folder = tiny_copy(tmp_path)
    edit(folder, file, old, new)
    return difference(Catalogue.load(TINY).lookup, Catalogue.load(folder).lookup)


def test_equal_catalogues_have_no_differences(tiny: Catalogue) -> None:
    """Every record is equal, and nothing is reported."""
    report = difference(tiny.lookup, tiny.lookup)
    assert ((), ()) == (report.records, report.reach)
    assert report.same > 50


@pytest.mark.parametrize(
    ("file", "old", "new", "effect", "field"),
    [
        (BEHAVIOUR, "\ntitle: ", "\ntitle: Another ", Effect.WORDING, "title"),
        (
            "states/invented_log.entries.yaml",
            "type: integer",
            "type: integer\nmaximum: 77",
            Effect.PREDICTED,
            "maximum",
        ),
        ("sources/invented-source.yaml", "title: ", "title: Other ", Effect.WORDING, "title"),
        ("sources/invented-source.yaml", "publisher: ", "publisher: Other ", Effect.KNOWN, "publisher"),
    ],
)
def test_a_change_has_an_effect(tmp_path: Path, file: str, old: str, new: str, effect: Effect, field: str) -> None:
    """Words alone, what is known, or what is predicted; the field is named."""
    report = changed(tmp_path, file, old, new)
    found = [(each.change, each.effect, [part.field for part in each.fields]) for each in report.records]
    assert [(Change.CHANGED, effect, [field])] == found


def test_a_row_is_resolved_to_device_models(tmp_path: Path) -> None:
    """Who edits a selector sees the Device Models that gain and lose the behaviour, not only the selector."""
    report = changed(tmp_path, ROW, 'manufacturer: ["FFF0"]', 'manufacturer: ["FFF1"]')
    moved = {reach.behaviour: (set(reach.gained), set(reach.lost)) for reach in report.reach}
    assert moved
    for gained, lost in moved.values():
        assert MAKER_TWO in gained
        assert MAKER_ONE in lost
    assert Effect.PREDICTED is report.records[0].effect


def test_added_and_removed_records(tmp_path: Path) -> None:
    """A record that one side lacks is added or removed as a whole."""
    folder = tiny_copy(tmp_path)
    (folder / "use_cases" / "IXS91.yaml").unlink()
    less, tiny = Catalogue.load(folder).lookup, Catalogue.load(TINY).lookup
    assert [Change.REMOVED] == [each.change for each in difference(tiny, less).records]
    assert [Change.ADDED] == [each.change for each in difference(less, tiny).records]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [(("a",), 1, 2)]),
        ({"a": 1}, {}, [(("a",), 1, None)]),
        ({"a": {"b": 1}}, {"a": {"b": 2, "c": 3}}, [(("a", "b"), 1, 2), (("a", "c"), None, 3)]),
        ({"l": ["x", "y"]}, {"l": ["y", "z"]}, [(("l",), "x", None), (("l",), None, "z")]),
        ({"l": ["x"]}, {}, [(("l",), "x", None)]),
        (
            {"l": [{"order": 1, "t": "a"}, {"order": 2, "t": "b"}]},
            {"l": [{"order": 2, "t": "c"}, {"order": 1, "t": "a"}]},
            [(("l", "2", "t"), "b", "c")],
        ),
        (
            {"l": [{"event": "e", "date": "d", "n": 1}]},
            {"l": [{"event": "e", "date": "d", "n": 2}, {"event": "f", "date": "d"}]},
            [(("l", "e d", "n"), 1, 2), (("l", "f d"), None, {"event": "f", "date": "d"})],
        ),
        ({"l": [{"x": 1}, {"x": 2}]}, {"l": [{"x": 2}]}, [(("l",), {"x": 1}, None)]),
    ],
)
def test_values_are_matched_by_what_identifies_them(before: object, after: object, expected: list[object]) -> None:
    """Items that have a name are compared with their namesakes; others are there or not; order says nothing."""
    assert expected == [(each.path, each.before, each.after) for each in value_differences(before, after)]
