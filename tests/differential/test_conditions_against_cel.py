"""The condition language against another one: the Common Expression Language, in the Rust implementation `cel`.

Where an operand has another type than its fact the two languages differ. The loader refuses such a condition (CAT011),
so that none of them is ever asked; the table below says how they differ, and that the list is whole.
"""

from itertools import product
from random import Random

import cel
import pytest

from s1sr_validator.model.condition import ALWAYS, AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.compiled import compiled, decide
from s1sr_validator.prediction.evaluate import evaluate
from s1sr_validator.prediction.facts import Facts, Missing
from tests.differential.cel_conditions import (
    DOMAINS,
    TYPES,
    as_cel,
    cel_truth,
    generated_condition,
    generated_facts,
)
from tests.differential.how_many import how_many

CONDITIONS = how_many(3_000, 1_000_000)
ROOTS = {Truth.TRUE: "state.invented.count", Truth.FALSE: "request.Depth", Truth.UNKNOWN: "request.Detailed"}
SETTLED = Facts({"state.invented.count": 1, "request.Depth": 2, "request.Detailed": Missing.UNKNOWN}, True)


def leaf(truth: Truth) -> Comparison:
    """Return a comparison that the settled facts make true, false or unknown."""
    operand = True if truth is Truth.UNKNOWN else 1
    return Comparison(fact=ROOTS[truth], operator=Operator.EQUALS, operands=(operand,))


def test_generated_conditions_have_one_truth_in_both_languages() -> None:
    """Every generated condition is true, false or unknown by both, by its tree and compiled, and all three occur."""
    random = Random(20_261_122)  # noqa: S311 - cases, the same in every run
    met = dict.fromkeys(Truth, 0)
    for _ in range(CONDITIONS):
        condition, facts = generated_condition(random), generated_facts(random)
        expected = cel_truth(condition, facts)
        assert expected is evaluate(condition, facts), (as_cel(condition), facts)
        assert expected is decide(compiled(condition), facts), (as_cel(condition), facts)
        met[expected] += 1
    assert all(count > CONDITIONS // 20 for count in met.values()), met


@pytest.mark.parametrize("truths", list(product(Truth, repeat=3)), ids=" ".join)
def test_the_whole_of_kleene_is_in_both_languages(truths: tuple[Truth, Truth, Truth]) -> None:
    """All, any and not over every three truth values, in every nesting of the three."""
    first, second, third = (leaf(truth) for truth in truths)
    flat: tuple[Condition, ...] = (first, second, third)
    inner: tuple[Condition, ...] = (Not(part=second), third)
    shapes: list[Condition] = [ALWAYS, AnyOf(), AllOf(parts=flat), AnyOf(parts=flat)]
    for nested in (AllOf(parts=inner), AnyOf(parts=inner)):
        shapes += [AllOf(parts=(first, nested)), AnyOf(parts=(first, nested))]
    for shape in [*shapes, *(Not(part=shape) for shape in shapes)]:
        assert cel_truth(shape, SETTLED) is evaluate(shape, SETTLED) is decide(compiled(shape), SETTLED)


@pytest.mark.parametrize("fact", TYPES)
def test_every_comparison_of_every_two_values(fact: str) -> None:
    """Each operator on each pair of values of a type: numbers by size, texts by code point, moments by time."""
    domain = DOMAINS[TYPES[fact]]
    is_ordered = len(domain) > len((True, False))
    operators = [each for each in Operator if each is not Operator.PRESENT and (is_ordered or each is Operator.EQUALS)]
    for operator, value, operand in product(operators, domain, domain):
        comparison = Comparison(fact=fact, operator=operator, operands=(operand,))
        known = Facts({fact: value})
        assert cel_truth(comparison, known) is evaluate(comparison, known) is decide(compiled(comparison), known)


REFUSED = "CEL has no such comparison: an error"
EXPLAINED: dict[tuple[type, type, bool], str] = {
    (int, str, True): REFUSED,
    (str, int, True): REFUSED,
    (bool, str, True): REFUSED,
    (str, bool, True): REFUSED,
    (bool, int, False): "true is the number 1 to Python, and no number to CEL",
    (int, bool, False): "true is the number 1 to Python, and no number to CEL",
    (bool, int, True): REFUSED,
    (int, bool, True): REFUSED,
}
"""By the types of value and operand and whether order is asked for: why the two languages differ."""
SAMPLES: dict[type, tuple[Value, ...]] = {int: (0, 1, 2), str: ("", "1", "true"), bool: (True, False)}


@pytest.mark.parametrize(("one", "other"), [pair for pair in product(SAMPLES, repeat=2) if pair[0] is not pair[1]])
@pytest.mark.parametrize("operator", [Operator.EQUALS, Operator.LESS_THAN, Operator.AT_LEAST])
def test_mixed_types_differ_only_as_explained(one: type, other: type, operator: Operator) -> None:
    """A value against an operand of another type: both say no, or the table says why not."""
    is_ordered = operator is not Operator.EQUALS
    differing = set()
    symbol = {Operator.EQUALS: "==", Operator.LESS_THAN: "<", Operator.AT_LEAST: ">="}[operator]
    for value, operand in product(SAMPLES[one], SAMPLES[other]):
        comparison = Comparison(fact="state.x.y", operator=operator, operands=(operand,))
        ours = evaluate(comparison, Facts({"state.x.y": value}))
        try:
            theirs = cel.evaluate(f"x {symbol} y", {"x": value, "y": operand})
        except TypeError:
            theirs = None
        if theirs is not (ours is Truth.TRUE):
            differing.add((one, other, is_ordered))
    assert differing == {(one, other, is_ordered)} & EXPLAINED.keys()
