"""Every command that writes files, with what it needs to be run; and those that write none."""

import contextlib
import functools
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import NamedTuple

from s1sr_validator.bundle import folder_snapshot
from s1sr_validator.cli import main
from s1sr_validator.exchange.regulation.draft_fields import with_answer
from s1sr_validator.exchange.regulation.queue import read_queue, with_draft, write_queue
from s1sr_validator.index.snapshot import from_bytes, to_bytes
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_files import official_files
from s1sr_validator.messages.schema_store import install
from tests.contribution.invented_release import RELEASED, files
from tests.contribution.test_issue_form import ANSWERS, body
from tests.evidence.exchanges import alerted, sent
from tests.exchange.imported_files import FIRST
from tests.exchange.invented_cpl import edition, save
from tests.exchange.invented_matrix import save_matrix
from tests.invented import LOG, MAKER_ONE, MAKER_TWO, TINY, request_xml, tiny_copy
from tests.messages.invented_schemas import tgz_of, whole_set


class Command(NamedTuple):
    """A command that writes.

    Attributes:
        prepare: puts what it needs into a folder.
        arguments: its command line, in that folder.
        target: the folder below it that the command writes to.
        whole: whether all of its files change at once, or each for itself.
        every: only each call of so many is made to fail, where there are thousands.
        stdin: the file that is its standard input.
        steps: files that have states between the old and the new, each of them sound.
        resumed: what the command line has besides when a run was broken off.
        changes: whether the target changes; a command may write drafts of its own elsewhere.
    """

    prepare: Callable[[Path], object]
    arguments: tuple[str, ...]
    target: str
    whole: bool = False
    every: int = 1
    stdin: str = ""
    steps: tuple[str, ...] = ()
    resumed: tuple[str, ...] = ()
    changes: bool = True

    @property
    def again(self) -> "Command":
        """Return the command as a person calls it after a run that was broken off."""
        return self._replace(arguments=(*self.arguments, *self.resumed))


def with_catalogue(folder: Path) -> Path:
    """Put a copy of the tiny catalogue there."""
    return tiny_copy(folder).rename(folder / "catalogue")


@functools.cache
def compiled() -> bytes:
    """Return the tiny catalogue as one file, which is quick to read."""
    return to_bytes(folder_snapshot(TINY))


def with_snapshot(folder: Path) -> None:
    """Put the compiled catalogue there."""
    (folder / "catalogue.json").write_bytes(compiled())


def with_old(name: str) -> Callable[[Path], None]:
    """Return what puts a compiled catalogue there, and an output of before."""

    def prepare(folder: Path) -> None:
        with_snapshot(folder)
        (folder / "out").mkdir()
        (folder / "out" / name).write_text("what was there before")

    return prepare


@functools.cache
def products() -> bytes:
    """Return an invented list, made once: each time it is made it holds the time of day."""
    with TemporaryDirectory() as place:
        return save(Path(place, "products.xlsx"), edition(FIRST)).read_bytes()


@functools.cache
def matrix() -> bytes:
    """Return an invented matrix with two new rows, made once as well."""
    rows = [["Clause", "FFF0 ESME", "FFF1 ESME", "FFF2 ESME"], ["9.1", "Y", "Y", "Y"]]
    with TemporaryDirectory() as place:
        return save_matrix(Path(place, "matrix.xlsx"), {"Matrix": rows}).read_bytes()


def with_products(folder: Path) -> None:
    """A catalogue of its header alone, and an invented list."""
    (folder / "catalogue").mkdir()
    shutil.copy(TINY / "catalogue.yaml", folder / "catalogue")
    (folder / "products.xlsx").write_bytes(products())


def with_matrix(folder: Path) -> None:
    """A catalogue, and an invented matrix."""
    with_catalogue(folder)
    (folder / "matrix.xlsx").write_bytes(matrix())


def with_catalogue_and_old(folder: Path) -> None:
    """A catalogue, and a snapshot of before."""
    with_catalogue(folder)
    (folder / "out").mkdir()
    (folder / "out" / "snapshot.json").write_text("what was there before")


def with_document(folder: Path) -> None:
    """A compiled catalogue, and a document of regulation."""
    with_snapshot(folder)
    (folder / "document.txt").write_text(
        "Invented Requirements\nVersion: 9.0\n\n9 Invented behaviours\n"
        "9.1 On an ESME the SRV 9.9.1 will fail with S1X9001 where it is empty.\n9.2 An alert S1ZZ0002 is raised.\n"
    )


@functools.cache
def drafts() -> Path:
    """Return a folder that an import of that document has written, with one question of its review left open."""
    place = Path(mkdtemp())
    with_document(place)
    words = ("import", "s1sr", str(place / "document.txt"), "--out", str(place / "drafts"), "--date", "2099-01-12")
    with contextlib.redirect_stdout(io.StringIO()):
        assert 0 == main([*words, "--catalogue", str(place / "catalogue.json")])
    queue = read_queue(place / "drafts")
    draft = queue.drafts[0]
    for field, answer in (("summary", "The read fails."), ("when", "state.invented_log.entries = 0")):
        draft = with_answer(draft, field, answer, from_bytes(compiled()).records)
    write_queue(place / "drafts", with_draft(queue, draft))
    return place / "drafts"


def with_import(folder: Path) -> None:
    """A catalogue, drafts of its behaviours, and the last answer to the review of one."""
    with_catalogue(folder)
    shutil.copytree(drafts(), folder / "drafts")
    (folder / "answers").write_text("ESME/FFF0\nquit\n")


