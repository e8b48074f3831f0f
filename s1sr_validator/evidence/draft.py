"""A draft of a behaviour, made of one exchange that nothing predicted: the records of a private overlay."""

import datetime as dt
from typing import Any

from s1sr_validator.evidence.draft_answer import S1SP_ALERT, baseline, deviation, unknown_codes
from s1sr_validator.evidence.open_questions import open_questions
from s1sr_validator.evidence.sighting import Sighting
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.import_plan import RecordEdit

_PLACE = "request and answers"
_SEEN = ["title", "summary", "services", "deviation"]


def draft_records(sighting: Sighting, lookup: Lookup) -> tuple[RecordEdit, ...]:
    """Return the records of an overlay that predicts what was seen, for this Device Model alone."""
    row = f"{sighting.name.lower()}/seen"
    return (
        _edit("sources", _source(sighting)),
        _edit("documents", _document(sighting)),
        _edit("editions", _edition(sighting)),
        _edit("behaviours", _behaviour(sighting, lookup)),
        _edit("matrix", _row(sighting, row)),
        _edit("observations", _observation(sighting, row)),
        *(_code(sighting, code) for code in unknown_codes(sighting.report, lookup)),
    )


def _behaviour(sighting: Sighting, lookup: Lookup) -> dict[str, Any]:
    service = lookup.services[sighting.report.request.srv]
    key, day = sighting.device.id, sighting.day
    case = {"device": key, "service": service.id}
    return {
        "id": sighting.behaviour,
        "title": f"DRAFT: {service.id} answered otherwise than expected",
        "summary": f"Draft from one exchange: {service.name} ({service.id}) brought an answer that nothing predicted.",
        "services": [service.id],
        "baseline": baseline(service),
        "deviation": deviation(sighting.report, lookup),
        "lifecycle": [_event(sighting)],
        "cases": [
            {"title": "the exchange that was seen", **case, "as_of": day.isoformat(), "expect": "triggers"},
            {
                "title": "the day before it was seen",
                **case,
                "as_of": (day - dt.timedelta(days=1)).isoformat(),
                "expect": "silent",
            },
        ],
        "citations": [
            {"source": sighting.source, "place": _PLACE, "covers": _SEEN},
            _inferred(sighting, "baseline", "The schemas have this as the ordinary answer; GBCS was not looked at."),
        ],
        "notes": list(open_questions(sighting)),
    }


def _row(sighting: Sighting, row: str) -> dict[str, Any]:
    kind, manufacturer, model, hardware, firmware = sighting.device.id.split("/")
    return {
        "id": row,
        "edition": f"{sighting.name}/1",
        "label": f"The one Device Model on which it was seen, {sighting.device.id}",
        "devices": [
            {
                "device_type": [kind],
                "manufacturer": [manufacturer],
                "model": [model],
                "hardware": [hardware],
                "firmware": [firmware],
            }
        ],
        "behaviours": [sighting.behaviour],
        "lifecycle": [_event(sighting)],
        "citations": [_citation(sighting)],
    }


def _observation(sighting: Sighting, row: str) -> dict[str, Any]:
    srv = sighting.report.request.srv
    return {
        "id": f"{sighting.name}-seen",
        "title": f"An answer to {srv} that nothing predicted",
        "summary": f"One request of {srv} to {sighting.device.id} brought an answer that nothing predicts.",
        "device": {"text": sighting.device.id, "matrix_row": row},
        "confidence": "one_report",
        "stage": "after_translation",
        "reported": sighting.day.isoformat(),
        "services": [srv],
        "behaviour": sighting.behaviour,
        "citations": [
            _citation(sighting),
            _inferred(sighting, "services", "The messages name the SRV; that it is about the service is our reading."),
        ],
    }


def _source(sighting: Sighting) -> dict[str, Any]:
    stamp = sighting.report.catalogue
    return {
        "id": sighting.source,
        "title": f"Exchange of {sighting.report.request.srv} with {sighting.device.id}, redacted",
        "publisher": sighting.reporter or "not stated",
        "date": sighting.day.isoformat(),
        "obtained": "private",
        "obtained_note": "The redacted messages lie beside this overlay, in the folder exchange.",
        "file": {"name": "exchange", "sha256": sighting.digest},
        "notes": [
            f"Judged by catalogue {stamp.version}, digest {stamp.digest[:12]}, as of {sighting.report.as_of}.",
            "The digest of the file is that of the exchange redacted under the public salt.",
        ],
    }


def _document(sighting: Sighting) -> dict[str, Any]:
    return {
        "id": sighting.name,
        "title": "Draft from an exchange",
        "abbreviation": sighting.name,
        "citations": [_citation(sighting)],
    }


def _edition(sighting: Sighting) -> dict[str, Any]:
    return {
        "id": f"{sighting.name}/1",
        "document": sighting.name,
        "version": "1",
        "status": "published",
        "status_as_of": sighting.day.isoformat(),
        "citations": [_citation(sighting)],
        "notes": ["Nothing was published: an edition only has to be there, so that a row can stand in it."],
    }


def _code(sighting: Sighting, code: str) -> RecordEdit:
    data = {"id": code, "list": S1SP_ALERT, "citations": [_citation(sighting)]}
    return RecordEdit(folder="codes", id=f"{S1SP_ALERT}/{code}", data=data)


def _event(sighting: Sighting) -> dict[str, str]:
    return {"date": sighting.day.isoformat(), "event": "observed", "source": sighting.source, "place": _PLACE}


def _citation(sighting: Sighting) -> dict[str, str]:
    return {"source": sighting.source, "place": _PLACE}


def _inferred(sighting: Sighting, field: str, reason: str) -> dict[str, Any]:
    return {**_citation(sighting), "covers": [field], "basis": "inferred", "reason": reason}


def _edit(folder: str, data: dict[str, Any]) -> RecordEdit:
    return RecordEdit(folder=folder, id=str(data["id"]), data=data)
