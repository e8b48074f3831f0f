"""What the hostile tests share: the runner, the tiny catalogue compiled, and one sound exchange."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from s1sr_validator.bundle import write_snapshot
from tests.evidence.exchanges import alerted, sent
from tests.hostile.bounded import Runner
from tests.hostile.entry_points import Given
from tests.invented import TINY


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    """Runs command lines within bounds."""
    started = Runner(tmp_path_factory.mktemp("hostile"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny catalogue as one file, quick to read."""
    target = tmp_path_factory.mktemp("snapshot") / "tiny.json"
    write_snapshot(TINY, target)
    return target


@pytest.fixture(scope="session")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sound request and an answer to it."""
    folder = tmp_path_factory.mktemp("exchange")
    request, answer = folder / "request.xml", folder / "answer.xml"
    request.write_bytes(sent().data)
    answer.write_bytes(alerted("81C0").data)
    return request, answer


@pytest.fixture
def given(runner: Runner, snapshot: Path, exchange: tuple[Path, Path]) -> Given:
    """What every run at an entry has."""
    return Given(runner, snapshot, *exchange)
