"""What is wrong with overlays over a catalogue, beyond what reading them shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from s1sr_validator.index import overlay_rules as rules
from s1sr_validator.index.compile import origins_of
from s1sr_validator.index.snapshot import Origin, Snapshot
from s1sr_validator.load.loaded import RecordFile
from s1sr_validator.load.overlay_files import LoadedOverlay
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.kinds import KIND_BY_FOLDER, KINDS, Records
from s1sr_validator.model.lifecycle import EventKind
from s1sr_validator.model.lint_exception import LintException
from s1sr_validator.model.private_ids import COINED, EXAMPLE, is_private
from s1sr_validator.model.record import Record
from s1sr_validator.model.references import references
from s1sr_validator.model.regulation import OtherModels

Places = Mapping[str, Origin]
"""Where each record stands, by `folder/id`."""

OPEN_TO_OVERLAYS = (EventKind.OBSERVED, EventKind.CONSIDERED, EventKind.SUPERSEDED, EventKind.WITHDRAWN)
"""The events that an overlay's record can have; the others lead into the Smart Energy Code."""


def overlay_findings(overlays: Sequence[LoadedOverlay], below: Snapshot) -> Iterator[Finding]:
    """Yield everything by which the overlays would do more than add records of their own.

    Args:
        overlays: the overlays that come over the catalogue at one time.
        below: the catalogue, with the overlays that are over it already.
    """
    held = dict(below.origins)
    for overlay in overlays:
        for name, origin in origins_of(overlay.loaded).items():
            if name in held:
                yield _met(overlay.loaded.file_of(*_parted(name)), held[name])
            held.setdefault(name, origin)
    listed = {device.id for device in below.records.devices} | _other_keys(below.records)
    for record, file in _added(overlays, held):
        for check in _CHECKS:
            yield from check(record, file, held)
        if isinstance(record, OtherModels):
            yield from _known_models(record, file, listed)


def _added(overlays: Sequence[LoadedOverlay], held: Places) -> Iterator[tuple[Record, RecordFile]]:
    """Yield the records that are new; of one that stands below nothing but that is to be said."""
    for overlay in overlays:
        for kind in KINDS:
            for record in overlay.loaded.records.of_kind(kind.folder):
                file = overlay.loaded.file_of(kind.folder, record.id)
                if held[f"{kind.folder}/{record.id}"].overlay == file.overlay:
                    yield record, file


def _parted(name: str) -> tuple[str, str]:
    folder, _, record_id = name.partition("/")
    return folder, record_id


def _met(file: RecordFile, other: Origin) -> Finding:
    kind = file.kind.singular.replace("_", " ")
    message = f"{kind} {file.data['id']!r} stands in {other.file} already, which {file.file} cannot change"
    own = f"an id of its own, such as {EXAMPLE}" if file.kind.folder == "behaviours" else "an id of its own, X-..."
    tip = f"give the record {own}" if file.kind.folder in COINED else "delete it here"
    return rules.BELOW.finding(message, file.location("id"), tip=tip)


def _id(record: Record, file: RecordFile, _held: Places) -> Iterator[Finding]:
    if file.kind.folder in COINED and not is_private(record.id):
        message = f"{record.id!r} could be an id of the catalogue"
        tip = f"begin it with X- and a name of your own, as in {EXAMPLE} or x-acme/meters"
        yield rules.PRIVATE_ID.finding(message, file.location("id"), tip=tip)


def _standing(record: Record, file: RecordFile, _held: Places) -> Iterator[Finding]:
    for number, event in enumerate(getattr(record, "lifecycle", ())):
        if event.event not in OPEN_TO_OVERLAYS:
            message = f"{event.event}: an overlay cannot bring a claim into the Code"
            tip = f"one of: {', '.join(OPEN_TO_OVERLAYS)}"
            yield rules.STANDING.finding(message, file.location("lifecycle", number, "event"), tip=tip)


def _references(record: Record, file: RecordFile, held: Places) -> Iterator[Finding]:
    for named in references(record):
        if f"{named.folder}/{named.id}" not in held:
            kind = KIND_BY_FOLDER[named.folder].singular.replace("_", " ")
            message = f"no {kind} has the id {named.id!r}"
            tip = "neither the catalogue nor an overlay that was given holds it"
            yield rules.REFERENCE.finding(message, file.location(*named.path), tip=tip)


def _authority(record: Record, file: RecordFile, _held: Places) -> Iterator[Finding]:
    if isinstance(record, Behaviour) and record.clause and not is_private(record.clause):
        message = f"clause {record.clause} does not say this; the overlay does"
        yield rules.BORROWED.finding(message, file.location("clause"), tip="leave the clause out, or say it in a note")
    if isinstance(record, MatrixRow) and not is_private(record.edition):
        message = f"edition {record.edition} does not have this row; the overlay does"
        tip = "name an edition of the overlay's own, under documents/ and editions/"
        yield rules.BORROWED.finding(message, file.location("edition"), tip=tip)


def _exception(record: Record, file: RecordFile, held: Places) -> Iterator[Finding]:
    if isinstance(record, LintException) and record.record in held and held[record.record].overlay != file.overlay:
        message = f"{record.record} stands in {held[record.record].file}"
        yield rules.EXCEPTION.finding(message, file.location("record"), tip="except only records of the overlay")


def _known_models(record: OtherModels, file: RecordFile, listed: set[str]) -> Iterator[Finding]:
    for number, model in enumerate(record.models):
        if model.key in listed:
            message = f"the catalogue knows {model.key} already"
            yield rules.BELOW.finding(message, file.location("models", number, "key"), tip="delete the entry")


def _other_keys(records: Records) -> set[str]:
    return {model.key for group in records.other_models for model in group.models}


_CHECKS: tuple[Callable[[Any, RecordFile, Places], Iterator[Finding]], ...] = (
    _id,
    _standing,
    _references,
    _authority,
    _exception,
)
