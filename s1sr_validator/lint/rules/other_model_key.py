"""CAT115: an entry that is not SMETS1 has a whole CPL key of its maker, and is no SMETS1 Device Model."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.device import KEY_FIELDS, key_of, parse_key
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT115",
    name="other-model-key",
    severity=Severity.ERROR,
    summary="The key of an entry that is not SMETS1 is no CPL key, is of another maker, or is a SMETS1 Device Model's.",
    why="These entries only serve to say that a Device is not SMETS1. Whether it is depends on the firmware, so the "
    "whole key decides.",
    example=Example(
        file="other_models/FFF2.yaml",
        wrong="key: ESME/FFF2/0003/0101/00000001",
        right="key: ESME/FFF2/0003/0101/00000009",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at the key of every entry."""
    for group in context.records.other_models:
        for number, model in enumerate(group.models):
            problem = _problem(model.key, group.id, context)
            if problem:
                yield RULE.finding(problem, context.location(group, "models", number, "key"))


def _problem(key: str, maker: str, context: Context) -> str:
    try:
        parts = parse_key(key)
    except UsageError as error:
        return error.message
    if len(parts) < len(KEY_FIELDS) or key_of(parts) != key:
        return f"{key!r} is not a whole CPL key in upper case"
    if parts[1] != maker:
        return f"{key} is of manufacturer {parts[1]}, not {maker}"
    return f"{key} is a SMETS1 Device Model" if key in context.by_folder["devices"] else ""
