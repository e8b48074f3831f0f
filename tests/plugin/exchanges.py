"""Invented exchanges, and modules of tests about them."""

from tests.invented import LOG, MAKER_ONE, request_xml
from tests.invented_answers import FULL_LOG, REQUEST_ID, acknowledgement, data, s1sp_alert, smets1

OTHER_ID = REQUEST_ID[:-1] + "8"
REQUEST = request_xml(LOG, header={"RequestID": REQUEST_ID})
ENTRIES, ALERT, OTHER_ALERT, ACCEPTED = smets1(data(FULL_LOG)), s1sp_alert(), s1sp_alert("S1X9002"), acknowledgement()
OTHER_PAIR = s1sp_alert(request_id=OTHER_ID)
MESSAGES = {
    "request": REQUEST,
    "entries": ENTRIES,
    "alert": ALERT,
    "other_alert": OTHER_ALERT,
    "accepted": ACCEPTED,
    "other_pair": OTHER_PAIR,
}

_HEAD = f"""
from pathlib import Path
import pytest
from s1sr_validator import testing
REQUEST, ENTRIES, ALERT, OTHER_ALERT, ACCEPTED, OTHER_PAIR = (Path(f"{{name}}.xml") for name in {tuple(MESSAGES)})
pytestmark = pytest.mark.s1sr(device="{MAKER_ONE}")
"""


def module(body: str) -> str:
    """Return a module of tests that begins with the names of the messages and the Device Model."""
    return _HEAD + body
