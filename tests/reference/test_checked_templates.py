"""Real Service Requests of others, checked where they lie: what is right is not reported."""

from collections import Counter
from pathlib import Path

import pytest

from s1sr_validator import Catalogue

pytestmark = pytest.mark.reference
DAY = "2026-01-31"


def test_no_template_has_an_error(reference_data: Path) -> None:
    """Cancellations are pointed out, and what lies in 2014 and 2015: one date of execution, four periods, two clocks.

    One template asks a daily log for 366 days, of which an answer holds 31.
    """
    bundled = Catalogue.bundled()
    paths = sorted((reference_data / "duis-templates").glob("*.XML"))
    assert 187 == len(paths)
    found = Counter(
        (finding.code, finding.severity.value)
        for path in paths
        for finding in bundled.check(path.read_bytes(), as_of=DAY, name=path.name).findings
    )
    expected = {
        ("REQ111", "warning"): 1,
        ("REQ112", "info"): 13,
        ("REQ143", "warning"): 4,
        ("REQ144", "warning"): 2,
        ("REQ145", "warning"): 1,
    }
    assert expected == found
