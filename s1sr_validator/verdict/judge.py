"""From a request and its answers to the verdict: pair, read together, reveal, predict, weigh."""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.answer import Answer
from s1sr_validator.model.check_report import CheckedRequest
from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import Device
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import CatalogueStamp, PredictionReport
from s1sr_validator.model.request import Request
from s1sr_validator.model.verdict import (
    DeviceVerdict,
    ExchangeReport,
    ReadAnswer,
    RevealedState,
    Verdict,
    WeighedBehaviour,
)
from s1sr_validator.prediction.predict import predict
from s1sr_validator.prediction.words import value_text
from s1sr_validator.verdict.asking import exchange_findings
from s1sr_validator.verdict.context import AnswerPosition, Exchange
from s1sr_validator.verdict.coverage import coverage
from s1sr_validator.verdict.pairing import Belongs, Pairing, pair
from s1sr_validator.verdict.revealed import revealed_state
from s1sr_validator.verdict.seen import seen_in
from s1sr_validator.verdict.verdict_rules import verdict_findings
from s1sr_validator.verdict.weigh import weigh


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be judged: a request, its answers, and what is known of the Device; `device` and `role` as given."""

    request: Request
    answers: tuple[Answer, ...]
    position_of: AnswerPosition
    devices: tuple[Device, ...]
    state: Mapping[str, Value]
    as_of: dt.date
    lowest_standing: Standing
    device: str = ""
    role: str = ""


def judge(case: Case, lookup: Lookup, *, stamp: CatalogueStamp, findings: Sequence[Finding] = ()) -> ExchangeReport:
    """Hold the answers to a request against the prediction for each Device Model.

    Args:
        case: the request, whose SRV the catalogue knows, and what came back.
        lookup: the catalogue.
        stamp: which catalogue that is, for the report.
        findings: what was found about request and answers, each by itself.
    """
    exchange = _exchange(case, lookup)
    report = predict(
        case.request,
        case.devices,
        lookup,
        as_of=case.as_of,
        state={**case.state, **exchange.revealed},
        lowest_standing=case.lowest_standing,
    )
    devices = _device_verdicts(exchange, report)
    verdict, says, behaviours = _together(devices)
    place = exchange.place(exchange.answers[-1], "") if exchange.answers else Location(file=case.request.name)
    return ExchangeReport(
        catalogue=stamp,
        as_of=case.as_of,
        lowest_standing=case.lowest_standing,
        device=case.device,
        role=case.role,
        request=_summary(exchange, report),
        answers=tuple(_read(pairing) for pairing in exchange.pairings),
        unread=(),
        verdict=verdict,
        says=says,
        outcome=(exchange.seen.outcome or "") if exchange.answers else "",
        behaviours=behaviours,
        devices=devices,
        state=_state(exchange),
        findings=in_order([*findings, *exchange_findings(exchange), *verdict_findings(verdict, says, place)]),
        suppressed=(),
        coverage=coverage(exchange, devices),
    )


def _summary(exchange: Exchange, report: PredictionReport) -> CheckedRequest:
    """Return what the request is; which rules were asked about it is for those to add who asked them."""
    return CheckedRequest(
        name=report.request.name,
        srv=report.request.srv,
        service_name=report.request.service_name,
        request_id=report.request.request_id,
        devices=tuple(device.id for device in exchange.devices),
        schema="",
        rules_run=(),
        rules_not_asked=(),
    )


def _exchange(case: Case, lookup: Lookup) -> Exchange:
    service = lookup.services[case.request.srv]
    pairings = tuple(pair(case.request, answer) for answer in case.answers)
    seen = seen_in((pairing.answer for pairing in pairings if pairing.belongs is not Belongs.NO), service)
    return Exchange(
        request=case.request,
        service=service,
        pairings=pairings,
        seen=seen,
        devices=case.devices,
        given=case.state,
        revealed=revealed_state(seen, service, lookup),
        position_of=case.position_of,
    )


def _device_verdicts(exchange: Exchange, report: PredictionReport) -> tuple[DeviceVerdict, ...]:
    if exchange.answers:
        return tuple(weigh(prediction, exchange.seen, exchange.service) for prediction in report.predictions)
    reasons = "; ".join(dict.fromkeys(reason for pairing in exchange.pairings for reason in pairing.reasons))
    return tuple(
        DeviceVerdict(
            device_model=prediction.device_model,
            device_name=prediction.device_name,
            verdict=Verdict.NOT_A_PAIR,
            says=f"the answer is not one to this request: {reasons}",
            behaviours=(),
        )
        for prediction in report.predictions
    )


def _together(devices: tuple[DeviceVerdict, ...]) -> tuple[Verdict, str, tuple[WeighedBehaviour, ...]]:
    """Return what holds for all Device Models; where they differ nothing does, and a narrower key would tell."""
    first = devices[0]
    if all((found.verdict, found.says) == (first.verdict, first.says) for found in devices):
        behaviours = dict.fromkeys(weighed for found in devices for weighed in found.behaviours)
        return first.verdict, first.says, tuple(behaviours)
    kinds = ", ".join(sorted({found.verdict for found in devices}))
    says = f"the {len(devices)} Device Models would get different verdicts ({kinds}): name one of them"
    return Verdict.NOT_ASSESSED, says, ()


def _read(pairing: Pairing) -> ReadAnswer:
    answer = pairing.answer
    codes = (
        answer.response_code,
        answer.dcc_alert.code if answer.dcc_alert else "",
        answer.s1sp_alert.code if answer.s1sp_alert else "",
        answer.device_alert_code,
        *answer.debug_codes,
    )
    return ReadAnswer(
        name=answer.name,
        kind=answer.kind,
        belongs=pairing.belongs,
        says=pairing.reasons,
        request_id=next(iter(answer.request_ids), ""),
        response_id=answer.response_id,
        srv=next(iter(answer.stated_srvs), ""),
        device_id=answer.device_id,
        codes=tuple(code for code in codes if code),
        time=answer.header.response_time.text if answer.header else "",
    )


def _state(exchange: Exchange) -> tuple[RevealedState, ...]:
    """Return every state value that was used; what the answer shows counts before what was given."""
    given = {name: (value, "given") for name, value in exchange.given.items()}
    revealed = {name: (value, "revealed") for name, value in exchange.revealed.items()}
    return tuple(
        RevealedState(name=name, value=value_text(value), origin=origin)
        for name, (value, origin) in sorted((given | revealed).items())
    )
