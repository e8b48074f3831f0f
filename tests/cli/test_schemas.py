"""`s1sr schemas` as a shell sees it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result
from tests.messages.invented_schemas import tgz_of, whole_set, zip_of

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for installed schemas, named in the environment."""
    folder = tmp_path / "store"
    monkeypatch.setenv("S1SR_SCHEMAS", str(folder))
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with a jar that holds an invented version."""
    path = tmp_path / "invented.tgz"
    path.write_bytes(tgz_of({"package/dist/tool.jar": zip_of(whole_set())}))
    return path


def test_install_list_remove(run: Run, store: Path, package: Path) -> None:
    """What was installed is listed until it is removed."""
    installed = run("schemas", "install", str(package))
    assert (0, "") == (installed.code, installed.err)
    assert "installed official DUIS 9.1" in installed.out
    listed = run("schemas", "list")
    assert (0, "") == (listed.code, listed.err)
    assert all(name in listed.out for name in ("DUIS 9.1", str(package), *whole_set()))
    assert Result(0, "removed official DUIS 9.1\n", "") == run("schemas", "remove", "9.10")
    assert [] == list(store.iterdir())


def test_nothing_is_installed(run: Run, store: Path) -> None:
    """The list says what that means, and what to do."""
    listed = run("schemas", "list")
    assert 0 == listed.code
    assert "No official schemas are installed" in listed.out
    assert "s1sr schemas install PATH" in " ".join(listed.out.split())
    assert not store.exists()


def test_a_damaged_version(run: Run, store: Path, package: Path) -> None:
    """The list goes on to the others; the damaged one can be removed."""
    run("schemas", "install", str(package))
    (store / "9.1" / "manifest.json").write_text("{")
    listed = run("schemas", "list")
    assert 3 == listed.code
    assert "REQ214" in listed.err
    assert "s1sr schemas remove 9.1" in listed.err
    assert 0 == run("schemas", "remove", "9.1").code


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("install", "no-such-file"), 3, "No such file"),
        (("install", "README.md"), 3, "it is no archive"),
        (("install", "examples"), 3, "there is no DUIS schema in examples"),
        (("remove", "9.9"), 2, "DUIS 9.9 is not installed"),
        (("install",), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_done(run: Run, store: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    """Every refusal says why, on stderr, and nothing is written."""
    result = run("schemas", *arguments)
    assert (code, "") == (result.code, result.out)
    assert words in " ".join(result.err.split())
    assert not store.exists()
