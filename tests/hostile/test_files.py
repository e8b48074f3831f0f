"""Hostile records, overlays, project files, archives and workbooks: bounded, refused in words, nothing else touched."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.hostile.archives import hostile_archives, hostile_tars, hostile_workbooks, sound_workbook
from tests.hostile.bounded import Asked, Outcome, Runner
from tests.hostile.docx_documents import hostile_docx
from tests.hostile.entry_points import some
from tests.hostile.opened_files import unopened
from tests.hostile.schema_documents import hostile_schemas
from tests.hostile.toml_documents import hostile_toml
from tests.hostile.tried import Try, faults, tried
from tests.hostile.yaml_documents import hostile_behaviours, hostile_yaml
from tests.invented import MAKER_ONE, TINY, request_xml, tiny_copy
from tests.overlays import overlay_copy

SECONDS = 3.0
"""Of the processor. Workbooks and catalogues are read in less than one, and are then held against each other."""


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that nothing may open."""
    path = tmp_path_factory.mktemp("secret") / "secret.txt"
    path.write_text("an invented secret")
    return path


def deep_folder(inside: Path) -> None:
    """Make folders in each other, deeper than a function may call itself."""
    for _level in range(1200):
        inside /= "d"
        inside.mkdir()


def sparse(path: Path) -> None:
    """Make a file of eight gigabytes that takes no room."""
    path.touch()
    os.truncate(path, 8 * 1024**3)


def removed(folder: Path) -> None:
    """Remove a folder of any depth; shutil calls itself for each level."""
    subprocess.run(["rm", "-rf", str(folder)], check=True)  # noqa: S603, S607 - a folder of this test


def wrong(runner: Runner, documents: Mapping[str, bytes], ways: Mapping[str, Try], seconds: float) -> dict[str, str]:
    """Try documents in every way, by default one of each kind; return what went wrong."""
    found: dict[str, str] = {}
    for turn, (way, attempt) in enumerate(ways.items()):
        outcomes = tried(runner, some(documents, turn), attempt)
        found |= {f"{name} by {way}": fault for name, fault in faults(outcomes, seconds).items()}
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny catalogue, to be copied."""
    return tiny_copy(tmp_path_factory.mktemp("small"))


def test_records(runner: Runner, snapshot: Path, small: Path) -> None:
    """In a catalogue and in an overlay: lint, prediction, canonical form, and the file of a server's Devices."""

    def in_catalogue(folder: Path, data: bytes) -> Asked:
        copy = shutil.copytree(small, folder / "catalogue")
        (copy / "sources" / "hostile.yaml").write_bytes(data)
        return runner.command(["lint", "--catalogue", "catalogue"], folder)

    def in_overlay(folder: Path, data: bytes) -> Asked:
        overlay = overlay_copy(folder)
        (overlay / "sources" / "hostile.yaml").write_bytes(data)
        return runner.command(
            ["list", "sources", "--catalogue", str(snapshot), "--overlay", overlay.name],
            folder,
            readable=[str(snapshot)],
        )

    def as_header(folder: Path, data: bytes) -> Asked:
        overlay = overlay_copy(folder)
        (overlay / "overlay.yaml").write_bytes(data)
        return runner.command(
            ["lint", "--catalogue", str(snapshot), "--overlay", overlay.name], folder, readable=[str(snapshot)]
        )

    def in_form(folder: Path, data: bytes) -> Asked:
        (folder / "sources").mkdir()
        (folder / "sources" / "hostile.yaml").write_bytes(data)
        return runner.command(["fmt", "--diff", "sources"], folder)

    def as_layout(folder: Path, data: bytes) -> Asked:
        (folder / "layout.yaml").write_bytes(data)
        (folder / "matrix.xlsx").write_bytes(_WORKBOOK)
        return runner.command(
            ["import", "dmvesm", "matrix.xlsx", "--layout", "layout.yaml", "--dry-run", "--catalogue", str(small)],
            folder,
            readable=[str(small)],
        )

    def as_devices(folder: Path, data: bytes) -> Asked:
        (folder / "devices.yaml").write_bytes(data)
        return runner.command(
            ["serve", "--devices", "devices.yaml", "--port", "99999", "--catalogue", str(snapshot)],
            folder,
            readable=[str(snapshot)],
        )

    ways = {"overlay": in_overlay, "header": as_header, "fmt": in_form, "layout": as_layout, "devices": as_devices}
    documents = hostile_yaml()
    assert len(documents) >= 200
    assert {} == wrong(runner, documents, ways, SECONDS)
    assert {} == wrong(runner, documents, {"lint": in_catalogue}, SECONDS)


