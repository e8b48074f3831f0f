"""Predict, check and simulate over HTTP: the same answers as from Python, in the published shapes."""

import json
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from s1sr_validator import Catalogue
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.prediction import PredictionReport
from s1sr_validator.model.verdict import ExchangeReport
from tests.invented import LOG, MAKER_ONE, request_xml
from tests.invented_answers import EMPTY_LOG, data, s1sp_alert, smets1
from tests.server.serving import DAY, Served

KEY = f"device={MAKER_ONE}"
REQUEST = request_xml(header={"RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:7"})


def fits(kind: type[msgspec.Struct], value: Any) -> None:  # noqa: ANN401 - plain data of any shape
    """Hold an answer against the schema of its shape."""
    Draft202012Validator(msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(kind)))).validate(value)


def envelope(**members: Any) -> str:  # noqa: ANN401 - plain data of any shape
    """Return an envelope around the request."""
    return json.dumps({"request": REQUEST, **members})


def test_a_prediction_is_the_one_from_python(served: Served, tiny: Catalogue) -> None:
    """XML as it is, options in the query, the day from the server's clock."""
    answer = served.post(f"/v1/predict?{KEY}&state.invented_log.entries=0", REQUEST)
    expected = tiny.predict(REQUEST, device=MAKER_ONE, as_of=DAY, state={"invented_log.entries": 0})
    assert (200, "application/json") == (answer.status, answer.headers["content-type"])
    fits(PredictionReport, answer.json)
    assert msgspec.to_builtins(expected) == msgspec.to_builtins(msgspec.json.decode(answer.body, type=PredictionReport))


def test_query_and_envelope_say_the_same(served: Served) -> None:
    """An option counts wherever it stands, a number in JSON or its text in the query."""
    by_query = served.post(f"/v1/predict?{KEY}&state.invented_log.entries=0&trace=true&as_of=2015-01-01", REQUEST)
    options = {"device": MAKER_ONE, "state": {"invented_log.entries": 0}, "trace": True, "as_of": "2015-01-01"}
    by_envelope = served.post("/v1/predict", envelope(**options), "application/json")
    assert (200, "2015-01-01") == (by_query.status, by_query.json["as_of"])
    assert by_query.body == by_envelope.body


def test_messages_in_json(served: Served) -> None:
    """The shape of the npm package is read alone and inside the envelope."""
    header = {"type": "request", "requestId": {"originatorId": "A", "targetId": "B", "counter": 1}}
    header |= {"commandVariant": "1", "serviceReference": "9.9", "serviceReferenceVariant": LOG}
    message = {"header": header, "body": {"ReadInventedLog": ""}}
    alone = served.post(f"/v1/predict?{KEY}", json.dumps(message), "application/json")
    wrapped = served.post(f"/v1/predict?{KEY}", json.dumps({"request": message}), "application/json; charset=utf-8")
    assert (200, LOG) == (alone.status, alone.json["request"]["srv"])
    assert alone.json["predictions"] == wrapped.json["predictions"]


def test_a_check(served: Served, tiny: Catalogue) -> None:
    """The findings of a request alone."""
    wrong = REQUEST.replace("<sr:ServiceReference>9.9<", "<sr:ServiceReference>9.8<")
    answer = served.post(f"/v1/check?{KEY}&role=IS", wrong)
    expected = tiny.check(wrong, as_of=DAY, device=MAKER_ONE, role="IS")
    fits(CheckReport, answer.json)
    assert expected == msgspec.json.decode(answer.body, type=CheckReport)
    assert answer.json["findings"]


@pytest.mark.parametrize(
    ("verdict", "response"),
    [("predicted_deviation", s1sp_alert()), ("predicted_not_seen", smets1(data(EMPTY_LOG)))],
)
def test_a_verdict(verdict: str, response: str, served: Served) -> None:
    """With responses in the envelope, what came back is held against the prediction."""
    options = {"device": MAKER_ONE, "state": {"invented_log.entries": 0}, "responses": [response]}
    answer = served.post("/v1/check", envelope(**options), "application/json")
    assert 200 == answer.status, answer.body
    fits(ExchangeReport, answer.json)
    assert verdict == answer.json["verdict"]


def test_a_simulation_is_judged_as_it_was_simulated(served: Served) -> None:
    """What simulate gives, check takes."""
    options = {"device": MAKER_ONE, "state": {"invented_log.entries": 0}}
    message = served.post("/v1/simulate", envelope(**options), "application/json")
    assert (200, "application/xml") == (message.status, message.headers["content-type"])
    assert b"<sr:S1SPAlertCode>S1X9001<" in message.body
    judged = served.post("/v1/check", envelope(**options, responses=[message.body.decode()]), "application/json")
    assert "predicted_deviation" == judged.json["verdict"]


