"""The same assertions in unittest, which has no fixtures: run with pytest, or with python -m unittest."""

import unittest
from pathlib import Path

from s1sr_validator.testing import assert_predicted, simulate

REQUEST = Path(__file__).parent.parent / "request_4.4.2.xml"
DEVICE, DAY = "ESME/1028/5678/0201/03465317", "2025-11-30"


class BillingDataLog(unittest.TestCase):
    """Reading the billing data log of an Itron ESME."""

    def test_an_empty_log(self) -> None:
        """No day is set for the whole run here, so each call names it."""
        answer = simulate(REQUEST, device=DEVICE, as_of=DAY, outcome="deviation")
        assert_predicted(REQUEST, answer, device=DEVICE, as_of=DAY)
