"""Requests and answers made by chance, all invented, some of them broken on purpose."""

from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape, quoteattr

from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.service import Service

USER, METER, OTHER = "00-00-5E-EF-10-00-00-01", "00-00-5E-EF-10-00-00-A1", "00-00-5e-ef-10-00-00-b2"
IDS = (
    *(f"{USER}:{METER}:7",) * 6,
    *(
        f"{USER}:{METER}:007",
        f"{USER}:{USER}:7",
        f"{USER}:{OTHER}:7",
        f"{USER}:{METER}:{2**64}",
        "nonsense",
        "",
        "a:a:a",
    ),
)
TEXTS = (
    *(
        "0",
        "1",
        "2",
        "01",
        "+3",
        "9",
        "x",
        "",
        " 7 ",
        "Ünï",
        "\U0001f600",
        "a'b\"c",
        "\u00a0x",
        "true",
        "1" * 70,
        "QUJD",
    ),
    *("2025-01-01T00:00:00Z", "2025-01-01T00:00:00", "2024-06-01T12:30:00+01:00", "2126-01-01T00:00:00Z", "2024-02-30"),
    *("3000-12-31T00:00:00Z", "0005-01-01T00:00:00Z", "2025-06-01", "2024-06-01", "12:00:00", "12", USER, METER),
    *("-1", "256", "1.5", "99999999999999999999", "00005EEF100000A1", f"{USER}:{METER}:7"),
)
STARTS = ("<!DOCTYPE a>", "\ufeff", " ", "\n\n", "<!-- - -- -->", '<?xml version="1.0"?>')
BETWEEN = (">\r<", ">\r\n\t<", ">]]><", "><![CDATA[<]]><")
SURPLUS = (
    ("Surplus",),
    ("ExecutionDateTime",),
    ("StartDateTime", "EndDateTime"),
    ("ReadLogPeriod.StartDateTime", "ReadLogPeriod.EndDateTime"),
)
STRANGE = ("\x0b", "&", "<", "é", "\ufffe", "'")
MOMENTS = (
    *("2024-05-01T00:00:00Z", "2025-06-01T12:00:00Z", "2025-06-01T14:00:00+02:00", "2127-01-01T00:00:00Z"),
    "3000-12-31T00:00:00Z",
)
DAYS = ("2024-06-01", "2025-06-01", "2126-06-01")
BREAKS: tuple[Callable[[str, Random], str], ...] = (
    lambda text, chance: text[: chance.randrange(len(text) + 1)],
    lambda text, chance: text.replace(">", chance.choice((" >", "/>", ">>", "><!-- c -->", "><?p i?>", "> <")), 3),
    lambda text, chance: text.replace("</", chance.choice(("<", "</x", "< /", "&amp;</", "&#65;</", "&bad;</")), 1),
    lambda text, chance: text.replace("sr:Body", chance.choice(("ra:Body", "Body", "sr:Bödy", "x:Body", "sr:a:b")), 2),
    lambda text, chance: chance.choice(STARTS) + text,
    lambda text, chance: text + chance.choice(("\n<!-- end -->\n", "x", "<a/>", "\x00", "&lt;")),
    lambda text, chance: text.replace("=", chance.choice((" = ", "=\t", "", "==")), 1),
    lambda text, chance: text.replace("sr:Header", chance.choice(("sr:Body", "sr:Header a='1' a='2'", "sr:X")), 2),
    lambda text, chance: text.replace("\n", "\r\n").replace("><", chance.choice(BETWEEN)),
    lambda text, chance: "<a>" * chance.choice((99, 100, 101)) + text,
    lambda text, chance: text.replace(chance.choice("abcdeRS<>/"), chance.choice(STRANGE), 1),
)


def broken(text: str, chance: Random) -> str:
    """Return the text as it is, or with one or two breaks."""
    for _ in range(chance.choice((0, 0, 0, 0, 1, 1, 2))):
        text = chance.choice(BREAKS)(text, chance) if text else text
    return text


