"""What tests in several folders share: the real catalogue, and the official lists that it is compared with."""

import csv
import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from s1sr_validator import Catalogue
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.loaded import LoadedCatalogue

ROOT = Path(__file__).parents[1]
MISSING = "no reference data"

Row = dict[str, str]

# HYPOTHESIS_PROFILE=thorough looks for new examples; the default profile tries the same ones in every run. With brief
# the tests are repeated for each of many mutants, or measured for coverage.
settings.register_profile("brief", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("default", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "default")


@pytest.fixture(scope="session", autouse=True)
def no_installed_schemas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Official schemas that a developer has installed make no difference to the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("S1SR_SCHEMAS", str(tmp_path_factory.mktemp("no-schemas")))
        yield


@pytest.fixture(scope="session")
def real_catalogue() -> LoadedCatalogue:
    """The catalogue of this checkout, read once."""
    return load_catalogue(ROOT / "catalogue")


@pytest.fixture(scope="session")
def tiny() -> Catalogue:
    """The tiny catalogue, all of it invented, read once."""
    return Catalogue.load(ROOT / "tests" / "tiny_catalogue")


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """The folder with the official schemas, templates and lists.

    S1SR_REFERENCE_DATA names it (default: `shared` beside the checkout). Without the folder a test is skipped, or fails
    where S1SR_REQUIRE_REFERENCE=1.
    """
    folder = Path(os.environ.get("S1SR_REFERENCE_DATA") or ROOT.parent / "shared").resolve()
    if not folder.is_dir():
        reason = f"{MISSING}: {folder} is not a folder; S1SR_REFERENCE_DATA names another"
        if os.environ.get("S1SR_REQUIRE_REFERENCE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def reference_rows(reference_data: Path) -> Callable[[str], tuple[Row, ...]]:
    """Return a function that reads a CSV list by its name, wherever it lies in the reference data."""

    @functools.cache
    def rows(name: str) -> tuple[Row, ...]:
        found = sorted(reference_data.rglob(f"{name}.csv"))
        assert found, f"{reference_data} holds no {name}.csv"
        with found[0].open(encoding="utf-8", newline="") as file:
            return tuple(csv.DictReader(file))

    return rows


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, at the end, that the catalogue was not compared with the official lists."""
    skipped = [report for report in terminalreporter.getreports("skipped") if MISSING in str(report.longrepr)]
    if skipped:
        message = f"{len(skipped)} tests skipped: {MISSING}. The catalogue was NOT compared with the official lists."
        terminalreporter.write_line(message, yellow=True, bold=True)
