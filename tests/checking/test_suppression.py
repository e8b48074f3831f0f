"""Suppressions accept what they name, and are reported once they no longer do."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.checking.check import Checked
from s1sr_validator.checking.suppression import Run, Suppressed, suppress
from s1sr_validator.model.check_report import CheckedRequest, RuleNotAsked, SuppressedFinding
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.project import Project, RunCoverage, Suppression
from tests.invented import GAS, LOG, MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO, REGISTER

AS_OF = dt.date(2026, 1, 31)
END = "body.ReadLogPeriod.EndDateTime"


def finding(code: str = "REQ107", path: str = END, file: str = "in/a.xml") -> Finding:
    """Return a finding about an invented request."""
    return Finding(code=code, severity=Severity.WARNING, message="invented", location=Location(file=file, path=path))


def request(name: str = "in/a.xml", **fields: Any) -> CheckedRequest:  # noqa: ANN401 - fields of CheckedRequest
    """Return an invented request, by default for the log service and one Device."""
    usual: dict[str, Any] = {
        "srv": LOG,
        "service_name": "",
        "request_id": "",
        "devices": (MAKER_ONE,),
        "schema": "",
        "rules_run": ("REQ107", "REQ108"),
        "rules_not_asked": (),
    }
    return CheckedRequest(name=name, **(usual | fields))


def suppression(number: int = 0, **fields: Any) -> Suppression:  # noqa: ANN401 - fields of Suppression
    """Return a suppression of REQ107 without an end, unless the fields say else."""
    usual: dict[str, Any] = {"number": number, "code": "REQ107", "reason": "invented", "expires": None}
    return Suppression(**(usual | fields))


def ran(
    *suppressions: Suppression,
    findings: tuple[Finding, ...] = (finding(),),
    coverage: RunCoverage = RunCoverage.WHOLE,
    **fields: Any,  # noqa: ANN401 - fields of CheckedRequest
) -> Suppressed:
    """Return what suppressions make of the findings for one request."""
    run = Run((Checked(request(**fields), findings),))
    return suppress(run, Project(suppressions=suppressions), AS_OF, coverage=coverage)


def codes(result: Suppressed) -> tuple[list[str], list[str], list[str]]:
    """Return the codes of what stays, what is accepted and what is wrong with the suppressions."""
    accepted = [each.finding.code for each in result.accepted]
    return [each.code for each in result.kept], accepted, [each.code for each in result.findings]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"path": END},
        {"path": "body.*.EndDateTime"},
        {"path": "**"},
        {"file": "in/a.xml"},
        {"file": "in/*.xml"},
        {"file": "**/a.xml"},
        {"srv": LOG},
        {"device": MAKER_ONE},
        {"device": "ESME/FFF0"},
        {"device": "ESME"},
        {"expires": dt.date(2026, 2, 1)},
        {"path": END, "file": "in/a.xml", "srv": LOG, "device": "ESME"},
    ],
)
def test_accepts(fields: dict[str, Any]) -> None:
    """A finding of the rule for which everything that is named holds is set apart, with the reason."""
    result = ran(suppression(**fields))
    assert ([], ["REQ107"], []) == codes(result)
    until = "2026-02-01" if "expires" in fields else ""
    expected = SuppressedFinding(finding=finding(), reason="invented", expires=until)
    assert (expected,) == result.accepted


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "REQ108"},
        {"path": "body"},
        {"path": "header.**"},
        {"file": "a.xml"},
        {"file": "out/*"},
        {"srv": REGISTER},
        {"device": MAKER_TWO},
        {"device": "ESME/FFF"},
        {"path": END, "srv": REGISTER},
    ],
)
def test_accepts_nothing_else(fields: dict[str, Any]) -> None:
    """Where one thing that is named does not hold, the finding stays."""
    kept, accepted, _ = codes(ran(suppression(**fields)))
    assert (["REQ107"], []) == (kept, accepted)


@pytest.mark.parametrize("code", ["REQ005", "REQ199", "PRJ014"])
def test_what_says_that_something_was_not_checked_is_never_accepted(code: str) -> None:
    """Findings about reading, crashes and the file itself stay, whoever made the suppression."""
    kept, accepted, _ = codes(ran(suppression(code=code), findings=(finding(code),)))
    assert ([code], []) == (kept, accepted)


@pytest.mark.parametrize(
    ("devices", "expected"),
    [
        ((), False),
        ((MAKER_ONE, MAKER_ONE_LATER), True),
        ((MAKER_ONE, MAKER_TWO), False),
        ((MAKER_ONE, GAS), False),
    ],
)
def test_every_device_must_be_meant(devices: tuple[str, ...], expected: bool) -> None:
    """A finding does not say which Device it is about, so one that is not meant keeps it."""
    assert expected == bool(ran(suppression(device="ESME/FFF0"), devices=devices).accepted)


def test_severity_and_text_of_an_accepted_finding_stay() -> None:
    """Accepting changes nothing of the finding."""
    error = Finding(code="REQ107", severity=Severity.ERROR, message="günstig", tip="x", location=Location(line=3))
    assert (error,) == tuple(each.finding for each in ran(suppression(), findings=(error,)).accepted)


@pytest.mark.parametrize("day", [AS_OF, dt.date(2020, 1, 1)])
def test_expired(day: dt.date) -> None:
    """From the day on, the finding is back, and the suppression is reported; that it is unused too is not said."""
    assert (["REQ107"], [], ["PRJ015"]) == codes(ran(suppression(expires=day)))
    assert ([], [], ["PRJ015"]) == codes(ran(suppression(expires=day), findings=()))


@pytest.mark.parametrize(
    ("expected", "given_fields", "coverage", "fields"),
    [
        (["PRJ014"], {}, RunCoverage.WHOLE, {}),
        ([], {}, RunCoverage.FILES, {}),
        ([], {}, RunCoverage.PART, {}),
        (["PRJ014"], {"file": "in/a.xml"}, RunCoverage.FILES, {}),
        ([], {"file": "in/a.xml"}, RunCoverage.PART, {}),
        ([], {"file": "in/*.xml"}, RunCoverage.FILES, {}),
        (["PRJ014"], {"file": "in/*.xml"}, RunCoverage.WHOLE, {}),
        ([], {"file": "in/b.xml"}, RunCoverage.WHOLE, {}),
        ([], {"srv": REGISTER}, RunCoverage.WHOLE, {}),
        ([], {"device": "GSME"}, RunCoverage.WHOLE, {}),
        ([], {}, RunCoverage.WHOLE, {"rules_run": ()}),
        (
            [],
            {},
            RunCoverage.WHOLE,
            {"rules_run": (), "rules_not_asked": (RuleNotAsked(code="REQ107", reason="not selected"),)},
        ),
    ],
    ids=[
        "all was checked",
        "some files",
        "another Device",
        "the one file",
        "the one file, as another Device",
        "some of its files",
        "all of its files",
        "its file was not there",
        "its SRV was not there",
        "its Device was not there",
        "the rule crashed",
        "the rule was not selected",
    ],
)
def test_unused(
    expected: list[str], given_fields: dict[str, Any], coverage: RunCoverage, fields: dict[str, Any]
) -> None:
    """Unused is said only of what was looked at wholly."""
    assert expected == codes(ran(suppression(**given_fields), findings=(), coverage=coverage, **fields))[2]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (request("in/b.xml"), ["PRJ014"]),
        (
            request("in/b.xml", rules_run=(), rules_not_asked=(RuleNotAsked(code="REQ107", reason="no body"),)),
            ["PRJ014"],
        ),
        (request("in/b.xml", rules_run=()), []),
    ],
    ids=["asked of both", "had nothing to ask of one", "failed for one"],
)
def test_unused_of_several(second: CheckedRequest, expected: list[str]) -> None:
    """One answer to the end is enough, unless the rule failed elsewhere."""
    run = Run((Checked(request(), ()), Checked(second, ())))
    result = suppress(run, Project(suppressions=(suppression(),)), AS_OF, coverage=RunCoverage.WHOLE)
    assert expected == codes(result)[2]


@pytest.mark.parametrize(("file", "expected"), [("", []), ("in/*.xml", []), ("in/a.xml", ["PRJ014"]), ("in/b.xml", [])])
def test_unused_beside_an_unread_input(file: str, expected: list[str]) -> None:
    """An input that could not be read may be the one that needs the suppression."""
    run = Run((Checked(request(), ()),), unread=("in/b.xml",))
    result = suppress(run, Project(suppressions=(suppression(file=file),)), AS_OF, coverage=RunCoverage.WHOLE)
    assert expected == codes(result)[2]


def test_findings_across_requests() -> None:
    """A finding about a batch is about the request of its file; its rules are asked of all requests at once."""
    run = Run(
        (Checked(request(), ()),), across=(finding("REQ201"), finding("REQ201", file="")), rules_across=("REQ201",)
    )
    accepting, unused = suppression(code="REQ201", srv=LOG), suppression(1, code="REQ201", path="header")
    result = suppress(run, Project(suppressions=(accepting, unused)), AS_OF, coverage=RunCoverage.WHOLE)
    assert (["REQ201"], ["REQ201"], ["PRJ014"]) == codes(result)
    assert "" == result.kept[0].location.file


def test_a_file_is_seen_from_the_projects_folder() -> None:
    """Patterns fit what the caller calls the input, not its name on the command line."""
    run = Run((Checked(request(), (finding(),)),))
    project = Project(suppressions=(suppression(file="project/in/a.xml"),))
    result = suppress(run, project, AS_OF, file_of=lambda name: f"project/{name}", coverage=RunCoverage.FILES)
    assert ([], ["REQ107"], []) == codes(result)


def test_the_example_of_unused_and_of_expired() -> None:
    """What the rules show as wrong is reported, what they show as right is not."""
    for path, expires, expected in (
        ("body.ReadLogPeriod", dt.date(2200, 1, 1), "PRJ014"),
        (END, dt.date(2002, 1, 1), "PRJ015"),
    ):
        assert [expected] == codes(ran(suppression(path=path, expires=expires)))[2]
    assert [] == codes(ran(suppression(path=END, expires=dt.date(2200, 1, 1))))[2]


def test_the_place_of_a_problem() -> None:
    """The finding stands at the suppression's own line."""
    project = Project(
        file="s1sr.toml",
        suppressions=(suppression(3),),
        positions={("suppress", 3): (9, 1), ("suppress", 3, "code"): (11, 1)},
    )
    run = Run((Checked(request(), ()),))
    (found,) = suppress(run, project, AS_OF, coverage=RunCoverage.WHOLE).findings
    assert Location(file="s1sr.toml", line=11, column=1, path="suppress[3].code") == found.location


