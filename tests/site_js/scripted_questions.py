"""Questions that people come with, made from the catalogue: which records they choose, and what is to be seen then."""

import datetime as dt
import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.publish.assessments import assessments
from s1sr_validator.publish.decision_index import index_table

AS_OF = dt.date(2026, 1, 31)
SCRIPT = Path(__file__).parent / "fewest_keys.js"


class Question(NamedTuple):
    """The records to choose one after the other, and the clause, the claim or the code that has to be shown."""

    chosen: tuple[str, ...]
    shown: str


def questions(lookup: Lookup, count: int) -> list[Question]:
    """Return as many questions: half ask what a Device Model does on a service, the others for a record by itself."""
    chance = Random(3)  # noqa: S311 - a fixed seed
    applying = [
        Question((f"services/{srv}", f"devices/{device}"), claim.behaviour)
        for (device, srv), found in assessments(lookup, AS_OF).items()
        for claim in (*found.deviations, *found.conformance)
    ]
    alone = [
        Question((f"{folder}/{record.id}",), record.id)
        for folder in ("clauses", "behaviours", "codes")
        for record in lookup.records.of_kind(folder)
    ]
    half = count // 2
    pairs = chance.sample(applying, min(half, len(applying)))
    return [*pairs, *chance.sample(alone, count - len(pairs))]


def fewest_keys(program: str, lookup: Lookup, asked: list[Question]) -> list[list[str]]:
    """Return the keys that lead to each answer with the fewest presses."""
    given = json.dumps({"index": index_table(lookup.snapshot), "questions": [question.chosen for question in asked]})
    done = subprocess.run(  # noqa: S603 - our own script
        [program, SCRIPT], input=given, capture_output=True, text=True, check=True
    )
    found: list[list[str] | None] = json.loads(done.stdout)
    return [keys or [] for keys in found]


def summary(keys: list[list[str]]) -> dict[str, Any]:
    """Return the middle and the most of the numbers of keys."""
    counts = sorted(map(len, keys))
    return {"questions": len(counts), "median": counts[len(counts) // 2], "most": counts[-1]}
