"""Fields of payloads, and the tree that they make up."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.payload import Payload, PayloadField
from s1sr_validator.model.payload_tree import PayloadNode, payload_tree


def field(path: str = "A", *, occurs: str = "1", order: int = 1, kind: str = "xs:integer") -> PayloadField:
    """Return an invented field."""
    return PayloadField(order=order, path=path, type=kind, occurs=occurs)


@pytest.mark.parametrize(
    ("least", "most", "is_repeated", "occurs"),
    [(1, 1, False, "1"), (0, 1, False, "0..1"), (0, None, True, "0..*"), (7, 7, True, "7"), (2, 12, True, "2..12")],
)
def test_occurrence(least: int, most: int | None, is_repeated: bool, occurs: str) -> None:
    """The text says the bounds; a star is no bound."""
    found = field(occurs=occurs)
    assert (least, most, is_repeated) == (found.least, found.most, found.is_repeated)


@pytest.mark.parametrize(
    ("name", "parent", "is_attribute", "path"),
    [
        ("A", "", False, "A"),
        ("@unit", "", True, "@unit"),
        ("C", "A.B", False, "A.B.C"),
        ("@index", "A.B", True, "A.B.@index"),
    ],
)
def test_path(name: str, parent: str, is_attribute: bool, path: str) -> None:
    """The path names the field and what it stands in."""
    found = field(path)
    assert (name, parent, is_attribute) == (found.name, found.parent, found.is_attribute)


def shown(node: PayloadNode) -> str:
    """Return a tree as nested names, attributes first."""
    held = [found.name for found in node.attributes] + [shown(child) for child in node.children]
    return node.field.name + (f"({' '.join(held)})" if held else "")


def test_the_tree_has_the_schemas_order_whatever_that_of_the_list(tiny: Catalogue) -> None:
    """A snapshot sorts lists; the order of the schema is a field of its own."""
    payload = tiny.lookup.payloads["ReadInventedLogRsp"]
    assert [found.order for found in payload.fields] != sorted(found.order for found in payload.fields)
    assert shown(payload_tree(payload)) == (
        "(@MessageSuccess "
        "Electricity(LogEntry(Register Matrix(@index) Timestamp) DebtLogEntry(Debt Timestamp)) "
        "Gas(LogEntry(Timestamp Register)))"
    )


def test_the_alternatives_are_those_with_a_choice(tiny: Catalogue) -> None:
    """What stands beside a choice is no part of it."""
    tree = payload_tree(tiny.lookup.payloads["ReadInventedRegisterRsp"])
    assert ["Flag", "Text"] == [node.field.name for node in tree.alternatives]


@pytest.mark.parametrize(("expected", "kind"), [("empty", ()), ("complex", (field("A"),))])
def test_a_payload_without_elements_is_empty(expected: str, kind: tuple[PayloadField, ...]) -> None:
    """The payload element holds elements where it has any; attributes are none."""
    fields = (*kind, field("@MessageSuccess", order=2, kind="xs:boolean"))
    assert expected == payload_tree(Payload(id="InventedRsp", type="ra:InventedRsp", fields=fields)).field.type


@pytest.mark.parametrize(
    ("expected", "name", "occurs", "child"),
    [
        (True, "InventedLogEntry", "0..12", field("InventedLogEntry.Value", order=2)),
        (True, "Reading", "0..12", field("Reading.When", order=2, kind="xs:dateTime")),
        (False, "Reading", "0..12", field("Reading.Value", order=2)),
        (False, "InventedLogEntry", "0..1", field("InventedLogEntry.Value", order=2)),
    ],
)
def test_an_entry_is_repeated_and_named_so_or_dated(
    expected: bool, name: str, occurs: str, child: PayloadField
) -> None:
    """A repeated element is an entry of a log by its name or by a time of its own."""
    fields = (field(name, occurs=occurs, kind="complex"), child)
    (node,) = payload_tree(Payload(id="InventedRsp", type="ra:InventedRsp", fields=fields)).children
    assert expected == node.is_entry
