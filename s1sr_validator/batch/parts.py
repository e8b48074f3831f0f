"""The parts of a batch's output: a folder with files for each chunk, from which the whole is put together at the end.

A chunk counts once its `done` file is there, which is written last and appears at once; what a killed run left of
other chunks is written anew. So nothing is lost and nothing comes twice.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from s1sr_validator.batch.formats import RowFormat
from s1sr_validator.batch.predicted import Predicted, lines
from s1sr_validator.model.errors import UsageError
from s1sr_validator.whole_files import alone_in, empty, replace_bytes, to_disk

_PLAN = "plan.json"


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a chunk, or of all of them: requests predicted, messages rejected, rows by assessment."""

    requests: int = 0
    rejected: int = 0
    assessments: dict[str, int] = {}

    def plus(self, other: "Done") -> "Done":
        """Return the two together."""
        names = sorted({*self.assessments, *other.assessments})
        return Done(
            requests=self.requests + other.requests,
            rejected=self.rejected + other.rejected,
            assessments={name: self.assessments.get(name, 0) + other.assessments.get(name, 0) for name in names},
        )


class Parts:
    """The folder beside the output, called as that with `.parts` after it."""

    def __init__(self, out: Path, rejects: Path, rows: RowFormat) -> None:
        """Take where the whole goes, and how its rows are written."""
        self.out, self.rejects, self._rows = out, rejects, rows
        self.folder = out.with_name(out.name + ".parts")

    def begin(self, plan: bytes, *, resume: bool) -> None:
        """Make the folder's plan, or take up what there is.

        Args:
            plan: everything that the output rests on; only a run with the same plan can be taken up.
            resume: whether to take up what a stopped run has left.

        Raises:
            UsageError: another run left its parts, or this one is another than the one to be taken up.
        """
        written = self.folder / _PLAN
        if written.exists() and not resume and any(self.folder.glob("*.done")):
            tip = "add --resume to go on, or delete the folder to begin anew"
            raise UsageError(f"a stopped run has left {self.folder}", tip=tip)
        if written.exists() and resume:
            if written.read_bytes() != plan:
                tip = "the inputs, the catalogue or the options have changed; delete the folder to begin anew"
                raise UsageError(f"{self.folder} is from another run", tip=tip)
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        empty(self.folder)
        replace_bytes(written, plan)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder, and keep other runs out of it until the block ends.

        Raises:
            UsageError: another run has it, or the output cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with alone_in(self.folder):
                yield
        except OSError as error:
            message = f"{error.filename or self.folder} cannot be written: {error.strerror or error}"
            tip = "make room; what is done is kept, and --resume goes on with it"
            raise UsageError(message, tip=tip) from None

    def done(self, number: int) -> Done | None:
        """Return what came of a chunk, or None where it is not done."""
        try:
            return msgspec.json.decode(self._path(number, "done").read_bytes(), type=Done)
        except (FileNotFoundError, msgspec.DecodeError):  # a power failure can leave it without its content
            return None

    def write(self, number: int, found: Predicted) -> Done:
        """Write a chunk, and say last of all that it is done; several processes can, each another one."""
        done = Done(requests=found.requests, rejected=len(found.rejected), assessments=found.assessments())
        rows, rejects = self._path(number, "rows"), self._path(number, "rejects")
        self._rows.write(rows, found)
        to_disk(rows)
        if found.rejected:
            rejects.write_bytes(lines(found.rejected))
            to_disk(rejects)
        # Not waited for: without it, a power failure costs this chunk, while to wait would cost more for each.
        replace_bytes(self._path(number, "done"), msgspec.json.encode(done), to_disk=False)
        return done

    def put_together(self, numbers: Iterable[int]) -> None:
        """Write the whole output and the rejects chunk by chunk, as their numbers come; then remove the parts."""
        whole, rejects = self.folder / "whole", self.folder / "whole-rejects"
        with rejects.open("wb") as file:
            self._rows.join(whole, self._paths(numbers, file))
        to_disk(rejects)
        to_disk(whole)
        rejects.replace(self.rejects)
        whole.replace(self.out)
        # First the plan: parts of which some are gone are not taken up.
        (self.folder / _PLAN).unlink()
        shutil.rmtree(self.folder)

    def _path(self, number: int, kind: str) -> Path:
        return self.folder / f"{number:08}.{kind}"

    def _paths(self, numbers: Iterable[int], rejects: BinaryIO) -> Iterator[Path]:
        for number in numbers:
            done = self.done(number)
            if done is not None and done.rejected:
                rejects.write(self._path(number, "rejects").read_bytes())
            yield self._path(number, "rows")
