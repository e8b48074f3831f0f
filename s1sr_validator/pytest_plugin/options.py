"""What the command line and the suite's own configuration say about the run, and the day that it takes."""

import datetime as dt
from pathlib import Path

import pytest

from s1sr_validator.testing.suite_run import SuiteSettings

TODAY = "s1sr_today"
"""The name by which a worker of pytest-xdist is told the day, which may change before it starts."""


def add_options(parser: pytest.Parser) -> None:
    """Add the options of the command line, and the settings of the suite's configuration."""
    group = parser.getgroup("s1sr", "SMETS1 exchanges (s1sr-validator)")
    group.addoption("--s1sr-catalogue", metavar="PATH", help="catalogue folder or snapshot to ask")
    group.addoption(
        "--s1sr-overlay", metavar="DIR", action="append", help="folder of private records over it; repeatable"
    )
    group.addoption("--s1sr-as-of", metavar="DATE", help="day whose clauses count where a test names none")
    group.addoption("--s1sr-report", metavar="FILE", help="write what was checked to a JSON file")
    parser.addini("s1sr_catalogue", "catalogue folder or snapshot to ask, from this file's folder", type="string")
    parser.addini("s1sr_overlay", "folders of private records over it, from this file's folder", type="paths")
    parser.addini("s1sr_as_of", "day whose clauses count where a test names none (default: today)", type="string")


def settings_of(config: pytest.Config) -> SuiteSettings:
    """Return what holds for the run.

    Raises:
        pytest.UsageError: the day is none, or the report would be a folder.
    """
    path = report_path(config)
    if path and path.is_dir():
        raise pytest.UsageError(f"--s1sr-report {path} is a folder; name a file")
    return SuiteSettings(_catalogue_path(config), _overlay_folders(config), _day(config))


def report_path(config: pytest.Config) -> Path | None:
    """Return where the report goes, if one is asked for."""
    name: str | None = config.getoption("s1sr_report")
    return config.invocation_params.dir / name if name else None


def is_configured(config: pytest.Config) -> bool:
    """Say whether the suite or the command line says anything about the run."""
    said = (config.getoption(name) for name in ("s1sr_catalogue", "s1sr_overlay", "s1sr_as_of", "s1sr_report"))
    return any(said) or any(config.getini(name) for name in ("s1sr_catalogue", "s1sr_overlay", "s1sr_as_of"))


def _catalogue_path(config: pytest.Config) -> Path | None:
    given: str | None = config.getoption("s1sr_catalogue")
    if given:
        return config.invocation_params.dir / given
    said: str = config.getini("s1sr_catalogue")
    return _base(config) / said if said else None


def _overlay_folders(config: pytest.Config) -> tuple[Path, ...]:
    given = config.getoption("s1sr_overlay")
    return (
        tuple(config.invocation_params.dir / name for name in given) if given else tuple(config.getini("s1sr_overlay"))
    )


def _base(config: pytest.Config) -> Path:
    """Return the folder that paths in the suite's configuration start from."""
    return config.inipath.parent if config.inipath else config.invocation_params.dir


def _day(config: pytest.Config) -> dt.date:
    """Return the day of the run: as the command line or the suite says, else today, which is asked for here alone."""
    given = config.getoption("s1sr_as_of") or config.getini("s1sr_as_of")
    passed_on = getattr(config, "workerinput", {}).get(TODAY)
    if not given:
        return dt.date.fromisoformat(passed_on) if passed_on else dt.datetime.now(tz=dt.UTC).date()
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise pytest.UsageError(f"s1sr_as_of {given!r} is not a day; write it as 2025-11-30") from None
