"""What the endpoints of a server share: the catalogue, the settings, the threads, and the stand-in's messages."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from starlette.requests import Request

from s1sr_validator.catalogue import Catalogue
from s1sr_validator.server.body import Bodies
from s1sr_validator.server.delivery import Deliveries
from s1sr_validator.server.device_file import DeviceEntry
from s1sr_validator.server.mailbox import Mailbox
from s1sr_validator.server.settings import Settings
from s1sr_validator.server.turns import Turns
from s1sr_validator.server.workers import Workers

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Service:
    """One server's things; those without a lock of their own are changed by the event loop's thread only."""

    def __init__(self, catalogue: Catalogue, settings: Settings, devices: dict[str, DeviceEntry]) -> None:
        """Take the catalogue, the settings, and the Devices of the test environment by EUI-64 in upper case."""
        self.catalogue = catalogue
        self.settings = settings
        self.devices = devices
        self.bodies = Bodies(settings.limits)
        self.workers = Workers(settings.limits)
        self.mailbox = Mailbox(settings.limits)
        self.deliveries = Deliveries(settings, self.mailbox)
        self.turns = Turns(settings.seed)
        # A compiled XML Schema keeps the errors of one validation, and two at once would share them.
        self.schemas_lock = threading.Lock()

    async def work(
        self,
        function: Callable[Concatenate["Service", Arguments], Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result:
        """Call a function with the service and these arguments in a thread."""
        return await self.workers.run(partial(function, self, *arguments, **named))

    async def close(self) -> None:
        """End what runs in the background."""
        await self.deliveries.close()
        self.workers.close()


def service_of(request: Request) -> Service:
    """Return the service that a request came to."""
    found: Service = request.app.state.service
    return found
