"""The index of the look-up: every record that somebody may look for, by kind, id, title, and further words."""

from typing import Any

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import every_record, natural_order, title_of
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.device import Device
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Manufacturer
from s1sr_validator.model.service import Service
from s1sr_validator.publish.addresses import RULES, page_path
from s1sr_validator.publish.decision_table import finished

LEFT_OUT = frozenset({"payloads", "exceptions", "other_models"})
"""Kinds that nobody looks for by name: payloads are found by their service."""

LONGEST_TITLE = 80
"""Characters of a title; a clause has a summary of several lines for one."""


def maker_table(snapshot: Snapshot) -> dict[str, Any]:
    """Return by what names each manufacturer is known, where Device Models are all that can be looked for."""
    makers = snapshot.records.manufacturers
    return {maker.id: _joined(maker.name, *maker.name_variants, *maker.image_creators) for maker in makers}


def index_table(snapshot: Snapshot) -> dict[str, Any]:
    """Return the index: for each kind its name and records, in natural order.

    A record is id, title, further words, and the path of its page where that is not the kind's folder with the id.
    """
    lookup = Lookup(snapshot)
    makers = {maker.id: maker for maker in snapshot.records.manufacturers}
    kinds: dict[str, dict[str, Any]] = {}
    for hit in every_record(snapshot):
        folder = hit.kind.folder
        if folder in LEFT_OUT:
            continue
        kind = kinds.setdefault(folder, {"folder": folder, "name": hit.kind.singular.replace("_", " "), "records": []})
        usual, path = f"records/{folder}/{hit.record.id}.html", page_path(folder, hit.record.id)
        entry = [hit.record.id, _short(title_of(hit.record)), _words(hit.record, lookup, makers)]
        kind["records"].append(entry if path == usual else [*entry, path])
    for kind in kinds.values():
        kind["records"].sort(key=lambda entry: natural_order(entry[0]))
    return finished({"kinds": list(kinds.values()), "rules": RULES})


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip(" ,;.(") + "…"


def _words(record: Record, lookup: Lookup, makers: dict[str, Manufacturer]) -> str:
    match record:
        case Device():
            maker = makers.get(record.manufacturer)
            creator = record.cpl.image.creator if record.cpl.image else ""
            return _joined(maker.name if maker else "", creator)
        case Manufacturer():
            return _joined(*record.name_variants, *record.image_creators)
        case Service():
            return _joined(record.request_body.element, record.response_payload, *record.gbcs_use_cases)
        case Behaviour():
            clause = lookup.clauses.get(record.clause)
            alerts = (alert.code for alert in record.expected.alerts)
            return _joined(clause.number if clause else "", *record.services, *alerts)
        case _:
            return ""


def _joined(*words: str) -> str:
    return " ".join(dict.fromkeys(word for word in words if word))
