"""The kinds of record and their folders."""

import msgspec
import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.model.kinds import KIND_BY_FOLDER, KIND_BY_NAME, KINDS, Kind, Records, find_kind


def test_every_kind_has_its_field() -> None:
    """The fields of Records are the folders, in the same order."""
    assert [kind.folder for kind in KINDS] == [field.name for field in msgspec.structs.fields(Records)]


def test_kinds_are_known_by_folder_and_by_singular_name() -> None:
    """Both names lead to one kind, and no two kinds share a name."""
    assert len(KINDS) == len(KIND_BY_FOLDER)
    names = {name for kind in KINDS for name in (kind.folder, kind.singular)}
    assert names == set(KIND_BY_NAME)
    assert all(KIND_BY_NAME[kind.singular] is KIND_BY_FOLDER[kind.folder] is kind for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_of_kind(kind: Kind, tiny: Catalogue) -> None:
    """The records of a kind are of its type."""
    assert {kind.type} >= {type(record) for record in tiny.snapshot.records.of_kind(kind.folder)}


@pytest.mark.parametrize(
    ("expected", "name"),
    [("devices", "devices"), ("devices", "Device"), ("use_cases", "use-case"), ("matrix", "matrix_row")],
)
def test_find_kind(expected: str, name: str) -> None:
    """A kind is found by its folder or its singular name, in any case, with hyphens too."""
    assert expected == find_kind(name).folder


def test_an_unknown_kind() -> None:
    """The tip lists the kinds."""
    with pytest.raises(UsageError, match="no kind of record is called 'meters'") as raised:
        find_kind("meters")
    assert raised.value.tip.startswith("kinds: behaviours, matrix, ")
