"""Record files in canonical form: which are in it, which are not, and which cannot be read."""

import difflib
from collections.abc import Iterable

import msgspec

from s1sr_validator.contribution import rules
from s1sr_validator.contribution.record_files import RecordPath
from s1sr_validator.contribution.record_form import canonical_text
from s1sr_validator.load import rules as load_rules
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.yaml_tree import MAX_BYTES
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.whole_files import replace_text


class FormedFile(msgspec.Struct, frozen=True):
    """A file: its text as it is and in canonical form; both are empty where `finding` says why it cannot be read."""

    record: RecordPath
    before: str = ""
    after: str = ""
    finding: Finding | None = None

    @property
    def name(self) -> str:
        """Return the path as it was given."""
        return str(self.record.path)

    @property
    def differs(self) -> bool:
        """Say whether the file is not in canonical form."""
        return self.before != self.after

    def unified_diff(self) -> str:
        """Return what the form would change, as a unified diff."""
        lines = (self.before.splitlines(keepends=True), self.after.splitlines(keepends=True))
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in difflib.unified_diff(*lines, f"a/{self.name}", f"b/{self.name}")
        )


def formed(records: Iterable[RecordPath]) -> tuple[FormedFile, ...]:
    """Return every file with its canonical form; nothing is written."""
    return tuple(map(_formed, records))


def _formed(record: RecordPath) -> FormedFile:
    name = str(record.path)
    try:
        with record.path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        return FormedFile(record, data.decode(errors="replace"), canonical_text(data, record.singular, record.depth))
    except LoadProblem as problem:
        return FormedFile(record, finding=problem.finding(name))
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        return FormedFile(record, finding=load_rules.UNREADABLE.finding(message, Location(file=name)))


def written(file: FormedFile) -> FormedFile:
    """Write a file in canonical form; where that fails the file is as it was, and `finding` says why."""
    try:
        replace_text(file.record.path.resolve(), file.after, before=file.before)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        found = rules.NOT_WRITTEN.finding(message, Location(file=file.name))
        return msgspec.structs.replace(file, finding=found)
    return file
