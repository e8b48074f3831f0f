"""The records of a private overlay that an import and its review write, as plain data.

They are private because nobody has reviewed them yet: no published clause is named by a draft, and no draft is quoted
as the Code.
"""

import datetime as dt
from typing import Any

from s1sr_validator.exchange.regulation.draft_fields import (
    DEVICES,
    OUTCOME,
    QUESTIONS,
    SERVICES,
    SUMMARY,
    WHEN,
    read_devices,
    read_services,
    read_when,
    selected_device,
)
from s1sr_validator.model.import_plan import RecordData, RecordEdit
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.regulation_import import ClauseLine, Draft, ReviewQueue

_DRAFT_NOTE = "Draft from an import: hold it against the clause before it counts."
_CITED = ["title", "summary", "services", "clause", "deviation"]


def document_edits(queue: ReviewQueue, register_file: tuple[str, str], title: str) -> tuple[RecordEdit, ...]:
    """Return the source, document and edition that the clauses and drafts of an import hang on."""
    document, _, version = queue.edition.partition("/")
    name, sha256 = register_file
    source = {
        "id": queue.source,
        "title": f"{title}, edition {version}, as it was imported",
        "publisher": "not stated",
        "date": queue.day,
        "version": version,
        "obtained": "private",
        "obtained_note": "Read by machine. The date is that of the import, or the one given with it.",
        "file": {"name": name, "sha256": sha256},
    }
    citation = [{"source": queue.source, "place": "whole document"}]
    return (
        _edit("sources", source),
        _edit(
            "documents",
            {"id": document, "title": f"{title} (imported)", "abbreviation": document, "citations": citation},
        ),
        _edit(
            "editions",
            {
                "id": queue.edition,
                "document": document,
                "version": version,
                "status": "published",
                "status_as_of": queue.day,
                "citations": citation,
                "notes": ["The status is that of the file: whether the edition is in force was not looked at."],
            },
        ),
    )


def clause_edit(clause: ClauseLine, queue: ReviewQueue, text: str) -> RecordEdit:
    """Return the record of a clause: its heading and digest, and its text where that is to be kept."""
    document = queue.edition.partition("/")[0]
    number = clause_number(clause)
    data: RecordData = {
        "id": f"{document}/{number}",
        "document": document,
        "edition": queue.edition,
        "number": number,
        "kind": str(clause.kind),
        "extent": "described" if text else "only_named",
        "summary": clause.heading or "A clause without a heading.",
        "citations": [{"source": queue.source, "place": clause.place}],
        "notes": [f"SHA-256 of the normal form of its text: {clause.digest}", *([f"Text: {text}"] if text else [])],
    }
    return _edit("clauses", data)


def clause_number(clause: ClauseLine) -> str:
    """Return a clause's number as the catalogue writes it, where it knows the clause."""
    return clause.registered.partition("/")[2] or clause.number


def draft_edits(draft: Draft, queue: ReviewQueue, records: Records) -> tuple[RecordEdit, ...]:
    """Return the records of a draft as far as it has come; none while its services or its outcome are open."""
    services = _services(draft, records)
    if not services or not _outcome(draft):
        return ()
    codes = [_code(alert.code, draft, queue) for alert in draft.terms.alerts if not alert.is_known]
    row = [_row(draft, queue, records)] if _applies(draft) else []
    behaviour = _edit("behaviours", _behaviour(draft, queue, records, services))
    return (*codes, behaviour, _exception(draft), *row)


def _services(draft: Draft, records: Records) -> list[str]:
    answered = draft.answers.get(SERVICES)
    return list(read_services(answered, records) if answered else draft.terms.services)


def _applies(draft: Draft) -> bool:
    """Say whether a row may apply the behaviour: without its condition it would claim too much."""
    return DEVICES in draft.answers and WHEN in draft.answers and _outcome(draft) != ""


def _behaviour(draft: Draft, queue: ReviewQueue, records: Records, services: list[str]) -> RecordData:
    heading = f": {draft.heading}" if draft.heading else ""
    data: RecordData = {
        "id": draft.behaviour,
        "title": f"DRAFT: clause {draft.number}{heading}",
        "summary": draft.answers.get(SUMMARY)
        or f"Draft from clause {draft.number}; its text is still to be summarised.",
        "services": services,
        "clause": draft.clause,
    }
    if condition := _condition(draft, records):
        data["when"] = condition
    data["baseline"] = {"outcome": "success", "summary": "A successful response."}
    if outcome := _outcome(draft):
        data["deviation"] = _deviation(draft, outcome)
    data["lifecycle"] = [_event(draft, queue)]
    data["cases"] = _cases(draft, queue, records, services[0])
    data["citations"] = [
        {"source": queue.source, "place": draft.place, "covers": [*_CITED, "when"] if "when" in data else _CITED},
        {
            "source": queue.source,
            "place": draft.place,
            "covers": ["baseline"],
            "basis": "inferred",
            "reason": "A successful response is the ordinary answer; GBCS was not looked at.",
        },
    ]
    data["notes"] = [_DRAFT_NOTE, *(f"Open: {QUESTIONS[field]}" for field in draft.open)]
    return data