def request(service: Service, others: tuple[Service, ...], chance: Random) -> str:
    """Return a request of the service, mostly right, with parts that are not."""
    body = service if chance.random() < 0.9 else chance.choice(others)
    content = _body(body, chance)
    if chance.random() < 0.05:
        content = "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>"
    if chance.random() < 0.08:
        return content.replace(">", f' xmlns:sr="{DUIS}">', 1) if "/>" not in content[:80] else content
    header = _header(service, chance)
    extra = "<sr:Body/>" if chance.random() < 0.02 else ""
    return (
        f'<sr:Request xmlns:sr="{DUIS}" xmlns:ra="{MMC}" schemaVersion=" 5.4 ">\n  <sr:Header>\n{header}</sr:Header>\n'
        f"<sr:Body>{content}</sr:Body>{extra}</sr:Request>\n"
    )


def _header(service: Service, chance: Random) -> str:
    variants = service.command_variants or (1,)
    parts = [
        ("RequestID", chance.choice(IDS)),
        ("CommandVariant", str(chance.choice(variants)) if chance.random() < 0.7 else chance.choice(TEXTS[:8])),
        ("ServiceReference", service.service_reference if chance.random() < 0.9 else "9.9"),
        ("ServiceReferenceVariant", service.id if chance.random() < 0.95 else "9.9.9"),
    ]
    parts.extend(
        (name, chance.choice(("true", "false", "no", *IDS)))
        for name in ("FirstInSequence", "PrecedingServiceRequestID", "FirstInSequenced", "Zebra")
        if chance.random() < 0.1
    )
    if chance.random() < 0.1:
        parts.append(chance.choice(parts))
    if chance.random() < 0.1:
        parts.remove(chance.choice(parts))
    return "".join(f"    <sr:{name}>{_padded(text, chance)}</sr:{name}>\n" for name, text in parts)


def _padded(text: str, chance: Random) -> str:
    return f"\n {escape(text)} " if chance.random() < 0.05 else escape(text)


def _body(service: Service, chance: Random) -> str:
    tree: dict[str, dict[str, object]] = {}
    for field in service.request_body.fields:
        if field.occurs.startswith("0") and chance.random() < 0.7:
            continue
        if chance.random() < 0.95:
            _put(tree, field.path.split("."))
    for paths in SURPLUS:
        for path in paths if chance.random() < 0.1 else ():
            _put(tree, path.split("."))
    return _element(service.request_body.element, tree, chance)


def _text(name: str, chance: Random) -> str:
    """Return a text; for a date or moment mostly one of a few, so that two of them are the same, or reversed."""
    usual = MOMENTS if name.endswith("DateTime") else DAYS if name.endswith("Date") else ()
    return chance.choice(usual if usual and chance.random() < 0.8 else TEXTS)


def _put(tree: dict[str, dict[str, object]], names: list[str]) -> None:
    for name in names:
        tree = tree.setdefault(name, {})  # type: ignore[assignment]


def _element(name: str, tree: dict[str, dict[str, object]], chance: Random) -> str:
    attributes = "".join(f" {key[1:]}={quoteattr(chance.choice(TEXTS))}" for key in tree if key.startswith("@"))
    inner = {key: value for key, value in tree.items() if not key.startswith("@")}
    content = "".join(
        _element(key, value, chance) * chance.choice((1, 1, 1, 1, 2))  # type: ignore[arg-type]
        for key, value in inner.items()
    )
    text = content or _padded(_text(name, chance), chance)
    return f"<sr:{name}{attributes}>{text}</sr:{name}>"


def answer(service: Service, chance: Random) -> str:
    """Return an answer to a request of the service: a response, an acknowledgement, an error or an alert."""
    kinds = (_dcc_answer, _dcc_alert, _dcc_alert, _device_alert, _smets1_answer, _smets1_answer, _smets1_answer)
    kind = chance.random()
    if kind < 0.85:
        return _response(chance.choice(kinds)(service, chance), chance)
    if kind < 0.9:
        return _s1sp_alert(chance).replace(">", f' xmlns:sr="{DUIS}">', 1)
    if kind < 0.95:
        return _device_message(service, chance, "ra:GBCSResponse", "ra", top=True)
    return _signed(service, chance, top=True)


def _dcc_answer(service: Service, chance: Random) -> str:
    return f"<sr:ResponseMessage>{_references(service, chance)}{_content(chance)}</sr:ResponseMessage>"