def test_a_simulation_can_be_steered(served: Served) -> None:
    """The options of the command line are there."""
    baseline = served.post(f"/v1/simulate?{KEY}&outcome=baseline&seed=1&rich=true", REQUEST)
    other = served.post(f"/v1/simulate?{KEY}&outcome=baseline&seed=2&rich=true", REQUEST)
    acknowledged = served.post(f"/v1/simulate?{KEY}&ack=true&code=X9901", REQUEST)
    assert (200, 200) == (baseline.status, other.status)
    assert baseline.body != other.body
    assert b"<sr:ResponseCode>X9901<" in acknowledged.body


@pytest.mark.parametrize(
    ("status", "path", "says", "tip"),
    [
        (400, "/v1/predict", "no device is given", "device=ESME/"),
        (400, "/v1/predict?device=ESME/FFF0/9999", "is not in the Central Products List", "nearest: "),
        (400, f"/v1/predict?{KEY}&devise=x", "no parameter 'devise'", "nearest: device"),
        (400, f"/v1/predict?{KEY}&outcome=baseline", "no parameter 'outcome'", "there are: "),
        (400, f"/v1/predict?{KEY}&{KEY}", "device is given twice", "once"),
        (400, f"/v1/predict?{KEY}&as_of=today", "is not a day", "2025-11-30"),
        (400, f"/v1/predict?{KEY}&standing=loud", "is not a standing", "one of"),
        (400, f"/v1/predict?{KEY}&state.mood=good", "no state fact is called 'mood'", "state facts"),
        (400, f"/v1/predict?{KEY}&state=0", "no parameter 'state'", "state.NAME"),
        (400, f"/v1/predict?{KEY}&trace=perhaps", "wrong type", "openapi"),
        (400, f"/v1/simulate?{KEY}&seed=much", "wrong type", "openapi"),
        (400, f"/v1/simulate?{KEY}", "answers either way", "state.invented_log.entries=VALUE or outcome="),
        (400, "/v1/simulate?device=ESME/FFF0", "one answers", "name one"),
        (400, "/v1/check?role=KING", "KING", ""),
        (400, "/v1/check?srv=9.9.99", "9.9.99", "GET /v1/records/services"),
    ],
)
def test_wrong_use(status: int, path: str, says: str, tip: str, served: Served) -> None:
    """A problem says what is wrong, and the tip what to do in the words of this interface."""
    answer = served.post(path, REQUEST)
    assert (status, "application/problem+json") == (answer.status, answer.headers["content-type"])
    assert says in answer.json["detail"]
    assert tip in answer.json["tip"]
    assert "--" not in answer.json["tip"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "REQ003"),
        (b"no request", "REQ003"),
        (b"<a>", "REQ003"),
        (b"<!DOCTYPE a><a/>", "REQ004"),
        (b"<a/>", "REQ005"),
        (b"\xff\xfe\x00", "REQ009"),
        (b"{", "REQ010"),
    ],
)
@pytest.mark.parametrize("path", ["predict", "check", "simulate"])
def test_what_cannot_be_read(body: bytes, code: str, path: str, served: Served) -> None:
    """It is the finding, with its place."""
    answer = served.post(f"/v1/{path}?{KEY}", body)
    assert (422, code) == (answer.status, answer.json["findings"][0]["code"])


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (422, json.dumps({"request": 1, "device": MAKER_ONE}), "XML"),
        (422, '{"request": "<a/>", "responses": 1}', "envelope"),
        (422, '{"request": "\\ud800"}', "envelope"),
        (422, '{"request": "x", "request": "y"}', "stands twice"),
        (400, envelope(devices="x"), "no parameter 'devices'"),
        (400, envelope(device=1), "wrong type"),
        (400, envelope(state=1), "state is not an object"),
        (400, envelope(device=MAKER_ONE, responses=[REQUEST]), "nothing here looks at them"),
    ],
)
def test_a_wrong_envelope(status: int, body: str, says: str, served: Served) -> None:
    """It is said what is wrong with it."""
    answer = served.post("/v1/predict", body, "application/json")
    assert (status, True) == (answer.status, says in answer.json["detail"]), answer.json


def test_an_option_in_both_places(served: Served) -> None:
    """It is not known which is meant."""
    answer = served.post(f"/v1/predict?{KEY}", envelope(device=MAKER_ONE), "application/json")
    assert (400, "device is given twice") == (answer.status, answer.json["detail"])
    options = {"device": MAKER_ONE, "state": {"invented_log.entries": 0}}
    twice = served.post("/v1/predict?state.invented_log.entries=1", envelope(**options), "application/json")
    assert (400, "state.invented_log.entries is given twice") == (twice.status, twice.json["detail"])


def test_no_response_can_be_read(served: Served) -> None:
    """There is nothing to judge, and the finding says why."""
    answer = served.post("/v1/check", envelope(device=MAKER_ONE, responses=["<a/>"]), "application/json")
    assert (422, True) == (answer.status, bool(answer.json["findings"]))


def test_an_answer_without_its_request(served: Served) -> None:
    """It is not checked as if it were one."""
    answer = served.post("/v1/check", s1sp_alert())
    assert (422, True) == (answer.status, "not sr:Request" in answer.json["detail"])
