"""What schemas and rules both say is said once, by the rule: it knows what the field means."""

from collections.abc import Iterable

from s1sr_validator.messages.schema_rules import OFFICIAL_SCHEMA, OWN_SCHEMA
from s1sr_validator.model.finding import Finding

_BY_SCHEMAS = frozenset({OWN_SCHEMA.code, OFFICIAL_SCHEMA.code})
SAYING_THE_SAME = frozenset(
    {
        "REQ006",
        "REQ007",
        "REQ008",
        "REQ101",
        "REQ102",
        "REQ105",
        "REQ113",
        "REQ114",
        "REQ115",
        "REQ121",
        "REQ125",
        "REQ126",
        "REQ130",
        "REQ133",
        "REQ136",
    }
)
"""Rules about form: a part that is missing or too many, a value that is none of the known ones, a type."""


def without_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Drop what a schema finds under a path where a rule about form has found something too.

    A schema's finding stays where a rule of another kind speaks of the same path: a RequestID can have a wrong counter
    and the wrong target as well.
    """
    kept = tuple(findings)
    said = {_place(finding) for finding in kept if finding.code in SAYING_THE_SAME}
    return tuple(finding for finding in kept if finding.code not in _BY_SCHEMAS or _place(finding) not in said)


def _place(finding: Finding) -> tuple[str, str]:
    return finding.location.file, finding.location.path
