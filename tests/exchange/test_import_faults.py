"""An import that the disk interrupts: every record is whole or not there, and the next import completes the rest."""

import os
from itertools import count
from pathlib import Path

import pytest

from s1sr_validator.exchange.cpl.importing import apply, plan_import
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.errors import InputError
from tests.exchange.imported_files import FIRST, files
from tests.exchange.invented_cpl import edition, save


def test_interrupted_import_is_completed_by_the_next(
    tmp_path: Path, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call that makes a record safe fails once, the first to the last; none leaves half a record behind."""
    workbook = save(tmp_path / "products.xlsx", edition(FIRST))
    header = files(catalogue)["catalogue.yaml"]
    apply(plan_import(workbook, catalogue), catalogue)
    complete = files(catalogue)
    for failing in count(1):
        folder = tmp_path / str(failing) / "catalogue"
        folder.mkdir(parents=True)
        (folder / "catalogue.yaml").write_bytes(header)
        finished = interrupted(workbook, folder, failing, monkeypatch)
        found = files(folder)
        assert found.items() <= complete.items()
        assert () == load_catalogue(folder).findings
        apply(plan_import(workbook, folder), folder)
        assert complete == files(folder)
        if finished:
            assert failing > len(complete)
            return


def interrupted(workbook: Path, folder: Path, failing: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Import while the given call of fsync fails; say whether there were fewer calls than that."""
    plan = plan_import(workbook, folder)
    calls, sync = count(1), os.fsync

    def fails_once(descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError(5, "Input/output error")
        sync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails_once)
        try:
            apply(plan, folder)
        except InputError:
            return False
    return True
