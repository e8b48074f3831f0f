"""The files of an import's folder: the register, the review queue, and the overlay with the records."""

from pathlib import Path

import msgspec

from s1sr_validator.exchange.record_writer import write_record
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.model.regulation_import import ClauseRegister, Draft, ReviewQueue
from s1sr_validator.whole_files import new_folder, replace_text

REGISTER_FILE, QUEUE_FILE, OVERLAY = "register.json", "review.json", "overlay"


def write_import(folder: Path, register: ClauseRegister, queue: ReviewQueue, edits: tuple[RecordEdit, ...]) -> None:
    """Write an import into a folder that holds nothing yet, which is there whole or not at all.

    Raises:
        UsageError: the folder holds something, or cannot be written.
        InputError: a record cannot be written.
    """
    check_new(folder)
    try:
        with new_folder(folder) as draft:
            for edit in edits:
                write_record(draft / OVERLAY, edit)
            replace_text(draft / REGISTER_FILE, _json(register))
            write_queue(draft, queue)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}", tip="name a new folder: --out DIR") from None


def check_new(folder: Path) -> None:
    """Refuse a folder that holds something: answers of an earlier review would be lost.

    Raises:
        UsageError: it is no folder, or not empty.
    """
    try:
        is_free = not folder.exists() or not any(folder.iterdir())
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}", tip="name a new folder: --out DIR") from None
    if not is_free:
        raise UsageError(f"{folder} is not empty", tip="name a new folder: --out DIR")


def read_queue(folder: Path) -> ReviewQueue:
    """Read the review queue of an import's folder.

    Raises:
        InputError: there is none, or it is damaged.
    """
    path = folder / QUEUE_FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=ReviewQueue)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
    except msgspec.MsgspecError as error:
        message = f"{path} is no review queue: {error}"
    tip = "name the folder that `s1sr import s1sr` wrote: s1sr review DIR"
    raise InputError(rules.QUEUE.finding(message, Location(file=str(path)), tip=tip))


def write_queue(folder: Path, queue: ReviewQueue) -> None:
    """Put the queue into its file, whole or not at all."""
    replace_text(folder / QUEUE_FILE, _json(queue))


def with_draft(queue: ReviewQueue, draft: Draft) -> ReviewQueue:
    """Return the queue with one draft as it is now."""
    drafts = tuple(draft if each.behaviour == draft.behaviour else each for each in queue.drafts)
    return msgspec.structs.replace(queue, drafts=drafts)


def _json(value: ClauseRegister | ReviewQueue) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
