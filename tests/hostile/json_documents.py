"""JSON made to harm whoever reads it, in the shapes that requests have, and as bodies of HTTP."""

import json
from collections.abc import Iterator
from typing import Any

from tests.invented_answers import REQUEST_ID

HEADER = {"RequestID": REQUEST_ID, "CommandVariant": 1, "ServiceReference": "9.9", "ServiceReferenceVariant": "9.9.1"}
PLAIN: dict[str, Any] = {
    "header": {
        "type": "request",
        "requestId": {"originatorId": REQUEST_ID[:23], "targetId": REQUEST_ID[24:47], "counter": 7},
        "commandVariant": {"number": 1},
        "serviceReference": "9.9",
        "serviceReferenceVariant": {"number": "9.9.1"},
    },
    "body": {"ReadInventedLog": {"Depth": 1}},
}
NORMAL: dict[str, Any] = {
    "sr:Request": {"@_schemaVersion": "5.4", "sr:Header": HEADER, "sr:Body": {"sr:ReadInventedLog": {"sr:Depth": 1}}}
}
VALUES = (
    "1e999",
    "-1e999",
    "1e-999",
    "NaN",
    "Infinity",
    "-Infinity",
    "-0",
    "-0.0",
    "01",
    "+1",
    ".5",
    "1.",
    "0x10",
    "1_000",
    "9" * 4000,
    "9" * 5000,
    "9" * 100_000,
    "1." + "9" * 100_000,
    "9007199254740993",
    "18446744073709551616",
    "1e100000000",
    "1E+99999999999999999999",
    "null",
    "true",
    "[]",
    "{}",
    "[[]]",
    '""',
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\ud83d\\ude00"',
    '"\\x41"',
    '"\\u12"',
    '"\t"',
    "'1'",
    "undefined",
    "1n",
    "/**/1",
    "1,",
    "// x\n1",
)


def hostile_json() -> dict[str, bytes]:
    """Return every document by a name that says what it does."""
    texts = {name: text.encode("utf-8", "surrogatepass") for name, text in _texts()}
    return texts | dict(_bytes())


def _texts() -> Iterator[tuple[str, str]]:
    for shape, plain in (("simplified", json.dumps(PLAIN)), ("normal", json.dumps(NORMAL))):
        yield f"plain-{shape}", plain
        last = '"Depth": 1'
        for number, value in enumerate(VALUES):
            yield (
                f"value-{number}-{shape}",
                plain.replace(last, f'"Depth": {value}').replace('sr:Depth": 1', f'sr:Depth": {value}'),
            )
        yield f"same-key-{shape}", plain.replace("{", '{"body": 1, "body": 2, ', 1)
        yield f"prototype-{shape}", plain.replace("{", '{"__proto__": {"x": 1}, "constructor": {}, ', 1)
        yield f"cut-{shape}", plain[: len(plain) // 2]
        yield f"twice-{shape}", plain * 2
        yield f"many-keys-{shape}", plain.replace("{", "{" + "".join(f'"a{n}": 0, ' for n in range(300_000)), 1)
        yield f"long-key-{shape}", plain.replace("Depth", "D" * 4_000_000)
        yield f"name-with-markup-{shape}", plain.replace("Depth", "Depth><!DOCTYPE x")
        yield f"name-with-nul-{shape}", plain.replace("Depth", "De\\u0000pth")
        yield f"name-empty-{shape}", plain.replace("Depth", "")
        yield f"name-brace-{shape}", plain.replace("Depth", "{urn:x}Depth")
        yield f"many-items-{shape}", plain.replace(": 1}", ": [" + ",".join(["1"] * 1_000_000) + "]}")
        yield f"many-objects-{shape}", plain.replace(": 1}", ": [" + ",".join(["{}"] * 500_000) + "]}")
        for depth in (90, 110, 1000, 100_000, 1_000_000):
            yield (
                f"deep-objects-{depth}-{shape}",
                plain.replace(": 1}", ": " + '{"a":' * depth + "1" + "}" * depth + "}"),
            )
            yield f"deep-lists-{depth}-{shape}", plain.replace(": 1}", ": " + "[" * depth + "]" * depth + "}")
    yield "open-lists", "[" * 4_000_000
    yield "open-objects", '{"a":' * 1_000_000
    yield "open-text", '{"' + "a" * 4_000_000
    yield "escapes", '{"a":"' + "\\u0041" * 800_000 + '"}'
    yield "backslashes", '{"a":"' + "\\" * 4_000_001 + '"}'
    yield "scalar", "1"
    yield "list", "[]"
    yield "empty-object", "{}"
    yield "type-confusion", json.dumps({"header": [], "body": "x"})
    yield "type-confusion-2", json.dumps({"header": None, "body": None})
    yield (
        "type-confusion-3",
        json.dumps({"header": {name: {} for name in HEADER}, "body": {"a": {"b": [None, [], {}]}}}),
    )
    yield "roots", json.dumps({"sr:Request": {}, "sr:Response": {}})
    yield "root-list", json.dumps({"sr:Request": [{}, {}]})
    yield "root-text", json.dumps({"sr:Request": "x"})


def _bytes() -> Iterator[tuple[str, bytes]]:
    plain = json.dumps(PLAIN)
    for encoding in ("utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-7"):
        yield f"in-{encoding}", plain.encode(encoding)
    yield "bad-byte", plain.encode().replace(b"9.9", b"9\xff9")
    yield "nul-bytes", plain.encode().replace(b" ", b"\0")
