"""The questions about messages, asked wrongly: what is no request, and what is no answer."""

import pytest

from s1sr_validator import Catalogue, InputError, UsageError
from tests.invented import LOG, MAKER_ONE, request_xml
from tests.invented_answers import EMPTY_LOG, REQUEST_ID, data, smets1

DAY = "2015-06-01"
REQUEST = request_xml(LOG, header={"RequestID": REQUEST_ID})
ANSWER = smets1(data(EMPTY_LOG))


def test_an_answer_is_no_request(tiny: Catalogue) -> None:
    """A check of an answer alone says that there was nothing to check, and why."""
    report = tiny.check(ANSWER, as_of=DAY)
    assert ((), ("request",)) == (report.requests, report.unread)
    assert ["REQ005"] == [finding.code for finding in report.findings]


def test_a_verdict_needs_an_answer(tiny: Catalogue) -> None:
    """Without any, or without one that can be read, there is no verdict."""
    with pytest.raises(UsageError, match="no answer is given"):
        tiny.verdict(REQUEST, [], device=MAKER_ONE, as_of=DAY)
    with pytest.raises(InputError) as raised:
        tiny.verdict(REQUEST, ["<broken"], device=MAKER_ONE, as_of=DAY)
    assert "answer 1" == raised.value.finding.location.file


def test_a_verdict_is_about_one_request(tiny: Catalogue) -> None:
    """Two requests, or none, are wrong use."""
    with pytest.raises(UsageError, match="1 answers are given with 2 requests"):
        tiny.verdict(REQUEST, [REQUEST, ANSWER], device=MAKER_ONE, as_of=DAY)


def test_a_verdict(tiny: Catalogue) -> None:
    """The report names the request's rules, the catalogue and the day."""
    report = tiny.verdict(REQUEST, [ANSWER], device=MAKER_ONE, as_of=DAY)
    assert ("as_gbcs", DAY, tiny.digest) == (report.verdict, str(report.as_of), report.catalogue.digest)
    assert "REQ101" in report.request.rules_run


def test_an_unknown_srv(tiny: Catalogue) -> None:
    """An SRV that is given has to exist."""
    with pytest.raises(UsageError, match="there is no SRV '1\\.2\\.3'"):
        tiny.check(REQUEST, as_of=DAY, srv="1.2.3")


def test_a_simulated_answer_has_its_own_verdict(tiny: Catalogue) -> None:
    """The message that would come back is one that was to be expected."""
    answer = tiny.simulate(REQUEST, device=MAKER_ONE, as_of=DAY, outcome="baseline")
    assert tiny.verdict(REQUEST, [answer], device=MAKER_ONE, as_of=DAY).verdict.is_expected
