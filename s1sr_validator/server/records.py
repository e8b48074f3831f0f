"""The records of the catalogue: kinds, lists, single records, and search."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from s1sr_validator.index.lookup import nearest
from s1sr_validator.index.search import Hit, search
from s1sr_validator.index.snapshot import kind_counts
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import KINDS, Kind, find_kind
from s1sr_validator.model.results import KindLine, KindList
from s1sr_validator.report.as_json import to_json
from s1sr_validator.report.record_detail import record_details
from s1sr_validator.report.record_list import record_list
from s1sr_validator.server.posted import unknown_parameter
from s1sr_validator.server.problems import RefusedError, over_http
from s1sr_validator.server.questions import JSON_TYPE, Query
from s1sr_validator.server.service import Service, service_of

DEFAULT_LIMIT = 20
MOST_HITS = 10_000
MOST_CHARACTERS, MOST_WORDS = 400, 10
"""Of a search: each word is looked for in every record, and the nearest one where it is in none."""


async def kinds(request: Request) -> Response:
    """Answer which kinds of record there are, and how many of each."""
    return _json(await service_of(request).work(_kinds))


async def records(request: Request) -> Response:
    """Answer with the records of a kind for which every `field=value` of the query holds."""
    kind, query = _kind(request), request.query_params.multi_items()
    return _json(await service_of(request).work(_records, kind, query))


async def record(request: Request) -> Response:
    """Answer with one record in full."""
    _refuse_parameters(request)
    return _json(await service_of(request).work(_record, _kind(request), request.path_params["id"]))


async def found(request: Request) -> Response:
    """Answer with the records in which every word occurs, best first."""
    words, limit = _search_parameters(request.query_params.multi_items())
    return _json(await service_of(request).work(_found, words, limit))


def _json(text: str) -> Response:
    return Response(text, media_type=JSON_TYPE)


def _kind(request: Request) -> Kind:
    try:
        return find_kind(request.path_params["kind"])
    except UsageError as error:
        raise RefusedError(HTTPStatus.NOT_FOUND, error.message, tip=over_http(error.tip)) from None


def _kinds(service: Service) -> str:
    counts = kind_counts(service.catalogue.snapshot)
    lines = tuple(KindLine(kind=kind.folder, title=kind.title, count=counts[kind.folder]) for kind in KINDS)
    return to_json(KindList(catalogue=service.catalogue.stamp, kinds=lines))


def _records(service: Service, kind: Kind, query: Query) -> str:
    filters = [f"{field}={value}" for field, value in query]
    hits = [Hit(kind, record) for record in service.catalogue.list(kind.folder, *filters)]
    return to_json(record_list(hits, service.catalogue.lookup, " ".join([kind.folder, *filters])))


def _record(service: Service, kind: Kind, wanted: str) -> str:
    every = service.catalogue.snapshot.records.of_kind(kind.folder)
    hits = [Hit(kind, record) for record in every if record.id.casefold() == wanted.casefold()]
    if hits:
        return to_json(record_details(hits, service.catalogue.lookup))
    near = nearest(wanted, [record.id for record in every])
    tip = f"nearest: {', '.join(near)}" if near else f"see: GET /v1/records/{kind.folder}"
    raise RefusedError(HTTPStatus.NOT_FOUND, f"no {kind.singular} has the id {wanted[:60]!r}", tip=tip)


def _found(service: Service, words: str, limit: int) -> str:
    hits = search(service.catalogue.snapshot, words)
    return to_json(record_list(hits[:limit], service.catalogue.lookup, words))


def _search_parameters(query: Query) -> tuple[str, int]:
    given = dict(query)
    if len(given) < len(query):
        raise UsageError("a parameter is given twice")
    for name in given:
        if name not in {"q", "limit"}:
            raise unknown_parameter(name, ("q", "limit"))
    words, limit = given.get("q", "").strip(), given.get("limit", str(DEFAULT_LIMIT))
    if not words or len(words) > MOST_CHARACTERS or len(words.split()) > MOST_WORDS:
        detail = f"q has no words, or more than {MOST_WORDS} or {MOST_CHARACTERS} characters"
        raise UsageError(detail, tip="as in: /v1/search?q=itron+esme")
    if not (limit.isdecimal() and limit.isascii() and 0 < int(limit[:9]) <= MOST_HITS):
        detail = f"limit {limit[:20]!r} is not a number from 1 to {MOST_HITS}"
        raise UsageError(detail, tip=f"left out it is {DEFAULT_LIMIT}")
    return words, int(limit)


def _refuse_parameters(request: Request) -> None:
    for name in request.query_params:
        raise UsageError(f"there is no parameter {name[:60]!r} here", tip="this path takes none")