def _outcome(draft: Draft) -> str:
    return draft.answers.get(OUTCOME) or draft.terms.outcome


def _deviation(draft: Draft, outcome: str) -> RecordData:
    codes = [alert.code for alert in draft.terms.alerts]
    raised = f" The clause names alert {' and '.join(codes)} with it." if codes else ""
    says = "The request fails." if outcome == "failure" else "A successful response."
    found: RecordData = {"outcome": outcome, "summary": says + raised}
    if codes:
        references = [{"name": each.name, "value": each.value} for each in draft.terms.references]
        # With several alerts the text alone says which of them a reference belongs to.
        with_it = {"external_references": references} if references and len(codes) == 1 else {}
        found["alerts"] = [{"code": code, **with_it} for code in codes]
    elif outcome == "success":
        found["differences"] = [{"about": "payload", "says": draft.answers.get(SUMMARY) or "as the clause says"}]
    return found


def _condition(draft: Draft, records: Records) -> RecordData:
    compared = read_when(draft.answers.get(WHEN, "always"), records)
    parts: list[RecordData] = [{"fact": each.fact, each.operator: each.value} for each in compared]
    return {"all": parts} if len(parts) > 1 else (parts or [{}])[0]


def _cases(draft: Draft, queue: ReviewQueue, records: Records, service: str) -> list[RecordData]:
    if not _applies(draft):
        device = min((each.id for each in records.devices), default="")
        case: RecordData = {"title": "no matrix row applies it yet", "device": device, "service": service}
        return [{**case, "as_of": queue.day, "expect": "silent"}]
    pattern = read_devices(draft.answers[DEVICES], records)[0]
    case = {"device": selected_device(pattern, records), "service": service}
    compared = read_when(draft.answers[WHEN], records)
    facts: dict[str, Any] = {each.fact: each.holds_for for each in compared}
    given = {"facts": facts} if facts else {}
    before = (dt.date.fromisoformat(queue.day) - dt.timedelta(days=1)).isoformat()
    return [
        {"title": "what the clause describes", **case, "as_of": queue.day, **given, "expect": "triggers"},
        {"title": "the day before the import", **case, "as_of": before, **given, "expect": "silent"},
    ]


def _row(draft: Draft, queue: ReviewQueue, records: Records) -> RecordEdit:
    given = draft.answers[DEVICES]
    data: RecordData = {
        "id": f"{queue.edition.partition('/')[0].lower()}/{draft.behaviour.lower()}",
        "edition": queue.edition,
        "label": f"Given in review: {given}",
        "devices": list(read_devices(given, records)),
        "behaviours": [draft.behaviour],
        "lifecycle": [_event(draft, queue)],
        "citations": [
            {
                "source": queue.source,
                "place": draft.place,
                "basis": "inferred",
                "reason": "The Device Models were named in review; the clause itself does not select them.",
            }
        ],
    }
    return _edit("matrix", data)


def _exception(draft: Draft) -> RecordEdit:
    data = {
        "id": f"{draft.behaviour.lower()}-from-a-clause",
        "rule": "CAT176",
        "record": f"behaviours/{draft.behaviour}",
        "reason": f"The claim was read from clause {draft.number} of a document, so no observation reports it.",
    }
    return _edit("exceptions", data)


def _code(code: str, draft: Draft, queue: ReviewQueue) -> RecordEdit:
    data = {"id": code, "list": "s1sp_alert", "citations": [{"source": queue.source, "place": draft.place}]}
    return RecordEdit(folder="codes", id=f"s1sp_alert/{code}", data=data)


def _event(draft: Draft, queue: ReviewQueue) -> RecordData:
    return {"date": queue.day, "event": "observed", "source": queue.source, "place": draft.place}


def _edit(folder: str, data: RecordData) -> RecordEdit:
    return RecordEdit(folder=folder, id=str(data["id"]), data=data)
