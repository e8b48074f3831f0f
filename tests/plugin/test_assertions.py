"""The assertions by themselves, as any test runner calls them."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from s1sr_validator import Catalogue, InputError, UsageError
from s1sr_validator.model.suite_report import SuiteExchange
from s1sr_validator.model.verdict import Verdict
from s1sr_validator.testing import MessageSource, assert_predicted, assert_request_valid, simulate
from s1sr_validator.testing.suite_run import SuiteRun
from tests.invented import LOG, MAKER_ONE, request_xml
from tests.plugin.exchanges import ACCEPTED, ALERT, ENTRIES, OTHER_ALERT, OTHER_PAIR, REQUEST

DAY = dt.date(2015, 6, 1)
EMPTY = {"invented_log.entries": 0}
GOLDEN = Path(__file__).parent / "golden"


def held(tiny: Catalogue, *responses: MessageSource, **asked: Any) -> Verdict:  # noqa: ANN401 - of assert_predicted
    """Return the verdict of an assertion that holds."""
    usual: dict[str, Any] = {"device": MAKER_ONE, "as_of": DAY, "catalogue": tiny}
    return assert_predicted(REQUEST, *responses, **(usual | asked)).verdict


def failure(tiny: Catalogue, *responses: MessageSource, **asked: Any) -> str:  # noqa: ANN401 - as above
    """Return what an assertion that fails says."""
    with pytest.raises(AssertionError) as raised:
        held(tiny, *responses, **asked)
    return str(raised.value)


@pytest.mark.parametrize(
    ("verdict", "responses", "asked"),
    [
        (Verdict.AS_GBCS, [ENTRIES], {}),
        (Verdict.AS_GBCS, [ACCEPTED, ENTRIES], {"as_of": "2015-06-01"}),
        (Verdict.PREDICTED_DEVIATION, [ALERT], {}),
        (Verdict.PREDICTED_DEVIATION, [ALERT], {"state": EMPTY, "standing": "designated"}),
        (Verdict.PREDICTED_DEVIATION, [ALERT], {"device": "ESME/FFF0"}),
        (Verdict.NOT_ASSESSED, [ACCEPTED], {"allow_not_assessed": True}),
    ],
)
def test_what_is_to_be_expected_holds(
    verdict: Verdict, responses: list[str], asked: dict[str, Any], tiny: Catalogue
) -> None:
    """The baseline and a predicted deviation hold; that nothing was compared only where it is allowed."""
    assert verdict == held(tiny, *responses, **asked)


@pytest.mark.parametrize(
    ("verdict", "responses", "asked"),
    [
        (Verdict.UNPREDICTED_DEVIATION, [OTHER_ALERT], {}),
        (Verdict.PREDICTED_NOT_SEEN, [ENTRIES], {"state": EMPTY}),
        (Verdict.NOT_ASSESSED, [ACCEPTED], {}),
        (Verdict.NOT_A_PAIR, [OTHER_PAIR], {"allow_not_assessed": True}),
    ],
)
def test_what_fails_says_why(verdict: Verdict, responses: list[str], asked: dict[str, Any], tiny: Catalogue) -> None:
    """The verdict stands first; what was expected, what came, the findings and what was not seen follow."""
    says = failure(tiny, *responses, **asked)
    assert says.startswith(f"{verdict}: ")
    assert (GOLDEN / f"{verdict}.txt").read_text("utf-8") == says.replace(tiny.digest[:12], "DIGEST") + "\n"


def test_a_response_that_cannot_be_read_fails(tiny: Catalogue) -> None:
    """It fails even beside one that is as predicted, and by itself there is no verdict."""
    beside = failure(tiny, ALERT, b"<half")
    assert beside.startswith(
        "response 2:1:1 could not be read: not XML: unclosed token (REQ003)\npredicted_deviation: "
    )
    alone = failure(tiny, b"<half", allow_not_assessed=True)
    assert alone.startswith("response 1:1:1 could not be used: not XML: unclosed token (REQ003)\n")
    assert alone.endswith("\nNothing was compared.")


def test_nothing_that_came_fails(tiny: Catalogue, run: SuiteRun) -> None:
    """A client that received nothing has nothing to hold against the prediction, whatever is allowed."""
    assert "Nothing came back for the request, so nothing was compared." == failure(tiny, allow_not_assessed=True)
    records = run.take_records()
    assert records
    assert [(Verdict.NOT_ASSESSED, False)] == [(each.verdict, each.accepted) for each in records.exchanges]


def test_a_request_that_cannot_be_used_fails(tiny: Catalogue) -> None:
    """A request that the tested code wrote badly is a failure of that code, not of the test."""
    for request in ("<half", request_xml("9.9.7")):
        with pytest.raises(AssertionError, match=r"^request:.* could not be used: "):
            assert_predicted(request, ALERT, device=MAKER_ONE, as_of=DAY, catalogue=tiny)


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("^device ESME/FFF7 is not in the Central Products List", {"device": "ESME/FFF7"}),
        ("^no Device Model is given", {"device": None}),
        ("^no day is given", {"as_of": None}),
        ("^'soon' is not a day", {"as_of": "soon"}),
        ("^'rumoured' is not a standing", {"standing": "rumoured"}),
        ("'invented_log.weight'", {"state": {"invented_log.weight": 1}}),
        (r"^there is no SRV '9.9.7'", {"srv": "9.9.7"}),
    ],
)
def test_wrong_arguments(message: str, asked: dict[str, Any], tiny: Catalogue, run: SuiteRun) -> None:
    """They are errors of the test: said without the frames of this package, with what to do, and not counted."""
    with pytest.raises(UsageError, match=message) as raised:
        held(tiny, ALERT, **asked)
    assert [raised.value.tip] == raised.value.__notes__
    own = [entry.path for entry in raised.traceback if "s1sr_validator" in str(entry.path)]
    assert 1 == len(own)
    assert run.take_records() is None


def test_messages_in_each_other_s_place(tiny: Catalogue) -> None:
    """What was sent and what came back are not taken for each other."""
    with pytest.raises(UsageError, match=r"^request is an answer"):
        assert_predicted(ALERT, REQUEST, device=MAKER_ONE, as_of=DAY, catalogue=tiny)
    with pytest.raises(UsageError, match=r"^response 2 is a request"):
        held(tiny, ALERT, REQUEST)


def test_every_form_of_a_message(tiny: Catalogue, tmp_path: Path) -> None:
    """Bytes, text, a file, an element and a tree are the same message; an element's tail is not part of it."""
    path = tmp_path / "alert.xml"
    path.write_text(ALERT, "utf-8")
    element = etree.fromstring(ALERT)
    around = etree.fromstring(f"<around>{ALERT}tail</around>")
    sources: list[MessageSource] = [ALERT, ALERT.encode(), path, element, element.getroottree(), around[0]]
    for source in sources:
        assert Verdict.PREDICTED_DEVIATION == held(tiny, source)


