"""A suite of another project in a folder of its own: invented messages, the tiny catalogue, and a run that is ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import to_bytes
from s1sr_validator.testing.suite_run import SuiteRun, SuiteSettings, begin_run, end_run
from tests.plugin.exchanges import MESSAGES

INI = """
[pytest]
s1sr_catalogue = tiny.json
s1sr_as_of = 2015-06-01
"""


@pytest.fixture(autouse=True)
def run() -> Iterator[SuiteRun]:
    """A run of the test's own, so that what it checks is not in the summary of this suite."""
    own = SuiteRun(SuiteSettings())
    begin_run(own)
    yield own
    end_run(own)


@pytest.fixture(scope="session")
def tiny_snapshot(tiny: Catalogue) -> bytes:
    """The tiny catalogue as a snapshot file, which is quicker to read than its folder."""
    return to_bytes(tiny.snapshot)


@pytest.fixture
def suite(pytester: pytest.Pytester, tiny_snapshot: bytes) -> pytest.Pytester:
    """A folder with the invented messages, and a configuration that asks the tiny catalogue."""
    for name, text in MESSAGES.items():
        Path(pytester.path, f"{name}.xml").write_text(text, "utf-8")
    Path(pytester.path, "tiny.json").write_bytes(tiny_snapshot)
    pytester.makeini(INI)
    return pytester
