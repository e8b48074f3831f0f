"""The envelopes of what comes back, as the DUIS schema has them: header, body, and signatures that sign nothing."""

import datetime as dt

from s1sr_validator.model.answer_tree import Element
from s1sr_validator.simulation.log_times import utc_text
from s1sr_validator.simulation.scene import Scene

DONE = "I0"
"""The response code that the official examples of a finished request have."""
_UNSIGNED = "cGxhY2Vob2xkZXI="
"""The word placeholder in base64: DUIS asks for a signature, and there is no key to make one with."""
SIGNATURE_REMARK = "The signature is a placeholder: it signs nothing."
_ALGORITHMS = {
    "CanonicalizationMethod": "http://www.w3.org/2001/10/xml-exc-c14n#",
    "SignatureMethod": "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    "Transform": "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    "DigestMethod": "http://www.w3.org/2001/04/xmlenc#sha256",
}


def parts(prefix: str, texts: dict[str, str]) -> tuple[Element, ...]:
    """Return an element for each text that is not empty."""
    return tuple(Element(f"{prefix}:{name}", text=text) for name, text in texts.items() if text)


def references(prefix: str, scene: Scene) -> tuple[Element, ...]:
    """Return service reference and SRV."""
    service = scene.service
    return parts(prefix, {"ServiceReference": service.service_reference, "ServiceReferenceVariant": service.id})


def response(scene: Scene, message: Element, *, code: str, request_id: str = "", response_id: str = "") -> Element:
    """Return a whole `sr:Response` around a message."""
    header = {
        "RequestID": request_id,
        "ResponseID": response_id,
        "ResponseCode": code,
        "ResponseDateTime": utc_text(scene.moment),
    }
    content = (Element("sr:Header", parts("sr", header)), Element("sr:Body", (message,)))
    return Element("sr:Response", content, attributes=(("schemaVersion", scene.schema_version),))


def device_response(scene: Scene, content: Element) -> Element:
    """Return what a SMETS1 Device says as an `sr:Response`: the message, in the DCC's wrapper, in the envelope."""
    ids = scene.ids
    header = {
        "BusinessOriginatorID": ids.device,
        "BusinessTargetID": ids.user,
        "OriginatorCounter": ids.counter,
        "GBCSHexadecimalMessageCode": scene.message_code,
        "ServiceReference": scene.service.service_reference,
        "ServiceReferenceVariant": scene.service.id,
        "Timestamp": utc_text(a_second_before(scene.moment)),
    }
    inner = Element("sr:SMETS1Response", (Element("sr:Header", parts("ra", header)), Element("sr:Body", (content,))))
    version = (("schemaVersion", scene.schema_version),)
    signed = Element("sr:SMETS1SignedResponse", (inner, signature()), attributes=version)
    return response(
        scene,
        Element("sr:SMETS1ResponseMessage", (*references("sr", scene), signed)),
        code=DONE,
        request_id=f"{ids.user}:{ids.device}:{ids.counter}",
        response_id=f"{ids.device}:{ids.user}:{ids.counter}",
    )


def a_second_before(moment: dt.datetime) -> dt.datetime:
    """Return the moment at which the S1SP had the answer that the DCC then sent on."""
    return moment - dt.timedelta(seconds=1)


def signature() -> Element:
    """Return a signature of the right form that signs nothing."""
    reference = Element(
        "ds:Reference",
        (
            Element("ds:Transforms", (_algorithm("Transform"),)),
            _algorithm("DigestMethod"),
            Element("ds:DigestValue", text=_UNSIGNED),
        ),
        attributes=(("URI", ""),),
    )
    info = (_algorithm("CanonicalizationMethod"), _algorithm("SignatureMethod"), reference)
    return Element("ds:Signature", (Element("ds:SignedInfo", info), Element("ds:SignatureValue", text=_UNSIGNED)))


def _algorithm(name: str) -> Element:
    return Element(f"ds:{name}", attributes=(("Algorithm", _ALGORITHMS[name]),))
