"""What grows with the input grows no faster than it: work is counted in calls and blocks, as no clock could.

A limit is some way above what was counted when it was set. Where one is passed, look for what is done once too often;
where far less is counted than the limit, lower it.
"""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.batch.chunk import packed
from s1sr_validator.batch.item import Item
from s1sr_validator.batch.predicting import Predictor, Question
from s1sr_validator.index.snapshot import from_bytes, to_bytes
from s1sr_validator.lint.engine import lint
from s1sr_validator.load.catalogue_files import load_catalogue
from tests.invented import LOG, MAKER_ONE, TINY, behaviour, request_xml, tiny_copy, with_records
from tests.scale.counted import blocks, calls

DAY = dt.date(2020, 1, 1)
MESSAGE_CALLS = 46
RECORD_CALLS = 18_000
SNAPSHOT_CALLS = 20
RECORD_BLOCKS = 32
FEW, MANY = 20, 60


def asked(count: int) -> Sequence[Item]:
    """Return invented requests that differ in their RequestID alone."""
    name = "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:{}"
    return [
        Item("m", request_xml(LOG, header={"RequestID": name.format(1000 + place)}).encode()) for place in range(count)
    ]


def test_calls_for_each_message_of_a_batch() -> None:
    """Each further message of a batch takes a few calls, and the same number however many there are."""
    question = Question(device=MAKER_ONE, as_of="2015-01-01", standing="proposed", state={})
    predictor = Predictor(Catalogue.load(TINY), question)
    few, many, most = (next(packed(iter(asked(count)), count)).open() for count in (100, 200, 800))
    predictor.predict(many)
    counts = [calls(partial(predictor.predict, chunk)) for chunk in (few, many, most)]
    each = (counts[1] - counts[0]) / 100
    assert each <= MESSAGE_CALLS
    assert (counts[2] - counts[1]) / 600 <= each


def with_behaviours(folder: Path, count: int) -> Path:
    """Return the tiny catalogue with copies of a behaviour under other ids."""
    folder.mkdir()
    catalogue = tiny_copy(folder)
    text = (catalogue / "behaviours" / "S1B-9001.yaml").read_text("utf-8")
    for number in range(9500, 9500 + count):
        (catalogue / "behaviours" / f"S1B-{number}.yaml").write_text(text.replace("S1B-9001", f"S1B-{number}"), "utf-8")
    return catalogue


def linted(folder: Path) -> object:
    """Read a catalogue folder and lint it."""
    return lint(load_catalogue(folder), as_of=DAY)


def test_calls_for_each_record_of_lint(tmp_path: Path) -> None:
    """Each further behaviour takes lint as many calls as the one before: no rule looks at every other one for it."""
    folders = [with_behaviours(tmp_path / str(count), count) for count in (0, FEW, MANY)]
    linted(folders[1])
    none, few, many = (calls(partial(linted, folder)) for folder in folders)
    each, further = (few - none) / FEW, (many - few) / (MANY - FEW)
    assert each <= RECORD_CALLS
    assert further <= 1.1 * each


@pytest.fixture
def snapshots(tiny: Catalogue) -> dict[int, bytes]:
    """Snapshots of the tiny catalogue with invented behaviours."""
    return {
        count: to_bytes(with_records(tiny, [behaviour(f"S1B-{9500 + place}") for place in range(count)]).snapshot)
        for count in (FEW, 4 * FEW)
    }


def test_work_of_loading_a_snapshot(snapshots: dict[int, bytes]) -> None:
    """A snapshot is decoded in one go, whatever its size; each record holds a few blocks of memory."""
    for data in snapshots.values():
        from_bytes(data)
        assert calls(partial(from_bytes, data)) <= SNAPSHOT_CALLS
    few, many = (blocks(partial(from_bytes, data)) for data in snapshots.values())
    assert (many - few) / (3 * FEW) <= RECORD_BLOCKS