FINDINGS = st.builds(
    finding, st.sampled_from(["REQ107", "REQ108", "REQ005"]), st.sampled_from([END, "header", ""]), st.just("in/a.xml")
)
SUPPRESSIONS = st.builds(
    suppression,
    code=st.sampled_from(["REQ107", "REQ108"]),
    reason=st.sampled_from(["one", "two"]),
    expires=st.sampled_from([None, dt.date(2025, 1, 1), dt.date(2027, 1, 1), dt.date(2028, 1, 1)]),
    path=st.sampled_from(["", END, "body.**", "header"]),
    srv=st.sampled_from(["", LOG, REGISTER]),
    device=st.sampled_from(["", "ESME", "GSME"]),
)
GIVEN_FINDINGS, GIVEN_SUPPRESSIONS = st.lists(FINDINGS, max_size=5).map(tuple), st.lists(SUPPRESSIONS, max_size=5)


def numbered(suppressions: list[Suppression]) -> tuple[Suppression, ...]:
    """Return the suppressions as a file has them, counted."""
    names = ("code", "reason", "expires", "path", "srv", "device")
    return tuple(
        suppression(number, **{name: getattr(each, name) for name in names}) for number, each in enumerate(suppressions)
    )


@given(GIVEN_FINDINGS, GIVEN_SUPPRESSIONS, st.randoms())
def test_the_order_of_suppressions_never_matters(
    findings: tuple[Finding, ...],
    suppressions: list[Suppression],
    random: Any,  # noqa: ANN401 - random.Random
) -> None:
    """A law: what stays, what is accepted and why, and how many suppressions are wrong."""
    usual = ran(*numbered(suppressions), findings=findings)
    random.shuffle(suppressions)
    other = ran(*numbered(suppressions), findings=findings)
    assert (usual.kept, usual.accepted) == (other.kept, other.accepted)
    assert sorted(each.code for each in usual.findings) == sorted(each.code for each in other.findings)


