"""Several requests together: ids given twice, and sequences that lead nowhere."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking import batch
from s1sr_validator.checking.batch import Batch, check_batch
from s1sr_validator.checking.batch_rules import request_id_twice
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.registry import BATCH_RULES
from s1sr_validator.model.finding import Finding
from tests.checking.asked import context_of

USER, METER = "90-B3-D5-1F-30-00-00-02", "00-00-00-00-00-00-00-0A"
CODES = tuple(module.RULE.code for module in BATCH_RULES)


def own(counter: int) -> str:
    """Return a RequestID of the invented User and meter."""
    return f"{USER}:{METER}:{counter}"


def sent(counter: int, after: int | None = None, *, first: bool = False) -> dict[str, Any]:
    """Return the header of a request: its counter, that of the request before it, and whether it is the first."""
    flag = {"FirstInSequence": "true"} if first else {}
    return {"RequestID": own(counter)} | flag | ({} if after is None else {"PrecedingServiceRequestID": own(after)})


def together(tiny: Catalogue, *headers: dict[str, Any]) -> Batch:
    """Check requests with these headers, in files that are numbered from 1."""
    return check_batch([context_of(tiny, name=f"{at}.xml", **header) for at, header in enumerate(headers, start=1)])


@pytest.mark.parametrize(
    ("expected", "headers"),
    [
        ([], [sent(1), sent(2)]),
        ([], [sent(1, first=True), sent(2, 1), sent(3, 2)]),
        ([], [sent(2, 1), sent(3, 2)]),
        ([], [{"RequestID": "anything"}, {"RequestID": "anything"}]),
        ([("REQ301", "2.xml")], [sent(1), sent(1)]),
        ([("REQ301", "2.xml")], [sent(1), {"RequestID": own(1).lower()}]),
        ([("REQ301", "2.xml"), ("REQ301", "3.xml")], [sent(1), sent(1), sent(1)]),
        ([("REQ302", "1.xml")], [sent(2, 1), sent(1, first=True)]),
        ([("REQ303", "3.xml")], [sent(1, first=True), sent(2, 1), sent(3, 1)]),
        ([("REQ301", "3.xml")], [sent(1, first=True), sent(2, 1), sent(2, 1)]),
        ([("REQ302", "1.xml"), ("REQ304", "1.xml"), ("REQ304", "2.xml")], [sent(1, 2), sent(2, 1)]),
        (
            [("REQ302", "1.xml"), ("REQ302", "2.xml"), ("REQ303", "2.xml"), ("REQ304", "2.xml"), ("REQ304", "3.xml")],
            [sent(1, 3), sent(2, 3), sent(3, 2)],
        ),
        ([], [sent(1, 1), sent(2)]),
        ([("REQ305", "1.xml")], [sent(1), sent(2, 1)]),
    ],
)
def test_batch(tiny: Catalogue, expected: list[tuple[str, str]], headers: list[dict[str, Any]]) -> None:
    """Each finding is at the request that is to be corrected."""
    checked = together(tiny, *headers)
    found = [(finding.code, finding.location.file) for finding in checked.findings]
    assert expected == found
    assert CODES == checked.rules_run
    assert all(finding.tip and finding.location.path.startswith("header.") for finding in checked.findings)


@pytest.mark.parametrize("count", [0, 1])
def test_one_request_is_no_batch(tiny: Catalogue, count: int) -> None:
    """Nothing is asked, and nothing is said to have been asked."""
    assert Batch((), ()) == check_batch([context_of(tiny)] * count)


def test_a_rule_that_fails_becomes_a_finding(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """The crash names the rule, which is not among those that were asked to the end."""

    def failing(contexts: Sequence[Context]) -> Iterator[Finding]:
        yield request_id_twice.RULE.finding("before", contexts[0].header("RequestID"))
        raise ValueError("invented")

    monkeypatch.setattr(batch, "BATCH_RULES", (SimpleNamespace(RULE=request_id_twice.RULE, check=failing),))
    checked = together(tiny, sent(1), sent(2))
    assert {"REQ301", "REQ399"} == {finding.code for finding in checked.findings}
    assert () == checked.rules_run


def test_a_long_sequence_is_followed_once(tiny: Catalogue) -> None:
    """Thousands of requests in one line are no circle, and take no time."""
    one = context_of(tiny, **sent(0, first=True))
    contexts = [one, *(context_of(tiny, **sent(number, number - 1)) for number in range(1, 2000))]
    assert () == check_batch(contexts).findings