def _device_alert(_service: Service, _chance: Random) -> str:
    body = "<sr:AlertCode>8001</sr:AlertCode><sr:GBCSPayload>QUJD</sr:GBCSPayload>"
    return f"<sr:DeviceAlertMessage>{body}</sr:DeviceAlertMessage>"


def _smets1_answer(service: Service, chance: Random) -> str:
    inner = _references(service, chance) + _throttling(chance) + _signed(service, chance)
    return f"<sr:SMETS1ResponseMessage>{inner}</sr:SMETS1ResponseMessage>"


def _response(body: str, chance: Random) -> str:
    code = chance.choice(("I0", "I0", "I0", "E5", ""))
    time = escape(chance.choice(TEXTS))
    return (
        f'<sr:Response xmlns:sr="{DUIS}" xmlns:ra="{MMC}" schemaVersion="5.4"><sr:Header>'
        f"<sr:RequestID>{chance.choice(IDS)}</sr:RequestID><sr:ResponseID>{METER}:{USER}:7</sr:ResponseID>"
        f"<sr:ResponseCode>{code}</sr:ResponseCode><sr:ResponseDateTime>{time}</sr:ResponseDateTime>"
        f"</sr:Header><sr:Body>{body}</sr:Body></sr:Response>"
    )


def _references(service: Service, chance: Random) -> str:
    srv = service.id if chance.random() < 0.9 else "9.9.9"
    if chance.random() < 0.2:
        return ""
    return (
        f"<sr:ServiceReference>{service.service_reference}</sr:ServiceReference>"
        f"<sr:ServiceReferenceVariant>{srv}</sr:ServiceReferenceVariant>"
    )


def _content(chance: Random) -> str:
    inventory = "<sr:DSPInventory><sr:A>1</sr:A></sr:DSPInventory>"
    return chance.choice(("", "", inventory, "<sr:GBCSPayload>Q</sr:GBCSPayload>", "<sr:DSPInventory/><sr:DSPOptIn/>"))


def _throttling(chance: Random) -> str:
    return "<sr:ThrottledAlertCount>3</sr:ThrottledAlertCount>" if chance.random() < 0.1 else ""


def _s1sp_alert(chance: Random) -> str:
    code = chance.choice(("S1CE2003", "S1CE2003", "S1CE9999", ""))
    device = chance.choice((METER, METER, OTHER, ""))
    return (
        f'<sr:S1SPAlert schemaVersion="5.4"><sr:RequestID>{chance.choice(IDS)}</sr:RequestID>'
        f"<sr:DeviceID>{device}</sr:DeviceID><sr:S1SPAlertCode>{code}</sr:S1SPAlertCode>"
        "<sr:DateTime>2025-01-01T00:00:00Z</sr:DateTime></sr:S1SPAlert>"
    )


def _dcc_alert(_service: Service, chance: Random) -> str:
    carried = f"<sr:S1SPAlertDSP>{_s1sp_alert(chance)}<sr:DSPScheduleID>4</sr:DSPScheduleID></sr:S1SPAlertDSP>"
    other = f"<sr:CommandFailure><sr:RequestID>{chance.choice(IDS)}</sr:RequestID><sr:A b=' c '/></sr:CommandFailure>"
    held = chance.choice((carried, carried, other, "", carried + other))
    inner = f"<sr:DCCAlertCode>N1</sr:DCCAlertCode>{_throttling(chance)}<sr:DCCAlert>{held}</sr:DCCAlert>"
    return f"<sr:DCCAlertMessage>{inner}</sr:DCCAlertMessage>"


def _signed(service: Service, chance: Random, *, top: bool = False) -> str:
    spaces = f' xmlns:sr="{DUIS}" xmlns:ra="{MMC}"' if top else ""
    inner = _device_message(service, chance, "sr:SMETS1Response", "sr")
    return f'<sr:SMETS1SignedResponse{spaces} schemaVersion="5.4">{inner}</sr:SMETS1SignedResponse>'


