"""The register of clauses and the Device Models as tables."""

import datetime as dt

from s1sr_validator.exchange.tables.about import about
from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import natural_order
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.device import Device
from s1sr_validator.model.export import ColumnType, TableColumn
from s1sr_validator.model.lifecycle import standing_on
from s1sr_validator.model.regulation import Clause

_REGISTER = (
    TableColumn(name="clause", heading="Record", is_key=True),
    TableColumn(name="document", heading="Document", is_searched=True),
    TableColumn(name="number", heading="Clause", is_searched=True),
    TableColumn(name="edition", heading="Edition"),
    TableColumn(name="kind", heading="Kind"),
    TableColumn(name="extent", heading="Extent"),
    TableColumn(name="standing", heading="Standing"),
    TableColumn(name="behaviours", heading="Behaviours"),
    TableColumn(name="dates", heading="Dates"),
    TableColumn(name="summary", heading="Summary"),
)
_DEVICES = (
    TableColumn(name="device_model", heading="Device Model", is_key=True),
    TableColumn(name="device_type", heading="Type", is_searched=True),
    TableColumn(name="manufacturer", heading="Manufacturer", is_searched=True),
    TableColumn(name="manufacturer_name", heading="Manufacturer name"),
    TableColumn(name="model", heading="Model"),
    TableColumn(name="hardware_version", heading="Hardware version"),
    TableColumn(name="hardware_revision", heading="Hardware revision"),
    TableColumn(name="firmware_version", heading="Firmware version"),
    TableColumn(name="cpl_entry", heading="CPL entry"),
    TableColumn(name="cpl_status", heading="CPL status"),
    TableColumn(name="smets_version", heading="SMETS version"),
    TableColumn(name="gbcs_version", heading="GBCS version"),
    TableColumn(name="name", heading="Name in the CPL's log"),
    TableColumn(name="first_listed_version", heading="First listed in"),
    TableColumn(name="first_listed", heading="First listed on", type=ColumnType.DAY),
    TableColumn(name="image_hash", heading="Image hash"),
)


def register(lookup: Lookup, as_of: dt.date) -> Table:
    """Return every clause with its standing on a day and its dates."""
    by_clause: dict[str, list[Behaviour]] = {}
    for behaviour in sorted(lookup.records.behaviours, key=lambda behaviour: behaviour.id):
        by_clause.setdefault(behaviour.clause, []).append(behaviour)
    clauses = sorted(lookup.records.clauses, key=lambda clause: natural_order(clause.id))
    rows = tuple(_clause(clause, by_clause.get(clause.id, []), as_of) for clause in clauses)
    return Table(name="register", title="Clauses", columns=_REGISTER, rows=rows, about=about(lookup, as_of))


def devices(lookup: Lookup) -> Table:
    """Return every Device Model of the Central Products List that is SMETS1."""
    names = {maker.id: maker.name for maker in lookup.records.manufacturers}
    rows = tuple(_device(device, names) for device in lookup.devices.values())
    return Table(name="devices", title="Device Models", columns=_DEVICES, rows=rows, about=about(lookup))


def _clause(clause: Clause, behaviours: list[Behaviour], as_of: dt.date) -> tuple[str, ...]:
    return (
        clause.id,
        clause.document,
        clause.number,
        clause.edition,
        clause.kind.value,
        clause.extent.value,
        _standing(clause, behaviours, as_of),
        ", ".join(behaviour.id for behaviour in behaviours),
        _dates(clause),
        clause.summary,
    )


def _standing(clause: Clause, behaviours: list[Behaviour], as_of: dt.date) -> str:
    """Return the clause's own standing; where its record has none, that of its behaviours."""
    lifecycles = [clause.lifecycle] if clause.lifecycle else [behaviour.lifecycle for behaviour in behaviours]
    found = (standing_on(events, as_of) for events in lifecycles)
    return ", ".join(dict.fromkeys(standing.value for standing in found if standing))


def _dates(clause: Clause) -> str:
    """Return the dated events in order of time, each with how firm it is where it has not happened for certain."""
    moments = [
        *((mark.date, mark.event.value, mark.status.value) for mark in clause.milestones),
        *((e.date.isoformat(), e.event.value, "announced" if e.planned else "happened") for e in clause.lifecycle),
    ]
    said = [
        f"{date} {what}" + ("" if status == "happened" else f" ({status})") for date, what, status in sorted(moments)
    ]
    return "; ".join(said)


def _device(device: Device, names: dict[str, str]) -> tuple[str, ...]:
    cpl = device.cpl
    listed = cpl.first_listed
    return (
        device.id,
        device.device_type.value,
        device.manufacturer,
        names.get(device.manufacturer, ""),
        device.model,
        device.hardware_version,
        device.hardware_revision,
        device.firmware_version,
        cpl.entry,
        cpl.status.value,
        cpl.smets_version,
        cpl.gbcs_version,
        cpl.log_name,
        listed.version if listed else "",
        listed.date.isoformat() if listed else "",
        cpl.image.hash if cpl.image else "",
    )
