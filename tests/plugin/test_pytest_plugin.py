"""The plugin in other projects' suites, which pytest runs in folders of their own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from s1sr_validator import Catalogue
from tests.invented import MAKER_TWO
from tests.plugin.exchanges import module

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "output" / "suite.schema.json").read_text("utf-8"))
EACH_VERDICT = module(f"""
def test_baseline(assert_predicted):
    assert_predicted(REQUEST, ENTRIES)

def test_deviation(assert_predicted):
    assert_predicted(REQUEST, ALERT)

def test_unpredicted(assert_predicted):
    assert_predicted(REQUEST, OTHER_ALERT)

@pytest.mark.s1sr(device="{MAKER_TWO}")
def test_other_device():
    testing.assert_predicted(REQUEST, ALERT)

def test_not_seen(assert_predicted):
    assert_predicted(REQUEST, ENTRIES, state={{"invented_log.entries": 0}})

def test_request(assert_request_valid):
    assert_request_valid(REQUEST)
""")


def ran(suite: pytest.Pytester, body: str, *arguments: str) -> pytest.RunResult:
    """Run a module of tests in the suite's folder."""
    suite.makepyfile(test_meters=body)
    return suite.runpytest("-p", "no:cacheprovider", *arguments)


def report_of(suite: pytest.Pytester, name: str = "report.json") -> Any:  # noqa: ANN401 - what the schema describes
    """Return the report that a run wrote, after holding it against its schema."""
    report = json.loads((suite.path / name).read_text("utf-8"))
    Draft202012Validator(SCHEMA).validate(report)
    return report


def test_the_run_says_what_it_asks(suite: pytest.Pytester, tiny: Catalogue) -> None:
    """The header names catalogue and day; the summary counts verdicts and behaviours, and names what is new."""
    result = ran(suite, EACH_VERDICT)
    result.assert_outcomes(passed=3, failed=3)
    stamp = f"s1sr: catalogue 0.0.1, digest {tiny.digest[:12]}, as of 2015-06-01"
    assert 2 == result.outlines.count(stamp)
    result.stdout.fnmatch_lines(
        [
            stamp,
            "collected 6 items",
            "*= s1sr =*",
            stamp,
            "5 exchanges checked, 2 as expected",
            "1 request checked, 1 valid",
            "  as_gbcs               1",
            "  predicted_deviation   1",
            "  unpredicted_deviation 2",
            "  predicted_not_seen    1",
            "  S1B-9001 (9.1)        seen 1, not seen 3",
            "Unpredicted deviations: candidates for a new clause",
            "  test_meters.py::test_other_device",
            f"    {MAKER_TWO}: the S1SP raised S1X9001, which is neither*",
            "  test_meters.py::test_unpredicted",
            "Predicted, not seen: candidates for a correction",
            "  test_meters.py::test_not_seen",
        ]
    )


def test_a_failure_shows_the_test_and_no_code_of_ours(suite: pytest.Pytester) -> None:
    """The traceback ends in the test's own line."""
    result = ran(suite, EACH_VERDICT, "-k", "test_unpredicted")
    result.stdout.fnmatch_lines(
        [
            ">       assert_predicted(REQUEST, OTHER_ALERT)",
            "E       AssertionError: unpredicted_deviation: the S1SP raised S1X9002*",
            "E         S1B-9001        clause 9.1, designated, if *",
            "test_meters.py:*: AssertionError",
        ]
    )
    result.stdout.no_fnmatch_line("*assertions.py*")


@pytest.mark.parametrize(
    ("shown", "call"),
    [
        ("UsageError: device ESME/FFF7 is not in the Central*", 'assert_predicted(REQUEST, ALERT, device="ESME/FFF7")'),
        ("AssertionError: response 1:1:1 could not be used: not XML: *", 'assert_predicted(REQUEST, b"<half")'),
        ("FileNotFoundError: * 'none.xml'", 'assert_predicted(REQUEST, Path("none.xml"))'),
    ],
)
def test_wrong_use_and_unreadable_responses_are_plain(shown: str, call: str, suite: pytest.Pytester) -> None:
    """What is wrong stands below the line of the test, and nothing else does."""
    result = ran(suite, module(f"\ndef test_one(assert_predicted):\n    {call}\n"))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f">       {call.replace('[', '[[]')}", f"E       *{shown}"])
    result.stdout.no_fnmatch_line("*s1sr_validator/*.py*")


