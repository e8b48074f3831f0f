"""`s1sr.toml` is found, read within bounds, and what is wrong with it is said at its line."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.load.project_file import MAX_BYTES, MAX_LINE, project_from, read_project
from s1sr_validator.load.project_place import find_project_file
from s1sr_validator.load.project_rules import PROJECT_RULES
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.project import Defaults, Project, Selection, StatedDevice, Suppression

WHOLE = """\
[check]
select = ["REQ1", "period-empty"]
ignore = ["REQ108"]
fail_on = "error"
role = "IS"
device = "ESME/FFF0"
standing = "designated"

[[suppress]]
code = "REQ107"
path = "body.*.EndDateTime"
file = "requests/**/*.xml"
srv = "9.9.1"
device = "ESME/FFF0"
reason = "the test harness sends it so"
expires = 2200-01-01

[[suppress]]
code = "period-empty"
reason = "günstig"
expires = "never"

[devices]
00-00-5e-ef-10-00-00-a1 = "ESME/FFF0/0001/0101/00000001"
"""
TABLE = '[[suppress]]\ncode = "REQ107"\nreason = "invented"\nexpires = "never"\n'


def read(text: str | bytes) -> Project:
    """Return what a text says as a project's file."""
    data = text.encode() if isinstance(text, str) else text
    return project_from(data, name="s1sr.toml", folder="/invented")


def problems(text: str) -> list[tuple[str, int, str]]:
    """Return code, line and path of what is wrong with single values."""
    return [(found.code, found.location.line, found.location.path) for found in read(text).findings]


def stopped(text: str | bytes) -> tuple[str, int, int]:
    """Return code, line and column of what makes a file unreadable."""
    with pytest.raises(InputError) as caught:
        read(text)
    location = caught.value.finding.location
    return caught.value.finding.code, location.line, location.column


