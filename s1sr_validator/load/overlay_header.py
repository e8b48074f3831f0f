"""The name and version of an overlay: those that its `overlay.yaml` gives, else the name of its folder."""

from pathlib import Path as FilePath

import msgspec

from s1sr_validator.load import rules
from s1sr_validator.load.loaded import RecordFile
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schema_check import schema_problems
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import typed_data
from s1sr_validator.load.yaml_tree import read_bounded, read_tree
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.kinds import Kind
from s1sr_validator.model.overlay import OverlayHeader
from s1sr_validator.model.record import Record

HEADER_FILE = "overlay.yaml"
_KIND = Kind(folder="", singular="overlay", type=Record, title="An overlay's own name and version")


def named(folder: FilePath) -> tuple[OverlayHeader, list[Finding]]:
    """Return an overlay's header, which always has a name, and what is wrong with its file.

    Raises:
        UsageError: neither the file nor the folder gives a name that can be printed.
    """
    header, findings = _read(folder)
    name = header.name or folder.resolve().name
    if not name.strip() or not name.isprintable():
        raise UsageError(
            f"overlay {folder} has no name", tip=f"write one into its {HEADER_FILE}: `name: acme-findings`"
        )
    return msgspec.structs.replace(header, name=name), findings


def _read(folder: FilePath) -> tuple[OverlayHeader, list[Finding]]:
    path, shown = folder / HEADER_FILE, f"{folder.as_posix()}/{HEADER_FILE}"
    if not path.exists():
        return OverlayHeader(), []
    try:
        placed = typed_data(read_tree(read_bounded(path)), SchemaNode.of_kind(_KIND.singular))
    except LoadProblem as problem:
        return OverlayHeader(), [problem.finding(shown)]
    except OSError as error:
        unread = LoadProblem(rules.UNREADABLE, f"cannot be read: {error.strerror}")
        return OverlayHeader(), [unread.finding(shown)]
    file = RecordFile(shown, _KIND, placed.data, placed.places)
    wrong = [
        rules.SCHEMA.finding(message, file.location(*place))
        for place, message in schema_problems(_KIND.singular, placed.data)
    ]
    findings = [*(problem.finding(shown) for problem in placed.problems), *wrong]
    return (OverlayHeader() if wrong else msgspec.convert(placed.data, OverlayHeader)), findings
