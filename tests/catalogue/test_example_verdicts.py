"""The example messages, judged by the catalogue of this checkout: the verdict that a reader would give."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.verdict import Bearing, Verdict
from tests.verdict.judged import judged, message

ITRON, SECURE, ITRON_GAS = (
    "ESME/1028/5678/0201/03465317",
    "ESME/1031/C0A1/0102/C0A10001",
    "GSME/1028/2000/0000/029210D6",
)
ALERT, EMPTY, ONE = "dcc_alert_s1sp_S1CE2003", "smets1_response_4.4.2_zero_entries", "smets1_response_4.4.2_one_entry"
GAS = "smets1_response_4.4.2_gas_one_entry"


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The catalogue of this checkout."""
    return Catalogue.bundled()


@pytest.mark.parametrize(
    ("answer", "device", "verdict", "bearings"),
    [
        (ALERT, ITRON, Verdict.PREDICTED_DEVIATION, {"S1B-0001": Bearing.SEEN}),
        (ALERT, SECURE, Verdict.UNPREDICTED_DEVIATION, {}),
        (EMPTY, ITRON, Verdict.PREDICTED_NOT_SEEN, {"S1B-0001": Bearing.NOT_SEEN}),
        (EMPTY, SECURE, Verdict.AS_GBCS, {}),
        (ONE, ITRON, Verdict.AS_GBCS, {"S1B-0001": Bearing.RULED_OUT}),
        (ONE, SECURE, Verdict.AS_GBCS, {}),
        ("smets1_response_4.4.2_debug_error", ITRON, Verdict.UNPREDICTED_DEVIATION, {"S1B-0001": Bearing.NOT_SEEN}),
        ("smets1_response_debug_only", ITRON, Verdict.UNPREDICTED_DEVIATION, {"S1B-0001": Bearing.NOT_SEEN}),
        ("smets1_response_debug_only", SECURE, Verdict.UNPREDICTED_DEVIATION, {}),
        ("acknowledgement_E1", ITRON, Verdict.NOT_ASSESSED, {}),
        ("smets1_device_alert", ITRON, Verdict.NOT_ASSESSED, {}),
        (GAS, ITRON, Verdict.NOT_A_PAIR, {}),
    ],
)
def test_the_verdict_of_a_reader(
    bundled: Catalogue, answer: str, device: str, verdict: Verdict, bearings: dict[str, Bearing]
) -> None:
    """Each example gets it, for a Device Model that the clause applies to and for one that it does not."""
    report = judged(bundled, message(answer), device=device)
    assert verdict == report.verdict
    assert bearings == {weighed.behaviour: weighed.bearing for weighed in report.behaviours}
    assert report.says


def test_the_gas_example_answers_the_same_request_to_the_gas_meter(bundled: Catalogue) -> None:
    """Its ids are those of another Device; asked of that one, the answer is the ordinary one."""
    request = message("request_4.4.2").replace("-00-A1:1001", "-00-A2:1001")
    report = judged(bundled, message(GAS), device=ITRON_GAS, request=request)
    assert Verdict.AS_GBCS == report.verdict
    assert ["1"] == [found.value for found in report.state]
