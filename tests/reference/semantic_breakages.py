"""Ways to make a request wrong that its schema does not see, the same ones in every run."""

import re
from collections.abc import Callable, Mapping

PRECEDING = "<sr:PrecedingServiceRequestID>{}</sr:PrecedingServiceRequestID>"
SIGNED = "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>"
_PERIOD = re.compile(
    r"<sr:StartDateTime>([^<]+)</sr:StartDateTime>(\s*)<sr:EndDateTime>([^<]+)</sr:EndDateTime>", re.ASCII
)
_REQUEST_ID = re.compile(r"<sr:RequestID>\s*([^<]+?)\s*</sr:RequestID>")
_EXECUTION = re.compile(r"<sr:ExecutionDateTime>[^<]+</sr:ExecutionDateTime>")

Breakage = Callable[[str], str]


def _header(field: str, text: str) -> Breakage:
    return lambda xml: re.sub(rf"(<sr:{field}>)[^<]*(</sr:{field}>)", rf"\g<1>{text}\g<2>", xml, count=1)


def _period(start: str, end: str) -> Breakage:
    """Rewrite the first period; `{0}` is its start, `{1}` its end."""

    def change(xml: str) -> str:
        found = _PERIOD.search(xml)
        if found is None:
            return xml
        first, last = start.format(found[1], found[3]), end.format(found[1], found[3])
        new = f"<sr:StartDateTime>{first}</sr:StartDateTime>{found[2]}<sr:EndDateTime>{last}</sr:EndDateTime>"
        return xml[: found.start()] + new + xml[found.end() :]

    return change


def _execution(text: str) -> Breakage:
    return lambda xml: _EXECUTION.sub(f"<sr:ExecutionDateTime>{text}</sr:ExecutionDateTime>", xml, count=1)


def _request_id(change: Callable[[str, str, str], str]) -> Breakage:
    def rewrite(xml: str) -> str:
        found = _REQUEST_ID.search(xml)
        assert found, "every template has a RequestID"
        new = change(*found[1].split(":"))
        return xml[: found.start()] + f"<sr:RequestID>{new}</sr:RequestID>" + xml[found.end() :]

    return rewrite


def _after_request_id(text: Callable[[str, str, str], str]) -> Breakage:
    def insert(xml: str) -> str:
        found = _REQUEST_ID.search(xml)
        assert found, "every template has a RequestID"
        return xml[: found.end()] + text(*found[1].split(":")) + xml[found.end() :]

    return insert


def _body(content: str) -> Breakage:
    return lambda xml: re.sub(r"(<sr:Body>).*(</sr:Body>)", rf"\g<1>{content}\g<2>", xml, count=1, flags=re.DOTALL)


BREAKAGES: Mapping[str, Breakage] = {
    "SRV of another service": _header("ServiceReferenceVariant", "7.1"),
    "SRV of another variant": _header("ServiceReferenceVariant", "4.8.3"),
    "service reference of another service": _header("ServiceReference", "7.1"),
    "service reference of a neighbour": _header("ServiceReference", "4.17"),
    "service reference and SRV of another service": lambda xml: _header("ServiceReference", "7.1")(
        _header("ServiceReferenceVariant", "7.1")(xml)
    ),
    "command variant reserved": _header("CommandVariant", "9"),
    "command variant of signed pre-commands": _header("CommandVariant", "6"),
    "command variant written with a zero": lambda xml: re.sub(r"(<sr:CommandVariant>)", r"\g<1>0", xml, count=1),
    "originator is target": _request_id(lambda user, _target, counter: f"{user}:{user}:{counter}"),
    "RequestID padded": _request_id(lambda *parts: f" {':'.join(parts)} "),
    "first with a predecessor": _after_request_id(
        lambda user, target, _c: (
            "<sr:FirstInSequence>true</sr:FirstInSequence>" + PRECEDING.format(f"{user}:{target}:5")
        )
    ),
    "predecessor is itself": _after_request_id(lambda *parts: PRECEDING.format(":".join(parts))),
    "predecessor of another user": _after_request_id(
        lambda _user, target, counter: PRECEDING.format(f"00-00-5E-EF-10-00-00-FE:{target}:{counter}")
    ),
    "schema version of nobody": lambda xml: xml.replace('schemaVersion="5.4"', 'schemaVersion="0"', 1),
    "schema version of the future": lambda xml: xml.replace('schemaVersion="5.4"', 'schemaVersion="99.9"', 1),
    "body of another service": _body("<sr:ReadInventory><sr:UPRN>1</sr:UPRN></sr:ReadInventory>"),
    "signed pre-command under its variant": _body(SIGNED),
    "period reversed": _period("{1}", "{0}"),
    "period empty": _period("{0}", "{0}"),
    "period to come": _period("2999-01-01T00:00:00Z", "2999-02-01T00:00:00Z"),
    "period without a zone": _period("2025-01-01T00:00:00", "2025-01-02T00:00:00"),
    "executed in the past": _execution("2001-01-01T00:00:00Z"),
    "executed without a zone": _execution("2126-01-01T00:00:00"),
    "cancelled": _execution("3000-12-31T00:00:00Z"),
}
"""Each is tried on every template; one that changes nothing, or that the schema refuses, does not count."""
