"""Requests that are alike are looked at once, and what is kept for that stays bounded."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.batch import predicting
from s1sr_validator.batch.chunk import packed
from s1sr_validator.batch.item import Item
from s1sr_validator.batch.predicting import Predictor, Question
from s1sr_validator.model.message import Message
from tests.invented import GAS, LOG, MAKER_ONE, MAKER_TWO, REGISTER, request_xml

QUESTION = Question(device="ESME", as_of="2015-01-01", standing="observed", state={})
KEYS = ("", MAKER_ONE, MAKER_TWO, GAS)
STRANGE = "<!-- read in full: \u00e9 -->"


def mixed(count: int) -> list[Item]:
    """Return requests of two services to several Device Models, every third of which has to be read in full."""
    found = []
    for number in range(count):
        text = request_xml((LOG, REGISTER)[number % 2])
        found.append(Item(f"m{number}", (text + STRANGE * (number % 3 == 0)).encode(), KEYS[number % len(KEYS)]))
    return found


@pytest.mark.parametrize("most", [0, 1, 7, 40_000])
def test_rows_are_those_of_each_request_by_itself(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """However many predictions are held, each row says what a prediction of its request alone says."""
    monkeypatch.setattr(predicting, "_MOST_ALIKE", most)
    predictor = Predictor(tiny, QUESTION)
    rows = [row for chunk in packed(iter(mixed(50)), 9) for row in predictor.predict(chunk.open()).rows()]
    expected = []
    for item in mixed(50):
        inquiry = tiny.inquiry(device=item.device or "ESME", as_of="2015-01-01", standing="observed")
        report = inquiry.predict(Message(item.name, item.data))
        expected += [(item.name, item_srv(item), found.device_model, found.assessment) for found in report.predictions]
    assert expected == [(row.name, row.srv, row.device_model, row.assessment) for row in rows]


def item_srv(item: Item) -> str:
    """Return the service of one of the requests."""
    return (LOG, REGISTER)[int(item.name[1:]) % 2]
