"""What came back, as the deviation of a behaviour: outcome, alerts, and what a program saw beside them."""

import re
from typing import Any

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.code import CodeList
from s1sr_validator.model.service import Service
from s1sr_validator.model.verdict import ExchangeReport

_S1SP_CODE = re.compile(r"S1[A-Z]{2}[0-9]{4}")
_DEBUG_CODE = re.compile(r"-?[0-9]{1,9}|[0-9A-Fa-f]{2}")
S1SP_ALERT = "s1sp_alert"
"""The list of S1SP alert codes, and the kind of answer that brings one."""


def deviation(report: ExchangeReport, lookup: Lookup) -> dict[str, Any]:
    """Return the deviation in the form of a record; texts of the answers are never taken over, only codes."""
    alerts = s1sp_codes(report, lookup)
    outcome = Outcome(report.outcome or Outcome.FAILURE)
    found: dict[str, Any] = {"outcome": str(outcome), "summary": _summary(outcome, alerts, _debug_codes(report))}
    if alerts:
        found["alerts"] = [{"code": code} for code in alerts]
    elif outcome is Outcome.SUCCESS:
        says = "not what the service's record names; the redacted answer shows it"
        found["differences"] = [{"about": "payload", "says": says}]
    return found


def baseline(service: Service) -> dict[str, str]:
    """Return what the schemas have as the ordinary answer; GBCS itself was not asked."""
    payload = f" with payload {service.response_payload}" if service.response_payload else ""
    return {"outcome": str(Outcome.SUCCESS), "summary": f"A successful response{payload}."}


def s1sp_codes(report: ExchangeReport, lookup: Lookup) -> tuple[str, ...]:
    """Return the S1SP alert codes that came back: those that the catalogue knows, and others of their shape."""
    known = {code.id for code in lookup.records.codes if code.list is CodeList.S1SP_ALERT}
    given = _codes(report, S1SP_ALERT)
    return tuple(sorted(code for code in given if code in known or _S1SP_CODE.fullmatch(code)))


def unknown_codes(report: ExchangeReport, lookup: Lookup) -> tuple[str, ...]:
    """Return the S1SP alert codes that the catalogue has no record of."""
    known = {code.id for code in lookup.records.codes}
    return tuple(code for code in s1sp_codes(report, lookup) if code not in known)


def _summary(outcome: Outcome, alerts: tuple[str, ...], debug: list[str]) -> str:
    raised = f" The S1SP raises {' and '.join(alerts)}." if alerts else ""
    coded = f" The response holds debug information with code {', '.join(debug)}." if debug else ""
    return ("The request fails." if outcome is Outcome.FAILURE else "A successful response.") + raised + coded


def _debug_codes(report: ExchangeReport) -> list[str]:
    return [code for code in _codes(report, "smets1_response", "gbcs_response") if _DEBUG_CODE.fullmatch(code)]


def _codes(report: ExchangeReport, *kinds: str) -> list[str]:
    held = [
        code for answer in report.answers if answer.kind in kinds and answer.belongs != "no" for code in answer.codes
    ]
    return list(dict.fromkeys(held))
