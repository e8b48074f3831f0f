"""Every real request made wrong in ways that its official schema accepts: the rules say so each time."""

from collections import Counter
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.arguments import read_day
from s1sr_validator.examination import Circumstances, examine, open_request
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_check import OfficialSchema, RequestSchemas
from s1sr_validator.messages.schema_files import official_files
from s1sr_validator.model.message import Message
from tests.reference.semantic_breakages import BREAKAGES

pytestmark = pytest.mark.reference

DAY = "2026-01-31"
ALREADY_SO = {"cancelled": "REQ112", "executed in the past": "REQ111"}
"""What a template that has this finding is already."""


@pytest.fixture(scope="module")
def known(reference_data: Path) -> Circumstances:
    """The catalogue of this checkout, with the official schemas."""
    bundled = Catalogue.bundled()
    folder = reference_data / "duis"
    official = [
        OfficialSchema(each.version, [file.data for file in each.files])
        for each in official_files(schema_files(folder), str(folder))
    ]
    schemas = RequestSchemas(bundled.lookup.services.values(), official)
    return Circumstances(bundled.lookup, read_day(DAY), schemas=schemas)


def codes(xml: str, known: Circumstances) -> Counter[str]:
    """Return the codes of the findings for a request."""
    return Counter(found.code for found in examine(open_request(Message("r.xml", xml.encode()), known), known).findings)


def is_wrong(name: str, xml: str) -> bool:
    """Say whether a breakage makes this request wrong: only a log cannot be read for a time to come."""
    return name != "period to come" or "<sr:ReadLogPeriod>" in xml


def test_no_break_goes_unseen(reference_data: Path, known: Circumstances) -> None:
    """Whatever the official schema lets through, some rule reports that did not report before."""
    assert known.schemas is not None
    tried: Counter[str] = Counter()
    unseen = []
    for path in sorted((reference_data / "duis-templates").glob("*.XML")):
        right = path.read_text("utf-8")
        before = codes(right, known)
        for name, breakage in BREAKAGES.items():
            wrong = breakage(right)
            if wrong == right or before[ALREADY_SO.get(name, "")] or not is_wrong(name, right):
                continue
            after = codes(wrong, known)
            if after["REQ202"]:
                continue
            tried[name] += 1
            if not after - before:
                unseen.append((path.name, name))
    assert set(BREAKAGES) == set(tried)
    assert [] == unseen
