"""The run of tests that is going on: its defaults, its catalogue, the test, and what was checked.

It imports nothing heavy, because the pytest plugin, which is in every run of pytest, does.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.model.suite_report import SuiteExchange, SuiteRecords, SuiteRequest


class SuiteSettings(NamedTuple):
    """What a run says for all of its tests; without a day every test must name one."""

    catalogue: Path | None = None
    overlays: tuple[Path, ...] = ()
    as_of: dt.date | None = None


def no_defaults() -> Mapping[str, object]:
    """Return the defaults of a test that has none."""
    return {}


class SuiteRun:
    """A run of tests. It has state by its nature: which test runs now, and what was checked since one last asked."""

    def __init__(self, settings: SuiteSettings) -> None:
        """Begin a run in which nothing was checked."""
        self.settings = settings
        self.test = ""
        self.defaults = no_defaults
        self._catalogue: Catalogue | None = None
        self._exchanges: list[SuiteExchange] = []
        self._requests: list[SuiteRequest] = []

    @property
    def catalogue(self) -> "Catalogue":
        """The catalogue of the run, read when it is first asked for.

        Raises:
            CatalogueError: it cannot be read, or has errors.
            UsageError: an overlay is none.
        """
        if self._catalogue is None:
            from s1sr_validator.catalogue import Catalogue  # noqa: PLC0415 - an idle run does not pay for it

            path, overlays = self.settings.catalogue, self.settings.overlays
            self._catalogue = Catalogue.load(path, overlays=overlays) if path else Catalogue.bundled(overlays=overlays)
        return self._catalogue

    @contextmanager
    def testing(self, test: str, defaults: Callable[[], Mapping[str, object]]) -> Iterator[None]:
        """Say which test runs, and how to learn what it says about itself."""
        before = self.test, self.defaults
        self.test, self.defaults = test, defaults
        try:
            yield
        finally:
            self.test, self.defaults = before

    def record_exchange(self, exchange: "SuiteExchange") -> None:
        """Keep what a test asserted about an exchange."""
        self._exchanges.append(exchange)

    def record_request(self, request: "SuiteRequest") -> None:
        """Keep what a test asserted about a request."""
        self._requests.append(request)

    def take_records(self) -> "SuiteRecords | None":
        """Return what was recorded since this was last asked, if anything was."""
        if not self._exchanges and not self._requests:
            return None
        from s1sr_validator.model.suite_report import SuiteRecords  # noqa: PLC0415 - as above

        taken = SuiteRecords(tuple(self._exchanges), tuple(self._requests))
        self._exchanges, self._requests = [], []
        return taken


_RUNS = [SuiteRun(SuiteSettings())]
"""The runs that are going on, innermost last; the first is that of tests which pytest does not run."""


def current_run() -> SuiteRun:
    """Return the run that is going on."""
    return _RUNS[-1]


def begin_run(run: SuiteRun) -> None:
    """Make a run the one that is going on; a run within another one is possible."""
    _RUNS.append(run)


def end_run(run: SuiteRun) -> None:
    """End a run."""
    _RUNS.remove(run)
