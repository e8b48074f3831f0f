"""Hostile records, overlays, project files, archives and workbooks: bounded, refused in words, nothing else touched."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.hostile.archives import hostile_archives, hostile_tars, hostile_workbooks, sound_workbook
from tests.hostile.bounded import Outcome, Runner
from tests.hostile.entry_points import takes_all
from tests.hostile.opened_files import unopened
from tests.hostile.toml_documents import hostile_toml
from tests.hostile.yaml_documents import hostile_behaviours, hostile_yaml
from tests.invented import MAKER_ONE, TINY, request_xml, tiny_copy
from tests.overlays import overlay_copy

Try = Callable[[Path, bytes], Outcome]


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


def faults(runner: Runner, documents: Mapping[str, bytes], ways: Mapping[str, Try]) -> dict[str, str]:
    """Try every document in every way, each in a folder of its own; return what went wrong."""
    found = {}
    for number, (name, data) in enumerate(documents.items()):
        for way, attempt in list(ways.items()) if takes_all() else [list(ways.items())[number % len(ways)]]:
            folder = runner.new_folder()
            outcome = attempt(folder, data)
            fault = outcome.fault or ("something ran" if list(folder.rglob("pwned")) else "")
            shutil.rmtree(folder)
            if fault:
                found[f"{name} through {way}"] = fault
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny catalogue, to be copied."""
    return tiny_copy(tmp_path_factory.mktemp("small"))


def test_records(runner: Runner, snapshot: Path, small: Path) -> None:
    """In a catalogue and in an overlay: lint, prediction, canonical form, and the file of a server's Devices."""

    def in_catalogue(folder: Path, data: bytes) -> Outcome:
        copy = shutil.copytree(small, folder / "catalogue")
        (copy / "sources" / "hostile.yaml").write_bytes(data)
        return runner.run(["lint", "--catalogue", "catalogue"], folder)

    def in_overlay(folder: Path, data: bytes) -> Outcome:
        overlay = overlay_copy(folder)
        (overlay / "sources" / "hostile.yaml").write_bytes(data)
        return runner.run(
            ["list", "sources", "--catalogue", str(snapshot), "--overlay", overlay.name],
            folder,
            readable=[str(snapshot)],
        )

    def as_header(folder: Path, data: bytes) -> Outcome:
        overlay = overlay_copy(folder)
        (overlay / "overlay.yaml").write_bytes(data)
        return runner.run(
            ["lint", "--catalogue", str(snapshot), "--overlay", overlay.name], folder, readable=[str(snapshot)]
        )

    def in_form(folder: Path, data: bytes) -> Outcome:
        (folder / "sources").mkdir()
        (folder / "sources" / "hostile.yaml").write_bytes(data)
        return runner.run(["fmt", "--diff", "sources"], folder)

    def as_layout(folder: Path, data: bytes) -> Outcome:
        (folder / "layout.yaml").write_bytes(data)
        (folder / "matrix.xlsx").write_bytes(_WORKBOOK)
        return runner.run(
            ["import", "dmvesm", "matrix.xlsx", "--layout", "layout.yaml", "--dry-run", "--catalogue", str(small)],
            folder,
            readable=[str(small)],
        )

    def as_devices(folder: Path, data: bytes) -> Outcome:
        (folder / "devices.yaml").write_bytes(data)
        return runner.run(
            ["serve", "--devices", "devices.yaml", "--port", "99999", "--catalogue", str(snapshot)],
            folder,
            readable=[str(snapshot)],
        )

    ways = {"overlay": in_overlay, "header": as_header, "fmt": in_form, "layout": as_layout, "devices": as_devices}
    documents = hostile_yaml()
    assert len(documents) >= 200
    assert {} == faults(runner, documents, ways)
    some = dict(list(documents.items())[:: 1 if takes_all() else 20])  # each reads a whole catalogue
    assert {} == faults(runner, some, {"lint": in_catalogue})


_WORKBOOK = sound_workbook()


def test_behaviours(runner: Runner, snapshot: Path) -> None:
    """Conditions, dates and texts of a claim: read in an overlay by a prediction."""
    plain = next((TINY / "behaviours").rglob("S1B-9001.yaml")).read_text("utf-8")

    def predicted(folder: Path, data: bytes) -> Outcome:
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
        return runner.run(asked, folder, readable=[str(snapshot)])

    assert {} == faults(runner, hostile_behaviours(plain), {"predict": predicted})


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

    def checked(folder: Path, data: bytes) -> Outcome:
        (folder / "s1sr.toml").write_bytes(data)
        shutil.copy(exchange[0], folder / "request.xml")
        asked = ["check", "request.xml", "--as-of", "2015-07-01", "--catalogue", str(snapshot)]
        return runner.run(asked, folder, readable=[str(snapshot)])

    documents = hostile_toml()
    assert len(documents) >= 300
    assert {} == faults(runner, documents, {"check": checked})


def test_archives_of_messages(runner: Runner, snapshot: Path, exchange: tuple[Path, Path], secret: Path) -> None:
    """Zip archives given where messages are."""

    def command(*words: str) -> Try:
        def attempt(folder: Path, data: bytes) -> Outcome:
            (folder / "messages.zip").write_bytes(data)
            return runner.run([*words, "--catalogue", str(snapshot)], folder, readable=[str(snapshot)])

        return attempt

    ways = {
        "check": command("check", "messages.zip", "--no-config", "--as-of", "2015-07-01"),
        "redact": command("redact", "messages.zip", "--out", "redacted"),
        "predict": command("predict", "messages.zip", "-d", MAKER_ONE, "--no-config"),
    }
    with unopened(secret):
        assert {} == faults(runner, hostile_archives("message.xml", exchange[0].read_bytes(), str(secret)), ways)


def test_archives_of_schemas(runner: Runner, secret: Path) -> None:
    """Zip and tar archives given as official schemas, to install and to use at once."""

    def installed(folder: Path, data: bytes) -> Outcome:
        (folder / "schemas.zip").write_bytes(data)
        return runner.run(
            ["schemas", "install", "schemas.zip"], folder, environment={"S1SR_SCHEMAS": str(folder / "store")}
        )

    documents = hostile_archives("DUIS Schema.xsd", b"<schema/>", str(secret)) | {
        f"tar {name}": data for name, data in hostile_tars(str(secret)).items()
    }
    with unopened(secret):
        assert {} == faults(runner, documents, {"install": installed})


def test_workbooks(runner: Runner, small: Path, secret: Path) -> None:
    """Workbooks given as either published list."""

    def cpl(folder: Path, data: bytes) -> Outcome:
        copy = shutil.copytree(small, folder / "catalogue")
        (folder / "products.xlsx").write_bytes(data)
        return runner.run(["import", "cpl", "products.xlsx", "--catalogue", copy.name, "--force"], folder)

    def dmvesm(folder: Path, data: bytes) -> Outcome:
        (folder / "matrix.xlsx").write_bytes(data)
        asked = ["import", "dmvesm", "matrix.xlsx", "--edition", "1.0", "--dry-run", "--catalogue", str(small)]
        return runner.run(asked, folder, readable=[str(small)])

    documents = hostile_workbooks(str(secret))
    assert len(documents) >= 150
    with unopened(secret):
        assert {} == faults(runner, documents, {"cpl": cpl, "dmvesm": dmvesm})