_WORKBOOK = sound_workbook()


def test_behaviours(runner: Runner, snapshot: Path) -> None:
    """Conditions, dates and texts of a claim: read in an overlay by a prediction."""
    plain = next((TINY / "behaviours").rglob("S1B-9001.yaml")).read_text("utf-8")

    def predicted(folder: Path, data: bytes) -> Asked:
        overlay = overlay_copy(folder)
        (overlay / "behaviours" / "hostile.yaml").write_bytes(data.replace(b"S1B-9001", b"X-HOSTILE-1"))
        (folder / "request.xml").write_text(request_xml())
        asked = [
            "predict",
            "request.xml",
            "-d",
            MAKER_ONE,
            "--no-config",
            "--catalogue",
            str(snapshot),
            "--overlay",
            overlay.name,
        ]
        return runner.command(asked, folder, readable=[str(snapshot)])

    assert {} == wrong(runner, hostile_behaviours(plain), {"predict": predicted}, SECONDS)


def test_strange_folders(runner: Runner, snapshot: Path, secret: Path) -> None:
    """Links out, to devices and in circles, pipes, deep folders and strange names among the records."""

    def listed(folder: Path) -> Outcome:
        return runner.run(["lint", "--catalogue", str(snapshot), "--overlay", "o"], folder, readable=[str(snapshot)])

    def checked(folder: Path) -> Outcome:
        return runner.run(["check", "o", "--no-config", "--catalogue", str(snapshot)], folder, readable=[str(snapshot)])

    makers: dict[str, Callable[[Path], object]] = {
        "link to secret": lambda inside: (inside / "x.yaml").symlink_to(secret),
        "message link to secret": lambda inside: (inside / "x.xml").symlink_to(secret),
        "link to folder above": lambda inside: (inside / "up").symlink_to(inside.parent),
        "link to root": lambda inside: (inside / "root").symlink_to("/"),
        "link to zeros": lambda inside: (inside / "x.yaml").symlink_to("/dev/zero"),
        "message link to zeros": lambda inside: (inside / "x.xml").symlink_to("/dev/zero"),
        "link to itself": lambda inside: (inside / "x.yaml").symlink_to("x.yaml"),
        "message link to itself": lambda inside: (inside / "x.xml").symlink_to("x.xml"),
        "pipe": lambda inside: os.mkfifo(inside / "x.yaml"),
        "message pipe": lambda inside: os.mkfifo(inside / "x.xml"),
        "folder like a record": lambda inside: (inside / "x.yaml").mkdir(),
        "bytes in name": lambda inside: (inside / os.fsdecode(b"\xff\xfe.yaml")).write_text("id: x\n"),
        "message bytes in name": lambda inside: (inside / os.fsdecode(b"\xff\xfe.xml")).write_text("<x/>"),
        "escape in name": lambda inside: (inside / "\x1b[2J.yaml").write_text("id: x\n"),
        "line in name": lambda inside: (inside / "a\nb.yaml").write_text("id: x\n"),
        "deep": deep_folder,
        "sparse": lambda inside: sparse(inside / "x.yaml"),
        "message sparse": lambda inside: sparse(inside / "x.xml"),
    }  # fmt: skip
    found = {}
    with unopened(secret):
        for name, make in makers.items():
            for way in (listed, checked):
                folder = runner.new_folder()
                inside = folder / "o" / "sources"
                inside.mkdir(parents=True)
                (inside / "ok.yaml").write_text("id: ok\ntitle: t\npublisher: p\nobtained: private\n")
                make(inside)
                if fault := way(folder).fault:
                    found[f"{name}: {way.__name__}"] = fault
                removed(folder)
    assert {} == found


def test_project_files(runner: Runner, snapshot: Path, exchange: tuple[Path, Path]) -> None:
    """s1sr.toml beside a request, and named."""

    def checked(folder: Path, data: bytes) -> Asked:
        (folder / "s1sr.toml").write_bytes(data)
        shutil.copy(exchange[0], folder / "request.xml")
        asked = ["check", "request.xml", "--as-of", "2015-07-01", "--catalogue", str(snapshot)]
        return runner.command(asked, folder, readable=[str(snapshot)])

    documents = hostile_toml()
    assert len(documents) >= 300
    assert {} == wrong(runner, documents, {"check": checked}, SECONDS)


