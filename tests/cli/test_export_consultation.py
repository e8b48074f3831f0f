"""`s1sr export consultation` as a person runs it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Run = Callable[..., Any]
TINY = Path(__file__).parents[1] / "tiny_catalogue"


@pytest.mark.parametrize(("ending", "form"), [("docx", "docx"), ("html", "html"), ("htm", "html"), ("md", "md")])
def test_the_format_is_that_of_the_files_ending(run: Run, tmp_path: Path, ending: str, form: str) -> None:
    """A file ending is enough; the report goes to stderr."""
    out = tmp_path / f"pages.{ending}"
    result = run("export", "consultation", "S1B-9004", "--catalogue", str(TINY), "--out", str(out))
    assert (0, "") == (result.code, result.out)
    assert f"consultation as {form}" in " ".join(result.err.split())
    assert out.stat().st_size > 0


def test_the_day_decides_what_is_new(run: Run) -> None:
    """While the clause is consulted on it is inserted; once it is designated nothing is."""
    shown = {
        day: run("export", "consultation", "s1b-9001", "--catalogue", str(TINY), "--to", "md", "--as-of", day)
        for day in ("2010-06-01", "2011-06-01")
    }
    assert {0} == {result.code for result in shown.values()}
    assert "<ins>INVENTED 9.1" in shown["2010-06-01"].out
    assert "<ins>" not in shown["2011-06-01"].out


def test_a_file_opens_in_word(run: Run, tmp_path: Path) -> None:
    """The title is the behaviour's."""
    out = tmp_path / "pages.docx"
    assert 0 == run("export", "consultation", "S1B-9004", "--catalogue", str(TINY), "--out", str(out)).code
    title = docx.Document(io.BytesIO(out.read_bytes())).paragraphs[0].text
    assert title == "S1B-9004: The invented table fails on shallow reads"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["consultation", "--to", "md"], "none is named"),
        (["consultation", "S1B-9999", "--to", "md"], "no behaviour 'S1B-9999'"),
        (["consultation", "S1B-9004", "--to", "xlsx"], "one of: docx, html, md"),
        (["consultation", "S1B-9004"], "format of the export is not given"),
        (["consultation", "S1B-9004", "--to", "md", "--as-of", "soon"], "is not a day"),
        (["devices", "S1B-9004", "--to", "csv"], "takes no behaviour"),
        (["devices", "--to", "docx"], "one of: xlsx"),
        (["nothing", "--to", "csv"], "consultation"),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: list[str], says: str) -> None:
    """Wrong arguments end with a sentence and exit code 2."""
    result = run("export", *arguments, "--catalogue", str(TINY))
    assert 2 == result.code
    assert says in " ".join(result.err.split())


def test_docx_without_its_package_says_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The tip is a command that can be pasted, and no file is left."""
    for name in [name for name in sys.modules if name == "docx" or name.startswith("docx.")]:
        monkeypatch.delitem(sys.modules, name)
    # None among the modules is how Python itself marks one that cannot be imported.
    monkeypatch.setitem(sys.modules, "docx", None)
    out = tmp_path / "pages.docx"
    result = run("export", "consultation", "S1B-9004", "--catalogue", str(TINY), "--out", str(out))
    assert 2 == result.code
    assert "pip install 's1sr-validator[docx]'" in " ".join(result.err.split())
    assert not out.exists()
