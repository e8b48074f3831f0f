"""Records to files: each file is replaced whole or not at all, and only when its content changes."""

from pathlib import Path

from ruamel.yaml.error import YAMLError

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.yaml_merge import merged_text
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from s1sr_validator.whole_files import Before, replace_bytes


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
        held = path.read_bytes() if path.exists() else Before.NOTHING
        before = held.decode().replace("\r\n", "\n") if isinstance(held, bytes) else ""
        after = merged_text(before, edit.data, _heading(edit))
        if after == before:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, after.encode(), before=held)
    except (OSError, YAMLError) as error:
        reason = error.strerror if isinstance(error, OSError) else " ".join(str(error).split())
        message = f"{path} cannot be written: {reason}"
        raise InputError(rules.NOT_WRITTEN.finding(message, Location(file=str(path)))) from None
    return True


def _heading(edit: RecordEdit) -> str:
    up = "../" * (edit.id.count("/") + 2)
    return f"# yaml-language-server: $schema={up}schemas/{KIND_BY_FOLDER[edit.folder].singular}.schema.json"