def test_workers_report_as_one_process_does(suite: pytest.Pytester) -> None:
    """Under pytest-xdist the report is the same, and so is the summary."""
    alone = ran(suite, EACH_VERDICT, "--s1sr-report", "alone.json")
    spread = ran(suite, EACH_VERDICT, "--s1sr-report", "deep/spread.json", "-n", "2")
    spread.assert_outcomes(passed=3, failed=3)
    assert report_of(suite, "alone.json") == report_of(suite, "deep/spread.json")
    shown = [
        result.outlines[result.outlines.index("5 exchanges checked, 2 as expected") :][:8] for result in (alone, spread)
    ]
    assert shown[0] == shown[1]


def test_the_report_holds_every_exchange(suite: pytest.Pytester, tiny: Catalogue) -> None:
    """Each exchange has its test, its verdict and what bears on it."""
    ran(suite, EACH_VERDICT, "--s1sr-report", "report.json")
    report = report_of(suite)
    assert (5, 2, 1, 1) == tuple(
        report[name] for name in ("exchanges_checked", "as_expected", "requests_checked", "requests_accepted")
    )
    assert [tiny.digest] == [stamp["digest"] for stamp in report["catalogues"]]
    assert [
        ("baseline", "as_gbcs", True),
        ("deviation", "predicted_deviation", True),
        ("not_seen", "predicted_not_seen", False),
        ("other_device", "unpredicted_deviation", False),
        ("unpredicted", "unpredicted_deviation", False),
    ] == [
        (each["test"].removeprefix("test_meters.py::test_"), each["verdict"], each["accepted"])
        for each in report["exchanges"]
    ]


def test_a_report_of_nothing(suite: pytest.Pytester) -> None:
    """A run that checked nothing writes that, and says so."""
    result = ran(suite, "def test_one():\n    pass\n", "--s1sr-report", "report.json")
    result.stdout.fnmatch_lines(["s1sr: nothing was checked", "written to report.json"])
    assert 0 == report_of(suite)["exchanges_checked"]


def test_a_report_that_cannot_be_written(suite: pytest.Pytester) -> None:
    """A folder is refused before any test runs; a file in the way is said at the end, after every failure."""
    assert pytest.ExitCode.USAGE_ERROR == ran(suite, EACH_VERDICT, "--s1sr-report", ".").ret
    result = ran(suite, EACH_VERDICT, "--s1sr-report", "tiny.json/report.json")
    assert pytest.ExitCode.USAGE_ERROR == result.ret
    result.assert_outcomes(passed=3, failed=3)
    result.stdout.fnmatch_lines(["5 exchanges checked*", "ERROR: --s1sr-report *report.json: *"])


DAYS = module("""
def test_run(s1sr_catalogue):
    assert "2019-01-02" == str(testing.assert_predicted(REQUEST, ALERT).as_of)
    assert s1sr_catalogue.version == "0.0.1"

@pytest.mark.s1sr(as_of="2018-03-04")
class TestMarked:
    def test_class(self, assert_predicted):
        assert "2018-03-04" == str(assert_predicted(REQUEST, ALERT).as_of)

    @pytest.mark.s1sr(as_of="2017-05-06", state={"invented_log.entries": 0})
    def test_test(self, assert_predicted):
        report = assert_predicted(REQUEST, ALERT)
        assert ("2017-05-06", 1) == (str(report.as_of), len(report.state))
        assert "2016-07-08" == str(assert_predicted(REQUEST, ALERT, as_of="2016-07-08").as_of)
""")


def test_what_is_nearest_counts(suite: pytest.Pytester) -> None:
    """The call, then the marks from the test outwards, then the command line, then the configuration."""
    result = ran(suite, DAYS, "--s1sr-as-of", "2019-01-02")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["s1sr: *, as of 2019-01-02", "s1sr: *, as of 4 days from 2016-07-08 to 2019-01-02"])


