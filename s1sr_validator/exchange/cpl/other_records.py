"""What else an edition of the list gives: entries that are not SMETS1, makers without a record, and its source."""

from s1sr_validator.exchange.cpl.citations import TABLE, is_ours, manufacturer_citations
from s1sr_validator.exchange.cpl.published_list import CplList
from s1sr_validator.exchange.cpl.row import CplRow
from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.import_plan import RecordData
from s1sr_validator.model.regulation import Publication

TITLE = "Central Products List (CPL)"
PUBLISHER = "SECAS"  # the workbook names it as the one who administers the list


def other_model(row: CplRow) -> RecordData:
    """Return the line of an entry that is not SMETS1."""
    return {"entry": row.entry, "key": row.key, "specification": row.smets_version, "status": row.status.value}


def other_models_record(
    manufacturer: str, models: list[RecordData], source: str, old_citations: list[RecordData]
) -> RecordData:
    """Return the record of a manufacturer identifier's entries that are not SMETS1.

    While an entry is absent, the earlier editions that had it stay cited.
    """
    absent = any(model["status"] == CplStatus.ABSENT.value for model in models)
    new = manufacturer_citations(source, manufacturer)
    kept = [citation for citation in old_citations if citation not in new and (absent or not is_ours(citation))]
    return {"id": manufacturer, "models": models, "citations": new + kept}


def manufacturer_stub(manufacturer: str, cpl: CplList) -> RecordData:
    """Return a record for a manufacturer identifier; its name is for a human to read out of the version log."""
    creators = [row.image_creator for row in cpl.rows if row.manufacturer == manufacturer and row.image_creator]
    place = f"{TABLE}, entries of manufacturer {manufacturer[:2]}:{manufacturer[2:]}"
    return (
        {"id": manufacturer}
        | ({"image_creators": list(dict.fromkeys(creators))} if creators else {})
        | {"citations": [{"source": cpl.source_id, "place": place}]}
    )


def source_record(cpl: CplList) -> RecordData:
    """Return the source record of an edition; how the file was obtained is for a human to correct."""
    return {
        "id": cpl.source_id,
        "title": TITLE,
        "publisher": PUBLISHER,
        "date": cpl.date.isoformat(),
        "version": cpl.version,
        "obtained": Publication.PUBLISHED.value,
        "file": {"name": cpl.file, "sha256": cpl.sha256},
    }
