"""Claims as a browser needs them: conditions as small arrays, standings as spans, answers and citations written out."""

from typing import Any

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Value
from s1sr_validator.model.device import KEY_FIELDS
from s1sr_validator.model.lifecycle import Event, timeline
from s1sr_validator.model.record import Citation
from s1sr_validator.prediction.answers import predicted_answer

SAFE_INTEGER = 2**53 - 1
"""The greatest number that JavaScript reads exactly; a greater one is written as `["integer", digits]`."""


def claim_data(behaviour: Behaviour, lookup: Lookup) -> dict[str, Any]:
    """Return a behaviour with all that a prediction shows of it."""
    clause = lookup.clauses.get(behaviour.clause)
    origin = lookup.origin("behaviours", behaviour.id)
    return {
        "id": behaviour.id,
        "title": behaviour.title,
        "claim": behaviour.claim,
        "services": behaviour.services,
        "when": condition_data(behaviour.when),
        "expected": predicted_answer(behaviour.expected, lookup),
        "baseline": predicted_answer(behaviour.baseline, lookup),
        "clause": clause.number if clause else "",
        "clause_id": behaviour.clause,
        "document": clause.document if clause else "",
        "spans": _spans(behaviour.lifecycle),
        "announced": _announced(behaviour.lifecycle),
        "disputes": [f"{dispute.says} ({dispute.source}, {dispute.place})" for dispute in behaviour.disputes],
        "citations": _cited(behaviour.citations),
        "file": origin.file,
        "line": origin.line,
    }


def row_data(row: MatrixRow) -> dict[str, Any]:
    """Return a matrix row: its patterns hold only those parts of a key that they bind, by number."""
    return {
        "id": row.id,
        "label": row.label,
        "edition": row.edition,
        "devices": [
            {str(number): values for number, name in enumerate(KEY_FIELDS) if (values := getattr(pattern, name))}
            for pattern in row.devices
        ],
        "spans": _spans(row.lifecycle),
        "citations": _cited(row.citations),
    }


def condition_data(condition: Condition) -> list[Any]:
    """Return a condition as nested arrays, the kind of node first."""
    match condition:
        case Comparison(fact=fact, operator=operator, operands=operands):
            return ["is", fact, operator, [value_data(operand) for operand in operands]]
        case Not(part=part):
            return ["not", condition_data(part)]
        case AllOf(parts=parts):
            return ["all", *map(condition_data, parts)]
        case AnyOf(parts=parts):
            return ["any", *map(condition_data, parts)]


def value_data(value: Value) -> Any:  # noqa: ANN401 - a value as JSON
    """Return a value that JavaScript reads without loss."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > SAFE_INTEGER:
        return ["integer", str(value)]
    return value


def _spans(events: tuple[Event, ...]) -> list[Any]:
    return [[span.standing, span.period.start, span.period.end] for span in timeline(events)]


def _announced(events: tuple[Event, ...]) -> list[dict[str, Any]]:
    """Return planned events in order of time, each with the first day on which its like happened (none: null)."""
    return [
        {
            "event": event.event,
            "date": event.date,
            "latest": event.latest or event.date,
            "source": event.source,
            "place": event.place,
            "happened": min(
                (other.date for other in events if other.event is event.event and not other.planned), default=None
            ),
        }
        for event in sorted((event for event in events if event.planned), key=lambda event: event.date)
    ]


def _cited(citations: tuple[Citation, ...]) -> list[Any]:
    keys = ("source", "place", "basis", "reason")
    return [msgspec.to_builtins({key: getattr(citation, key) for key in keys}) for citation in citations]
