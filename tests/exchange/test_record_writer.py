"""A file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from s1sr_validator.exchange.record_writer import record_path, write_record
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.import_plan import RecordEdit

EDIT = RecordEdit(folder="manufacturers", id="F001", data={"id": "F001", "name": "Invented maker"})
TEXT = '# yaml-language-server: $schema=../../schemas/manufacturer.schema.json\nid: "F001"\nname: Invented maker\n'


def test_writes_a_new_record_below_its_schema(tmp_path: Path) -> None:
    """The first line leads an editor to the schema, from wherever the record lies."""
    assert write_record(tmp_path, EDIT)
    assert TEXT == record_path(tmp_path, "manufacturers", "F001").read_text("utf-8")
    deep = RecordEdit(folder="devices", id="ESME/F001/0002/0105/000F1B31", data={"id": "x"})
    write_record(tmp_path, deep)
    first_line = record_path(tmp_path, deep.folder, deep.id).read_text("utf-8").splitlines()[0]
    assert "# yaml-language-server: $schema=../../../../../../schemas/device.schema.json" == first_line


def test_same_content_is_not_written(tmp_path: Path) -> None:
    """A file that holds the values keeps its bytes and its time."""
    write_record(tmp_path, EDIT)
    path = record_path(tmp_path, "manufacturers", "F001")
    os.utime(path, (1, 1))
    assert not write_record(tmp_path, EDIT)
    assert 1 == path.stat().st_mtime


def test_leftover_of_a_killed_run_is_overwritten(tmp_path: Path) -> None:
    """What a killed run left beside the file is gone after the next."""
    folder = tmp_path / "manufacturers"
    folder.mkdir()
    (folder / ".F001.yaml.part").write_text("half a rec")
    write_record(tmp_path, EDIT)
    assert [folder / "F001.yaml"] == list(folder.iterdir())


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """When the disk refuses, the old record is there, nothing lies beside it, and the next run succeeds."""
    write_record(tmp_path, EDIT)
    other = RecordEdit(folder="manufacturers", id="F001", data={"name": "Another name"})

    def fails(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, name, fails)
        with pytest.raises(InputError, match=r"F001\.yaml cannot be written: No space left") as caught:
            write_record(tmp_path, other)
    assert "CPL015" == caught.value.finding.code
    path = record_path(tmp_path, "manufacturers", "F001")
    assert (TEXT, [path]) == (path.read_text("utf-8"), list(path.parent.iterdir()))
    assert write_record(tmp_path, other)
    assert TEXT.replace("Invented maker", "Another name") == path.read_text("utf-8")


def test_text_that_cannot_be_edited(tmp_path: Path) -> None:
    """A record whose text is no YAML is left as it is."""
    path = record_path(tmp_path, "manufacturers", "F001")
    path.parent.mkdir()
    path.write_text("id: [", "utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        write_record(tmp_path, EDIT)
    assert "id: [" == path.read_text("utf-8")


def test_folder_in_the_way(tmp_path: Path) -> None:
    """A file where a folder has to be is named."""
    (tmp_path / "manufacturers").write_text("in the way")
    with pytest.raises(InputError, match="cannot be written"):
        write_record(tmp_path, EDIT)
