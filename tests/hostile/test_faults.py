"""Every call that changes files fails in turn: the old state or the new one, words, and the next run heals."""

import functools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from tests.evidence.exchanges import alerted, sent
from tests.exchange.imported_files import FIRST
from tests.exchange.invented_cpl import edition, save
from tests.hostile.bounded import EXIT_CODES, Outcome, Runner
from tests.hostile.entry_points import takes_all
from tests.invented import MAKER_ONE, TINY, tiny_copy
from tests.messages.invented_schemas import tgz_of, whole_set

Files = dict[str, bytes]


class Command(NamedTuple):
    """A command that writes: what it needs, the folder that it writes to, and whether its files belong together."""

    prepare: Callable[[Path], object]
    arguments: tuple[str, ...]
    target: str
    whole: bool = False
    every: int = 1
    """Only each call of so many, where there are thousands."""


def catalogue(folder: Path) -> Path:
    """Put a copy of the tiny catalogue there."""
    return tiny_copy(folder).rename(folder / "catalogue")


def with_old_snapshot(folder: Path) -> None:
    """A catalogue, and a snapshot of before."""
    catalogue(folder)
    (folder / "out").mkdir()
    (folder / "out" / "snapshot.json").write_text("what was there before")


def with_old_export(folder: Path) -> None:
    """A table of before."""
    (folder / "out").mkdir()
    (folder / "out" / "devices.csv").write_text("what was there before")


@functools.cache
def workbook() -> bytes:
    """Return an invented list, made once: each time it is made it holds the time of day."""
    with TemporaryDirectory() as place:
        return save(Path(place, "products.xlsx"), edition(FIRST)).read_bytes()


def with_workbook(folder: Path) -> None:
    """A catalogue of its header alone, and an invented list."""
    (folder / "catalogue").mkdir()
    shutil.copy(TINY / "catalogue.yaml", folder / "catalogue")
    (folder / "products.xlsx").write_bytes(workbook())


def with_exchange(folder: Path) -> None:
    """A request and its answer."""
    (folder / "request.xml").write_bytes(sent().data)
    (folder / "answer.xml").write_bytes(alerted("FFFF").data)


def with_untidy_record(folder: Path) -> None:
    """A record that is not in canonical form."""
    copy = catalogue(folder)
    path = next((copy / "sources").glob("*.yaml"))
    path.write_text(path.read_text("utf-8").replace("title: ", "title:    "))


def with_schemas(folder: Path) -> None:
    """An archive of invented schemas."""
    (folder / "schemas.tgz").write_bytes(tgz_of(whole_set()))


SNAPSHOT = "CATALOGUE"
TO_TINY, TO_COPY, DAY = ("--catalogue", SNAPSHOT), ("--catalogue", "catalogue"), ("--as-of", "2015-07-01")
NEW = tuple(
    word for field in ("id=x-page", "title=Page", "publisher=Nobody", "obtained=published") for word in ("--set", field)
)
OBSERVE = ("observe", "request.xml", "answer.xml", "-d", MAKER_ONE, "--out", "draft")
COMMANDS = {
    "compile": Command(with_old_snapshot, ("compile", *TO_COPY, "--out", "out/snapshot.json"), "out", whole=True),
    "import cpl": Command(with_workbook, ("import", "cpl", "products.xlsx", *TO_COPY), "catalogue"),
    "redact": Command(with_exchange, ("redact", "request.xml", "answer.xml", "--out", "out", *TO_TINY), "out"),
    "observe": Command(with_exchange, (*OBSERVE, *DAY, *TO_TINY), "draft", whole=True),
    "fmt": Command(with_untidy_record, ("fmt", "catalogue/sources"), "catalogue"),
    "new": Command(catalogue, ("new", "source", *NEW, *TO_COPY), "catalogue"),
    "schemas install": Command(with_schemas, ("schemas", "install", "schemas.tgz"), "store"),
    "export": Command(
        with_old_export, ("export", "devices", "--out", "out/devices.csv", *DAY, *TO_TINY), "out", whole=True
    ),
    "publish": Command(catalogue, ("publish", *TO_COPY, "--out", "site", *DAY), "site", every=150),
}


