"""A draft as files: an overlay folder that can be put over the catalogue, and the redacted messages beside it."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from s1sr_validator.evidence.redact import Redacted
from s1sr_validator.exchange.yaml_merge import merged_text
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.import_plan import RecordEdit

OVERLAY, EXCHANGE = "overlay", "exchange"
_HEADING = "# A draft from one exchange: read its notes, answer them, and give it an id of your own."


def records_as_files(records: Iterable[RecordEdit]) -> dict[str, bytes]:
    """Return the text of each record by its path below the draft's folder."""
    return {
        f"{OVERLAY}/{record.folder}/{record.id}.yaml": merged_text("", record.data, _HEADING).encode()
        for record in records
    }


def messages_as_files(messages: Iterable[Redacted]) -> dict[str, bytes]:
    """Return each redacted message by its path below the draft's folder."""
    return {f"{EXCHANGE}/{message.name}": message.data for message in messages}


def _make(folder: Path, files: dict[str, bytes]) -> None:
    """Make the folder under another name first, so that it is there whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}.part")
    if draft.exists():  # a run that was killed left it behind
        shutil.rmtree(draft)
    draft.mkdir()
    try:
        _fill(draft, files)
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into an empty folder; where one cannot be written, none of them stays."""
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError:
        for name in files:
            shutil.rmtree(folder / Path(name).parts[0], ignore_errors=True)
        raise


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder that holds nothing yet.

    Raises:
        UsageError: the folder holds something, or cannot be written.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty", tip="name a new folder: --out DIR")
        if folder.exists():
            _fill(folder, files)
        else:
            _make(folder, files)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}", tip="name a new folder: --out DIR") from None
