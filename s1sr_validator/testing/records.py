"""What is kept of an assertion for the end of the run, and what all of it adds up to."""

import datetime as dt
from collections.abc import Iterable

from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.suite_report import (
    BehaviourCount,
    SuiteBehaviour,
    SuiteExchange,
    SuiteRecords,
    SuiteReport,
    SuiteRequest,
    VerdictCount,
)
from s1sr_validator.model.verdict import Bearing, Verdict
from s1sr_validator.testing.judging import Judged
from s1sr_validator.testing.question import Question


def exchange_record(judged: Judged, question: Question, *, test: str, accepted: bool) -> SuiteExchange:
    """Return what is kept of an exchange."""
    report = judged.report
    reasons = "; ".join(f"{found.location}: {found.message}" for found in judged.unread)
    return SuiteExchange(
        test=test,
        srv=report.request.srv if report else "",
        device=question.device,
        as_of=question.as_of,
        verdict=report.verdict if report else Verdict.NOT_ASSESSED,
        says=report.says if report else reasons or "nothing came back for the request",
        accepted=accepted,
        behaviours=_behaviours(judged),
        catalogue=question.catalogue.stamp,
    )


def request_record(report: CheckReport, *, test: str, accepted: bool) -> SuiteRequest:
    """Return what is kept of a request that was checked by itself."""
    return SuiteRequest(
        test=test,
        srv=report.requests[0].srv if report.requests else "",
        device=report.device,
        as_of=report.as_of,
        accepted=accepted,
        findings=report.findings,
        catalogue=report.catalogue,
    )


def suite_report(parts: Iterable[SuiteRecords], *, as_of: dt.date, software: str) -> SuiteReport:
    """Put together what was recorded in any order; the same records give the same report.

    Args:
        parts: what the tests recorded.
        as_of: the day for which tests asked that named none.
        software: the version of this software.
    """
    held = tuple(parts)
    exchanges = sorted((each for part in held for each in part.exchanges), key=_exchange_order)
    requests = sorted((each for part in held for each in part.requests), key=_request_order)
    used = (*(each.catalogue for each in exchanges), *(each.catalogue for each in requests))
    stamps = sorted(dict.fromkeys(used), key=lambda stamp: (stamp.digest, str(stamp.overlays)))
    return SuiteReport(
        software=software,
        catalogues=tuple(stamps),
        as_of=as_of,
        exchanges_checked=len(exchanges),
        as_expected=sum(each.verdict.is_expected for each in exchanges),
        requests_checked=len(requests),
        requests_accepted=sum(each.accepted for each in requests),
        verdicts=tuple(
            VerdictCount(verdict=verdict, exchanges=sum(each.verdict is verdict for each in exchanges))
            for verdict in Verdict
        ),
        behaviours=_behaviour_counts(exchanges),
        exchanges=tuple(exchanges),
        requests=tuple(requests),
    )


def _behaviours(judged: Judged) -> tuple[SuiteBehaviour, ...]:
    """Return each bearing of a behaviour once, although it may bear on several Device Models alike."""
    devices = judged.report.devices if judged.report else ()
    found = (
        SuiteBehaviour(behaviour=each.behaviour, title=each.title, clause=each.clause, bearing=each.bearing)
        for device in devices
        for each in device.behaviours
    )
    return tuple(dict.fromkeys(found))


def _behaviour_counts(exchanges: Iterable[SuiteExchange]) -> tuple[BehaviourCount, ...]:
    named: dict[str, SuiteBehaviour] = {}
    counts: dict[str, dict[Bearing, int]] = {}
    for exchange in exchanges:
        for each in exchange.behaviours:
            named.setdefault(each.behaviour, each)
            of_this = counts.setdefault(each.behaviour, dict.fromkeys(Bearing, 0))
            of_this[each.bearing] += 1
    return tuple(
        BehaviourCount(
            behaviour=name,
            title=named[name].title,
            clause=named[name].clause,
            seen=counts[name][Bearing.SEEN],
            not_seen=counts[name][Bearing.NOT_SEEN],
            cannot_tell=counts[name][Bearing.CANNOT_TELL],
            ruled_out=counts[name][Bearing.RULED_OUT],
        )
        for name in sorted(named)
    )


def _exchange_order(exchange: SuiteExchange) -> tuple[str, str, str, str]:
    return exchange.test, exchange.device, exchange.verdict, exchange.says


def _request_order(request: SuiteRequest) -> tuple[str, str, str]:
    return request.test, request.device, str(request.findings)
