"""An invented first edition of eleven SMETS1 and eleven other entries, and what an import of it leaves on disk."""

from collections.abc import Callable, Sequence
from pathlib import Path

from s1sr_validator.model.import_plan import EntryChange, ImportPlan
from tests.exchange.invented_cpl import Entry, key, smets1, smets2

FIRST = [*map(smets1, range(990001, 990012)), *map(smets2, range(990101, 990112))]
DEVICE = f"devices/{key(990001)}.yaml"
OTHER = "other_models/F002.yaml"
Import = Callable[..., ImportPlan]


def without(*numbers: int) -> list[Entry]:
    """Return the first entries without some of them."""
    return [entry for entry in FIRST if int(entry["entry"]) not in numbers]


def changed(number: int, **changes: str) -> list[Entry]:
    """Return the first entries with one of them changed."""
    return [entry | changes if int(entry["entry"]) == number else entry for entry in FIRST]


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def touched(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Return the files that are new or differ."""
    assert before.keys() <= after.keys(), "an import never deletes a record"
    return {name for name, content in after.items() if before.get(name) != content}


def entries(changes: Sequence[EntryChange]) -> list[str]:
    """Return the entry numbers of changes."""
    return [change.entry for change in changes]
