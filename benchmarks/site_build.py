"""The site of a catalogue of 1, 4 and 16 times the size, beside MkDocs with Material on plain pages of the same number.

Run by itself it says more: `python -m benchmarks.site_build 1 4` writes one line for each size.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.invented import DAY
from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped, shown
from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Origin, Snapshot
from s1sr_validator.model.device import Device
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from s1sr_validator.model.record import Record
from s1sr_validator.publish.contents import Publication
from s1sr_validator.publish.site_files import site_files
from s1sr_validator.publish.writer import write_files

SIZES = (1, 4, 16)
BUILT = (1, 4)
"""MkDocs is run on these: at 16 times the size its plain pages alone take minutes."""
GOAL, GROWTH = 1.5, 1.3
_MANY = ("behaviours", "matrix", "clauses", "devices", "codes", "use_cases", "sources", "observations", "payloads")
"""Kinds that an import makes more of. SRVs are as many as the DUIS has."""
_PLAIN = """site_name: Plain
theme: {name: material, font: false}
plugins: []
use_directory_urls: false
not_in_nav: /pages/
nav: [index.md]
"""


class Measured(NamedTuple):
    """What one size took: pages, files, and the processor's seconds for publishing, for MkDocs, and for plain pages."""

    pages: int
    files: int
    publishing: float
    building: float
    plain: float


def run() -> Iterator[Row | Skipped]:
    """Measure publishing at every size, and both builds where they take less than minutes."""
    found = {size: measure(size, builds=size in BUILT) for size in SIZES}
    first = found[SIZES[0]]
    for size in BUILT:
        each = found[size]
        ours, peer = (each.publishing + each.building) / each.pages, each.plain / each.pages
        what = f"publish and MkDocs for {each.pages:,} pages ({size}x), a page"
        yield Row(what, shown(ours), f"plain mkdocs-material {shown(peer)}", ours / peer, GOAL)
    for size in SIZES[1:]:
        each = found[size]
        per_page, once = each.publishing / each.pages, first.publishing / first.pages
        yield Row(f"publish at {size}x, a page", shown(per_page), f"at 1x {shown(once)}", per_page / once, GROWTH)


def measure(size: int, *, builds: bool) -> Measured:
    """Publish an invented catalogue of a size, and build its site and plain pages of the same number."""
    catalogue = enlarged(Catalogue.load(ROOT / "catalogue").snapshot, size)
    scripts = {path.name: path.read_text("utf-8") for path in (ROOT / "site" / "assets" / "js").glob("*.js")}
    with tempfile.TemporaryDirectory() as own:
        folder = Path(own)
        _hand_written(folder)
        publication = Publication(as_of=DAY, scripts=scripts)
        written: dict[str, bytes] = {}

        def publish() -> None:
            written.update(site_files(catalogue, publication, ()))
            write_files(written, folder / "site")

        publishing = processor_seconds(publish)
        pages = [path for path in written if path.endswith(".md")]
        building = plain = 0.0
        if builds:
            building = processor_seconds(lambda: _mkdocs(folder))
            _write_plain(folder / "plain", pages, written)
            plain = processor_seconds(lambda: _mkdocs(folder / "plain"))
        return Measured(len(pages), len(written), publishing, building, plain)


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor's time for some work and its processes: minutes on a busy machine say nothing else."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.process_time()
    work()
    own, after = time.process_time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return own + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def enlarged(snapshot: Snapshot, size: int) -> Snapshot:
    """Return a catalogue in which each record of many kinds is there several times, under invented ids."""
    records, origins = snapshot.records, dict(snapshot.origins)
    for folder in _MANY:
        kind, own = KIND_BY_FOLDER[folder], records.of_kind(folder)
        copies = tuple(_copy(record, number) for number in range(1, size) for record in own)
        origins |= {f"{kind.folder}/{each.id}": Origin(f"invented/{kind.folder}/{each.id}.yaml", 1) for each in copies}
        records = msgspec.structs.replace(records, **{folder: (*own, *copies)})
    return msgspec.structs.replace(snapshot, records=records, origins=origins)


def _copy(record: Record, number: int) -> Record:
    """Return a record under an id that is none; a Device Model is of a maker that is none, each copy of another."""
    if not isinstance(record, Device):
        return msgspec.structs.replace(record, id=f"{record.id}-invented-{number}")
    maker = f"F{number:03X}"
    kind, _, *rest = record.id.split("/")
    return msgspec.structs.replace(record, id="/".join((kind, maker, *rest)), manufacturer=maker)


def _hand_written(folder: Path) -> None:
    """Copy what the site is built from beside its generated pages; links to them need not hold here."""
    generated = ("records", "rules", "dates", "matrix", "api", "feeds", "data", "short", ".published.json")
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns(*generated))
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(text.replace("strict: true", "strict: false"), "utf-8")


def _write_plain(folder: Path, pages: Sequence[str], written: dict[str, bytes]) -> None:
    """Write as many pages, each with the words of one of ours in a paragraph, outside the navigation."""
    (folder / "docs" / "pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_PLAIN, "utf-8")
    (folder / "docs" / "index.md").write_text("# Plain\n", "utf-8")
    for number, page in enumerate(pages):
        size = min(len(written[page]), 4000)
        (folder / "docs" / "pages" / f"{number}.md").write_text(
            f"# Page {number}\n\n{'word ' * (size // 5)}\n", "utf-8"
        )


def _mkdocs(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, check=False, capture_output=True, cwd=folder, env=surroundings)  # noqa: S603 - fixed
    if done.returncode:
        raise RuntimeError(f"mkdocs ended with {done.returncode}: {done.stderr[-2000:].decode()}")


def main(sizes: Sequence[str]) -> None:
    """Write a line for each size."""
    for size in map(int, sizes or ["1"]):
        found = measure(size, builds=size in BUILT)
        built = f"; mkdocs {found.building:.1f} s, plain {found.plain:.1f} s" if found.plain else ""
        sys.stdout.write(
            f"{size}x: {found.pages:,} pages, {found.files:,} files; published in {found.publishing:.1f} s{built}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
