"""CAT116: an entry number of the Central Products List stands for one Device Model."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT116",
    name="cpl-entry",
    severity=Severity.ERROR,
    summary="Two Device Models have the same entry number of the Central Products List.",
    why="An entry is one Device Model. The same number twice means that one record was copied from the other.",
    example=Example(file="devices/ESME/FFF0/0001/0101/00000002.yaml", wrong='entry: "990001"', right='entry: "990002"'),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for entry numbers of SMETS1 Device Models that were met before, among those and all other entries."""
    seen = {model.entry: model.key for group in context.records.other_models for model in group.models}
    for device in context.records.devices:
        # An entry whose key was changed in a later list leaves its old Device Model behind, marked absent.
        if device.cpl.status is CplStatus.ABSENT:
            continue
        entry = device.cpl.entry
        if entry in seen:
            message = f"entry {entry} is that of {seen[entry]} as well"
            yield RULE.finding(message, context.location(device, "cpl", "entry"))
        seen.setdefault(entry, device.id)
