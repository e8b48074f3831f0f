"""The record files that paths stand for: the kind of each, and how deep it lies below its catalogue."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.yaml_tree import Scalar, read_bounded, read_tree
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import KIND_BY_FOLDER

_HEADERS = {"catalogue.yaml": "catalogue", "overlay.yaml": "overlay"}
_ID = "id"


class RecordPath(msgspec.Struct, frozen=True):
    """A record file: its path, its kind's singular name, and how many folders lie between it and its catalogue."""

    path: Path
    singular: str
    depth: int


def record_paths(given: Iterable[Path]) -> tuple[RecordPath, ...]:
    """Return the record files that are given or lie in folders that are, each once, in order.

    Raises:
        UsageError: a path does not exist, or a file that was given by itself is no record.
    """
    found: dict[Path, RecordPath] = {}
    for path in given:
        if path.is_dir():
            inside = (record_path(each) for each in _files_in(path))
            found |= {each.path.resolve(): each for each in inside if each is not None}
            continue
        if not path.exists():
            raise UsageError(f"{path} does not exist")
        record = record_path(path)
        if record is None:
            raise UsageError(f"{path} is no record", tip="a record is KIND/ID.yaml, as behaviours/S1B-0001.yaml")
        found[path.resolve()] = record
    return tuple(found.values())


def _files_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.yaml")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def record_path(path: Path) -> RecordPath | None:
    """Return a file with its kind; None where it is no record.

    The kind is the folder below the catalogue, which is the folder with a header; where there is none, as in most
    overlays, it is the nearest kind's folder above the record's id.
    """
    if path.suffix != ".yaml":
        return None
    if path.name in _HEADERS:
        return RecordPath(path, _HEADERS[path.name], 0)
    whole = path.resolve()
    root = next((above for above in whole.parents if any((above / name).is_file() for name in _HEADERS)), None)
    parts = whole.relative_to(root).parts if root is not None else _below_overlay(whole)
    kind = KIND_BY_FOLDER.get(parts[0]) if parts else None
    return RecordPath(path, kind.singular, len(parts) - 1) if kind is not None else None


def _below_overlay(path: Path) -> tuple[str, ...]:
    parts = path.with_suffix("").parts
    id_parts = tuple(_id_of(path).split("/"))
    above = parts[: -len(id_parts)] if parts[-len(id_parts) :] == id_parts else parts[:-1]
    place = max((place for place, part in enumerate(above) if part in KIND_BY_FOLDER), default=None)
    return () if place is None else path.parts[place:]


def _id_of(path: Path) -> str:
    try:
        pairs = read_tree(read_bounded(path)).items
    except (OSError, LoadProblem):
        return path.stem
    return next((node.text for key, node in pairs if key.text == _ID and isinstance(node, Scalar)), path.stem)
