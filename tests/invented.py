"""Builders of invented requests and catalogues: nothing here is a real Device, service or clause."""

import datetime as dt
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Origin
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.behaviour import Answer, Behaviour, MatrixRow, Outcome
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.lifecycle import Event, EventKind
from s1sr_validator.model.record import Citation

TINY = Path(__file__).parent / "tiny_catalogue"
LOG, REGISTER, SETTING = "9.9.1", "9.9.2", "9.8.1"
MAKER_ONE, MAKER_ONE_LATER = "ESME/FFF0/0001/0101/00000001", "ESME/FFF0/0001/0101/00000002"
MAKER_TWO, GAS = "ESME/FFF1/0001/0101/00000001", "GSME/FFF1/0002/0101/00000001"
ELEMENTS = {LOG: "ReadInventedLog", REGISTER: "ReadInventedRegister", SETTING: "SetInventedThing"}

CITATIONS = (Citation(source="invented-source", place="an invented place"),)
SUCCESS = Answer(outcome=Outcome.SUCCESS, summary="A successful response.")
FAILURE = Answer(outcome=Outcome.FAILURE, summary="The request fails.")


def header_xml(parts: Mapping[str, str]) -> str:
    """Return a request's header with these parts."""
    return "".join(f"<sr:{name}>{escape(text)}</sr:{name}>" for name, text in parts.items())


def body_xml(fields: Mapping[str, Any]) -> str:
    """Return nested elements for nested mappings of names to texts."""
    return "".join(
        f"<sr:{name}>{body_xml(value) if isinstance(value, Mapping) else escape(str(value))}</sr:{name}>"
        for name, value in fields.items()
    )


def request_xml(
    srv: str = LOG,
    fields: Mapping[str, Any] | None = None,
    *,
    element: str = "",
    header: Mapping[str, str] | None = None,
    body: str | None = None,
) -> str:
    """Return an invented Service Request.

    Args:
        srv: the SRV of the header.
        fields: the body's fields by name; a mapping nests.
        element: the body element; left out, the one of the SRV.
        header: parts of the header that differ from the usual ones; an empty text leaves a part out.
        body: the whole content of the body, in place of element and fields.
    """
    usual = {
        "RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:1",
        "CommandVariant": "1",
        "ServiceReference": srv.rpartition(".")[0],
        "ServiceReferenceVariant": srv,
    }
    parts = {name: text for name, text in (usual | dict(header or {})).items() if text}
    name = element or ELEMENTS.get(srv, "ReadInventedLog")
    content = f"<sr:{name}>{body_xml(fields or {})}</sr:{name}>" if body is None else body
    return (
        f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4">'
        f"<sr:Header>{header_xml(parts)}</sr:Header><sr:Body>{content}</sr:Body></sr:Request>"
    )


def event(kind: EventKind | str, on: str, *, planned: bool = False, latest: str = "") -> Event:
    """Return an event with an invented source."""
    return Event(
        date=dt.date.fromisoformat(on),
        event=EventKind(kind),
        source="invented-source",
        place="an invented paragraph",
        planned=planned,
        latest=dt.date.fromisoformat(latest) if latest else None,
    )


def behaviour(record_id: str, **fields: Any) -> Behaviour:  # noqa: ANN401 - fields of Behaviour, whatever their type
    """Return an invented behaviour: a failure of the log service, designated in 2010, unless the fields say else."""
    usual: dict[str, Any] = {
        "title": f"Invented behaviour {record_id}",
        "summary": "An invented behaviour.",
        "services": (LOG,),
        "baseline": SUCCESS,
        "deviation": FAILURE,
        "lifecycle": (event("designated", "2010-01-01"),),
        "citations": CITATIONS,
    }
    return Behaviour(id=record_id, **(usual | fields))


def row(record_id: str, *behaviours: str, **fields: Any) -> MatrixRow:  # noqa: ANN401 - fields of MatrixRow
    """Return an invented matrix row: for every ESME, designated in 2010, unless the fields say else."""
    usual: dict[str, Any] = {
        "edition": "INVENTED/1.0",
        "label": f"Invented row {record_id}",
        "devices": (DevicePattern(device_type=(DeviceType.ESME,)),),
        "lifecycle": (event("designated", "2010-01-01"),),
        "citations": CITATIONS,
    }
    return MatrixRow(id=record_id, behaviours=behaviours, **(usual | fields))


def with_records(
    catalogue: Catalogue,
    behaviours: Iterable[Behaviour] = (),
    rows: Iterable[MatrixRow] = (),
    *,
    alone: bool = False,
) -> Catalogue:
    """Return the catalogue with further behaviours and rows; `alone` leaves out those that it had."""
    records = catalogue.snapshot.records
    kept = ((), ()) if alone else (records.behaviours, records.matrix)
    changed = msgspec.structs.replace(records, behaviours=(*kept[0], *behaviours), matrix=(*kept[1], *rows))
    new = {f"behaviours/{found.id}": Origin(f"invented/{found.id}.yaml", 1) for found in changed.behaviours}
    origins = new | catalogue.snapshot.origins
    return Catalogue(msgspec.structs.replace(catalogue.snapshot, records=changed, origins=origins))


def tiny_copy(folder: Path) -> Path:
    """Copy the tiny catalogue to where a test may change it, and return the copy."""
    return Path(shutil.copytree(TINY, folder / "tiny"))


def edit(catalogue: Path, file: str, old: str, new: str) -> None:
    """Replace the one place in a record's text that reads `old`."""
    path = catalogue / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{file} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), "utf-8")
