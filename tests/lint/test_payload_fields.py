"""The fields of a payload make up one tree in one order."""

import pytest

from s1sr_validator.lint.rules import payload_fields
from s1sr_validator.model.payload import Payload, PayloadField
from tests.lint.asked import context_with, messages


def field(order: int, path: str, kind: str = "xs:integer") -> PayloadField:
    """Return an invented field."""
    return PayloadField(order=order, path=path, type=kind, occurs="0..1")


def said(*fields: PayloadField) -> list[str]:
    """Return what the rule says of an invented payload with these fields."""
    payload = Payload(id="InventedRsp", type="ra:InventedRsp", fields=fields)
    return messages(payload_fields, context_with(payload, only=True))


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (["A.B stands below A, which the payload does not have"], [field(1, "A.B")]),
        (["A.B stands below A, which holds no elements (xs:integer)"], [field(1, "A"), field(2, "A.B")]),
        (["A.B comes before A, in which it stands"], [field(2, "A", "complex"), field(1, "A.B")]),
        (["A stands more than once"] * 2, [field(1, "A"), field(2, "A")]),
        (["order 1 is that of another field too"] * 2, [field(1, "A"), field(1, "B")]),
        (["A.@unit stands below A, which the payload does not have"], [field(1, "A.@unit"), field(2, "B")]),
    ],
)
def test_reported(expected: list[str], fields: list[PayloadField]) -> None:
    """The message says which field, and where it should stand."""
    assert expected == said(*fields)


@pytest.mark.parametrize(
    "fields",
    [
        [],
        [field(1, "@MessageSuccess")],
        [field(1, "A"), field(2, "A.@unit"), field(3, "B", "empty"), field(4, "B.@index")],
        [field(2, "A.B"), field(1, "A", "complex")],
    ],
)
def test_silent(fields: list[PayloadField]) -> None:
    """Attributes stand on any element, elements in those that hold elements; the list's own order says nothing."""
    assert [] == said(*fields)