def test_every_key_becomes_a_value() -> None:
    """A file with every key there is."""
    project = read(WHOLE)
    assert () == project.findings
    assert Selection(select=("REQ1", "period-empty"), ignore=("REQ108",)) == project.selection
    assert Defaults(fail_on=Severity.ERROR, role="IS", device="ESME/FFF0", standing="designated") == project.defaults
    assert (
        Suppression(
            number=0,
            code="REQ107",
            path="body.*.EndDateTime",
            file="requests/**/*.xml",
            srv="9.9.1",
            device="ESME/FFF0",
            reason="the test harness sends it so",
            expires=dt.date(2200, 1, 1),
        ),
        Suppression(number=1, code="period-empty", reason="günstig", expires=None),
    ) == project.suppressions
    assert (StatedDevice(eui="00-00-5e-ef-10-00-00-a1", key="ESME/FFF0/0001/0101/00000001"),) == project.devices


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", "[check]\n", "\ufeff[check]\n", "[check]\r\nrole = 'IS'\r\n"],
    ids=["empty", "comment", "empty table", "byte order mark", "CRLF"],
)
def test_nothing_wrong(text: str) -> None:
    """A file need not say anything, and may come from any editor."""
    assert () == read(text).findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[chek]\n", ("PRJ004", 1, "chek")),
        ("[check]\n\nfail-on = 'error'\n", ("PRJ004", 3, "check.fail-on")),
        ("a = " + "9" * 1990, ("PRJ004", 1, "a")),
        ("check = 1\n", ("PRJ005", 1, "check")),
        ("[check]\nrole = 1\n", ("PRJ005", 2, "check.role")),
        ("[check]\nrole = ' '\n", ("PRJ005", 2, "check.role")),
        ("[check]\nfail_on = 'fatal'\n", ("PRJ005", 2, "check.fail_on")),
        ("[check]\nfail_on = 1\n", ("PRJ005", 2, "check.fail_on")),
        ("[check]\nselect = 'REQ1'\n", ("PRJ005", 2, "check.select")),
        ("[check]\nselect = [\n'REQ1',\n2]\n", ("PRJ005", 2, "check.select[1]")),
        ("[check]\nrole = nan\n", ("PRJ005", 2, "check.role")),
        ("suppress = 1\n", ("PRJ005", 1, "suppress")),
        ("suppress = ['x']\n", ("PRJ005", 1, "suppress[0]")),
        (TABLE + "srv = 4.10\n", ("PRJ005", 5, "suppress[0].srv")),
        (TABLE + "fil = 'x'\n", ("PRJ004", 5, "suppress[0].fil")),
        (TABLE + "path = 'body..X'\n", ("PRJ005", 5, "suppress[0].path")),
        (TABLE + "file = 'a\\\\b'\n", ("PRJ005", 5, "suppress[0].file")),
        (TABLE + "file = '/a'\n", ("PRJ005", 5, "suppress[0].file")),
        (TABLE + TABLE.replace("reason", "#"), ("PRJ006", 5, "suppress[1].reason")),
        (TABLE.replace("invented", " "), ("PRJ006", 3, "suppress[0].reason")),
        (TABLE.replace("code", "#"), ("PRJ006", 1, "suppress[0].code")),
        (TABLE.replace("expires", "#"), ("PRJ006", 1, "suppress[0].expires")),
        (TABLE.replace('"never"', '"Never"'), ("PRJ005", 4, "suppress[0].expires")),
        (TABLE.replace('"never"', '"2026-02-30"'), ("PRJ005", 4, "suppress[0].expires")),
        (TABLE.replace('"never"', "2026-02-01T00:00:00Z"), ("PRJ005", 4, "suppress[0].expires")),
        (TABLE.replace('"never"', "10:00:00"), ("PRJ005", 4, "suppress[0].expires")),
        (TABLE.replace('"never"', "20260201"), ("PRJ005", 4, "suppress[0].expires")),
        ("[devices]\nA1 = 'ESME'\n", ("PRJ011", 2, "devices.A1")),
        ("[devices]\n00-00-5E-EF-10-00-00-A1 = 1\n", ("PRJ005", 2, "devices.00-00-5E-EF-10-00-00-A1")),
    ],
)
def test_problem(text: str, expected: tuple[str, int, str]) -> None:
    """Each slip gives one finding, at the line of its key or of its table."""
    assert [expected] == problems(text)


def test_a_suppression_with_a_problem_accepts_nothing() -> None:
    """Without the key that was to narrow it, it would accept too much; the others keep their number."""
    project = read(TABLE + "fil = 'x'\n" + TABLE)
    assert [1] == [each.number for each in project.suppressions]


def test_one_slip_costs_no_other_value() -> None:
    """What is right beside it still holds."""
    project = read("[check]\nselect = ['REQ1', 2]\nrole = 3\ndevice = 'ESME'\n")
    assert (Selection(select=("REQ1",)), Defaults(device="ESME")) == (project.selection, project.defaults)


