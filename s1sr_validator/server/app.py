"""The application: every operation at its path, between the guard and the problems."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from s1sr_validator.model.errors import S1srError
from s1sr_validator.server.guard import Guard
from s1sr_validator.server.openapi import PATH, openapi_json
from s1sr_validator.server.operations import OPERATIONS, Operation
from s1sr_validator.server.problems import RefusedError, on_refused
from s1sr_validator.server.questions import JSON_TYPE
from s1sr_validator.server.service import Service


def application(service: Service) -> Starlette:
    """Return the ASGI application of a service."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        await service.close()

    app = Starlette(
        routes=[*map(_route, OPERATIONS), Route(PATH, _document, methods=["GET"])],
        middleware=[Middleware(Guard, settings=service.settings)],
        exception_handlers=dict.fromkeys((RefusedError, S1srError, HTTPException, Exception), on_refused),
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    app.state.service = service
    return app


def _route(operation: Operation) -> Route:
    path = operation.path.replace("{id}", "{id:path}")
    return Route(path, operation.endpoint, methods=[operation.method])


async def _document(_request: Request) -> Response:
    return Response(_openapi_json(), media_type=JSON_TYPE)


_openapi_json = cache(openapi_json)
