"""What the tests of faults share: the runner."""

from collections.abc import Iterator

import pytest

from tests.faults.failing_runs import Runner


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    """Runs command lines in which calls fail."""
    started = Runner(tmp_path_factory.mktemp("faults"))
    yield started
    started.close()