def test_an_eui_in_two_cases_is_refused() -> None:
    """Both writings are reported, and neither is believed."""
    project = read('[devices]\n00-00-5E-EF-10-00-00-A1 = "ESME"\n00-00-5e-ef-10-00-00-a1 = "GSME"\n')
    assert [("PRJ012", 2), ("PRJ012", 3)] == [(found.code, found.location.line) for found in project.findings]
    assert () == project.devices


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("[chek]", "did you mean check?"),
        ("[check]\nfail-on = 'error'", "did you mean fail_on?"),
        ("[zzz]", "its keys are check, suppress, devices"),
        (TABLE.replace("reason", "#"), "add reason: why the findings are accepted"),
    ],
)
def test_tip(text: str, tip: str) -> None:
    """A finding says what to write instead."""
    assert [tip] == [found.tip for found in read(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[check]\nrole = IS\n", ("PRJ002", 2, 8)),
        ("[check]\nrole = 'IS'\nrole = 'IS'\n", ("PRJ002", 3, 12)),
        ("a = [1,\n", ("PRJ002", 1, 8)),
        ("expires = 2026-02-30\n", ("PRJ002", 1, 11)),
        ("a = [" + "[" * 1000 + "]" * 990, ("PRJ003", 0, 0)),
        ("a = " + "[" * 12 + "]" * 12, ("PRJ003", 0, 0)),
        (".".join("a" * 12) + " = 1", ("PRJ003", 0, 0)),
        ("\n# " + "x" * MAX_LINE, ("PRJ003", 2, 0)),
        ("\n" * (MAX_BYTES + 1), ("PRJ003", 0, 0)),
        (b"[check]\nrole = '\xff'\n", ("PRJ001", 2, 0)),
        ("[check]".encode("utf-16"), ("PRJ001", 1, 0)),
        (b"a = \x00", ("PRJ002", 1, 5)),
    ],
    ids=[
        "no quotes",
        "twice",
        "open list",
        "no day",
        "deep lists",
        "thirteen deep",
        "dotted keys",
        "long line",
        "large",
        "Latin 1",
        "UTF-16",
        "control character",
    ],
)
def test_not_toml_within_bounds(text: str | bytes, expected: tuple[str, int, int]) -> None:
    """A file that cannot be read stops the run, with the place where reading stopped."""
    assert expected == stopped(text)


@given(st.binary(max_size=80) | st.text(alphabet="[]=.\"'ab1\n- :{}check", max_size=80).map(str.encode))
def test_any_bytes_are_a_project_or_stop(data: bytes) -> None:
    """A law: whatever the bytes, there is a project or one InputError."""
    try:
        findings = read(data).findings
    except InputError as error:
        findings = (error.finding,)
    assert {found.code for found in findings} <= {rule.code for rule in PROJECT_RULES}


@given(st.permutations(WHOLE.split("\n\n")))
def test_the_order_of_tables_does_not_matter(parts: list[str]) -> None:
    """But for the numbers of the suppressions."""
    project, usual = read("\n\n".join(parts)), read(WHOLE)
    assert (usual.selection, usual.defaults, usual.devices) == (project.selection, project.defaults, project.devices)
    assert {each.reason for each in usual.suppressions} == {each.reason for each in project.suppressions}


@pytest.mark.parametrize(
    ("root", "home", "start", "expected"),
    [
        ("a", "", "a/b/c", "a/s1sr.toml"),
        ("a/b", "", "a/b/c", None),
        ("", "a", "a/b/c", "a/s1sr.toml"),
        ("", "a/b", "a/b/c", None),
        ("", "", "a/b/c", None),
        ("", "", "a", "a/s1sr.toml"),
        ("", "z", "a/b", None),
    ],
    ids=["in a repository", "above it", "below home", "above home", "in neither", "in the folder itself", "elsewhere"],
)
def test_find(tmp_path: Path, root: str, home: str, start: str, expected: str | None) -> None:
    """The nearest file counts, up to the repository's root or the home folder."""
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "a/s1sr.toml").write_text("")
    if root:
        (tmp_path / root / ".git").mkdir()
    found = find_project_file(tmp_path / start, tmp_path / (home or "nowhere"))
    assert (tmp_path / expected if expected else None) == found


def test_read_says_where_patterns_start(tmp_path: Path) -> None:
    """The file's own folder is kept, through a link too."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real/s1sr.toml").write_text(WHOLE, "utf-8")
    project = read_project(tmp_path / "link/s1sr.toml")
    assert ((tmp_path / "real").resolve().as_posix(), str(tmp_path / "link/s1sr.toml")) == (
        project.folder,
        project.file,
    )


@pytest.mark.parametrize("name", ["nowhere.toml", ".", "a\0b"])
def test_unreadable(tmp_path: Path, name: str) -> None:
    """A file that is not there, a folder, and what is no path."""
    with pytest.raises(InputError) as caught:
        read_project(tmp_path / name)
    assert "PRJ001" == caught.value.finding.code