def with_exchange(folder: Path) -> None:
    """A compiled catalogue, a request and its answer."""
    with_snapshot(folder)
    (folder / "request.xml").write_bytes(sent().data)
    (folder / "answer.xml").write_bytes(alerted("FFFF").data)


def with_untidy_records(folder: Path) -> None:
    """Three records that are not in canonical form."""
    for path in sorted((with_catalogue(folder) / "sources").glob("*.yaml"))[:3]:
        path.write_text(path.read_text("utf-8").replace("title: ", "title:    "))


def with_issue(folder: Path) -> None:
    """A catalogue, and an issue whose source is an address that no record has."""
    with_catalogue(folder)
    (folder / "issue.md").write_text(body({**ANSWERS, "source": "https://example.org/invented-paper"}))


def with_schemas(folder: Path) -> None:
    """An archive of invented schemas."""
    (folder / "schemas.tgz").write_bytes(tgz_of(whole_set()))


def with_installed_schemas(folder: Path) -> None:
    """Invented schemas that are installed."""
    with_schemas(folder)
    for official in official_files(schema_files(folder / "schemas.tgz"), "invented"):
        install(official, "invented", folder / "store")


def with_release(folder: Path) -> None:
    """An invented checkout with two fragments."""
    for name, text in files(RELEASED).items():
        path = folder / "checkout" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "checkout" / "changelog.d").mkdir()
    for name in ("log.catalogue.minor.md", "word.software.patch.md"):
        (folder / "checkout" / "changelog.d" / name).write_text(f"About {name}.\n")


def with_meters(folder: Path) -> None:
    """A compiled catalogue, and a table of meters."""
    with_snapshot(folder)
    (folder / "meters.csv").write_text(f"meter,device_model\n1,{MAKER_ONE}\n2,{MAKER_TWO}\n")


def with_requests(folder: Path) -> None:
    """A compiled catalogue, two requests and one that is broken, in a table; and an output of before."""
    with_old("rows.ndjson")(folder)
    rows = [(request_xml(LOG), MAKER_ONE), ("<broken", MAKER_ONE), (request_xml(LOG), MAKER_TWO)]
    lines = (json.dumps({"xml": xml, "key": key}) + "\n" for xml, key in rows)
    (folder / "in.ndjson").write_text("".join(lines))


TO, TO_FILE, DAY = ("--catalogue", "catalogue"), ("--catalogue", "catalogue.json"), ("--as-of", "2015-07-01")
SOURCE = tuple(
    word for field in ("id=x-page", "title=Page", "publisher=Nobody", "obtained=published") for word in ("--set", field)
)
MATRIX = ("import", "dmvesm", "matrix.xlsx", "--edition", "1.0", "--document", "INVENTED", "--date", "2026-01-01")
EXPORT = ("export", "devices", *DAY, *TO_FILE, "--out")
PAGES = ("export", "consultation", "S1B-9004", *DAY, *TO_FILE)
OBSERVE = ("observe", "request.xml", "answer.xml", "-d", MAKER_ONE, "--out", "draft", *DAY, *TO_FILE)
BATCH = ("batch", "in.ndjson", "--device-column", "key", "--jobs", "1", *DAY, *TO_FILE, "--out", "out/rows.ndjson")
WRITES = {
    "batch": Command(with_requests, BATCH, "out", resumed=("--resume",)),
    "compile": Command(with_catalogue_and_old, ("compile", *TO, "--out", "out/snapshot.json"), "out", whole=True),
    "export": Command(with_old("devices.csv"), (*EXPORT, "out/devices.csv"), "out", whole=True),
    "export to sqlite": Command(with_old("devices.sqlite"), (*EXPORT, "out/devices.sqlite"), "out", whole=True),
    "export consultation": Command(
        with_old("pages.md"),
        (*PAGES, "--out", "out/pages.md"),
        "out",
        whole=True,
    ),
    "fmt": Command(with_untidy_records, ("fmt", "catalogue/sources"), "catalogue"),
    "import cpl": Command(with_products, ("import", "cpl", "products.xlsx", *TO), "catalogue"),
    "import dmvesm": Command(with_matrix, (*MATRIX, *TO), "catalogue"),
    "import s1sr": Command(
        with_document,
        ("import", "s1sr", "document.txt", "--date", "2099-01-12", "--out", "out/drafts", *TO_FILE),
        "out",
        whole=True,
    ),
    "new": Command(with_catalogue, ("new", "source", *SOURCE, *TO), "catalogue", whole=True),
    "observe": Command(with_exchange, OBSERVE, "draft", whole=True),
    "publish": Command(with_snapshot, ("publish", *TO_FILE, "--out", "site", *DAY), "site", every=97),
    "redact": Command(with_exchange, ("redact", "request.xml", "answer.xml", "--out", "out", *TO_FILE), "out"),
    "release": Command(with_release, ("release", "--root", "checkout", "--date", "2016-02-01"), "checkout"),
    "review": Command(with_import, ("review", "drafts", *TO), "drafts", stdin="answers", steps=("review.json",)),
    "schemas install": Command(with_schemas, ("schemas", "install", "schemas.tgz"), "store"),
    "schemas remove": Command(with_installed_schemas, ("schemas", "remove", "9.1"), "store"),
}
"""By name: a command's own, and more words where one is tried in several ways."""
