"""The rules of schemas."""

from s1sr_validator.messages.schema_rules import SCHEMA_RULES


def test_codes_and_names_are_stable_keys() -> None:
    """No two rules share a code or a name, and codes are in order."""
    found = [rule.code for rule in SCHEMA_RULES]
    assert sorted(set(found)) == found
    assert len(SCHEMA_RULES) == len({rule.name for rule in SCHEMA_RULES})


def test_every_rule_has_two_sides() -> None:
    """Every rule shows what is wrong and what is right."""
    assert all(rule.example.wrong and rule.example.right and rule.summary and rule.why for rule in SCHEMA_RULES)
