"""A catalogue compiles into one snapshot, the same whenever it is made."""

import msgspec
import pytest

from s1sr_validator.index.compile import compile_snapshot
from s1sr_validator.index.snapshot import Origin, kind_counts, to_bytes
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.kinds import KINDS
from tests.invented import MAKER_ONE, TINY


@pytest.fixture(scope="module")
def loaded() -> LoadedCatalogue:
    """The tiny catalogue as it is read."""
    return load_catalogue(TINY)


def test_compiling_twice_gives_the_same_bytes(loaded: LoadedCatalogue) -> None:
    """Nothing of the run shows in the snapshot."""
    assert to_bytes(compile_snapshot(loaded)) == to_bytes(compile_snapshot(load_catalogue(TINY)))


def test_every_record_is_there(loaded: LoadedCatalogue) -> None:
    """A snapshot has each record that was read, and the file of each."""
    snapshot = compile_snapshot(loaded)
    for kind in KINDS:
        ids = {record.id for record in loaded.records.of_kind(kind.folder)}
        assert ids == {record.id for record in snapshot.records.of_kind(kind.folder)}
        assert {f"{kind.folder}/{record_id}" for record_id in ids} <= set(snapshot.origins)
        assert len(ids) == kind_counts(snapshot)[kind.folder]


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        (Origin("tiny_catalogue/behaviours/S1B-9001.yaml", 14), "behaviours/S1B-9001"),
        (Origin("tiny_catalogue/behaviours/S1B-9003.yaml", 18), "behaviours/S1B-9003"),
        (Origin("tiny_catalogue/matrix/invented/maker-one.yaml", 9), "matrix/invented/maker-one"),
        (Origin(f"tiny_catalogue/devices/{MAKER_ONE}.yaml", 3), f"devices/{MAKER_ONE}"),
    ],
)
def test_origins(expected: Origin, name: str, loaded: LoadedCatalogue) -> None:
    """A record is opened at the line where its claim stands, or else where it begins."""
    assert expected == compile_snapshot(loaded).origins[name]


def test_places_are_not_part_of_the_digest(loaded: LoadedCatalogue) -> None:
    """A comment added to a file changes lines, not content."""
    files = {key: msgspec.structs.replace(file, file="elsewhere.yaml", places={}) for key, file in loaded.files.items()}
    moved = msgspec.structs.replace(loaded, files=files)
    assert compile_snapshot(loaded).digest == compile_snapshot(moved).digest
    assert compile_snapshot(loaded).origins != compile_snapshot(moved).origins


def test_content_is_part_of_the_digest(loaded: LoadedCatalogue) -> None:
    """A changed value and a record less give another digest."""
    documents = tuple(msgspec.structs.replace(found, title="Other") for found in loaded.records.documents)
    digests = {
        compile_snapshot(msgspec.structs.replace(loaded, records=records)).digest
        for records in (
            loaded.records,
            msgspec.structs.replace(loaded.records, documents=documents),
            msgspec.structs.replace(loaded.records, documents=()),
        )
    }
    assert 3 == len(digests)


def test_a_catalogue_without_its_header_is_refused(loaded: LoadedCatalogue) -> None:
    """What has no version cannot be compiled."""
    with pytest.raises(ValueError, match="without its header"):
        compile_snapshot(msgspec.structs.replace(loaded, header=None))
