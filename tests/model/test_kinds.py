"""The kinds of record and their folders."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.kinds import KIND_BY_FOLDER, KIND_BY_NAME, KINDS, Kind, Records


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
