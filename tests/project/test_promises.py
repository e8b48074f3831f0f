"""SECURITY.md promises nothing that no test holds: each promise names its tests, and they are there."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
_LIST = TEXT.partition("## What is promised")[2].partition("\n## ")[0]
PROMISES = re.findall(r"^\d+\. .*?(?=^\d+\. |^$|\Z)", _LIST, flags=re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`((?:tests/\S+/)?test_\w+\.py)`")


def place(name: str) -> Path:
    """Return the file that a name stands for: without a folder it is one of the hostile tests."""
    return ROOT / name if "/" in name else ROOT / "tests" / "hostile" / name


@pytest.mark.parametrize("number", range(1, len(PROMISES) + 1))
def test_each_promise_names_its_tests(number: int) -> None:
    """They exist and hold tests; "the same tests" are those of the promise before."""
    promise = PROMISES[number - 1]
    assert promise.startswith(f"{number}. ")
    named = NAMED.findall(promise)
    assert named or "the same tests" in promise
    for name in named:
        assert "\ndef test_" in place(name).read_text("utf-8"), name


def test_there_are_promises() -> None:
    """The list was found, whole."""
    assert len(PROMISES) >= 11


def test_every_file_that_is_named_is_there() -> None:
    """In the whole text: tests, folders, locks, tables."""
    named = set(
        re.findall(r"`([\w./-]+\.(?:py|md|txt|json|toml)|(?:tests|catalogue|requirements|fuzz)/[\w./-]*)`", TEXT)
    )
    own = {"s1sr.toml", "sbom.cdx.json", "pyproject.toml"}
    short = {"extras.txt", "test.txt", "dev.txt", "docs.txt", "sbom.txt"}
    for name in named - own:
        path = ROOT / "requirements" / name if name in short else place(name)
        assert path.exists() or (ROOT / name).exists(), name


@pytest.mark.parametrize("words", ["within 48 hours", "Supported versions", "next release", "22 November 2026"])
def test_what_reporters_are_told(words: str) -> None:
    """When they hear of it, what is mended, and since when that is so."""
    assert words in TEXT


def test_targets_that_are_named_exist() -> None:
    """Each `make` in the text is one."""
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", TEXT.replace("\n", " ")))
    assert {"verify", "sbom", "faults", "corpora"} <= named <= targets


def test_the_catalogue_is_data_alone() -> None:
    """Plain files, none executable and no links: records, guides and a licence; nothing of it can be run."""
    listed = subprocess.run(
        ["git", "ls-files", "--stage", "-z", "catalogue"],  # noqa: S607 - whichever git there is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    files = [entry.split(maxsplit=3) for entry in listed.split("\0") if entry]
    assert len(files) > 1000
    assert {"100644"} == {mode for mode, _, _, _ in files}
    assert [] == [name for *_, name in files if not name.endswith((".yaml", ".md", "/LICENSE"))]
