"""The plan of a batch: everything that its output rests on, by which a stopped run is known again."""

import hashlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from s1sr_validator.batch.item import Columns
from s1sr_validator.batch.predicting import Question
from s1sr_validator.messages.folders import files_below
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.version import software_version


def plan(inputs: Sequence[str], columns: Columns, question: Question, stamp: CatalogueStamp, chunk: int) -> bytes:
    """Return the plan: inputs with size and time of change, the question, and the catalogue that answers."""
    content = {
        "inputs": [[name, _seen(Path(name))] for name in inputs],
        "columns": columns,
        "question": question,
        "catalogue": stamp,
        "chunk": chunk,
        # Other software might cut the input, or word an answer, in another way.
        "software": [software_version(), _version_of("pyarrow")],
    }
    return msgspec.json.encode(content, order="sorted")


def _seen(path: Path) -> str:
    """Return a digest over names, sizes and times of change; a new file in a folder would move all behind it."""
    files = [entry for entry in files_below(path) if isinstance(entry, Path)] if path.is_dir() else [path]
    digest = hashlib.sha256()
    for file in files:
        try:
            found = file.stat()
        except OSError:
            continue
        digest.update(f"{file}\0{found.st_size}\0{found.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
