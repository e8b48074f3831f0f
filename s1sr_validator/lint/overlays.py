"""Lint of private overlays: every rule over the catalogue with the overlays, and what is new in it because of them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from s1sr_validator.index.overlay_checks import overlay_findings
from s1sr_validator.index.overlay_rules import OVERLAY_RULES, REFERENCE
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.lint.engine import LintResult, lint
from s1sr_validator.lint.exceptions import EXCEPTION_RULES
from s1sr_validator.load.loaded import LoadedCatalogue, RecordFile
from s1sr_validator.load.mark import Mark
from s1sr_validator.load.overlay_files import LoadedOverlay
from s1sr_validator.model.finding import Finding, in_order
from s1sr_validator.model.kinds import KINDS, Kind, Records
from s1sr_validator.model.project import EVERYTHING, Selection
from s1sr_validator.model.record import Record


def lint_overlays(
    below: Snapshot, overlays: Sequence[LoadedOverlay], *, as_of: dt.date, selection: Selection = EVERYTHING
) -> LintResult:
    """Ask every rule about a catalogue with overlays over it.

    Args:
        below: the catalogue; it need not be a folder, and its own findings are not reported.
        overlays: the overlays; what was wrong with reading them becomes a part of the result.
        as_of: the day by which exceptions expire.
        selection: which rules to ask; those about overlays always are.

    Returns:
        The findings in the overlays' files, those in the catalogue's that are there because of an overlay, such as an
        overlap, and how many records the overlays have.
    """
    catalogue = _as_loaded(below)
    result = lint(_merged(catalogue, overlays), as_of=as_of, selection=selection)
    # CAT101 reports every reference that leads nowhere, and knows of files that could not be read.
    found = [each for each in overlay_findings(overlays, below) if each.code != REFERENCE.code]
    return msgspec.structs.replace(
        result,
        findings=in_order([*found, *_new(result.findings, catalogue, as_of, selection)]),
        rules_run=tuple(sorted({*result.rules_run, *(rule.code for rule in OVERLAY_RULES)})),
        records_checked=sum(len(each.loaded.records.of_kind(kind.folder)) for each in overlays for kind in KINDS),
    )


def _new(
    findings: Sequence[Finding], catalogue: LoadedCatalogue, as_of: dt.date, selection: Selection
) -> list[Finding]:
    """Leave out what is to be said of the catalogue without the overlays too."""
    theirs = {file.file for file in catalogue.files.values()}
    shared = {finding for finding in findings if finding.location.file in theirs}
    if shared:
        # An exception of the catalogue that an overlay makes unnecessary is still needed without it.
        accepting = {rule.code for rule in EXCEPTION_RULES}
        known = set(lint(catalogue, as_of=as_of, selection=selection).findings)
        shared = {finding for finding in shared if finding.code not in accepting} - known
    return [finding for finding in findings if finding.location.file not in theirs or finding in shared]


def _merged(catalogue: LoadedCatalogue, overlays: Sequence[LoadedOverlay]) -> LoadedCatalogue:
    """Put the overlays' records beside the catalogue's; one that stands below already is left out."""
    files = dict(catalogue.files)
    held: dict[str, list[Record]] = {kind.folder: list(catalogue.records.of_kind(kind.folder)) for kind in KINDS}
    for overlay in overlays:
        new = {key: file for key, file in overlay.loaded.files.items() if key not in files}
        files |= new
        for kind in KINDS:
            records = overlay.loaded.records.of_kind(kind.folder)
            held[kind.folder] += [record for record in records if (kind.folder, record.id) in new]
    by_kind: dict[str, Any] = {folder: tuple(records) for folder, records in held.items()}
    findings = tuple(finding for overlay in overlays for finding in overlay.loaded.findings)
    return LoadedCatalogue(catalogue.header, Records(**by_kind), files, findings)


def _as_loaded(snapshot: Snapshot) -> LoadedCatalogue:
    """Return a compiled catalogue as one that was read; of places in its files only the first is known."""
    files = {
        (kind.folder, record.id): _file(kind, record, snapshot)
        for kind in KINDS
        for record in snapshot.records.of_kind(kind.folder)
    }
    return LoadedCatalogue(snapshot.header, snapshot.records, files, ())


def _file(kind: Kind, record: Record, snapshot: Snapshot) -> RecordFile:
    origin = snapshot.origins[f"{kind.folder}/{record.id}"]
    data = msgspec.json.decode(msgspec.json.encode(record))
    return RecordFile(origin.file, kind, data, {(): Mark(origin.line, 1)}, origin.overlay)
