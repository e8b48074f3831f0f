"""Judging in tests: the invented messages beside this file, and requests and answers made from them."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.document import Document, open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.condition import Value
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.verdict.judge import Case, judge

MESSAGES = Path(__file__).parent / "messages"
REQUEST = "request_4.4.2"
DAY = dt.date(2025, 11, 30)


def message(name: str) -> str:
    """Return the text of one of the messages beside this file."""
    return (MESSAGES / f"{name}.xml").read_text("utf-8")


def judged(
    catalogue: Catalogue,
    *answers: str,
    device: str,
    request: str = "",
    state: Mapping[str, Value] | None = None,
    standing: Standing = Standing.PROPOSED,
) -> ExchangeReport:
    """Return the verdict on answers, given as texts, to a request (left out: the one beside this file)."""
    documents = [open_document(text.encode(), f"answer {number}") for number, text in enumerate(answers, start=1)]
    by_name: dict[str, Document] = {document.name: document for document in documents}
    opened = open_document((request or message(REQUEST)).encode(), "request.xml")
    case = Case(
        request=read_request(opened, catalogue.lookup.services),
        answers=tuple(read_answer(document) for document in documents),
        position_of=lambda name, node: by_name[name].positions.of(node),
        devices=find_devices(device, catalogue.lookup),
        state=state or {},
        as_of=DAY,
        lowest_standing=standing,
        device=device,
    )
    return judge(case, catalogue.lookup, stamp=catalogue.stamp)