def test_an_overlay(suite: pytest.Pytester) -> None:
    """Private records are put over the catalogue, and named wherever it is."""
    shutil.copytree(ROOT / "tests" / "tiny_overlay", suite.path / "own")
    result = ran(suite, EACH_VERDICT, "--s1sr-overlay", "own", "-k", "baseline")
    result.stdout.fnmatch_lines(["s1sr: catalogue 0.0.1, digest * with overlay * as of 2015-06-01"])


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("*s1sr_as_of 'soon' is not a day; write it as 2025-11-30", ("--s1sr-as-of", "soon")),
        ("*s1sr_as_of 'later' is not a day; write it as 2025-11-30", ("-o", "s1sr_as_of=later")),
        ("*none.json: No such file or directory; give a catalogue*", ("--s1sr-catalogue", "none.json")),
    ],
)
def test_a_run_that_cannot_be(message: str, arguments: tuple[str, ...], suite: pytest.Pytester) -> None:
    """A wrong option stops the run before its tests, in one line."""
    result = ran(suite, EACH_VERDICT, *arguments)
    assert pytest.ExitCode.USAGE_ERROR == result.ret
    result.stderr.fnmatch_lines([f"ERROR: {message}"])


@pytest.mark.parametrize(
    ("message", "mark"),
    [
        ("*UsageError: the mark s1sr of test_meters.py::test_one says 'colour'*", 'colour="red"'),
        ("*UsageError: the mark s1sr of test_meters.py::test_one has 'ESME' without a name*", '"ESME"'),
    ],
)
def test_a_wrong_mark(message: str, mark: str, suite: pytest.Pytester) -> None:
    """A mark says only what assertions ask."""
    body = f"\n@pytest.mark.s1sr({mark})\ndef test_one(assert_predicted):\n    assert_predicted(REQUEST, ALERT)\n"
    ran(suite, module(body)).stdout.fnmatch_lines([f"E {message}"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("-W", "error", "--strict-markers", "--strict-config"),
        ("-p", "no:terminal"),
        ("-p", "no:xdist"),
        ("-p", "no:assertion", "-q"),
    ],
)
def test_strict_suites(arguments: tuple[str, ...], suite: pytest.Pytester) -> None:
    """The plugin gives no warning, knows its mark and its settings, and needs no other plugin."""
    result = ran(suite, EACH_VERDICT, "-k", "baseline or deviation", "--s1sr-report", "report.json", *arguments)
    assert pytest.ExitCode.OK == result.ret
    assert 2 == report_of(suite)["exchanges_checked"]


def test_without_the_plugin(suite: pytest.Pytester) -> None:
    """Switched off, it leaves nothing behind; what is imported still asserts, and names its day."""
    body = module(
        f'\ndef test_one():\n    testing.assert_predicted(REQUEST, ENTRIES, device="{MAKER_TWO}", as_of="2015-06-01",\n'
        '        catalogue=__import__("s1sr_validator").Catalogue.load("tiny.json"))\n'
    )
    suite.makeini("[pytest]\nmarkers = s1sr: of a plugin that is switched off\n")
    result = ran(suite, body, "-p", "no:s1sr")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*s1sr:*")


def test_a_suite_that_asks_nothing(pytester: pytest.Pytester) -> None:
    """It sees nothing of the plugin, and pays for none of what it would import."""
    pytester.makepyfile(
        "import sys\n\ndef test_one():\n"
        "    assert not {'lxml', 'msgspec', 'yaml', 's1sr_validator.catalogue'}.intersection(sys.modules)\n"
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*s1sr:*")


def test_a_suite_without_settings_says_its_day(pytester: pytest.Pytester) -> None:
    """Where the suite configures nothing, catalogue and day are said once it is known that a test asks."""
    pytester.makepyfile("def test_one(s1sr_catalogue):\n    assert s1sr_catalogue.version\n")
    result = pytester.runpytest("-p", "no:cacheprovider")
    result.stdout.re_match_lines([r"collected 1 item", r"s1sr: catalogue .*, digest .*, as of \d{4}-\d\d-\d\d"])


def test_the_examples(pytester: pytest.Pytester) -> None:
    """The example suite passes as it is, from a folder of its own; the unittest of it without pytest too."""
    shutil.copytree(ROOT / "examples", pytester.path / "examples")
    folder = pytester.path / "examples" / "pytest"
    pytester.runpytest("-p", "no:cacheprovider", "-W", "error", str(folder)).assert_outcomes(passed=4)
    command = [sys.executable, "-m", "unittest", "test_with_unittest"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own example
