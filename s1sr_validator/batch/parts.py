"""The parts of a batch's output: a folder with files for each chunk, from which the whole is put together at the end.

A chunk counts once its `done` file is there, which is written last and appears at once; what a killed run left of
other chunks is written anew. So nothing is lost and nothing comes twice.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from s1sr_validator.batch.formats import RowFormat
from s1sr_validator.model.errors import UsageError


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
        """Make the folder, or take it up.

        Args:
            plan: everything that the output rests on; only a run with the same plan can be taken up.
            resume: whether to take up what a stopped run has left.

        Raises:
            UsageError: another run left its parts, or this one is another than the one to be taken up.
        """
        written = self.folder / "plan.json"
        if written.exists() and not resume:
            tip = "add --resume to go on, or delete the folder to begin anew"
            raise UsageError(f"a stopped run has left {self.folder}", tip=tip)
        if written.exists():
            if written.read_bytes() != plan:
                tip = "the inputs, the catalogue or the options have changed; delete the folder to begin anew"
                raise UsageError(f"{self.folder} is from another run", tip=tip)
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        _appear(written, plan)

    def done(self, number: int) -> Done | None:
        """Return what came of a chunk, or None where it is not done."""
        try:
            return msgspec.json.decode(self._path(number, "done").read_bytes(), type=Done)
        except FileNotFoundError:
            return None

    def write(
        self, number: int, rows: Sequence[msgspec.Struct], rejected: Sequence[msgspec.Struct], done: Done
    ) -> None:
        """Write a chunk; several processes can, each another one."""
        self._rows.write(self._path(number, "rows"), rows)
        self._path(number, "rejects").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rejected))
        _appear(self._path(number, "done"), msgspec.json.encode(done))

    def put_together(self, count: int) -> None:
        """Write the whole output and the rejects in the order of the chunks, and remove the parts."""
        whole = self.folder / "whole"
        self._rows.join(whole, self._paths(count, "rows"))
        rejects = self.folder / "whole-rejects"
        with rejects.open("wb") as file:
            for path in self._paths(count, "rejects"):
                file.write(path.read_bytes())
        rejects.replace(self.rejects)
        whole.replace(self.out)
        shutil.rmtree(self.folder)

    def _path(self, number: int, kind: str) -> Path:
        return self.folder / f"{number:08}.{kind}"

    def _paths(self, count: int, kind: str) -> Iterator[Path]:
        return (self._path(number, kind) for number in range(count))


def _appear(path: Path, data: bytes) -> None:
    new = path.with_suffix(path.suffix + ".new")
    new.write_bytes(data)
    new.replace(path)
