"""Rules that are silent: every rule is known to be so in one way."""

from collections import Counter

from s1sr_validator.checking.registry import RULES
from s1sr_validator.checking.silence import FIELD_RULES, HEADER_RULES, SHAPE_RULES, UNLISTED, about_fields


def test_every_rule_is_listed_once() -> None:
    """A rule that is in no list of silence.py is asked about every request with all of its fields, which takes time."""
    assert frozenset() == UNLISTED
    listed = Counter((*SHAPE_RULES, *HEADER_RULES, *FIELD_RULES))
    assert {1} == set(listed.values())
    assert set(listed) <= set(RULES)


def test_rules_about_fields() -> None:
    """A rule is for a body that has a field it needs; of the others it reads those that it names."""
    found = {module.RULE.name: paths for module, paths in about_fields(["Log.StartDateTime", "Log.Depth"]).items()}
    assert {"period-reversed", "period-empty", "period-in-future", "period-over", "log-too-deep"} == set(found)
    assert {frozenset({"Log.StartDateTime"})} == set(found.values())
    assert {} == about_fields(["EndDateTime", "Depth"])
