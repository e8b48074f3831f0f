"""Repeated `NAME=VALUE` options."""

from s1sr_validator.model.errors import UsageError


def named_values(given: list[str], option: str) -> dict[str, object]:
    """Read repeated `NAME=VALUE` options.

    Raises:
        UsageError: one has no value, or a name is given twice with different values.
    """
    values: dict[str, object] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"{option} {text!r} has no value", tip=f"write {option} NAME=VALUE")
        if name in values and values[name] != value:
            raise UsageError(f"{option} {name} is given twice: {values[name]} and {value}")
        values[name] = value
    return values
