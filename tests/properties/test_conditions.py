"""Laws of conditions: Kleene's logic is sound, and what is left over stands for the whole."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.load.condition_form import ConditionReader
from s1sr_validator.model import truth
from s1sr_validator.model.condition import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
    Value,
    ValueType,
    fact_names,
)
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.evaluate import evaluate, residual
from s1sr_validator.prediction.facts import Facts, Missing
from s1sr_validator.prediction.words import in_words
from tests.properties.strategies import DEPTH, DETAILED, ENTRIES, MODE, completions, conditions, partial_facts

truths = st.sampled_from(Truth)
TYPES = {ENTRIES: ValueType.INTEGER, MODE: ValueType.TEXT, DEPTH: ValueType.INTEGER, DETAILED: ValueType.BOOLEAN}
VOCABULARY = {
    name: FactType(name=name, phrase=f"the invented fact {number}", type=kind)
    for number, (name, kind) in enumerate(TYPES.items())
}


@given(truths, truths, truths)
def test_kleene_laws(a: Truth, b: Truth, c: Truth) -> None:
    """De Morgan, double negation, absorption and distribution hold with unknown as a value."""
    both, either, negated = truth.all_of, truth.any_of, truth.negate
    assert negated(negated(a)) is a
    assert negated(both([a, b])) is either([negated(a), negated(b)])
    assert negated(either([a, b])) is both([negated(a), negated(b)])
    assert both([a, either([a, b])]) is a
    assert either([a, both([a, b])]) is a
    assert both([a, either([b, c])]) is either([both([a, b]), both([a, c])])
    assert either([a, both([b, c])]) is both([either([a, b]), either([a, c])])
    assert both([a, b, c]) is both([both([c, b]), a])
    assert either([a, b, c]) is either([either([c, b]), a])


@given(truths, truths)
def test_knowing_more_never_turns_a_firm_value(a: Truth, b: Truth) -> None:
    """Where unknown gives a firm value, true and false give the same."""
    for combined in (truth.all_of, truth.any_of):
        for known in (Truth.TRUE, Truth.FALSE):
            before = combined([a, Truth.UNKNOWN])
            assert before in {Truth.UNKNOWN, combined([a, known])}
    assert truth.all_of([a, b]) in {a, b}
    assert truth.any_of([a, b]) in {a, b}


@given(conditions, partial_facts())
def test_a_firm_answer_holds_however_things_turn_out(condition: Condition, facts: Facts) -> None:
    """What is true or false by the known facts is so in every completion of them."""
    found = evaluate(condition, facts)
    outcomes = {evaluate(condition, world) for world in completions(facts)}
    assert Truth.UNKNOWN not in outcomes
    if found is not Truth.UNKNOWN:
        assert {found} == outcomes


@given(conditions, partial_facts())
def test_what_is_left_stands_for_the_whole(condition: Condition, facts: Facts) -> None:
    """The residual of an open condition is as true as the whole, however things turn out."""
    if evaluate(condition, facts) is not Truth.UNKNOWN:
        return
    rest = residual(condition, facts)
    assert Truth.UNKNOWN is evaluate(rest, facts)
    assert fact_names(rest) <= fact_names(condition)
    for world in completions(facts):
        assert evaluate(condition, world) is evaluate(rest, world)


@given(conditions, partial_facts())
def test_what_is_left_asks_for_unknown_facts_only(condition: Condition, facts: Facts) -> None:
    """No fact that is known stays in the residual, and it has no further residual."""
    if evaluate(condition, facts) is not Truth.UNKNOWN:
        return
    rest = residual(condition, facts)
    for name in fact_names(rest):
        assert Missing.UNKNOWN is facts.get(name)
    assert rest == residual(rest, facts)


@given(st.data(), conditions, partial_facts())
def test_more_facts_never_turn_a_firm_answer(data: st.DataObject, condition: Condition, facts: Facts) -> None:
    """Between knowing some and knowing all an answer only becomes firm, never another one."""
    complete = data.draw(st.sampled_from(completions(facts)))
    learnt = {name: complete.values[name] for name in data.draw(st.sets(st.sampled_from(sorted(complete.values))))}
    more = Facts({**facts.values, **learnt}, request_was_seen=facts.request_was_seen)
    assert evaluate(condition, facts) in {Truth.UNKNOWN, evaluate(condition, more)}
    assert evaluate(condition, more) in {Truth.UNKNOWN, evaluate(condition, complete)}


@given(conditions)
def test_words_mention_every_fact(condition: Condition) -> None:
    """Every fact that a condition looks at stands in its words."""
    words = in_words(condition, VOCABULARY)
    assert all(VOCABULARY[name].phrase in words for name in fact_names(condition))


@given(st.lists(conditions, min_size=8, max_size=8))
def test_what_reads_the_same_is_the_same(found: list[Condition]) -> None:
    """Two conditions with the same words are true of the same facts."""
    told: dict[str, tuple[Truth, ...]] = {}
    worlds = completions(Facts({}))
    for condition in found:
        outcomes = tuple(evaluate(condition, world) for world in worlds)
        assert outcomes == told.setdefault(in_words(condition, VOCABULARY), outcomes)


@given(conditions)
def test_negated_words_are_not_those_of_a_part(condition: Condition) -> None:
    """The negation of a group reads otherwise than a group with its first part negated."""
    first = Comparison(fact=ENTRIES, operator=Operator.EQUALS, operands=(0,))
    for group in (AllOf, AnyOf):
        whole = in_words(Not(part=group(parts=(first, condition))), VOCABULARY)
        part = in_words(group(parts=(Not(part=first), condition)), VOCABULARY)
        assert whole != part


@given(conditions)
def test_a_condition_survives_the_snapshot(condition: Condition) -> None:
    """Out as JSON and in again is the identity."""
    assert condition == msgspec.json.decode(msgspec.json.encode(condition), type=Condition)


def authored(value: Value) -> str:
    """Return a value as an author writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def form(condition: Condition) -> dict[str, Any]:
    """Return a condition as an author writes it."""
    match condition:
        case Not(part=part):
            return {"not": form(part)}
        case AllOf(parts=parts):
            return {"all": [form(part) for part in parts]}
        case AnyOf(parts=parts):
            return {"any": [form(part) for part in parts]}
        case Comparison(fact=fact, operator=Operator.PRESENT, operands=operands):
            return {"fact": fact, "present": operands[0]}
        case Comparison(fact=fact, operator=operator, operands=operands):
            texts = [authored(operand) for operand in operands]
            return {"fact": fact, operator.value: texts if operator is Operator.ONE_OF else texts[0]}


@given(conditions)
def test_a_condition_survives_its_authored_form(condition: Condition) -> None:
    """Written as an author writes it and read again it is the same."""
    reader = ConditionReader(VOCABULARY, {})
    assert (condition, []) == (reader.condition(form(condition), ("when",)), reader.problems)
