"""Alerts in place of a response: what the S1SP raises, and what a Device raises."""

import random

from s1sr_validator.model.answer_tree import AnswerTree, Element
from s1sr_validator.model.prediction import PredictedAlert
from s1sr_validator.simulation.envelope import (
    DONE,
    SIGNATURE_REMARK,
    a_second_before,
    device_response,
    parts,
    response,
    signature,
)
from s1sr_validator.simulation.log_times import utc_text
from s1sr_validator.simulation.scene import Scene

DCC_ALERT_CODE = "N55"
"""The DCC alert code used where none is given; no source at hand says which code carries S1SP Alerts."""
_DCC_ID = "00-00-5E-EF-10-00-00-D0"
"""In place of the DCC's own id: a number that is set aside for documentation."""
_COUNTERS = 2**32
_LONGEST_DESCRIPTION = 250


def s1sp_alert(scene: Scene, alert: PredictedAlert, dcc_alert_code: str = "") -> AnswerTree:
    """Return the DCC alert that brings an S1SP Alert."""
    ids, version = scene.ids, (("schemaVersion", scene.schema_version),)
    texts = {
        "RequestID": f"{ids.user}:{ids.device}:{ids.counter}",
        "DeviceID": ids.device,
        "S1SPAlertCode": alert.code,
        "DateTime": utc_text(a_second_before(scene.moment)),
    }
    raised = Element("sr:S1SPAlert", (*parts("sr", texts), signature()), attributes=version)
    code = Element("sr:DCCAlertCode", text=dcc_alert_code or DCC_ALERT_CODE)
    carried = Element("sr:DCCAlert", (Element("sr:S1SPAlertDSP", (raised,)),))
    counter = random.Random(scene.seed).randrange(1, _COUNTERS)  # noqa: S311 - a made-up counter; nothing is secret
    root = response(
        scene,
        Element("sr:DCCAlertMessage", (code, carried)),
        code=DONE,
        response_id=f"{_DCC_ID}:{ids.user}:{counter}",
    )
    placeholder = (
        f"DCCAlertCode {DCC_ALERT_CODE} is a placeholder: no source at hand says which code carries S1SP Alerts.",
    )
    return AnswerTree(
        root=root,
        remarks=(
            *(() if dcc_alert_code else placeholder),
            f"The originator of the ResponseID is a placeholder for the DCC's own id. {SIGNATURE_REMARK}",
        ),
    )


def device_alert(scene: Scene, alert: PredictedAlert) -> AnswerTree:
    """Return the alert of a SMETS1 Device, by its GBCS alert code."""
    content = {
        "GBCSHexAlertCode": alert.code,
        "AlertDescription": (alert.name or alert.code)[:_LONGEST_DESCRIPTION],
        "Timestamp": utc_text(a_second_before(scene.moment)),
    }
    message = Element("sr:DeviceAlertMessage", (Element("ra:DeviceAlertContent", parts("ra", content)),))
    return AnswerTree(root=device_response(scene, message), remarks=(SIGNATURE_REMARK,))
