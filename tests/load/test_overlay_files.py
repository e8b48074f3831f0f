"""Overlay folders: what is read, what they are called, and what is no overlay."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.load.overlay_files import LoadedOverlay, load_overlays
from s1sr_validator.model.finding import Location
from tests.invented import TINY
from tests.overlays import BEHAVIOUR, STATE, TINY_OVERLAY, overlay_copy, write_overlay


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A copy of the invented overlay."""
    return overlay_copy(tmp_path)


def read(tiny: Catalogue, *folders: Path) -> tuple[LoadedOverlay, ...]:
    """Read overlays over the tiny catalogue."""
    return load_overlays(folders, tiny.snapshot.records)


def test_the_records_are_read_with_their_places(tiny: Catalogue) -> None:
    """Kinds, schemas and marks are those of a catalogue; paths begin as the folder was given, and files are marked."""
    (loaded,) = read(tiny, TINY_OVERLAY)
    file = loaded.loaded.file_of("behaviours", BEHAVIOUR)
    assert () == loaded.loaded.findings
    assert f"{TINY_OVERLAY.as_posix()}/behaviours/{BEHAVIOUR}.yaml" == file.file
    assert (9, 13) == (file.location("when", "all", 0, "fact").line, file.location("when", "all", 0, "fact").column)
    assert ("invented-findings", "1") == (loaded.name, loaded.version)
    assert {"invented-findings"} == {file.overlay for file in loaded.loaded.files.values()}


def test_a_condition_names_what_is_declared_below_and_in_another_overlay(tiny: Catalogue, overlay: Path) -> None:
    """State facts may come from the catalogue, from the overlay itself, and from any other one, before it or after."""
    other = write_overlay(overlay.parent / "declared", {f"states/{STATE}.yaml": None})
    (overlay / "states" / f"{STATE}.yaml").unlink()
    assert {"CAT011"} == {found.code for found in read(tiny, overlay)[0].loaded.findings}
    for folders in ((overlay, other), (other, overlay)):
        assert [()] * 2 == [each.loaded.findings for each in read(tiny, *folders)]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, ("acme findings", "")),
        ("version: '2'\n", ("acme findings", "2")),
        ("name: other\n", ("other", "")),
        ("name: other\nversion: '2026.1'\n", ("other", "2026.1")),
    ],
    ids=["no header", "version only", "name only", "both"],
)
def test_the_name(header: str | None, expected: tuple[str, str], tiny: Catalogue, tmp_path: Path) -> None:
    """An overlay is called what its header says, else like its folder."""
    folder = write_overlay(tmp_path / "acme findings", {"sources/x-invented-tests.yaml": None, "overlay.yaml": header})
    (loaded,) = read(tiny, folder)
    assert expected == (loaded.name, loaded.version)
    assert () == loaded.loaded.findings


@pytest.mark.parametrize(
    ("header", "code", "place"),
    [
        ("nmae: x\n", "CAT007", (1, 7)),
        ("name: a/b\n", "CAT007", (1, 7)),
        ("name: ' '\n", "CAT007", (1, 7)),
        ("name: [\n", "CAT002", (2, 1)),
        ("version: 1\n", "CAT008", (1, 10)),
        ("", "CAT002", (1, 1)),
    ],
)
def test_a_header_with_faults(header: str, code: str, place: tuple[int, int], tiny: Catalogue, tmp_path: Path) -> None:
    """What is wrong with the header is a finding at its place, and the rest is read."""
    folder = write_overlay(tmp_path / "x", {"sources/x-invented-tests.yaml": None, "overlay.yaml": header})
    (loaded,) = read(tiny, folder)
    line, column = place
    found = loaded.loaded.findings[0]
    assert (code, f"{folder.as_posix()}/overlay.yaml") == (found.code, found.location.file)
    assert (line, column) == (found.location.line, found.location.column)
    assert "x-invented-tests" == loaded.loaded.records.sources[0].id


def test_what_stands_beside_the_records(tiny: Catalogue, overlay: Path) -> None:
    """Files of editors and version control are left alone, as is a README; anything else is a slip."""
    for name in (".git/config", ".DS_Store", "behaviours/.X.yaml.swp", "README.md"):
        (overlay / name).parent.mkdir(exist_ok=True)
        (overlay / name).write_text("nothing")
    assert () == read(tiny, overlay)[0].loaded.findings
    (overlay / "behaviors").mkdir()
    (overlay / "behaviors" / "X-INVENTED-0002.yaml").write_text("id: X-INVENTED-0002")
    expected = Location(file=f"{overlay.as_posix()}/behaviors/X-INVENTED-0002.yaml")
    assert [("CAT001", expected)] == [(found.code, found.location) for found in read(tiny, overlay)[0].loaded.findings]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "overlay .* does not exist"),
        ({}, "overlay .* holds no records"),
        ({"behaviours/README.md": "Nothing yet."}, "overlay .* holds no records"),
        ({"notes/x.yaml": "id: x"}, "overlay .* holds no records"),
        ({"catalogue.yaml": "id: catalogue", "sources/x-invented-tests.yaml": None}, "is a whole catalogue"),
    ],
    ids=["missing", "empty", "no record", "no kind", "a catalogue"],
)
def test_no_overlay(content: dict[str, str | None] | None, message: str, tiny: Catalogue, tmp_path: Path) -> None:
    """A folder that is no overlay is refused in words, and never taken for one that had nothing to say."""
    folder = tmp_path / "folder"
    if content is not None:
        folder.mkdir()
        write_overlay(folder, content)
    with pytest.raises(UsageError, match=message) as raised:
        read(tiny, folder)
    assert raised.value.tip


def test_a_file_is_no_overlay(tiny: Catalogue) -> None:
    """A record by itself is none."""
    with pytest.raises(UsageError, match=r"is not a folder$"):
        read(tiny, TINY_OVERLAY / "overlay.yaml")


def test_a_catalogue_is_no_overlay(tiny: Catalogue) -> None:
    """The tip says how to give one."""
    with pytest.raises(UsageError, match=r"is a whole catalogue, not an overlay$") as raised:
        read(tiny, TINY)
    assert "give it as --catalogue" == raised.value.tip


def test_a_root_has_no_name(tiny: Catalogue) -> None:
    """The root of a file system is no overlay, and is not searched."""
    with pytest.raises(UsageError):
        read(tiny, Path(Path.cwd().anchor))


def test_two_of_one_name(tiny: Catalogue, overlay: Path) -> None:
    """A mark must lead to one overlay."""
    for folders, taken in (((TINY_OVERLAY, overlay), ()), ((overlay,), ("invented-findings",))):
        with pytest.raises(UsageError, match=r"^two overlays are called 'invented-findings'$"):
            load_overlays(folders, tiny.snapshot.records, taken)


def test_one_folder_twice(tiny: Catalogue, overlay: Path) -> None:
    """Two ways to one folder are one folder."""
    with pytest.raises(UsageError, match=r"is given twice$"):
        read(tiny, overlay, overlay / "sources" / "..")
