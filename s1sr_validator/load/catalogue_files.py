"""A catalogue folder to typed records: every file, every problem, and the place of every value."""

from pathlib import Path as FilePath
from typing import Any

import msgspec

from s1sr_validator.load import rules
from s1sr_validator.load.condition_facts import ConditionFacts
from s1sr_validator.load.condition_form import ConditionReader, Vocabulary
from s1sr_validator.load.loaded import LoadedCatalogue, RecordFile
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.resources import catalogue_paths
from s1sr_validator.load.schema_check import schema_problems
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import typed_data
from s1sr_validator.load.yaml_tree import read_tree
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.kinds import KIND_BY_FOLDER, KINDS, Kind, Records
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import CatalogueHeader

HEADER_FILE = "catalogue.yaml"
_HEADER_KIND = Kind(folder="", singular="catalogue", type=CatalogueHeader, title="The catalogue's own version")
_WITH_CONDITIONS = (Behaviour, Exclusion)
_OTHER_FILES = {"README.md", "LICENSE"}


def load_catalogue(folder: FilePath) -> LoadedCatalogue:
    """Read every record under a catalogue folder; problems are collected, never thrown.

    Args:
        folder: the catalogue folder, with `catalogue.yaml` and a folder for each kind.

    Returns:
        The records that could be read, and a finding for each thing that was wrong.
    """
    reading = _Reading(folder)
    for path in catalogue_paths(folder):
        reading.read(path)
    return reading.result()


class _Reading:
    def __init__(self, folder: FilePath) -> None:
        self._folder = folder
        self._files: list[RecordFile] = []
        self._findings: list[Finding] = []

    def read(self, path: FilePath) -> None:
        inside = path.relative_to(self._folder)
        shown = f"{self._folder.name}/{inside.as_posix()}"
        if inside.name in _OTHER_FILES:
            return
        kind = _HEADER_KIND if str(inside) == HEADER_FILE else KIND_BY_FOLDER.get(inside.parts[0])
        if kind is None or path.suffix != ".yaml":
            self._note(LoadProblem(rules.UNREADABLE, "no record: expected KIND/ID.yaml with a known kind"), shown)
            return
        try:
            self._read_record(path, shown, kind)
        except LoadProblem as problem:
            self._note(problem, shown)
        except OSError as error:
            self._note(LoadProblem(rules.UNREADABLE, f"cannot be read: {error.strerror}"), shown)

    def _read_record(self, path: FilePath, shown: str, kind: Kind) -> None:
        tree = read_tree(path.read_bytes())
        placed = typed_data(tree, SchemaNode.of_kind(kind.singular))
        record = RecordFile(shown, kind, placed.data, placed.places)
        for problem in placed.problems:
            self._note(problem, shown)
        wrong = list(schema_problems(kind.singular, placed.data))
        for place, message in wrong:
            self._findings.append(rules.SCHEMA.finding(message, record.location(*place)))
        if not wrong:
            self._check_name(record)
            self._files.append(record)

    def _check_name(self, record: RecordFile) -> None:
        record_id = record.data["id"]
        if not record.file.endswith(f"/{record_id}.yaml"):
            message = f"id {record_id!r} asks for a path that ends in {record_id}.yaml"
            self._findings.append(rules.FILE_NAME.finding(message, record.location("id")))

    def _note(self, problem: LoadProblem, shown: str) -> None:
        self._findings.append(problem.finding(shown))

    def result(self) -> LoadedCatalogue:
        files = self._by_id()
        plain = [file for file in files.values() if file.kind.type not in _WITH_CONDITIONS]
        found = {(file.kind.folder, file.data["id"]): self._typed(file, file.data) for file in plain}
        vocabularies = ConditionFacts(record for record in found.values() if record is not None)
        for (folder, record_id), file in files.items():
            if file.kind.type in _WITH_CONDITIONS:
                found[folder, record_id] = self._conditional(file, vocabularies.of(file))
        header = found.pop(("", "catalogue"), None)
        if not (self._folder / HEADER_FILE).is_file():
            message = f"no {HEADER_FILE}: this folder is not a catalogue"
            self._findings.append(rules.UNREADABLE.finding(message, Location(file=self._folder.name)))
        by_kind: dict[str, Any] = {
            kind.folder: tuple(
                record for (folder, _), record in sorted(found.items()) if folder == kind.folder and record is not None
            )
            for kind in KINDS
        }
        known = header if isinstance(header, CatalogueHeader) else None
        return LoadedCatalogue(known, Records(**by_kind), files, in_order(self._findings))

    def _by_id(self) -> dict[tuple[str, str], RecordFile]:
        found: dict[tuple[str, str], RecordFile] = {}
        for file in self._files:
            key = (file.kind.folder, file.data["id"])
            if key in found:
                message = f"{file.kind.singular} {key[1]!r} stands in {found[key].file} as well"
                self._findings.append(rules.DUPLICATE_ID.finding(message, file.location("id")))
            else:
                found[key] = file
        return found

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
            self._findings.append(rules.SCHEMA.finding(f"not a {file.kind.singular}: {error}", file.location()))
            return None


def _case_form(case: dict[str, Any], reader: ConditionReader, number: int) -> dict[str, Any]:
    facts = [
        {"name": name, "value": reader.fact_value(name, text, ("cases", number, "facts", name))}
        for name, text in case.get("facts", {}).items()
    ]
    return {**case, "facts": facts}
