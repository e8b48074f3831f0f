"""An exchange of a test, judged as far as it can be read."""

from collections.abc import Sequence
from typing import NamedTuple

from s1sr_validator.arguments import read_standing
from s1sr_validator.examination import Opened, open_messages
from s1sr_validator.inspection import judge_exchange
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import PredictionReport
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.prediction.vocabulary import read_state
from s1sr_validator.testing.question import Question


class Judged(NamedTuple):
    """The verdict, None where there is none, and why a message could not be read."""

    report: ExchangeReport | None
    unread: tuple[Finding, ...]


NOTHING_CAME = Judged(None, ())
"""A request for which nothing came back."""


def judge_messages(messages: Sequence[Message], question: Question) -> Judged:
    """Hold what came back for the first message against what was predicted.

    Args:
        messages: the request, then at least one answer.
        question: the Device Model, the day, and what counts.

    Raises:
        UsageError: an unknown device, role, SRV, standing or state, or messages that are not a request and answers.
    """
    known = question.catalogue.circumstances(
        as_of=question.as_of, device=question.device, role=question.role, srv=question.srv
    )
    state, lowest = read_state(question.state, question.catalogue.lookup), read_standing(question.standing)
    opened = open_messages(messages, known)
    unread = tuple(each.finding for each in opened.unread)
    if unread and not (opened.requests and opened.answers):
        return Judged(None, unread)
    _hold_to_order(opened, messages[0])
    try:
        report = judge_exchange(opened, known, state=state, lowest_standing=lowest, device=question.device)
    except InputError as error:
        return Judged(None, (error.finding, *unread))
    return Judged(report, unread)


def _hold_to_order(opened: Opened, first: Message) -> None:
    """Refuse messages that change places: what a test sends and what it gets must not be taken for each other."""
    names = [each.request.name for each in opened.requests]
    if first.name not in names:
        raise UsageError(f"{first.name} is an answer", tip="give the request first, then what came back for it")
    if others := [name for name in names if name != first.name]:
        raise UsageError(f"{others[0]} is a request", tip="give one request, then what came back for it")


def predicted(request: Message, question: Question) -> PredictionReport:
    """Return what was to be expected before anything came back."""
    return question.catalogue.predict(
        request.data,
        device=question.device,
        as_of=question.as_of,
        state=question.state,
        standing=question.standing,
        srv=question.srv,
        name=request.name,
        findings=False,
    )
