"""Every operation of the interface: path, method, what answers it, and what a caller has to know of it."""

from collections.abc import Awaitable, Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.prediction import PredictionReport
from s1sr_validator.model.results import KindList, RecordDetails, RecordList
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.server import dcc, questions, records
from s1sr_validator.server.health import HealthReport, health
from s1sr_validator.server.options import CheckOptions, PredictOptions, QuestionOptions, SimulateOptions

Endpoint = Callable[[Request], Awaitable[Response]]


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter in query, path or header, in words and with its type in JSON Schema."""

    name: str
    about: str
    place: str = "query"
    type: str = "string"
    required: bool = False


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One method of one path.

    `answers` are the shapes of the JSON answer (none: it is XML), `options` what the query and the JSON envelope take,
    `statuses` the further statuses that can come, beside those that any path has.
    """

    path: str
    method: str
    name: str
    endpoint: Endpoint
    about: str
    answers: tuple[type[msgspec.Struct], ...] = ()
    options: type[QuestionOptions] | None = None
    parameters: tuple[Parameter, ...] = ()
    takes_message: bool = False
    statuses: tuple[int, ...] = ()


_OF_MESSAGE = (408, 413, 415, 422)
_KIND = Parameter(name="kind", place="path", required=True, about="A kind of record: devices, services, codes ...")
_CALLBACK = "Where to push what follows, instead of polling: an http or https URL."

OPERATIONS = (
    Operation(
        path="/v1/predict",
        method="POST",
        name="predict",
        endpoint=questions.predict,
        about="Predict the answer to a Service Request, for each Device Model that the key stands for.",
        answers=(PredictionReport,),
        options=PredictOptions,
        takes_message=True,
        statuses=_OF_MESSAGE,
    ),
    Operation(
        path="/v1/check",
        method="POST",
        name="check",
        endpoint=questions.check,
        about="Check a request; with responses in the envelope, hold them against the prediction.",
        answers=(CheckReport, ExchangeReport),
        options=CheckOptions,
        takes_message=True,
        statuses=_OF_MESSAGE,
    ),
    Operation(
        path="/v1/simulate",
        method="POST",
        name="simulate",
        endpoint=questions.simulate,
        about="Give the message that would come back, as DUIS XML.",
        options=SimulateOptions,
        takes_message=True,
        statuses=_OF_MESSAGE,
    ),
    Operation(
        path="/v1/records",
        method="GET",
        name="kinds",
        endpoint=records.kinds,
        about="The kinds of record, and how many there are of each.",
        answers=(KindList,),
    ),
    Operation(
        path="/v1/records/{kind}",
        method="GET",
        name="records",
        endpoint=records.records,
        about="The records of a kind for which every FIELD=VALUE of the query holds; a field may be dotted.",
        answers=(RecordList,),
        parameters=(_KIND, Parameter(name="filters", type="object", about="FIELD=VALUE, as in manufacturer=1028.")),
        statuses=(404,),
    ),
    Operation(
        path="/v1/records/{kind}/{id}",
        method="GET",
        name="record",
        endpoint=records.record,
        about="One record in full. An id may hold slashes, plain or as %2F.",
        answers=(RecordDetails,),
        parameters=(_KIND, Parameter(name="id", place="path", required=True, about="The record's id: 4.4.2.")),
        statuses=(404,),
    ),
    Operation(
        path="/v1/search",
        method="GET",
        name="search",
        endpoint=records.found,
        about="The records in which every word occurs, best first.",
        answers=(RecordList,),
        parameters=(
            Parameter(name="q", required=True, about="Words, ids, codes or parts of them."),
            Parameter(name="limit", type="integer", about=f"The most to give. Left out: {records.DEFAULT_LIMIT}."),
        ),
    ),
    Operation(
        path="/v1/health",
        method="GET",
        name="health",
        endpoint=health,
        about="Whether the server works, with which catalogue, and how much the stand-in keeps.",
        answers=(HealthReport,),
    ),
    Operation(
        path="/dcc/requests",
        method="POST",
        name="sendRequest",
        endpoint=dcc.requests,
        about="Stand-in for the DCC: take a request to a Device of the test environment, and acknowledge it. "
        "What follows is fetched at the address in Location, or pushed to the callback.",
        parameters=(
            Parameter(name="callback", about=_CALLBACK),
            Parameter(name=dcc.CALLBACK_HEADER, place="header", about=_CALLBACK),
        ),
        takes_message=True,
        statuses=(*_OF_MESSAGE, 403, 404, 409),
    ),
    Operation(
        path="/dcc/responses",
        method="GET",
        name="fetchResponse",
        endpoint=dcc.responses,
        about="Stand-in for the DCC: the message for a request, or a User's next one. Nothing is taken away by it.",
        parameters=(
            Parameter(name="request_id", about="The RequestID whose message is wanted."),
            Parameter(name="message", type="integer", about="With request_id: which one, where the id was sent twice."),
            Parameter(name="user", about="EUI-64 of the User whose messages are wanted, one after the other."),
            Parameter(name="next", type="integer", about=f"With user: from where on, as {dcc.NEXT_HEADER} said."),
            Parameter(name="wait", type="integer", about="Seconds to wait for it, at most 30."),
        ),
        statuses=(204, 404),
    ),
)
