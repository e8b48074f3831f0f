"""A draft as files: an overlay folder that can be put over the catalogue, and the redacted messages beside it."""

from collections.abc import Iterable
from pathlib import Path

from s1sr_validator.evidence.redact import Redacted
from s1sr_validator.exchange.yaml_merge import merged_text
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.whole_files import new_folder, replace_bytes

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


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder that holds nothing yet.

    Raises:
        UsageError: the folder holds something, or cannot be written.
    """
    try:
        with new_folder(folder) as draft:
            for name, data in files.items():
                (draft / name).parent.mkdir(parents=True, exist_ok=True)
                replace_bytes(draft / name, data)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}", tip="name a new folder: --out DIR") from None
