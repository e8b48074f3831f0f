"""The nodes of conditions with their paths, and the facts that the conditions of a record may name."""

from collections.abc import Iterator

import msgspec

from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.vocabulary import FactType

Path = tuple[str | int, ...]


class Conditional(msgspec.Struct, frozen=True):
    """A record with its condition, and the facts that the condition may name."""

    record: Behaviour | Exclusion
    when: Condition
    vocabulary: dict[str, FactType]


def conditionals(context: Context) -> Iterator[Conditional]:
    """Yield every behaviour, and every exclusion category that has a condition."""
    for behaviour in context.records.behaviours:
        yield Conditional(behaviour, behaviour.when, vocabulary_of(behaviour, context))
    for exclusion in context.records.exclusions:
        if exclusion.when is not None:
            yield Conditional(exclusion, exclusion.when, context.installation_vocabulary)


def children(condition: Condition) -> tuple[tuple[Path, Condition], ...]:
    """Return the nodes right below one, each with its path from there."""
    match condition:
        case Comparison():
            return ()
        case Not(part=part):
            return ((("not",), part),)
        case AllOf(parts=parts):
            return tuple((("all", number), part) for number, part in enumerate(parts))
        case AnyOf(parts=parts):
            return tuple((("any", number), part) for number, part in enumerate(parts))


def nodes(condition: Condition, path: Path) -> Iterator[tuple[Path, Condition]]:
    """Yield the condition and everything below it, with paths."""
    yield path, condition
    for step, child in children(condition):
        yield from nodes(child, path + step)


def vocabulary_of(behaviour: Behaviour, context: Context) -> dict[str, FactType]:
    """Return the facts that the behaviour's condition may name: those of all its services together."""
    return {name: fact for srv in behaviour.services for name, fact in context.vocabulary(srv).items()}
