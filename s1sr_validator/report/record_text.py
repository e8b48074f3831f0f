"""Any record as a page: its fields, the records that name it, and the file it stands in."""

from collections.abc import Iterable
from typing import Any

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import Hit, every_record, title_of
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.condition import ALWAYS
from s1sr_validator.model.device import Device
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.record import Basis, Record
from s1sr_validator.model.references import references
from s1sr_validator.prediction.exclusions import installation_facts
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import in_words
from s1sr_validator.report.overlay_text import marked
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.record_fields import record_fields

_OWN_WRITERS = {"id", "cases", "notes", "conflicts", "citations"}
_LONG_LIST = 12


def write_record(page: Page, hit: Hit, lookup: Lookup) -> None:
    """Write one record in full."""
    record = hit.record
    page.line(marked(f"{hit.kind.singular} {record.id}", hit.overlay), ink=Ink.STRONG)
    title = title_of(record)
    if title:
        page.line(title)
    data = {name: value for name, value in record_fields(record).items() if _is_said(value)}
    if data.pop("when", None) is not None:
        data["when"] = _rule_in_words(record, lookup)
    page.line()
    for name, value in data.items():
        if name not in _OWN_WRITERS and str(value) != title:
            _write_value(page, name, _in_reading_order(value), 0)
    _write_users(page, hit, lookup)
    _write_base(page, record)
    origin = lookup.origin(hit.kind.folder, record.id)
    page.line()
    page.line(marked(f"{origin.file}:{origin.line}", origin.overlay), ink=Ink.LINK)


def _rule_in_words(record: Record, lookup: Lookup) -> str:
    """Say the condition of a behaviour or an exclusion category; always, where a behaviour has none."""
    if isinstance(record, Exclusion) and record.when is not None:
        return in_words(record.when, installation_facts(lookup))
    if isinstance(record, Behaviour) and record.when != ALWAYS:
        services = [lookup.services[srv] for srv in record.services if srv in lookup.services]
        return in_words(record.when, vocabulary_for(lookup, *services))
    return "always"


def _is_said(value: Any) -> bool:  # noqa: ANN401 - plain data of any shape
    """Say whether a field holds something: false and 0 do, an empty text or list does not."""
    return value is not None and value not in ("", [], ())


def _write_value(page: Page, name: str, value: Any, indent: int) -> None:  # noqa: ANN401 - plain data of any shape
    label = name.replace("_", " ")
    column = min(indent + 22, page.width // 2)
    if isinstance(value, dict):
        page.line(label, ink=Ink.QUIET, indent=indent)
        for key, item in value.items():
            _write_value(page, key, item, indent + 2)
    elif isinstance(value, list | tuple) and any(isinstance(item, dict) for item in value):
        page.line(label, ink=Ink.QUIET, indent=indent)
        for item in value:
            page.field("-", _in_one_line(item), indent=indent + 2, column=indent + 4)
    else:
        page.field(label, _plain(value), indent=indent, column=max(column, indent + len(label) + 2))


def _in_reading_order(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Put dated events in order of time and numbered items in their own; anything else stays as it is."""
    for key in ("date", "order"):
        if isinstance(value, list | tuple) and all(isinstance(item, dict) and key in item for item in value):
            return sorted(value, key=lambda item: item[key])
    return value


def _write_base(page: Page, record: Record) -> None:
    """Write what every record has: notes, conflicts, sources."""
    for note in record.notes:
        page.line()
        page.line(f"Note: {note}")
    for conflict in record.conflicts:
        page.line()
        page.line(f"Sources disagree about {conflict.about.replace('_', ' ')}; held: {conflict.held}", ink=Ink.WARN)
        for side in conflict.sides:
            page.field("-", f"{side.says} ({side.source}, {side.place})", indent=2, column=4)
    if record.citations:
        page.line()
        page.line("sources", ink=Ink.QUIET)
    for citation in sorted(record.citations, key=lambda citation: citation.basis, reverse=True):
        covers = f": {', '.join(name.replace('_', ' ') for name in citation.covers)}" if citation.covers else ""
        inferred = f" (inferred: {citation.reason})" if citation.basis is Basis.INFERRED else ""
        page.field("-", f"{citation.source}, {citation.place}{covers}{inferred}", indent=2, column=4)


def _in_one_line(item: dict[str, Any]) -> str:
    return "; ".join(f"{key.replace('_', ' ')}: {_nested(value)}" for key, value in item.items())


def _nested(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    items = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(item, dict) for item in items):
        return ", ".join(f"({_in_one_line(item)})" for item in items)
    return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_plain(item) for item in value)
    return str(value)


def _write_users(page: Page, hit: Hit, lookup: Lookup) -> None:
    users: dict[str, list[str]] = {}
    for other in every_record(lookup.snapshot):
        if any(named.folder == hit.kind.folder and named.id == hit.record.id for named in references(other.record)):
            users.setdefault(other.kind.folder, []).append(other.record.id)
    if isinstance(hit.record, Device):
        device = hit.record
        users["matrix"] = [
            row.id for row in lookup.records.matrix if any(pattern.matches(device) for pattern in row.devices)
        ]
    for folder, ids in users.items():
        if ids:
            _write_value(page, f"named by {folder}", _shortened(sorted(ids)), 0)


def _shortened(ids: list[str]) -> Iterable[str]:
    rest = len(ids) - _LONG_LIST
    return [*ids[:_LONG_LIST], f"and {rest} more"] if rest > 0 else ids