def contents(folder: Path) -> Files:
    """Return the files below a folder, whatever their names; what a file says of the run's own folder is left out."""
    own = str(folder.parent).encode()
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes().replace(own, b"...") for path in found}


def visible(files: Files) -> Files:
    """Return the files that somebody sees: drafts beside them begin with a dot."""
    return {name: data for name, data in files.items() if not name.rpartition("/")[2].startswith(".")}


class Faults:
    """One command, tried with faults."""

    def __init__(self, runner: Runner, command: Command, snapshot: Path) -> None:
        """Run it once without a fault."""
        self.runner, self.command, self.snapshot = runner, command, snapshot
        folder = self.prepared()
        self.before = contents(folder / command.target)
        self.clean = self.run(folder, 0)
        assert self.clean.code in {0, 1}, self.clean
        self.after = contents(folder / command.target)
        assert self.before != self.after
        self.calls = int(self.clean.opened[-1].removeprefix("calls "))

    def prepared(self) -> Path:
        """Return a folder with what the command needs."""
        folder = self.runner.new_folder()
        self.command.prepare(folder)
        return folder

    def run(self, folder: Path, fail: int, *, for_ever: bool = False, error: str = "ENOSPC") -> Outcome:
        """Run with one call failing; none fails with number 0."""
        arguments = [str(self.snapshot) if word == SNAPSHOT else word for word in self.command.arguments]
        store = {"S1SR_SCHEMAS": str(folder / "store")}
        return self.runner.run(
            arguments,
            folder,
            fail=fail or 10**9,
            for_ever=for_ever,
            error=error,
            readable=[str(self.snapshot)],
            environment=store,
        )

    def wrong(self, fail: int, error: str, *, for_ever: bool) -> Iterator[str]:
        """Yield what is wrong after one fault."""
        folder = self.prepared()
        target = folder / self.command.target
        outcome = self.run(folder, fail, for_ever=for_ever, error=error)
        if outcome.code not in EXIT_CODES or "Traceback" in outcome.stderr:
            yield outcome.fault
        found = visible(contents(target))
        if outcome.code == self.clean.code and found != visible(self.after):
            yield "it says that all is well"
        if outcome.code != self.clean.code and not outcome.stderr.strip() and not outcome.stdout.strip():
            yield "it says nothing"
        states = [visible(self.before), visible(self.after)]
        if self.command.whole and found not in states:
            yield f"neither the old state nor the new one: {sorted(found)}"
        for name, data in found.items():
            if data not in {state.get(name) for state in states}:
                yield f"{name} is neither old nor new"
        if found == visible(self.after):
            shutil.rmtree(folder)
            return  # the new state; some commands refuse to do the same again
        again = self.run(folder, 0)
        if again.code not in {0, 1} or contents(target) != self.after:
            left = sorted(contents(target).keys() ^ self.after.keys())
            yield f"the next run does not heal it (code {again.code}, {left}): {again.stderr[-300:]}"
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_call_fails_in_turn(name: str, runner: Runner, snapshot: Path) -> None:
    """With the disk full, a device in error and rights taken away, once and for ever."""
    faults = Faults(runner, COMMANDS[name], snapshot)
    assert faults.calls
    found = {
        f"call {fail} of {faults.calls}, {error}{' for ever' * for_ever}": problems
        for fail in range(1, faults.calls + 1, faults.command.every)
        for error in (("ENOSPC", "EIO", "EACCES") if takes_all() else ("ENOSPC",))
        for for_ever in (False, True)
        if (problems := list(faults.wrong(fail, error, for_ever=for_ever)))
    }
    assert {} == found
