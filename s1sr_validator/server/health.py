"""Whether the server works, with what, and how much the stand-in keeps."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.report.as_json import to_json
from s1sr_validator.server.questions import JSON_TYPE
from s1sr_validator.server.service import service_of
from s1sr_validator.version import software_version

HEALTH_VERSION = "1"


class StandInHealth(msgspec.Struct, frozen=True, kw_only=True):
    """The stand-in's Devices and messages: kept, on their way, dropped for room, pushed, not pushed after all tries."""

    devices: int
    kept: int
    on_their_way: int
    dropped: int
    pushed: int
    not_pushed: int


class HealthReport(msgspec.Struct, frozen=True, kw_only=True):
    """Answer of a server that works: its software and catalogue, the work that waits, and the stand-in's messages."""

    schema_version: str = HEALTH_VERSION
    status: str
    software: str
    catalogue: CatalogueStamp
    jobs: int
    stand_in: StandInHealth


async def health(request: Request) -> Response:
    """Answer that the server works."""
    service = service_of(request)
    stand_in = StandInHealth(
        devices=len(service.devices),
        kept=len(service.mailbox),
        on_their_way=len(service.deliveries),
        dropped=service.mailbox.dropped,
        pushed=service.deliveries.pushed,
        not_pushed=service.deliveries.failed,
    )
    report = HealthReport(
        status="ok",
        software=software_version(),
        catalogue=service.catalogue.stamp,
        jobs=service.workers.jobs,
        stand_in=stand_in,
    )
    return Response(to_json(report), media_type=JSON_TYPE)
