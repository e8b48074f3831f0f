"""REQ114: the fields that the body must have are there."""

from collections.abc import Iterable, Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ114",
    name="missing-field",
    severity=Severity.ERROR,
    summary="The body lacks a field that it must have.",
    why="Fields that occur once are there wherever the element around them is. Whether that element itself must be "
    "there is left to the schema.",
    example=Example(
        file="top_up.xml",
        wrong="<sr:TopUpDevice></sr:TopUpDevice>",
        right="<sr:TopUpDevice><sr:UTRN>00000000000000000000</sr:UTRN></sr:TopUpDevice>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for every field that occurs once, in the body and in each element of it that is there."""
    counts = {path: len(values) for path, values in context.request.fields.items()}
    needed = [field for field in context.service.request_body.fields if field.occurs == "1"]
    for field in needed:
        parent = field.path.rpartition(".")[0]
        # Every element around has one of each of these fields, so the most frequent one tells how many there are.
        siblings = [counts.get(other.path, 0) for other in needed if other.path.rpartition(".")[0] == parent]
        around = max(*siblings, counts.get(parent, 0), _is_there(parent, counts)) if parent else 1
        if counts.get(field.path, 0) < around and not _is_container(field.path, counts):
            where = parent or f"the body of SRV {context.service.id}"
            name = field.path.rpartition(".")[2]
            what = name if name.startswith("@") else f"sr:{name}"
            yield RULE.finding(f"{where} has no {name}", context.body(field.path), tip=f"add {what} ({field.type})")


def _is_there(parent: str, paths: Iterable[str]) -> int:
    return int(any(path == parent or path.startswith(parent + ".") for path in paths))


def _is_container(path: str, paths: Iterable[str]) -> bool:
    return any(other.startswith(path + ".") and not other.startswith(path + ".@") for other in paths)
