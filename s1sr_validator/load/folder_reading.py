"""The files of one folder of records: each is read by itself, what is wrong becomes a finding, and none stops the rest.

Records with conditions come last: what their conditions may name is declared by other records.
"""

import os
from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Any

import msgspec

from s1sr_validator.load import rules
from s1sr_validator.load.condition_facts import ConditionFacts
from s1sr_validator.load.condition_form import ConditionReader, Vocabulary
from s1sr_validator.load.loaded import RecordFile
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schema_check import schema_problems
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import typed_data
from s1sr_validator.load.yaml_tree import read_bounded, read_tree
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.kinds import KIND_BY_FOLDER, KINDS, Kind, Records
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.record import Record

Key = tuple[str, str]
"""A kind's folder and a record's id."""

_WITH_CONDITIONS = (Behaviour, Exclusion)
_OTHER_FILES = {"README.md", "LICENSE"}


class FolderReading:
    """Reads the record files of a folder; everything that is wrong goes to `findings`."""

    def __init__(self, folder: FilePath, *, shown: str, header: Kind | None = None, overlay: str = "") -> None:
        """Take the folder, how paths in it begin when they are shown, the kind of its header, and its overlay."""
        self._folder = folder
        self._shown = shown
        self._header = header
        self._overlay = overlay
        self._files: list[RecordFile] = []
        self.findings: list[Finding] = []

    def read(self, paths: Iterable[FilePath]) -> None:
        """Read every file that is a record, and note those that belong nowhere."""
        for path in paths:
            if path.name not in _OTHER_FILES:
                self._read(path)

    def _read(self, path: FilePath) -> None:
        inside = path.relative_to(self._folder)
        shown = f"{self._shown}/{inside.as_posix()}"
        kind = self._kind_of(inside)
        if kind is None or path.suffix != ".yaml":
            self._note(LoadProblem(rules.UNREADABLE, "no record: expected KIND/ID.yaml with a known kind"), shown)
            return
        if path.is_symlink() and not FilePath(os.path.realpath(path)).is_relative_to(os.path.realpath(self._folder)):
            self._note(LoadProblem(rules.UNREADABLE, "a link that leads out of the folder is not followed"), shown)
            return
        try:
            self._read_record(path, shown, kind)
        except LoadProblem as problem:
            self._note(problem, shown)
        except OSError as error:
            self._note(LoadProblem(rules.UNREADABLE, f"cannot be read: {error.strerror}"), shown)

    def _kind_of(self, inside: FilePath) -> Kind | None:
        if self._header is not None and str(inside) == f"{self._header.singular}.yaml":
            return self._header
        return KIND_BY_FOLDER.get(inside.parts[0])

    def _read_record(self, path: FilePath, shown: str, kind: Kind) -> None:
        tree = read_tree(read_bounded(path))
        placed = typed_data(tree, SchemaNode.of_kind(kind.singular))
        record = RecordFile(shown, kind, placed.data, placed.places, self._overlay)
        for problem in placed.problems:
            self._note(problem, shown)
        wrong = list(schema_problems(kind.singular, placed.data))
        for place, message in wrong:
            self.findings.append(rules.SCHEMA.finding(message, record.location(*place)))
        if not wrong:
            self._check_name(record)
            self._files.append(record)

    def _check_name(self, record: RecordFile) -> None:
        record_id = record.data["id"]
        if not record.file.endswith(f"/{record_id}.yaml"):
            message = f"id {record_id!r} asks for a path that ends in {record_id}.yaml"
            self.findings.append(rules.FILE_NAME.finding(message, record.location("id")))

    def _note(self, problem: LoadProblem, shown: str) -> None:
        self.findings.append(problem.finding(shown))

    def files(self) -> dict[Key, RecordFile]:
        """Return the file of each record; of two with one id the second becomes a finding. To be asked once."""
        found: dict[Key, RecordFile] = {}
        for file in self._files:
            key = (file.kind.folder, file.data["id"])
            if key in found:
                message = f"{file.kind.singular} {key[1]!r} stands in {found[key].file} as well"
                self.findings.append(rules.DUPLICATE_ID.finding(message, file.location("id")))
            else:
                found[key] = file
        return found

    def plain_records(self, files: dict[Key, RecordFile]) -> dict[Key, Record]:
        """Return the records that have no conditions."""
        plain = {key: file for key, file in files.items() if file.kind.type not in _WITH_CONDITIONS}
        typed = {key: self._typed(file, file.data) for key, file in plain.items()}
        return {key: record for key, record in typed.items() if record is not None}

    def conditional_records(self, files: dict[Key, RecordFile], facts: ConditionFacts) -> dict[Key, Record]:
        """Return the records that can have conditions, by the facts that these may name."""
        conditional = {key: file for key, file in files.items() if file.kind.type in _WITH_CONDITIONS}
        typed = {key: self._conditional(file, facts.of(file)) for key, file in conditional.items()}
        return {key: record for key, record in typed.items() if record is not None}

    def _conditional(self, file: RecordFile, vocabulary: Vocabulary) -> Record | None:
        reader = ConditionReader(vocabulary, file.places)
        form = dict(file.data)
        if "when" in form:
            form["when"] = msgspec.to_builtins(reader.condition(form["when"], ("when",)))
        if "cases" in form:
            form["cases"] = [_case_form(case, reader, number) for number, case in enumerate(form["cases"])]
        for problem in reader.problems:
            self._note(problem, file.file)
        return None if reader.problems else self._typed(file, form)

    def _typed(self, file: RecordFile, form: dict[str, Any]) -> Record | None:
        try:
            return msgspec.convert(form, file.kind.type)
        except msgspec.ValidationError as error:
            self.findings.append(rules.SCHEMA.finding(f"not a {file.kind.singular}: {error}", file.location()))
            return None


def records_of(found: dict[Key, Record]) -> Records:
    """Return the records by kind, those of a kind in the order of their ids."""
    by_kind: dict[str, Any] = {
        kind.folder: tuple(record for (folder, _), record in sorted(found.items()) if folder == kind.folder)
        for kind in KINDS
    }
    return Records(**by_kind)


def _case_form(case: dict[str, Any], reader: ConditionReader, number: int) -> dict[str, Any]:
    facts = [
        {"name": name, "value": reader.fact_value(name, text, ("cases", number, "facts", name))}
        for name, text in case.get("facts", {}).items()
    ]
    return {**case, "facts": facts}
