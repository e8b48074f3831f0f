"""Conditions in words that a person reads once and understands."""

from collections.abc import Mapping

from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.vocabulary import FactType

_VERBS = {
    Operator.EQUALS: "is",
    Operator.ONE_OF: "is one of",
    Operator.LESS_THAN: "is less than",
    Operator.AT_MOST: "is at most",
    Operator.MORE_THAN: "is more than",
    Operator.AT_LEAST: "is at least",
}


def in_words(condition: Condition, vocabulary: Mapping[str, FactType]) -> str:
    """Say a condition in words; an empty text for one that is always true."""
    match condition:
        case Comparison():
            return _comparison(condition, vocabulary)
        case Not(part=part):
            return f"it is not so that {_nested(part, vocabulary)}"
        case AllOf(parts=parts):
            return " and ".join(_nested(part, vocabulary) for part in parts)
        case AnyOf(parts=parts):
            return " or ".join(_nested(part, vocabulary) for part in parts)


def _nested(part: Condition, vocabulary: Mapping[str, FactType]) -> str:
    words = in_words(part, vocabulary)
    return f"({words})" if isinstance(part, AllOf | AnyOf) and len(part.parts) > 1 else words


def _comparison(comparison: Comparison, vocabulary: Mapping[str, FactType]) -> str:
    known = vocabulary.get(comparison.fact)
    phrase = known.phrase if known else comparison.fact
    if comparison.operator is Operator.PRESENT:
        return f"{phrase} is {'given' if comparison.operands[0] else 'not given'}"
    return f"{phrase} {_VERBS[comparison.operator]} {', '.join(value_text(operand) for operand in comparison.operands)}"


def value_text(value: Value) -> str:
    """Write a value as people do."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace(".000000Z", "Z")
