"""The questions about messages: predict, check (a request, or a request and what came back), simulate."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from s1sr_validator.arguments import read_standing
from s1sr_validator.messages.answer_xml import answer_xml
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.prediction.vocabulary import read_state
from s1sr_validator.rehearsal import Staging, rehearse
from s1sr_validator.report.as_json import to_json
from s1sr_validator.server.body import is_json_body
from s1sr_validator.server.options import CheckOptions, PredictOptions, SimulateOptions
from s1sr_validator.server.posted import Posted, read_options, read_posted
from s1sr_validator.server.problems import RefusedError
from s1sr_validator.server.service import Service, service_of

JSON_TYPE, XML_TYPE = "application/json", "application/xml"

Query = list[tuple[str, str]]
Answering = Callable[[Service, Posted, Query], tuple[str, str]]


async def predict(request: Request) -> Response:
    """Answer what will come back for a request."""
    return await _asked(request, _predict)


async def check(request: Request) -> Response:
    """Answer what is wrong with a request, or with what came back for it."""
    return await _asked(request, _check)


async def simulate(request: Request) -> Response:
    """Answer with the message that would come back."""
    return await _asked(request, _simulate)


async def _asked(request: Request, answering: Answering) -> Response:
    service, is_json = service_of(request), is_json_body(request)
    query = request.query_params.multi_items()
    async with service.bodies.of(request) as body:
        text, media_type = await service.work(_answered, answering, body, query, is_json=is_json)
    return Response(text, media_type=media_type)


def _answered(service: Service, answering: Answering, body: bytes, query: Query, *, is_json: bool) -> tuple[str, str]:
    return answering(service, read_posted(body, is_json=is_json), query)


def _predict(service: Service, posted: Posted, query: Query) -> tuple[str, str]:
    _refuse_responses(posted)
    asked = read_options(PredictOptions, query, posted.given)
    device = _device(asked.device)
    with service.schemas_lock:
        report = service.catalogue.predict(
            posted.request,
            device=device,
            as_of=asked.as_of or service.settings.today(),
            state=asked.state,
            standing=asked.standing,
            srv=asked.srv,
            trace=asked.trace,
        )
    return to_json(report), JSON_TYPE


def _check(service: Service, posted: Posted, query: Query) -> tuple[str, str]:
    asked = read_options(CheckOptions, query, posted.given)
    with service.schemas_lock:
        report = _verdict(service, posted, asked) if posted.responses else _checked(service, posted, asked)
    return to_json(report), JSON_TYPE


def _checked(service: Service, posted: Posted, asked: CheckOptions) -> CheckReport:
    as_of = asked.as_of or service.settings.today()
    read_state(asked.state, service.catalogue.lookup)
    read_standing(asked.standing)
    report = service.catalogue.check(posted.request, as_of=as_of, device=asked.device, role=asked.role, srv=asked.srv)
    if report.unread:
        raise _unreadable(report.findings)
    return report


def _verdict(service: Service, posted: Posted, asked: CheckOptions) -> ExchangeReport:
    report = service.catalogue.verdict(
        posted.request,
        posted.responses,
        device=_device(asked.device),
        as_of=asked.as_of or service.settings.today(),
        state=asked.state,
        standing=asked.standing,
        role=asked.role,
        srv=asked.srv,
    )
    if report.unread and not report.answers:
        raise _unreadable(report.findings)
    return report


def _unreadable(findings: tuple[Finding, ...]) -> RefusedError:
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return RefusedError(status, findings[0].message, tip=findings[0].tip, findings=findings)


def _simulate(service: Service, posted: Posted, query: Query) -> tuple[str, str]:
    _refuse_responses(posted)
    asked, lookup = read_options(SimulateOptions, query, posted.given), service.catalogue.lookup
    as_of = asked.as_of or service.settings.today()
    tree = rehearse(
        Message("request", posted.request),
        service.catalogue.circumstances(as_of=as_of, device=_device(asked.device), srv=asked.srv, with_schemas=False),
        state=read_state(asked.state, lookup),
        lowest_standing=read_standing(asked.standing),
        staging=Staging(asked.outcome, asked.seed, asked.rich, asked.ack, asked.code),
    )
    return answer_xml(tree), XML_TYPE


def _device(key: str) -> str:
    if not key:
        raise UsageError("no device is given", tip="name it by its CPL key: device=ESME/1028/5678/0201/03465317")
    return key


def _refuse_responses(posted: Posted) -> None:
    if posted.responses:
        raise UsageError("responses are given, and nothing here looks at them", tip="post them to /v1/check")