def test_archives_of_messages(runner: Runner, snapshot: Path, exchange: tuple[Path, Path], secret: Path) -> None:
    """Zip archives given where messages are."""

    def command(*words: str) -> Try:
        def attempt(folder: Path, data: bytes) -> Asked:
            (folder / "messages.zip").write_bytes(data)
            return runner.command([*words, "--catalogue", str(snapshot)], folder, readable=[str(snapshot)])

        return attempt

    ways = {
        "check": command("check", "messages.zip", "--no-config", "--as-of", "2015-07-01"),
        "redact": command("redact", "messages.zip", "--out", "redacted"),
        "predict": command("predict", "messages.zip", "-d", MAKER_ONE, "--no-config"),
    }
    documents = hostile_archives("message.xml", exchange[0].read_bytes(), str(secret))
    with unopened(secret):
        assert {} == wrong(runner, documents, ways, SECONDS)


def test_archives_of_schemas(runner: Runner, secret: Path) -> None:
    """Zip and tar archives given as official schemas, to install and to use at once."""

    def installed(folder: Path, data: bytes) -> Asked:
        (folder / "schemas.zip").write_bytes(data)
        return runner.command(
            ["schemas", "install", "schemas.zip"], folder, environment={"S1SR_SCHEMAS": str(folder / "store")}
        )

    documents = hostile_archives("DUIS Schema.xsd", b"<schema/>", str(secret)) | {
        f"tar {name}": data for name, data in hostile_tars(str(secret)).items()
    }
    with unopened(secret):
        assert {} == wrong(runner, documents, {"install": installed}, SECONDS)


def test_workbooks(runner: Runner, small: Path, secret: Path) -> None:
    """Workbooks given as either published list."""

    def cpl(folder: Path, data: bytes) -> Asked:
        copy = shutil.copytree(small, folder / "catalogue")
        (folder / "products.xlsx").write_bytes(data)
        return runner.command(["import", "cpl", "products.xlsx", "--catalogue", copy.name, "--force"], folder)

    def dmvesm(folder: Path, data: bytes) -> Asked:
        (folder / "matrix.xlsx").write_bytes(data)
        asked = ["import", "dmvesm", "matrix.xlsx", "--edition", "1.0", "--dry-run", "--catalogue", str(small)]
        return runner.command(asked, folder, readable=[str(small)])

    documents = hostile_workbooks(str(secret))
    assert len(documents) >= 150
    with unopened(secret):
        assert {} == wrong(runner, documents, {"cpl": cpl, "dmvesm": dmvesm}, SECONDS)


def test_documents(runner: Runner, snapshot: Path, secret: Path) -> None:
    """DOCX files given as the S1SR, or as a consultation paper."""

    def imported(*words: str) -> Try:
        def attempt(folder: Path, data: bytes) -> Asked:
            (folder / "paper.docx").write_bytes(data)
            asked = ["import", words[0], "paper.docx", *words[1:], "--catalogue", str(snapshot)]
            return runner.command(asked, folder, readable=[str(snapshot)])

        return attempt

    ways = {"S1SR": imported("s1sr", "--edition", "9.9"), "paper": imported("consultation", "--format", "json")}
    documents = hostile_docx(str(secret))
    assert len(documents) >= 100
    with unopened(secret):
        assert set(wrong(runner, documents, ways, SECONDS)) <= TOO_SLOW


TOO_SLOW = {"paragraphs by S1SR"}
"""Reading 60,000 numbered clauses takes more than five seconds of the processor. The list may only shrink."""


def test_schemas(runner: Runner) -> None:
    """Schemas that keep a compiler busy, that load others, or that lie about what they are."""

    def installed(folder: Path, data: bytes) -> Asked:
        (folder / "schemas.zip").write_bytes(data)
        store = {"S1SR_SCHEMAS": str(folder / "store")}
        return runner.command(["schemas", "install", "schemas.zip"], folder, environment=store)

    assert {} == wrong(runner, hostile_schemas(), {"install": installed}, SECONDS)
