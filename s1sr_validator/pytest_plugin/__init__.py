"""The pytest plugin: fixtures, the mark and the options `s1sr`, and the summary of what the tests checked.

pytest loads it in every run, also in those that never use it: what is heavy is imported when it is first asked for.
"""

import datetime as dt
from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any

import pytest

from s1sr_validator.pytest_plugin.options import TODAY, add_options, is_configured, report_path, settings_of
from s1sr_validator.testing.suite_run import SuiteRun, begin_run, current_run, end_run

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.model.check_report import CheckReport
    from s1sr_validator.model.suite_report import SuiteReport
    from s1sr_validator.model.verdict import ExchangeReport

_RUN = pytest.StashKey[SuiteRun]()
_TAKEN = pytest.StashKey[list[dict[str, Any]]]()
_UNWRITTEN = pytest.StashKey[str]()
_ON_REPORT = "s1sr_records"
"""The attribute that takes what a test checked from a worker to the process that reports."""

_FIXTURES = frozenset({"assert_predicted", "assert_request_valid", "s1sr_catalogue", "s1sr_simulate"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options, and what the suite's own configuration can say."""
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark, and begin a run with the day that holds for all of it."""
    config.addinivalue_line(
        "markers", "s1sr(device, as_of, state, standing, role, srv): what assertions of the test ask where they do not"
    )
    run = SuiteRun(settings_of(config))
    config.stash[_RUN], config.stash[_TAKEN] = run, []
    begin_run(run)


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the run."""
    if run := config.stash.get(_RUN, None):
        end_run(run)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - of pytest-xdist, which need not be there
    """Let each worker of pytest-xdist ask for the same day."""
    node.workerinput[TODAY] = str(_day(node.config))


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say which catalogue is asked, where the suite or the command line says anything about it."""
    return _provenance(config) if is_configured(config) else None


def pytest_report_collectionfinish(config: pytest.Config, items: list[pytest.Item]) -> str | None:
    """Say which catalogue is asked, where a test asks and the header did not know that yet."""
    if is_configured(config) or config.get_verbosity() < 0 or not any(_asks(item) for item in items):
        return None
    return _provenance(config)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let assertions know which test they are in, and what it says about itself."""
    with item.config.stash[_RUN].testing(item.nodeid, lambda: _marked(item)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put what was checked onto the test's report, which reaches the main process also from a worker."""
    report = yield
    if records := item.config.stash[_RUN].take_records():
        from msgspec import to_builtins  # noqa: PLC0415 - loaded already where anything was checked

        vars(report)[_ON_REPORT] = to_builtins(records)
    return report


class _Collector:
    """Takes what was checked from the tests' reports; one of its own, as this hook is not told the configuration."""

    def __init__(self, taken: list[dict[str, Any]]) -> None:
        self._taken = taken

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a test checked."""
        if records := vars(report).get(_ON_REPORT):
            self._taken.append(records)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin to collect what tests check."""
    session.config.pluginmanager.register(_Collector(session.config.stash[_TAKEN]))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the report that was asked for."""
    path = report_path(session.config)
    if path is None or _is_worker(session.config):
        return
    from s1sr_validator.report.as_json import to_json  # noqa: PLC0415 - only where a report is asked for
    from s1sr_validator.whole_files import replace_text  # noqa: PLC0415 - as above

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_text(path, to_json(_report(session.config)))
    except OSError as error:
        session.exitstatus = pytest.ExitCode.USAGE_ERROR
        session.config.stash[_UNWRITTEN] = f"--s1sr-report {path}: {error.strerror}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say at the end what was checked, what nobody predicted, and whether the report was written."""
    if config.stash[_TAKEN]:
        from s1sr_validator.report.page import Page  # noqa: PLC0415 - only where something was checked
        from s1sr_validator.testing.summary_text import write_summary  # noqa: PLC0415 - as above

        writer = terminalreporter._tw  # noqa: SLF001 - pytest has no public way to the terminal's width and colour
        page = Page(width=writer.fullwidth, colour=writer.hasmarkup)
        write_summary(page, _report(config))
        terminalreporter.section("s1sr")
        terminalreporter.write(str(page))
    elif config.getoption("s1sr_report"):
        terminalreporter.write_line("s1sr: nothing was checked")
    if unwritten := config.stash.get(_UNWRITTEN, ""):
        terminalreporter.write_line(f"ERROR: {unwritten}", red=True)
    elif name := config.getoption("s1sr_report"):
        terminalreporter.write_line(f"written to {name}")


@pytest.fixture(scope="session")
def s1sr_catalogue() -> "Catalogue":
    """The catalogue that the run asks: the bundled one, or that of --s1sr-catalogue and --s1sr-overlay."""
    return current_run().catalogue


@pytest.fixture
def assert_predicted() -> "Callable[..., ExchangeReport]":
    """Assert that what came back for a request is what is predicted: s1sr_validator.testing.assert_predicted."""
    from s1sr_validator import testing  # noqa: PLC0415 - only where a test asks

    return testing.assert_predicted


@pytest.fixture
def assert_request_valid() -> "Callable[..., CheckReport]":
    """Assert that a request has no findings: s1sr_validator.testing.assert_request_valid."""
    from s1sr_validator import testing  # noqa: PLC0415 - as above

    return testing.assert_request_valid


@pytest.fixture
def s1sr_simulate() -> Callable[..., str]:
    """Return what would come back for a request, without a meter: s1sr_validator.testing.simulate."""
    from s1sr_validator import testing  # noqa: PLC0415 - as above

    return testing.simulate


def _marked(item: pytest.Item) -> Mapping[str, object]:
    """Return what the marks of a test say; the one nearest to the test counts."""
    said: dict[str, object] = {}
    for mark in item.iter_markers("s1sr"):
        if mark.args:
            from s1sr_validator.model.errors import UsageError  # noqa: PLC0415 - wrong use only

            raise UsageError(
                f"the mark s1sr of {item.nodeid} has {mark.args[0]!r} without a name", tip="say device=..."
            )
        said = {**mark.kwargs, **said}
    return said


def _asks(item: pytest.Item) -> bool:
    return bool(_FIXTURES.intersection(getattr(item, "fixturenames", ()))) or bool(item.get_closest_marker("s1sr"))


def _provenance(config: pytest.Config) -> str:
    from s1sr_validator.model.errors import S1srError  # noqa: PLC0415 - only where the suite asks
    from s1sr_validator.testing.summary_text import provenance_line  # noqa: PLC0415 - as above

    try:
        return provenance_line([config.stash[_RUN].catalogue.stamp], str(_day(config)))
    except S1srError as error:
        raise pytest.UsageError("; ".join(part for part in (error.message, error.tip) if part)) from None


def _report(config: pytest.Config) -> "SuiteReport":
    from msgspec import convert  # noqa: PLC0415 - only where something was checked

    from s1sr_validator.model.suite_report import SuiteRecords  # noqa: PLC0415 - as above
    from s1sr_validator.testing.records import suite_report  # noqa: PLC0415 - as above
    from s1sr_validator.version import software_version  # noqa: PLC0415 - as above

    parts = [convert(records, SuiteRecords) for records in config.stash[_TAKEN]]
    return suite_report(parts, as_of=_day(config), software=software_version())


def _day(config: pytest.Config) -> dt.date:
    day = config.stash[_RUN].settings.as_of
    if day is None:
        raise AssertionError("a run of pytest has a day")
    return day


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")