@given(GIVEN_FINDINGS, GIVEN_SUPPRESSIONS, SUPPRESSIONS)
def test_one_more_suppression_never_adds_a_finding_but_about_itself(
    findings: tuple[Finding, ...], suppressions: list[Suppression], one: Suppression
) -> None:
    """A law: what stays may only shrink, by what is accepted; a new finding about the file is about the new one."""
    before = ran(*numbered(suppressions), findings=findings)
    after = ran(*numbered([*suppressions, one]), findings=findings)
    assert set(after.kept) <= set(before.kept)
    assert set(before.kept) - set(after.kept) <= {each.finding for each in after.accepted}
    assert set(before.findings) <= set(after.findings)
    new = {each.location.path.partition(".")[0] for each in set(after.findings) - set(before.findings)}
    assert new <= {f"suppress[{len(suppressions)}]"}


@given(GIVEN_FINDINGS, GIVEN_SUPPRESSIONS)
def test_a_suppression_without_a_match_adds_one_finding_and_changes_nothing(
    findings: tuple[Finding, ...], suppressions: list[Suppression]
) -> None:
    """A law: where everything was checked."""
    before = ran(*numbered(suppressions), findings=findings)
    after = ran(*numbered(suppressions), suppression(99, path="body.Nowhere"), findings=findings)
    assert (before.kept, before.accepted) == (after.kept, after.accepted)
    assert len(before.findings) + 1 == len(after.findings)
