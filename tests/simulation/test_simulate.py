"""The message in which an answer comes back."""

import msgspec
import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.model.behaviour import ValueDifference
from s1sr_validator.model.prediction import PredictedAlert
from s1sr_validator.simulation.scene import RequestIdParts
from s1sr_validator.simulation.simulate import acknowledgement, simulate
from tests.invented import REGISTER
from tests.simulation.scenes import DEVICE, FAILURE, USER, an_ending, every, request, scene, texts

DCC = "00-00-5E-EF-10-00-00-D0"


def alert(code: str, code_list: str) -> PredictedAlert:
    """Return an invented alert."""
    return PredictedAlert(code=code, list=code_list, name="", external_references=())


def test_a_response_goes_back_the_way_the_request_came(tiny: Catalogue) -> None:
    """RequestID is echoed, ResponseID is turned round, the inner header names Device and User."""
    root = simulate(scene(tiny, message_code="00AB"), an_ending()).root
    assert (("schemaVersion", "5.3"),) == root.attributes
    expected = {
        "sr:RequestID": f"{USER}:{DEVICE}:7",
        "sr:ResponseID": f"{DEVICE}:{USER}:7",
        "sr:ResponseCode": "I0",
        "sr:ResponseDateTime": "2020-01-31T12:00:00Z",
        "sr:ServiceReference": "9.9",
        "sr:ServiceReferenceVariant": "9.9.1",
        "ra:BusinessOriginatorID": DEVICE,
        "ra:BusinessTargetID": USER,
        "ra:OriginatorCounter": "7",
        "ra:GBCSHexadecimalMessageCode": "00AB",
        "ra:ServiceReference": "9.9",
        "ra:ServiceReferenceVariant": "9.9.1",
    }
    assert expected == {name: "|".join(texts(root, name)) for name in expected}
    assert "2020-01-31T11:59:59Z" in texts(root, "ra:Timestamp")


def test_no_message_code_where_none_is_known(tiny: Catalogue) -> None:
    """What is not known is left out."""
    assert [] == every(simulate(scene(tiny), an_ending()).root, "ra:GBCSHexadecimalMessageCode")


def test_an_s1sp_alert_comes_in_a_dcc_alert(tiny: Catalogue) -> None:
    """The request and the Device are named in the alert, not in the header; the placeholder is said to be one."""
    tree = simulate(scene(tiny), an_ending(FAILURE, alerts=(alert("S1X9001", "s1sp_alert"),)))
    assert ["S1X9001"] == texts(tree.root, "sr:S1SPAlertCode")
    assert [DEVICE] == texts(tree.root, "sr:DeviceID")
    assert [f"{USER}:{DEVICE}:7"] == texts(tree.root, "sr:RequestID")
    assert ["N55"] == texts(tree.root, "sr:DCCAlertCode")
    assert [] == every(tree.root, "sr:SMETS1ResponseMessage")
    (response_id,) = texts(tree.root, "sr:ResponseID")
    assert response_id.startswith(f"{DCC}:{USER}:")
    assert any("N55 is a placeholder" in remark for remark in tree.remarks)


def test_a_given_dcc_alert_code_is_no_placeholder(tiny: Catalogue) -> None:
    """Whoever knows the code says it."""
    ending = an_ending(FAILURE, alerts=(alert("S1X9001", "s1sp_alert"),))
    tree = simulate(scene(tiny), ending, dcc_alert_code="N1")
    assert ["N1"] == texts(tree.root, "sr:DCCAlertCode")
    assert not any("N55" in remark for remark in tree.remarks)


@pytest.mark.parametrize(
    ("name", "code", "code_list"),
    [("ra:GBCSHexAlertCode", "8F12", "gbcs_alert"), ("sr:ResponseCode", "E20", "response")],
)
def test_other_alerts_come_in_messages_of_their_own_form(name: str, code: str, code_list: str, tiny: Catalogue) -> None:
    """A Device's alert comes from the Device, a response code in a rejection."""
    tree = simulate(scene(tiny), an_ending(FAILURE, alerts=(alert(code, code_list),)))
    assert code in texts(tree.root, name)


def test_of_several_alerts_that_of_the_s1sp_is_written(tiny: Catalogue) -> None:
    """One message is one alert; the others are named."""
    alerts = (alert("E20", "response"), alert("S1X9001", "s1sp_alert"))
    tree = simulate(scene(tiny), an_ending(FAILURE, alerts=alerts))
    assert ["S1X9001"] == texts(tree.root, "sr:S1SPAlertCode")
    assert "Further alerts come in messages of their own: E20." in tree.remarks


