"""What a check comes to: findings of requests by themselves and together, or a verdict on what came back.

The findings that a project's own file accepts are set apart here, after everything was found.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from s1sr_validator.checking.answers.findings import answer_findings
from s1sr_validator.checking.answers.registry import ANSWER_CHECKING_RULES
from s1sr_validator.checking.batch import Batch, check_batch
from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.checking.selection import selected
from s1sr_validator.checking.suppression import Run, suppress
from s1sr_validator.examination import (
    Circumstances,
    Opened,
    OpenedRequest,
    context_of,
    devices_for,
    examine,
    predictable,
)
from s1sr_validator.messages.answer_rules import ANSWER_READING_RULES
from s1sr_validator.messages.rules import NOT_A_REQUEST, READING_RULES
from s1sr_validator.messages.schema_rules import SCHEMA_RULES
from s1sr_validator.model.answer import Answer
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.condition import Value
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Unread
from s1sr_validator.model.project import Project, RunCoverage
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.verdict.asking import EXCHANGE_RULES
from s1sr_validator.verdict.judge import Case, judge

MESSAGE_RULES = (
    *READING_RULES,
    *CHECKING_RULES,
    *SCHEMA_RULES,
    *ANSWER_READING_RULES,
    *ANSWER_CHECKING_RULES,
    *EXCHANGE_RULES,
)
"""Every rule about messages: those that a selection or a suppression can name."""


class Acceptance(NamedTuple):
    """A project's own file, what its patterns see of an input's name, and how much of the project is looked at."""

    project: Project = Project()
    file_of: Callable[[str], str] = str
    coverage: RunCoverage = RunCoverage.PART


NOTHING_ACCEPTED = Acceptance()
"""No project file, so every finding is reported."""


def inspect_requests(
    opened: Opened, circumstances: Circumstances, *, device: str = "", acceptance: Acceptance = NOTHING_ACCEPTED
) -> CheckReport:
    """Check requests, each by itself and all of them as one batch.

    Args:
        opened: the messages; an answer among them is no request, and a finding says so.
        circumstances: what holds for all of them.
        device: the CPL key as the caller gave it, for the report.
        acceptance: what the project accepts.
    """
    checked = tuple(examine(request, circumstances) for request in opened.requests)
    batch = _batch(opened, circumstances)
    unread = (*opened.unread, *(_no_request(each.answer) for each in opened.answers))
    names = tuple(each.name for each in unread)
    run = Run(checked=checked, across=batch.findings, rules_across=batch.rules_run, unread=names)
    accepted = suppress(
        run,
        acceptance.project,
        circumstances.as_of,
        file_of=acceptance.file_of,
        coverage=acceptance.coverage,
    )
    refused = (each.finding for each in unread)
    return CheckReport(
        catalogue=circumstances.lookup.snapshot.stamp,
        as_of=circumstances.as_of,
        device=device,
        role=circumstances.role,
        requests=run.requests,
        unread=names,
        findings=in_order([*refused, *accepted.kept, *acceptance.project.findings, *accepted.findings]),
        suppressed=accepted.accepted,
    )


def judge_exchange(
    opened: Opened,
    circumstances: Circumstances,
    *,
    state: Mapping[str, Value],
    lowest_standing: Standing,
    device: str = "",
    acceptance: Acceptance = NOTHING_ACCEPTED,
) -> ExchangeReport:
    """Hold what came back for one request against what was predicted.

    Args:
        opened: one request and its answers.
        circumstances: what holds for them; the Device Model is named, or stated for the request's target.
        state: what is known of the Device's state, by full fact name.
        lowest_standing: claims of a lower standing are not listened to.
        device: the CPL key as the caller gave it, for the report.
        acceptance: what the project accepts.

    Raises:
        UsageError: there is not exactly one request, or no Device Model is known.
        InputError: no prediction can be made for the request, or it cannot be read.
    """
    (request,) = _one_request(opened)
    if not opened.answers:
        raise _no_answer(opened)
    devices = devices_for(request.request, circumstances)
    if not devices:
        raise UsageError("a verdict is about a Device Model, and none is given", tip="name one: --device ESME/1028")
    predictable(request, circumstances)
    checked = examine(request, circumstances)
    positions = {each.answer.name: each.position_of for each in opened.answers}
    case = Case(
        request=request.request,
        answers=tuple(each.answer for each in opened.answers),
        position_of=lambda name, node: positions[name](node),
        devices=devices,
        state=state,
        as_of=circumstances.as_of,
        lowest_standing=lowest_standing,
        device=device,
        role=circumstances.role,
    )
    findings = (*checked.findings, *_answer_findings(opened, circumstances))
    stamp = circumstances.lookup.snapshot.stamp
    report = judge(case, circumstances.lookup, stamp=stamp, findings=findings)
    kept = [found for found in report.findings if selected(found.code, circumstances.selection)]
    run = Run(checked=(checked._replace(findings=tuple(kept)),), unread=tuple(each.name for each in opened.unread))
    accepted = suppress(run, acceptance.project, circumstances.as_of, file_of=acceptance.file_of)
    refused = (each.finding for each in opened.unread)
    return msgspec.structs.replace(
        report,
        request=checked.request,
        unread=run.unread,
        findings=in_order([*refused, *accepted.kept, *acceptance.project.findings, *accepted.findings]),
        suppressed=accepted.accepted,
    )


def _no_answer(opened: Opened) -> InputError | UsageError:
    if opened.unread:
        return InputError(opened.unread[0].finding)
    return UsageError("no answer is given", tip="give what came back: s1sr check REQUEST RESPONSE...")


def _batch(opened: Opened, circumstances: Circumstances) -> Batch:
    batch = check_batch([context_of(request, circumstances) for request in opened.requests])
    return Batch(
        tuple(found for found in batch.findings if selected(found.code, circumstances.selection)),
        tuple(code for code in batch.rules_run if selected(code, circumstances.selection)),
    )


def _no_request(answer: Answer) -> Unread:
    message = f"the root element is {answer.root}, not sr:Request"
    tip = "give the Service Request that was sent, or both for a verdict"
    return Unread(answer.name, NOT_A_REQUEST.finding(message, Location(file=answer.name, line=1), tip=tip))


def _one_request(opened: Opened) -> tuple[OpenedRequest, ...]:
    if len(opened.requests) == 1:
        return opened.requests
    if opened.unread and not opened.requests:
        raise InputError(opened.unread[0].finding)
    amount = len(opened.requests) or "no"
    message = f"{len(opened.answers)} answers are given with {amount} requests; a verdict is about one request"
    raise UsageError(message, tip="give one request with what came back for it: s1sr check REQUEST RESPONSE...")


def _answer_findings(opened: Opened, circumstances: Circumstances) -> list[Finding]:
    return [
        found
        for each in opened.answers
        for found in answer_findings(each.answer, circumstances.lookup, position_of=each.position_of)
    ]
