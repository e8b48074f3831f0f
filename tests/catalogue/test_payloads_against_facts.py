"""The payload records hold what the official schema says of every element and attribute, and nothing else."""

from collections.abc import Callable

import pytest

from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.payload import Payload, PayloadField

pytestmark = pytest.mark.reference

Row = dict[str, str]
ReadRows = Callable[[str], tuple[Row, ...]]


def text(value: object) -> str:
    """Return a bound as the list writes it."""
    return "" if value is None else str(value)


def taking(row: Row) -> str:
    """Return how many of the excluding neighbours are there, as the group of the row says it."""
    group = row["group_path"]
    return group[len("choice1[") : group.index("]")].replace("1..1", "1") if group.startswith("choice1[") else ""


def occurs(row: Row) -> str:
    """Return how often the element may stand where it stands."""
    least, most = row["min_occurs"], row["max_occurs"].replace("unbounded", "*")
    return least if least == most else f"{least}..{most}"


# How each column follows from the field.
COLUMNS: dict[str, Callable[[PayloadField], str]] = {
    "path": lambda field: field.path,
    "name": lambda field: field.name,
    "kind": lambda field: "attribute" if field.is_attribute else "element",
    "ns": lambda field: "" if field.is_attribute else "ra",
    "builtin_base": lambda field: field.type if field.type.startswith("xs:") else "",
    "pattern": lambda field: field.pattern,
    "min_length": lambda field: text(field.min_length),
    "max_length": lambda field: text(field.max_length),
    "min_inclusive": lambda field: text(field.minimum),
    "max_inclusive": lambda field: text(field.maximum),
    "total_digits": lambda field: text(field.total_digits),
    "depth": lambda field: str(field.path.count(".") + 1),
}
COMPARED_APART = {
    "enumeration": "as a set: lists of a record have no order",
    "content": "says of an element without a text of its own what it holds",
    "min_occurs": "with max_occurs",
    "max_occurs": "with min_occurs",
    "group_path": "as a choice",
}
FOLLOWS_FROM_OTHERS = {
    "srv": "the service names its payload",
    "response_payload_element": "the record's id",
    "xsd_type": "the schema's name for what the other columns say",
    "base_type": "as xsd_type",
    "primitive": "follows from the built-in type",
    "effective_min": "follows from occurrence and choice",
    "effective_max": "as effective_min",
    "implied_min": "follows from the built-in type and the bounds",
    "implied_max": "as implied_min",
}
NOWHERE = ("length", "min_exclusive", "max_exclusive", "fraction_digits")


@pytest.fixture(scope="module")
def payloads(real_catalogue: LoadedCatalogue) -> dict[str, Payload]:
    """The payload records by element."""
    return {payload.id: payload for payload in real_catalogue.records.payloads}


@pytest.fixture(scope="module")
def listed(reference_rows: ReadRows) -> dict[str, list[Row]]:
    """The rows of the list of response fields by payload element, in the schema's order, paths below it."""
    found: dict[str, list[Row]] = {}
    for row in reference_rows("response_fields"):
        short = row | {"path": row["path"].partition(".")[2]}
        found.setdefault(row["response_payload_element"], []).append(short)
    return found


@pytest.fixture(scope="module")
def pairs(payloads: dict[str, Payload], listed: dict[str, list[Row]]) -> list[tuple[PayloadField, Row]]:
    """Every field with its row."""
    found = []
    for element, (_root, *rows) in listed.items():
        fields = sorted(payloads[element].fields, key=lambda field: field.order)
        found += list(zip(fields, rows, strict=True))
    assert 1960 - 112 == len(found)
    return found


def test_every_payload_has_its_record(payloads: dict[str, Payload], listed: dict[str, list[Row]]) -> None:
    """There are 112 payload elements, in the list and in the catalogue, each of its own type."""
    assert 112 == len(listed)
    assert {element: rows[0]["xsd_type"] for element, rows in listed.items()} == {
        payload.id: payload.type for payload in payloads.values()
    }


def test_no_column_is_forgotten(listed: dict[str, list[Row]]) -> None:
    """Each column of the list is compared, or there is a reason why not."""
    compared = COLUMNS.keys() | COMPARED_APART.keys() | FOLLOWS_FROM_OTHERS.keys() | set(NOWHERE)
    assert compared == next(iter(listed.values()))[0].keys()


@pytest.mark.parametrize("column", COLUMNS)
def test_column(column: str, pairs: list[tuple[PayloadField, Row]]) -> None:
    """A column of the list says of every field what the record says."""
    assert [row[column] for _field, row in pairs] == [COLUMNS[column](field) for field, _row in pairs]


def test_orders_run_from_one(payloads: dict[str, Payload]) -> None:
    """The order of a field is its place among the fields of its payload."""
    for payload in payloads.values():
        assert list(range(1, len(payload.fields) + 1)) == sorted(field.order for field in payload.fields)


def test_values(pairs: list[tuple[PayloadField, Row]]) -> None:
    """A list of values has those of the schema."""
    for field, row in pairs:
        assert set(filter(None, row["enumeration"].split("|"))) == set(field.values), row["path"]


def test_content(pairs: list[tuple[PayloadField, Row]]) -> None:
    """An element holds elements, nothing, or a text."""
    for field, row in pairs:
        expected = row["content"].partition("+")[0]
        assert expected == (field.type if field.type in {"complex", "empty"} else "simple"), row["path"]


def test_occurrence(pairs: list[tuple[PayloadField, Row]]) -> None:
    """How often a field may stand where it stands."""
    assert [occurs(row) for _field, row in pairs] == [field.occurs for field, _row in pairs]


def test_choice(pairs: list[tuple[PayloadField, Row]]) -> None:
    """Elements exclude each other where the schema has a choice, and nowhere else."""
    assert [taking(row) for _field, row in pairs] == [field.choice or "" for field, _row in pairs]


def test_what_may_be_left_out_together_may_be_left_out_one_by_one(pairs: list[tuple[PayloadField, Row]]) -> None:
    """The records leave out groups of the schema that say nothing of their own."""
    groups = {row["group_path"] for _field, row in pairs if not row["group_path"].startswith("choice1[")}
    assert {"", "sequence[0..1]"} == groups
    assert {"0"} == {row["min_occurs"] for _field, row in pairs if row["group_path"] == "sequence[0..1]"}


def test_no_other_bounds(listed: dict[str, list[Row]]) -> None:
    """No field has a bound that a record could not hold."""
    rows = [row for rows in listed.values() for row in rows]
    assert {""} == {row[column] for row in rows for column in NOWHERE}


def test_every_service_with_a_payload_names_a_record(
    real_catalogue: LoadedCatalogue, payloads: dict[str, Payload], reference_rows: ReadRows
) -> None:
    """The services name the payload of their rows, each payload once."""
    named = {service.id: service.response_payload for service in real_catalogue.records.services}
    expected = {row["srv"]: row["response_payload_element"] for row in reference_rows("response_fields")}
    assert expected == {srv: element for srv, element in named.items() if element}
    assert sorted(payloads) == sorted(expected.values())


def test_the_schema_is_cited(payloads: dict[str, Payload]) -> None:
    """Every record cites the type of its element in the MMC schema."""
    for payload in payloads.values():
        (citation,) = payload.citations
        assert ("mmc-xsd-5.4", f"type of {payload.id}") == (citation.source, citation.place)