def _device_message(service: Service, chance: Random, root: str, prefix: str, *, top: bool = False) -> str:
    spaces = f' xmlns:sr="{DUIS}" xmlns:ra="{MMC}" schemaVersion="5.4"' if top else ""
    header = (
        f"<ra:BusinessOriginatorID>{chance.choice((METER, METER, METER, OTHER, ''))}</ra:BusinessOriginatorID>"
        f"<ra:ServiceReferenceVariant>{service.id}</ra:ServiceReferenceVariant>"
        '<ra:Timestamp isFromGSME="true" ClockStatus=" Reliable ">2025-01-01T00:00:00Z</ra:Timestamp>'
    )
    inner = _alert(chance) if chance.random() < 0.1 else _data(service, chance)
    body = f"<{prefix}:{inner[0]}>{inner[1]}</{prefix}:{inner[0]}>"
    return f"<{root}{spaces}><{prefix}:Header>{header}</{prefix}:Header><{prefix}:Body>{body}</{prefix}:Body></{root}>"


def _alert(chance: Random) -> tuple[str, str]:
    content = "<ra:GBCSHexAlertCode>8F1D</ra:GBCSHexAlertCode><ra:AlertDescription>d</ra:AlertDescription>"
    payload = "<ra:Payload><ra:SupplyOutageRestoreAlert><ra:T>1</ra:T></ra:SupplyOutageRestoreAlert></ra:Payload>"
    held = chance.choice((content, content + payload))
    data = "<ra:GBCSData format='x'>QUJD</ra:GBCSData>"
    return "DeviceAlertMessage", f"{data}<ra:DeviceAlertContent>{held}</ra:DeviceAlertContent>"


def _data(service: Service, chance: Random) -> tuple[str, str]:
    element = service.response_payload if chance.random() < 0.9 else "ReadInventedRsp"
    said = chance.choice(("true", "1", "false", "x", None))
    success = "" if said is None else f'MessageSuccess="{said}"'
    payload = f"<ra:{element} {success}>{_payload(chance)}</ra:{element}>" if element and chance.random() < 0.85 else ""
    data = f"<ra:SMETSData>{payload}</ra:SMETSData>" if chance.random() < 0.9 else ""
    return "ResponseMessage", data + (_debug(chance) if chance.random() < 0.25 else "")


def _payload(chance: Random) -> str:
    fuel = chance.choice(("Electricity", "Electricity", "Gas"))
    if chance.random() < 0.3:
        return f"<ra:{fuel}/>"
    entry = "".join(
        f"<ra:BillingDataLogEntry><ra:Timestamp>{escape(chance.choice(TEXTS))}</ra:Timestamp><ra:V index='1'>7</ra:V>"
        "</ra:BillingDataLogEntry>"
        for _ in range(chance.choice((0, 1, 2, 3, 7)))
    )
    return f"<ra:{fuel}>{entry}<ra:Empty/><sr:Foreign>1</sr:Foreign></ra:{fuel}>"


_SMETS1 = '<ra:SMETS1Response ResponseCode="4" Position="1"><ra:Error>e</ra:Error></ra:SMETS1Response>'
_COSEM = '<ra:COSEMResponse ResponseCode="5" Position="2"><ra:ActionResult>r</ra:ActionResult></ra:COSEMResponse>'
_STATUS = '<ra:Status ResponseCode="8"><ra:ZCLStatus>s</ra:ZCLStatus></ra:Status>'
_DATA = f"<ra:ZIGBEEDataResponse><ra:AttributeID>7</ra:AttributeID>{_STATUS}</ra:ZIGBEEDataResponse>"
_CLUSTER = f'<ra:ZIGBEEClusterResponse><ra:ClusterName id="6">c</ra:ClusterName>{_DATA}</ra:ZIGBEEClusterResponse>'
DEBUG = (
    "",
    f"<ra:SMETS1Debug>{_SMETS1}</ra:SMETS1Debug>",
    f"<ra:COSEMDebug>{_COSEM}</ra:COSEMDebug>",
    f"<ra:ZIGBEEDebug>{_CLUSTER}</ra:ZIGBEEDebug>",
)


def _debug(chance: Random) -> str:
    return f"<ra:DebugInfo>{chance.choice(DEBUG)}</ra:DebugInfo>"
