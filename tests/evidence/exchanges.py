"""Invented exchanges, judged by the tiny catalogue."""

from s1sr_validator import Catalogue
from s1sr_validator.examination import open_messages
from s1sr_validator.inspection import judge_exchange
from s1sr_validator.model.condition import Value
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import ExchangeReport
from tests.invented import LOG, MAKER_ONE, request_xml
from tests.invented_answers import REQUEST_ID, dcc_alert, s1sp_alert

DAY = "2015-07-01"


def sent() -> Message:
    """Return the request that the invented answers belong to."""
    return Message("request.xml", request_xml(LOG, header={"RequestID": REQUEST_ID}).encode())


def alerted(code: str) -> Message:
    """Return an alert of the S1SP about that request."""
    alert = f"<sr:S1SPAlertDSP>{s1sp_alert(code)}</sr:S1SPAlertDSP>"
    return Message(f"{code}.xml", dcc_alert(alert).encode())


def judged(
    catalogue: Catalogue, answer: Message, *, device: str = MAKER_ONE, state: dict[str, Value] | None = None
) -> ExchangeReport:
    """Return the verdict on an answer to that request."""
    known = catalogue.circumstances(as_of=DAY, device=device, with_schemas=False)
    opened = open_messages([sent(), answer], known)
    return judge_exchange(opened, known, state=state or {}, lowest_standing=Standing.PROPOSED, device=device)
