"""A record as the API gives it: one type for each field, and what is not stated is left out, not null."""

from typing import Any

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Behaviour, Case
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not
from s1sr_validator.model.record import Record
from s1sr_validator.prediction.words import value_text
from s1sr_validator.publish.words import rule_in_words


class ConditionNode(msgspec.Struct, frozen=True, kw_only=True):
    """A node of a condition: `all`, `any` and `not` have parts, a `comparison` has the rest, its operands as text."""

    node: str
    fact: str = ""
    operator: str = ""
    operands: tuple[str, ...] = ()
    parts: tuple["ConditionNode", ...] = ()


class StatedCondition(msgspec.Struct, frozen=True, kw_only=True):
    """A condition in words and as a tree."""

    words: str
    tree: ConditionNode


class FactText(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of a case, with its value as text."""

    name: str
    value: str


def api_fields(record: Record, lookup: Lookup) -> dict[str, Any]:
    """Return the fields of a record; one that is null in the record is left out."""
    fields = {name: getattr(record, name) for name in record.__struct_fields__}
    stated = {name: value for name, value in fields.items() if value is not None}
    if "when" in stated:
        stated["when"] = StatedCondition(words=rule_in_words(record, lookup), tree=condition_node(stated["when"]))
    plain: dict[str, Any] = msgspec.to_builtins(stated, str_keys=True)
    if isinstance(record, Behaviour):
        plain["cases"] = [_case(case) for case in record.cases]
    return {name: without_nulls(value) for name, value in plain.items()}


def _case(case: Case) -> dict[str, Any]:
    """Return a case with the values of its facts as text."""
    plain: dict[str, Any] = msgspec.to_builtins(case)
    facts = [FactText(name=fact.name, value=value_text(fact.value)) for fact in case.facts]
    return plain | {"facts": msgspec.to_builtins(facts)}


def condition_node(condition: Condition) -> ConditionNode:
    """Return a condition in the one shape that all of its nodes have."""
    match condition:
        case Comparison(fact=fact, operator=operator, operands=operands):
            texts = tuple(value_text(operand) for operand in operands)
            return ConditionNode(node="comparison", fact=fact, operator=operator.value, operands=texts)
        case Not(part=part):
            return ConditionNode(node="not", parts=(condition_node(part),))
        case AllOf(parts=parts):
            return ConditionNode(node="all", parts=tuple(condition_node(part) for part in parts))
        case AnyOf(parts=parts):
            return ConditionNode(node="any", parts=tuple(condition_node(part) for part in parts))


def without_nulls(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return plain data without members that are null."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list | tuple) else value
