"""The cases that two sets of claims are tried on: every stretch of values that a condition of either tells apart."""

from collections.abc import Iterator, Mapping

from s1sr_validator.lint.points import Axis, Space, space_of
from s1sr_validator.model.condition import Condition, Value
from s1sr_validator.model.vocabulary import DEVICE, FactType
from s1sr_validator.prediction.facts import Facts


def shared_space(
    conditions: tuple[Condition, ...],
    vocabularies: tuple[Mapping[str, FactType], Mapping[str, FactType]],
    given: Mapping[str, Value],
) -> Space:
    """Return the values to try, where each catalogue has a vocabulary of its own: those of one and of the other."""
    one, other = (space_of(conditions, vocabulary, given) for vocabulary in vocabularies)
    axes = {name: _joined(axis, other.axes[name]) for name, axis in one.axes.items()}
    return Space(axes, one.given, max(one.comparisons, 1))


def _joined(one: Axis, other: Axis) -> Axis:
    """Return the values of both, each once; 1 and true are two values."""
    return tuple({(type(value), value): value for value in (*one, *other)}.values())


def cases(space: Space, given: Mapping[str, Value]) -> Iterator[Facts]:
    """Yield the case in which nothing is known but the Device, then every other, where there are not too many."""
    yield Facts(dict(given), request_was_seen=False)
    if space.axes and not space.is_too_large:
        for facts in space.points():
            yield Facts({**facts.values, **given}, request_was_seen=True)


def as_read(facts: Facts, vocabulary: Mapping[str, FactType]) -> Facts:
    """Return a case as a catalogue reads it, which looks at no fact that it does not declare."""
    read = {name: value for name, value in facts.values.items() if name.startswith(DEVICE) or name in vocabulary}
    return Facts(read, request_was_seen=facts.request_was_seen)
