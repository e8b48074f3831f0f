"""Writes catalogue/payloads from the list of response fields in the folder that S1SR_REFERENCE_DATA names."""

import csv
import os
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from s1sr_validator.load.typed_data import reads_as_other

FOLDER = Path(__file__).parent.parent / "catalogue" / "payloads"
MODELINE = "# yaml-language-server: $schema=../../schemas/payload.schema.json"
WIDTH = 120
FACETS = {
    "min_inclusive": "minimum",
    "max_inclusive": "maximum",
    "min_length": "min_length",
    "max_length": "max_length",
    "total_digits": "total_digits",
}
UNHANDLED = ("length", "min_exclusive", "max_exclusive", "fraction_digits")

Row = dict[str, str]


def main() -> int:
    """Write the record of every payload; records of payloads that the list does not have are reported."""
    data = os.environ.get("S1SR_REFERENCE_DATA", "")
    found = sorted(Path(data).rglob("response_fields.csv")) if data else []
    if not found:
        sys.stderr.write("S1SR_REFERENCE_DATA names no folder with response_fields.csv\n")
        return 2
    with found[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = set()
    for element, fields in groupby(rows, key=lambda row: row["response_payload_element"]):
        path = FOLDER / f"{element}.yaml"
        path.write_text(payload_record(list(fields)), "utf-8")
        written.add(path)
    left = sorted(path.name for path in FOLDER.glob("*.yaml") if path not in written)
    sys.stderr.write(f"{len(written)} payloads written\n" + "".join(f"not in the list: {name}\n" for name in left))
    return int(bool(left))


def payload_record(rows: list[Row]) -> str:
    """Return the record of a payload: the first row is the payload element, the others stand below it."""
    root, *below = rows
    lines = [MODELINE, f"id: {root['name']}", f"type: {root['xsd_type']}", "fields:"]
    for order, row in enumerate(below, 1):
        lines += folded("  - ", field_items(order, row))
    lines += ["citations:", f"  - {{source: mmc-xsd-5.4, place: type of {root['name']}}}"]
    return "\n".join(lines) + "\n"


def field_items(order: int, row: Row) -> Iterator[str]:
    """Yield the members of a field as flow YAML."""
    if any(row[name] for name in UNHANDLED) or row["ns"] != ("ra" if row["kind"] == "element" else ""):
        raise ValueError(f"{row['path']}: more than a field can hold")
    least, most = row["min_occurs"], row["max_occurs"].replace("unbounded", "*")
    yield f"order: {order}"
    yield f"path: {quoted(row['path'].partition('.')[2])}"
    yield f"type: {field_type(row)}"
    yield f"occurs: {quoted(least if least == most else f'{least}..{most}')}"
    if choice := taking(row):
        yield f"choice: {quoted(choice)}"
    if row["enumeration"]:
        yield f"values: [{', '.join(quoted(value) for value in row['enumeration'].split('|'))}]"
    if row["pattern"]:
        yield f"pattern: '{row['pattern']}'"
    for column, key in FACETS.items():
        if row[column]:
            yield f"{key}: {int(row[column])}"


def field_type(row: Row) -> str:
    """Return the built-in type of the value, or what kind of element it is."""
    if row["content"].startswith("empty"):
        return "empty"
    return row["content"] if row["content"] == "complex" else row["builtin_base"]


def taking(row: Row) -> str:
    """Return how many of the excluding neighbours are there, empty where none exclude each other.

    A sequence that may be left out says nothing where all that it holds may be left out too.
    """
    group = row["group_path"]
    if not group or (group == "sequence[0..1]" and row["min_occurs"] == "0"):
        return ""
    bounds = {"choice1[1..1]": "1", "choice1[0..1]": "0..1"}
    return bounds[group.partition("#")[0]]


def quoted(text: str) -> str:
    """Return a text as flow YAML that every reader takes for this text."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 .@*-]*", text) and not reads_as_other(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def folded(start: str, items: Iterator[str]) -> list[str]:
    """Return a flow mapping on as many lines as it needs."""
    words = ", ".join(items).split(" ")
    lines, line = [], start + "{"
    for number, word in enumerate(words):
        glue = "" if number == 0 or line.endswith("    ") else " "
        if len(line) + len(glue) + len(word) + 1 > WIDTH:
            lines.append(line)
            line, glue = " " * (len(start) + 1), ""
        line += glue + word
    return [*lines, line + "}"]


if __name__ == "__main__":
    raise SystemExit(main())
