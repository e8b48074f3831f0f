"""The assertions of tests about SMETS1 exchanges, and an exchange's answer for tests without a meter.

What is wrong with messages fails the test (AssertionError); what is wrong with an argument is an error (UsageError).
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from s1sr_validator.catalogue import Catalogue
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.errors import CatalogueError, S1srError, UsageError
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import ExchangeReport, Verdict
from s1sr_validator.report.findings_summary import counted
from s1sr_validator.testing.failure_text import request_failure, unread_failure, verdict_failure
from s1sr_validator.testing.judging import NOTHING_CAME, Judged, judge_messages, predicted
from s1sr_validator.testing.message_source import MessageSource, read_messages, read_source
from s1sr_validator.testing.question import Question, ask
from s1sr_validator.testing.records import exchange_record, request_record
from s1sr_validator.testing.suite_run import current_run

_SHOWN_FINDINGS = 20


def assert_predicted(
    request: MessageSource,
    *responses: MessageSource,
    device: str | None = None,
    as_of: dt.date | str | None = None,
    state: Mapping[str, object] | None = None,
    standing: str | None = None,
    role: str | None = None,
    srv: str | None = None,
    allow_not_assessed: bool = False,
    catalogue: Catalogue | None = None,
) -> ExchangeReport:
    """Assert that what came back is what GBCS or a behaviour of the catalogue says.

    What is left out is taken from the test's mark `s1sr`, then from the run of pytest.

    Args:
        request: the request that was sent: bytes, text, Path or lxml element.
        responses: everything that came back for it: acknowledgement, response, alerts, in any order.
        device: a CPL key, whole or partial, of the Device that it went to.
        as_of: the day whose clauses count, as a date or ISO 8601 text.
        state: what is known of the Device's state, by declared name.
        standing: the lowest standing to listen to: observed, proposed or designated.
        role: the User Role of the sender.
        srv: the SRV, where only the body element of the request is given.
        allow_not_assessed: whether to accept that nothing decisive came, or that only a reader can tell.
        catalogue: the catalogue to ask instead of the run's.

    Returns:
        The verdict and what it rests on; its findings do not fail the assertion.

    Raises:
        AssertionError: the verdict is another one, or a message cannot be read.
        UsageError: an unknown device, role, SRV, standing or state, or a text that is no day.
        OSError: a file cannot be read.
    """
    __tracebackhide__ = True
    try:
        question = ask(
            current_run(),
            catalogue=catalogue,
            needs_device=True,
            device=device,
            as_of=as_of,
            state=state,
            standing=standing,
            role=role,
            srv=srv,
        )
        messages = read_messages(request, responses)
        judged = judge_messages(messages, question) if responses else NOTHING_CAME
        report, accepted = judged.report, _is_accepted(judged, allow_not_assessed=allow_not_assessed)
        failure = "" if accepted else _failure(judged, messages[0], question)
    except (S1srError, OSError) as error:
        raise _plain(error) from None
    run = current_run()
    run.record_exchange(exchange_record(judged, question, test=run.test, accepted=accepted))
    if report is None or not accepted:
        raise AssertionError(failure)
    return report


def assert_request_valid(
    request: MessageSource,
    *,
    device: str | None = None,
    as_of: dt.date | str | None = None,
    role: str | None = None,
    srv: str | None = None,
    fail_on: str = Severity.WARNING,
    catalogue: Catalogue | None = None,
) -> CheckReport:
    """Assert that a request has no findings, by its schema and beyond it.

    Args:
        request: the request: bytes, text, Path or lxml element.
        device: a CPL key of the Device that it goes to; left out, no rule asks about a Device.
        as_of: the day on which it is sent.
        role: the User Role of the sender; left out, no rule asks about it.
        srv: the SRV, where only the body element is given.
        fail_on: the least severity that fails: error, warning or info.
        catalogue: the catalogue to ask instead of the run's.

    Returns:
        The findings below that severity, and the codes of the rules that were asked.

    Raises:
        AssertionError: there is a finding, or the message is no request.
        UsageError: an unknown device, role, SRV or severity, or a text that is no day.
    """
    __tracebackhide__ = True
    try:
        question = ask(current_run(), catalogue=catalogue, device=device, as_of=as_of, role=role, srv=srv)
        least = _read_severity(fail_on)
        (message,) = read_messages(request, ())
        report = question.catalogue.check_all(
            [message], as_of=question.as_of, device=question.device, role=question.role, srv=question.srv
        )
    except (S1srError, OSError) as error:
        raise _plain(error) from None
    failing = tuple(found for found in report.findings if found.severity.at_least(least))
    run = current_run()
    accepted = bool(report.requests) and not failing
    run.record_request(request_record(report, test=run.test, accepted=accepted))
    if not accepted:
        headline = _request_headline(message.name, report, failing)
        raise AssertionError(request_failure(headline, failing, report.catalogue.version, report.catalogue.digest))
    return report


def simulate(
    request: MessageSource,
    *,
    device: str | None = None,
    as_of: dt.date | str | None = None,
    state: Mapping[str, object] | None = None,
    standing: str | None = None,
    outcome: str = "",
    seed: int = 0,
    rich: bool = False,
    catalogue: Catalogue | None = None,
) -> str:
    """Return the message that would come back for a request, as XML; for tests without a meter.

    Args:
        request: the request, as for `assert_predicted`, and so are device, as_of, state, standing and catalogue.
        device: a CPL key that stands for one Device Model.
        as_of: the day on which the message comes.
        state: what is known of the Device's state.
        standing: the lowest standing to listen to.
        outcome: `baseline` or `deviation`; left out, it is what is predicted.
        seed: the same seed gives the same message.
        rich: whether to fill optional parts and several entries.
        catalogue: the catalogue to ask instead of the run's.

    Raises:
        InputError: the request cannot be used.
        UsageError: several Device Models, or an outcome that nothing settles.
    """
    __tracebackhide__ = True
    try:
        question = ask(
            current_run(),
            catalogue=catalogue,
            needs_device=True,
            device=device,
            as_of=as_of,
            state=state,
            standing=standing,
        )
        return question.catalogue.simulate(
            read_source(request, "request"),
            device=question.device,
            as_of=question.as_of,
            state=question.state,
            standing=question.standing,
            outcome=outcome,
            seed=seed,
            rich=rich,
        )
    except (S1srError, OSError) as error:
        raise _plain(error) from None


def _is_accepted(judged: Judged, *, allow_not_assessed: bool) -> bool:
    if judged.report is None or judged.unread:
        return False
    verdict = judged.report.verdict
    return verdict.is_expected or (allow_not_assessed and verdict is Verdict.NOT_ASSESSED)


def _failure(judged: Judged, request: Message, question: Question) -> str:
    if judged.report is None:
        return unread_failure(judged.unread)
    return verdict_failure(judged.report, predicted(request, question), judged.unread)


def _request_headline(name: str, report: CheckReport, failing: Sequence[Finding]) -> str:
    if report.unread:
        return f"{name} cannot be read as a request."
    services = ", ".join(dict.fromkeys(f"SRV {each.srv} {each.service_name}" for each in report.requests))
    return f"{name} has {counted(len(failing), 'finding')}: {services}, as of {report.as_of}."


def _read_severity(text: str) -> Severity:
    if text in list(Severity):
        return Severity(text)
    raise UsageError(f"{text!r} is not a severity to fail on", tip=f"one of: {', '.join(Severity)}")


def _plain(error: S1srError | OSError) -> Exception:
    """Return the error without the frames of this package, and with what to do as a note that runners show."""
    if isinstance(error, CatalogueError):
        for finding in error.findings[1:_SHOWN_FINDINGS]:
            error.add_note(f"{finding.location}: {finding.code} {finding.message}")
    if isinstance(error, S1srError) and error.tip:
        error.add_note(error.tip)
    return error.with_traceback(None)
