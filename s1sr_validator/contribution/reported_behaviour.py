"""A reported behaviour to records: the behaviour itself, and the matrix row that brings it to Device Models."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from s1sr_validator.contribution.issue_form import QUESTIONS
from s1sr_validator.contribution.new_ids import slug
from s1sr_validator.contribution.new_record import NewRecord
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.device import KEY_FIELDS, Device, parse_key
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import find_kind
from s1sr_validator.prediction.devices import find_devices

OBSERVATIONS = "OBSERVATIONS/1"
"""The edition that rows of observed behaviours belong to."""
_SEPARATORS = re.compile(r"[,;\s]+")


def reported_records(answers: Mapping[str, str], record_id: str, lookup: Lookup) -> tuple[NewRecord, ...]:
    """Return the records of a reported behaviour.

    Args:
        answers: the answers to the form's questions, by id.
        record_id: the behaviour's id.
        lookup: the catalogue that the records are for.

    Returns:
        The behaviour, with two cases, and its matrix row; where the source is an address that no source record has, a
        source record too. What the form leaves open stands in the notes.

    Raises:
        UsageError: an answer is missing, or names a Device Model, service or day that does not exist.
    """
    missing = [question.label for question in QUESTIONS if question.required and question.id not in answers]
    if missing:
        raise UsageError(f"not answered: {'; '.join(missing)}", tip="a behaviour cannot be recorded without")
    devices = [find_devices(key, lookup) for key in _words(answers["devices"])]
    services = _services(answers["services"], lookup)
    day = _day(answers["date"])
    answers, sources = _with_source(answers, lookup)
    behaviour = _behaviour(answers, record_id, services, day)
    behaviour["cases"] = _cases(devices[0][0], services[0], day, bool(answers.get("condition")))
    row = _row(answers, record_id, day)
    return NewRecord(find_kind("behaviour"), behaviour), NewRecord(find_kind("matrix_row"), row), *sources


def _with_source(answers: Mapping[str, str], lookup: Lookup) -> tuple[Mapping[str, str], tuple[NewRecord, ...]]:
    """Return the answers with the id of a source record in place of an address, and that record where it is new."""
    address = answers["source"]
    host = urlsplit(address).hostname
    if not address.startswith(("https://", "http://")) or not host:
        return answers, ()
    known = next((source.id for source in lookup.records.sources if source.url == address), "")
    if known:
        return {**answers, "source": known}, ()
    record_id = slug(address.partition("://")[2].removeprefix("www."))
    source = {
        "id": record_id,
        "title": address,
        "publisher": host,
        "url": address,
        "obtained": "seen_in_part",
        "obtained_note": "Only the address was given with the report; it was not opened again.",
        "notes": ["Open: the title and the publisher are the address until somebody has looked."],
    }
    return {**answers, "source": record_id}, (NewRecord(find_kind("source"), source),)


def _behaviour(answers: Mapping[str, str], record_id: str, services: list[str], day: dt.date) -> dict[str, Any]:
    deviation: dict[str, Any] = {"outcome": answers["outcome"].casefold(), "summary": _line(answers["deviation"])}
    if "alerts" in answers:
        deviation["alerts"] = [{"code": code} for code in _words(answers["alerts"])]
    notes = _notes(answers)
    return {
        "id": record_id,
        "title": _line(answers["title"]),
        "summary": _line(answers["summary"]),
        "services": services,
        "baseline": {"outcome": "success", "summary": _line(answers["baseline"])},
        "deviation": deviation,
        "lifecycle": [_observed(answers, day)],
        "cases": [],
        "citations": [{"source": answers["source"], "place": _line(answers["place"])}],
        **({"notes": notes} if notes else {}),
    }


def _notes(answers: Mapping[str, str]) -> list[str]:
    """Return what the reporter said and no field holds yet, as open questions."""
    condition, remarks = answers.get("condition", ""), answers.get("remarks", "")
    notes = [f"Open: no condition yet. The reporter says that it happens when: {_line(condition)}"] if condition else []
    return [*notes, f"Open, said by the reporter: {_line(remarks)}"] if remarks else notes


def _observed(answers: Mapping[str, str], day: dt.date) -> dict[str, Any]:
    return {"date": day.isoformat(), "event": "observed", "source": answers["source"], "place": _line(answers["place"])}


def _cases(device: Device, service: str, day: dt.date, conditional: bool) -> list[dict[str, Any]]:  # noqa: FBT001 - a fact
    """Return a case on the day and one before it; whoever writes the condition gives them facts."""
    shared = {"device": device.id, "service": service}
    title = "as it was reported" + (", whenever its condition holds" if conditional else "")
    before = (day - dt.timedelta(days=1)).isoformat()
    return [
        {"title": title, **shared, "as_of": day.isoformat(), "expect": "triggers"},
        {"title": "the day before it was known", **shared, "as_of": before, "expect": "silent"},
    ]


def _row(answers: Mapping[str, str], record_id: str, day: dt.date) -> dict[str, Any]:
    patterns = []
    for key in _words(answers["devices"]):
        parts = parse_key(key)
        patterns.append({name: [part] for name, part in zip(KEY_FIELDS, parts, strict=False)})
    return {
        "id": f"observations/{record_id.casefold()}",
        "edition": OBSERVATIONS,
        "label": ", ".join(_words(answers["devices"])),
        "devices": patterns,
        "behaviours": [record_id],
        "lifecycle": [_observed(answers, day)],
        "citations": [{"source": answers["source"], "place": _line(answers["place"])}],
    }


def _services(text: str, lookup: Lookup) -> list[str]:
    found = _words(text)
    for srv in found:
        if srv not in lookup.services:
            raise UsageError(f"no service is called {srv!r}", tip="see: s1sr list services")
    return found


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a day", tip="write it as 2025-11-30") from None


def _words(text: str) -> list[str]:
    found = list(dict.fromkeys(part for part in _SEPARATORS.split(text) if part))
    if not found:
        raise UsageError(f"{text!r} names nothing")
    return found


def _line(text: str) -> str:
    """Return a text as one paragraph."""
    return " ".join(text.split())
