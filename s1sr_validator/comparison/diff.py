"""Two snapshots, record by record: added, removed, and changed field by field, by what the change can do."""

from collections.abc import Iterator
from typing import Any

import msgspec

from s1sr_validator.comparison.effects import field_effect, record_effect, strongest
from s1sr_validator.comparison.reach import reach_changes
from s1sr_validator.comparison.value_differences import in_short, value_differences
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import natural_order, title_of
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.comparison import (
    Change,
    ComparedCatalogue,
    DiffReport,
    Effect,
    FieldDifference,
    RecordDifference,
)
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.record import Record
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.exclusions import installation_facts
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import in_words


def compared(name: str, lookup: Lookup) -> ComparedCatalogue:
    """Return what a report says of one side."""
    return ComparedCatalogue(name=name, version=lookup.snapshot.header.version, digest=lookup.snapshot.digest)


def difference(base: Lookup, head: Lookup, *, base_name: str = "base", head_name: str = "head") -> DiffReport:
    """Compare two catalogues by what their records say.

    Args:
        base: the earlier one.
        head: the later one.
        base_name: what to call the earlier one in the report.
        head_name: what to call the later one.

    Returns:
        Every record that differs, the strongest effects first, and the Device Models that behaviours reach anew or
        no longer.
    """
    found = [each for kind in KINDS for each in _kind_differences(kind, base, head)]
    heads = sum(len(head.records.of_kind(kind.folder)) for kind in KINDS)
    order = list(Effect)
    return DiffReport(
        base=compared(base_name, base),
        head=compared(head_name, head),
        records=tuple(sorted(found, key=lambda each: order.index(each.effect))),
        reach=reach_changes(base, head),
        same=heads - sum(each.change is not Change.REMOVED for each in found),
    )


def _kind_differences(kind: Kind, base: Lookup, head: Lookup) -> Iterator[RecordDifference]:
    old = {record.id: record for record in base.records.of_kind(kind.folder)}
    new = {record.id: record for record in head.records.of_kind(kind.folder)}
    for record_id in sorted({*old, *new}, key=natural_order):
        before, after = old.get(record_id), new.get(record_id)
        if before is not None and after is not None:
            if before != after:
                yield _changed(kind, before, after, (base, head))
            continue
        record = after or before
        assert record is not None  # noqa: S101 - the id is that of one of them
        yield RecordDifference(
            kind=kind.singular,
            id=record.id,
            title=title_of(record),
            change=Change.ADDED if before is None else Change.REMOVED,
            effect=record_effect(kind.folder),
        )


def _changed(kind: Kind, before: Record, after: Record, sides: tuple[Lookup, Lookup]) -> RecordDifference:
    found = value_differences(_as_data(before, sides[0]), _as_data(after, sides[1]))
    fields = tuple(
        FieldDifference(
            field=" ".join(each.path),
            before=in_short(each.before),
            after=in_short(each.after),
            effect=field_effect(kind.folder, each.path, before, after),
        )
        for each in found
    )
    return RecordDifference(
        kind=kind.singular,
        id=after.id,
        title=title_of(after),
        change=Change.CHANGED,
        effect=strongest([field.effect for field in fields]) if fields else Effect.PREDICTED,
        fields=fields,
    )


def _as_data(record: Record, lookup: Lookup) -> dict[str, Any]:
    """Return a record as plain data, its condition in words."""
    data: dict[str, Any] = msgspec.to_builtins(record)
    if isinstance(record, Behaviour | Exclusion) and record.when is not None and "when" in data:
        data["when"] = in_words(record.when, _vocabulary(record, lookup))
    return data


def _vocabulary(record: Behaviour | Exclusion, lookup: Lookup) -> dict[str, FactType]:
    if isinstance(record, Exclusion):
        return installation_facts(lookup)
    services = (lookup.services[srv] for srv in record.services if srv in lookup.services)
    return vocabulary_for(lookup, *services)
