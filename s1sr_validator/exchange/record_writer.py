"""Records to files: each file is replaced whole or not at all, and only when its content changes."""

import os
from pathlib import Path

from ruamel.yaml.error import YAMLError

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.yaml_merge import merged_text
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.model.kinds import KIND_BY_FOLDER


def record_path(catalogue: Path, folder: str, record_id: str) -> Path:
    """Return the file of a record."""
    return catalogue / folder / f"{record_id}.yaml"


def write_record(catalogue: Path, edit: RecordEdit) -> bool:
    """Write a record's values into its file, and say whether that changed the file.

    Raises:
        InputError: the file system or the record's own text refused; the file is as it was.
    """
    path = record_path(catalogue, edit.folder, edit.id)
    try:
        before = path.read_text("utf-8") if path.exists() else ""
        after = merged_text(before, edit.data, _heading(edit))
        if after == before:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, after)
    except (OSError, YAMLError) as error:
        reason = error.strerror if isinstance(error, OSError) else " ".join(str(error).split())
        message = f"{path} cannot be written: {reason}"
        raise InputError(rules.NOT_WRITTEN.finding(message, Location(file=str(path)))) from None
    return True


def _heading(edit: RecordEdit) -> str:
    up = "../" * (edit.id.count("/") + 2)
    return f"# yaml-language-server: $schema={up}schemas/{KIND_BY_FOLDER[edit.folder].singular}.schema.json"


def replace_file(path: Path, text: str) -> None:
    """Put the text in the place of a file, whole or not at all."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, data: bytes) -> None:
    """Put the data into a file beside the path, and that file into its place.

    The file beside it has a fixed name: what a killed run left behind is overwritten by the next.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows has no way to sync a folder
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