@pytest.mark.parametrize("code_list", ["dcc_alert", ""])
def test_an_alert_of_unknown_form(code_list: str, tiny: Catalogue) -> None:
    """No message is made up where nobody knows its form."""
    with pytest.raises(UsageError, match="the form of the message that brings N1 is not known"):
        simulate(scene(tiny), an_ending(FAILURE, alerts=(alert("N1", code_list),)))


def test_a_failure_without_an_alert(tiny: Catalogue) -> None:
    """The payload says no success and nothing else, and the remarks say that the form is not known."""
    tree = simulate(scene(tiny), an_ending(FAILURE))
    (payload,) = every(tree.root, "ra:ReadInventedLogRsp")
    assert (("MessageSuccess", "false"),) == payload.attributes
    assert ["ra:Electricity"] == [element.name for element in payload.content]
    assert any("No source at hand" in remark for remark in tree.remarks)


IN_WORDS = ValueDifference(about="it", says="x")


@pytest.mark.parametrize(
    ("remark", "difference"),
    [
        ("shown at Register", msgspec.structs.replace(IN_WORDS, path="Register", values=("-1",))),
        ("not shown in this message", msgspec.structs.replace(IN_WORDS, path="Gas.Factor", values=("-1",))),
        ("not shown in this message", IN_WORDS),
    ],
    ids=["shown", "of gas meters", "in words only"],
)
def test_differences(remark: str, difference: ValueDifference, tiny: Catalogue) -> None:
    """A difference with a path shows its value there; any other is said in a remark, and changes nothing."""
    plain = simulate(scene(tiny, REGISTER), an_ending())
    tree = simulate(scene(tiny, REGISTER), an_ending(differences=(difference,)))
    expected = ["-1"] if difference.path == "Register" else texts(plain.root, "ra:Register")
    assert expected == texts(tree.root, "ra:Register")
    assert f"Predicted difference, {remark}: it: x." in tree.remarks


def test_a_service_without_a_payload(tiny: Catalogue) -> None:
    """The message holds no payload, and says why."""
    tree = simulate(scene(tiny, payload=None), an_ending())
    (message,) = every(tree.root, "sr:ResponseMessage")
    assert () == message.content
    assert any("No payload is known" in remark for remark in tree.remarks)


def test_a_service_that_asks_no_device(tiny: Catalogue) -> None:
    """A Device does not answer for the DCC; the acknowledgement comes all the same."""
    asked = scene(tiny)
    asked = msgspec.structs.replace(asked, service=msgspec.structs.replace(asked.service, non_device_request=True))
    with pytest.raises(UsageError, match=r"^9\.9\.1 asks no Device") as raised:
        simulate(asked, an_ending())
    assert "--ack" in raised.value.tip
    assert ["9.9.1"] == texts(acknowledgement(asked).root, "sr:ServiceReferenceVariant")


def test_an_acknowledgement(tiny: Catalogue) -> None:
    """It names the request and the service, has no ResponseID, and says that its code is a placeholder."""
    tree = acknowledgement(scene(tiny))
    assert ["I99"] == texts(tree.root, "sr:ResponseCode")
    assert [f"{USER}:{DEVICE}:7"] == texts(tree.root, "sr:RequestID")
    assert [] == every(tree.root, "sr:ResponseID")
    assert any("I99 is a placeholder" in remark for remark in tree.remarks)
    assert ["I0"] == texts(acknowledgement(scene(tiny), "I0").root, "sr:ResponseCode")


def test_a_body_alone_has_placeholders_for_ids(tiny: Catalogue) -> None:
    """Ids that nobody gave are said to be placeholders."""
    asked = scene(tiny, request=request(request_id=""))
    assert RequestIdParts("00-00-5E-EF-10-00-00-01", "00-00-5E-EF-10-00-00-A1", "1") == asked.ids
    assert any("every id is a placeholder" in remark for remark in simulate(asked, an_ending()).remarks)


@pytest.mark.parametrize("text", ["1", f"{USER}:7", f"{USER}:{DEVICE}", f"{USER}:{DEVICE}:x", f"{USER}:{DEVICE}:7:8"])
def test_a_request_id_of_another_form(text: str, tiny: Catalogue) -> None:
    """No answer can belong to it."""
    with pytest.raises(UsageError, match="is not originator, target and counter"):
        simulate(scene(tiny, request=request(request_id=text)), an_ending())


@pytest.mark.parametrize(("expected", "given"), [("5.3", "5.3"), ("5", "5"), ("5.4", ""), ("5.4", "five")])
def test_schema_version(expected: str, given: str, tiny: Catalogue) -> None:
    """The request's version is echoed where it is one."""
    asked = msgspec.structs.replace(request(), schema_version=given)
    assert expected == scene(tiny, request=asked).schema_version