def test_a_file_is_called_by_its_path(tiny: Catalogue, tmp_path: Path) -> None:
    """An editor opens it from what is said; the same file given twice is told apart."""
    path = tmp_path / "alert.xml"
    path.write_text(OTHER_ALERT, "utf-8")
    report = assert_predicted(REQUEST, ACCEPTED, device=MAKER_ONE, as_of=DAY, catalogue=tiny, allow_not_assessed=True)
    assert ["response 1"] == [answer.name for answer in report.answers]
    says = failure(tiny, path, path)
    assert f"\n  {path}\n" in says
    assert f"\n  {path} (response 2)\n" in says


@pytest.mark.parametrize(
    ("message", "source"),
    [
        ("^the response 1 is the text 'alert.xml', which is no message", "alert.xml"),
        ("^the response 1 is of type int, which holds no message", 7),
    ],
)
def test_what_holds_no_message(message: str, source: Any, tiny: Catalogue) -> None:  # noqa: ANN401 - that is the point
    """A path written as a text, or something else, is wrong use."""
    with pytest.raises(UsageError, match=message):
        held(tiny, source)


def test_a_file_that_is_not_there(tiny: Catalogue, tmp_path: Path) -> None:
    """It is said as Python says it."""
    with pytest.raises(FileNotFoundError, match=r"none\.xml"):
        held(tiny, tmp_path / "none.xml")


def test_valid_requests(tiny: Catalogue) -> None:
    """A request without findings holds; one with findings fails and names them."""
    check = partial(assert_request_valid, catalogue=tiny, as_of=DAY)
    assert check(request_xml(LOG, {"Depth": "2"}), device=MAKER_ONE).requests[0].rules_run
    with pytest.raises(AssertionError, match=r"^request has 1 finding: SRV 9\.9\.1 (.|\n)*\n  error REQ\d+ ") as raised:
        check(request_xml(LOG, {"Depth": "2"}, header={"CommandVariant": "77"}))
    assert "\nFindings\n" in str(raised.value)


@pytest.mark.parametrize(
    ("message", "request_"),
    [("^request cannot be read as a request", "<half"), ("REQ005 (.|\\n)*is sr:S1SPAlert, not", ALERT)],
)
def test_what_is_no_request_is_not_valid(message: str, request_: str, tiny: Catalogue) -> None:
    """Nothing that could be checked is a failure, not a success."""
    with pytest.raises(AssertionError, match=message):
        assert_request_valid(request_, catalogue=tiny, as_of=DAY)


def test_severity_to_fail_on(tiny: Catalogue) -> None:
    """Only a known severity can be named."""
    with pytest.raises(UsageError, match=r"^'all' is not a severity to fail on"):
        assert_request_valid(REQUEST, catalogue=tiny, as_of=DAY, fail_on="all")


@pytest.mark.parametrize(
    ("expected", "asked"), [("baseline", {"outcome": "baseline"}), ("deviation", {"state": EMPTY})]
)
def test_what_is_simulated_is_predicted(expected: str, asked: dict[str, Any], tiny: Catalogue) -> None:
    """A message for a test without a meter gets the verdict that it was simulated for."""
    answer = simulate(REQUEST, device=MAKER_ONE, as_of=DAY, catalogue=tiny, **asked)
    verdict = held(tiny, answer, state=asked.get("state"))
    assert {"baseline": Verdict.AS_GBCS, "deviation": Verdict.PREDICTED_DEVIATION}[expected] == verdict


def test_what_cannot_be_simulated(tiny: Catalogue) -> None:
    """A request that cannot be used is an error of the test: there is no answer to speak of."""
    with pytest.raises(InputError):
        simulate("<half", device=MAKER_ONE, as_of=DAY, catalogue=tiny)


def test_what_is_recorded(tiny: Catalogue, run: SuiteRun) -> None:
    """The innermost test says what its assertions ask, and is named in what is kept of them; taken once, it is gone."""
    with run.testing("a test", lambda: {"device": MAKER_ONE, "as_of": "2015-06-01"}):
        report = assert_predicted(REQUEST, ALERT, catalogue=tiny)
    records = run.take_records()
    assert records
    (exchange,) = records.exchanges
    assert isinstance(exchange, SuiteExchange)
    assert ("a test", LOG, report.verdict, True) == (exchange.test, exchange.srv, exchange.verdict, exchange.accepted)
    assert [("S1B-9001", "seen")] == [(each.behaviour, each.bearing) for each in exchange.behaviours]
    assert run.take_records() is None
