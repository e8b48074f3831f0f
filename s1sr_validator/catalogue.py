"""The catalogue as Python callers see it: load one, ask it."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from s1sr_validator.bundle import default_snapshot, folder_snapshot
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot, from_bytes
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.errors import CatalogueError, UsageError
from s1sr_validator.model.lifecycle import LIVE_STANDINGS, Standing
from s1sr_validator.model.prediction import CatalogueStamp, PredictionReport
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.prediction.predict import predict
from s1sr_validator.prediction.vocabulary import read_state


class Catalogue:
    """A compiled catalogue: clauses, matrix, Device Models, services and codes, with the questions they answer."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Wrap a snapshot; use `bundled` or `load` to get one."""
        self.snapshot = snapshot

    @classmethod
    def bundled(cls) -> "Catalogue":
        """Return the catalogue that came with this installation (in a checkout: its own catalogue folder).

        Raises:
            CatalogueError: it has errors, or is missing.
        """
        return cls(default_snapshot())

    @classmethod
    def load(cls, path: str | Path) -> "Catalogue":
        """Return the catalogue of a folder of YAML records, or of a compiled snapshot file.

        Raises:
            CatalogueError: the records have errors (all in `findings`), or the file is no snapshot.
        """
        place = Path(path)
        if place.is_dir():
            return cls(folder_snapshot(place))
        try:
            return cls(from_bytes(place.read_bytes()))
        except (OSError, ValueError) as error:
            raise CatalogueError(f"{place}: {error}", (), tip="give a catalogue folder or a snapshot file") from None

    @property
    def version(self) -> str:
        """The data's own semantic version."""
        return self.snapshot.header.version

    @property
    def digest(self) -> str:
        """SHA-256 over the catalogue's content, in hex."""
        return self.snapshot.digest

    @property
    def stamp(self) -> CatalogueStamp:
        """Version and digest, as every result carries them."""
        return CatalogueStamp(version=self.version, digest=self.digest)

    @cached_property
    def lookup(self) -> Lookup:
        """Indexes over the records."""
        return Lookup(self.snapshot)

    def predict(
        self,
        request: bytes | str,
        *,
        device: str,
        as_of: dt.date | str,
        state: Mapping[str, object] | None = None,
        standing: str = Standing.PROPOSED,
        name: str = "request",
    ) -> PredictionReport:
        """Predict how Device Models will answer a Service Request.

        Args:
            request: the DUIS Service Request, as XML bytes or text.
            device: a CPL key, whole (`ESME/1028/5678/0201/03465317`) or partial (`ESME/1028`).
            as_of: the day whose clauses count, as a date or ISO 8601 text.
            state: what is known of the Device's state, by declared name (`billing_log.entries_in_period`).
            standing: the lowest standing to listen to: observed, proposed or designated.
            name: what to call the request in findings.

        Returns:
            One prediction for each Device Model that the key stands for.

        Raises:
            InputError: the request cannot be used; `finding` says where and why.
            UsageError: an unknown device, state name, standing, or a value of the wrong type.
        """
        data = request.encode(errors="surrogatepass") if isinstance(request, str) else request
        values = read_state(state or {}, self.lookup)
        devices = find_devices(device, self.lookup)
        read = read_request(data, name, self.lookup.services)
        return predict(
            read, devices, self.lookup, as_of=read_day(as_of), state=values, lowest_standing=read_standing(standing)
        )


def read_day(value: dt.date | str) -> dt.date:
    """Return a day from a date or ISO 8601 text.

    Raises:
        UsageError: the text is no day.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value!r} is not a day", tip="write it as 2025-11-30") from None


def read_standing(value: str) -> Standing:
    """Return the lowest standing to listen to.

    Raises:
        UsageError: the text names no standing that predicts anything.
    """
    if value in LIVE_STANDINGS:
        return Standing(value)
    raise UsageError(f"{value!r} is not a standing to ask for", tip=f"one of: {', '.join(LIVE_STANDINGS)}")
