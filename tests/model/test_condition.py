"""Conditions as trees: what they look at, and the form in which a snapshot carries them."""

import msgspec
import pytest

from s1sr_validator.model.condition import (
    ALWAYS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
    comparisons,
    fact_names,
)

DEEP = Comparison(fact="request.Depth", operator=Operator.AT_LEAST, operands=(10,))
CALM = Comparison(fact="state.invented_mode.name", operator=Operator.EQUALS, operands=("calm",))
SHOWN = Comparison(fact="request.Detailed", operator=Operator.PRESENT, operands=(True,))
TREE = AllOf(parts=(DEEP, AnyOf(parts=(CALM, Not(part=SHOWN))), DEEP))


@pytest.mark.parametrize(
    ("expected", "condition"),
    [((), ALWAYS), ((DEEP,), DEEP), ((DEEP,), Not(part=DEEP)), ((DEEP, CALM, SHOWN, DEEP), TREE)],
    ids=["always", "comparison", "not", "tree"],
)
def test_comparisons(expected: tuple[Comparison, ...], condition: Condition) -> None:
    """Every comparison is found, in the order of the tree, as often as it stands there."""
    assert expected == comparisons(condition)


def test_fact_names() -> None:
    """A fact that is compared twice is named once."""
    assert {"request.Depth", "state.invented_mode.name", "request.Detailed"} == fact_names(TREE)


def test_a_tree_survives_json() -> None:
    """Out and in again is the identity, with the type of every operand."""
    data = msgspec.json.encode(TREE)
    assert TREE == msgspec.json.decode(data, type=Condition)
