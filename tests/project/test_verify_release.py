"""A stranger can build a release's file again, and is told whether it is the same."""

import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tools.verify_release import differences, exported, main, rebuilt


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled catalogue of the newest commit."""
    folder = tmp_path_factory.mktemp("released")
    return rebuilt(folder / "checkout", ".json", exported("HEAD", folder / "checkout"), folder / "built")


def test_the_same_file_is_known(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Built again in another folder it has the same bytes; its digest is shown."""
    assert 0 == main([str(catalogue)])
    said = capsys.readouterr().out
    assert "the same bytes as built from HEAD\nsha256 " in said


def test_another_file_is_told(catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One byte more, and it is not what the commit gives."""
    other = tmp_path / "catalogue.json"
    other.write_bytes(catalogue.read_bytes() + b" ")
    assert 1 == main([str(other)])
    assert "NOT what HEAD gives" in capsys.readouterr().out


def test_members_that_differ_are_named(tmp_path: Path) -> None:
    """Of a wheel and of a source distribution: whoever looks for the reason need not unpack them."""
    for name, text in (("one", "a"), ("other", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same.py").write_text("same")
        (tmp_path / name / "code.py").write_text(text)
        with (
            ZipFile(tmp_path / f"{name}.whl", "w") as wheel,
            tarfile.open(tmp_path / f"{name}.tar.gz", "w:gz") as sdist,
        ):
            for file in ("same.py", "code.py"):
                wheel.write(tmp_path / name / file, file)
                sdist.add(tmp_path / name / file, file)
    for ending in ("whl", "tar.gz"):
        assert ["code.py"] == differences(tmp_path / f"one.{ending}", tmp_path / f"other.{ending}")


@pytest.mark.parametrize("name", ["notes.txt", "missing.whl"])
def test_what_is_no_release_is_wrong_use(name: str, tmp_path: Path) -> None:
    """A file of another kind, or none, is refused before anything is built."""
    (tmp_path / "notes.txt").write_text("notes")
    with pytest.raises(SystemExit) as caught:
        main([str(tmp_path / name)])
    assert 2 == caught.value.code


def test_an_unknown_revision_cannot_be_verified(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the same nor another one: the error of git is shown."""
    assert 2 == main([str(catalogue), "--revision", "no-such-tag"])
    assert "no-such-tag" in capsys.readouterr().err
