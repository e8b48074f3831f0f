"""The citations of what comes out of the Central Products List, and how they are told from those added by hand."""

import re

from s1sr_validator.exchange.cpl.version_log import EntryHistory
from s1sr_validator.model.import_plan import RecordData

TABLE, LOG = "Central Products List", "Version Control"
_OURS = re.compile(rf"{TABLE}, (no entry|entry|entries) .*|{LOG}, versions? .*")
_ENTRY_FIELDS = ["manufacturer", "model", "hardware_version", "hardware_revision", "firmware_version", "cpl"]
_TYPE_REASON = "The list writes the device type out; the record has the name of the DUIS and MMC code lists for it."
_KEY_REASON = "Each key begins with the name that the DUIS and MMC code lists have for the device type."
_ABSENT_REASON = "The list says that entries are never deleted; that this one is missing is our reading of the table."


def entry_citations(source: str, entry: str, history: EntryHistory | None) -> list[RecordData]:
    """Return the citations of a Device Model: its row in the table, its items in the version log."""
    place = f"{TABLE}, entry {entry}"
    found: list[RecordData] = [{"source": source, "place": place, "covers": _ENTRY_FIELDS}]
    if history is not None:
        held = {
            "cpl.log_name": history.name,
            "cpl.first_listed": history.first,
            "cpl.mentioned_in": history.mentioned_in,
        }
        covers = [field for field, value in held.items() if value]
        found.append({"source": source, "place": _log_place(history), "covers": covers})
    found.append(_inferred(source, place, ["device_type"], _TYPE_REASON))
    return found


def absence_citation(source: str, entry: str) -> RecordData:
    """Return the citation of an entry that the edition no longer has."""
    return _inferred(source, f"{TABLE}, no entry {entry}", ["cpl.status", "cpl.absent_since"], _ABSENT_REASON)


def manufacturer_citations(source: str, manufacturer: str) -> list[RecordData]:
    """Return the citations of the entries of one manufacturer identifier that are not SMETS1."""
    place = f"{TABLE}, entries of manufacturer {manufacturer[:2]}:{manufacturer[2:]}"
    return [{"source": source, "place": place}, _inferred(source, place, ["models"], _KEY_REASON)]


def renewed(old: list[RecordData], new: list[RecordData], *, keep_log: bool) -> list[RecordData]:
    """Return the new citations and those of the old that stay: all that were added by hand, and the log's if unseen."""
    kept = [
        citation for citation in old if not is_ours(citation) or (keep_log and citation["place"].startswith(f"{LOG},"))
    ]
    return new + [citation for citation in kept if citation not in new]


def is_ours(citation: RecordData) -> bool:
    """Say whether the import wrote the citation."""
    return citation["source"].startswith("cpl-") and _OURS.fullmatch(citation["place"]) is not None


def _inferred(source: str, place: str, covers: list[str], reason: str) -> RecordData:
    return {"source": source, "place": place, "covers": covers, "basis": "inferred", "reason": reason}


def _log_place(history: EntryHistory) -> str:
    *first, last = history.mentioned_in
    return f"{LOG}, versions {', '.join(first)} and {last}" if first else f"{LOG}, version {last}"
