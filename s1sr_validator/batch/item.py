"""One message of a batch as it was found: what to call it, its bytes, its Device Model; or why it could not be read."""

from typing import NamedTuple

from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.rule import Rule


class Item(NamedTuple):
    """A message and the CPL key beside it (empty: that of the run). `problem` is set in place of data."""

    name: str
    data: bytes = b""
    device: str = ""
    problem: Finding | None = None


class Columns(NamedTuple):
    """Where a table has its messages, their names and the Device Models; an empty name stands for no such column."""

    message: str = "xml"
    name: str = ""
    device: str = ""


def bounded(name: str, data: bytes, device: str = "") -> Item:
    """Return a message, or where it has more bytes than are read, that it has."""
    if len(data) > MAX_BYTES:
        return refused(name, rules.TOO_LARGE, f"the message has more than {MAX_BYTES:,} bytes, the most that is read")
    return Item(name, data, device)


def refused(name: str, rule: Rule, message: str, tip: str = "") -> Item:
    """Return a message that could not be read."""
    return Item(name, problem=rule.finding(message, Location(file=name), tip=tip))


def from_row(name: str, row: dict[str, object], columns: Columns) -> Item:
    """Return the message of a row; a text or bytes stands in its column, anything else is refused."""
    found = row.get(columns.message)
    if columns.name and row.get(columns.name) is not None:
        name = str(row[columns.name])
    if not isinstance(found, str | bytes):
        tip = f"the row has {', '.join(map(str, list(row)[:10])) or 'nothing'}; name the column with --column"
        return refused(name, rules.UNREADABLE, f"there is no text in column {columns.message!r}", tip)
    device = row.get(columns.device) if columns.device else None
    if columns.device and not (isinstance(device, str) and device.strip()):
        return refused(name, rules.UNREADABLE, f"there is no Device Model in column {columns.device!r}")
    data = found.encode(errors="surrogatepass") if isinstance(found, str) else found
    return bounded(name, data, str(device or ""))
