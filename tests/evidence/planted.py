"""Messages with identifiers planted in every place that a message has, and the texts that would give one away."""

import base64
import json
import string
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from hypothesis import strategies as st

from s1sr_validator.messages.xml import DUIS, MMC


class Planted(NamedTuple):
    """A message, and the identifiers that stand in it, as their digits and letters alone."""

    data: bytes
    identifiers: tuple[str, ...]


_hex = st.text("0123456789abcdef", min_size=16, max_size=16).filter(lambda text: len(set(text)) > 8)
_digits = st.integers(10**9, 10**20 - 1).map(str).filter(lambda text: len(set(text)) > 5)
_letters = st.text(string.ascii_letters, min_size=12, max_size=20).map("Zq{}".format)
"""Names of people, as it were: no word of a schema begins so."""


def _notations(identifier: str) -> tuple[str, ...]:
    pairs = [identifier[place : place + 2] for place in range(0, len(identifier), 2)]
    raw = bytes.fromhex(identifier) if _is_hex(identifier) else identifier.encode()
    return (
        identifier,
        identifier.upper(),
        "-".join(pairs),
        ":".join(pairs).upper(),
        "-".join(reversed(pairs)),
        f"user {identifier} wrote",
        base64.b64encode(raw).decode(),
        base64.b64encode(f"x{identifier}".encode()).decode(),
        "".join(f"%{byte:02X}" for byte in identifier.encode()),
        str(int(identifier, 16)) if _is_hex(identifier) else identifier,
        raw.hex(),
    )


def _is_hex(text: str) -> bool:
    return len(text) == 16 and all(letter in string.hexdigits for letter in text)


def tell_tales(identifier: str) -> Iterator[str]:
    """Yield the texts by which an identifier could be read out of a message, in small letters without separators."""
    raw = identifier.encode()
    forms = [raw, raw.upper()]
    if _is_hex(identifier):
        forms += [bytes.fromhex(identifier), bytes.fromhex(identifier)[::-1]]
        yield str(int(identifier, 16))
        yield bytes.fromhex(identifier)[::-1].hex()
    yield identifier.lower()
    yield identifier.lower()[::-1]
    for form in forms:
        yield form.hex()
        yield compact(quote("".join(f"%{byte:02x}" for byte in form)))
        for lead in range(3):
            # The first and last signs of base64 depend on what stands beside; those between do not.
            coded = base64.b64encode(bytes(lead) + form).decode()[lead + (lead > 0) : -4]
            yield compact(coded)


def compact(text: str) -> str:
    """Return the digits and letters of a text, in small letters."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


@st.composite
def identifiers(draw: st.DrawFn) -> tuple[str, str]:
    """Draw an identifier and one way to write it."""
    found = draw(st.one_of(_hex, _digits, _letters))
    return found, draw(st.sampled_from(_notations(found)))


@st.composite
def planted_xml(draw: st.DrawFn) -> Planted:
    """Draw a request or an answer in XML with identifiers where they belong and where they do not."""
    found = draw(st.lists(identifiers(), min_size=12, max_size=12))
    texts = [text.replace("&", "").replace("<", "") for _, text in found]
    odd = "".join(letter for letter in texts[0] if letter.isalnum())
    comment = texts[1].replace("-", "")
    root = draw(st.sampled_from(("Request", "Response")))
    data = f"""<?xml version="1.0"?><?note {comment}?>
    <sr:{root} xmlns:sr="{DUIS}" xmlns:ra="{MMC}" xmlns:x="urn:{odd}" schemaVersion="{texts[2]}">
      <!-- {comment} --><sr:Header><sr:RequestID x:seen="{texts[3]}">{texts[4]}</sr:RequestID>
      <sr:ResponseCode>{texts[5]}</sr:ResponseCode><sr:CommandVariant>{texts[6]}</sr:CommandVariant>
      <sr:ServiceReferenceVariant>{texts[7]}</sr:ServiceReferenceVariant></sr:Header>{texts[8]}
      <sr:Body><sr:ReadInventedLog k{odd}="1"><sr:Depth>{texts[9]}</sr:Depth><x:n{odd}>{texts[10]}</x:n{odd}>
      <ra:Value index="{texts[11]}">{texts[0]}</ra:Value><ra:MessageSuccess>{texts[1]}</ra:MessageSuccess>
      </sr:ReadInventedLog></sr:Body></sr:{root}>"""
    return Planted(data.encode(), tuple(identifier for identifier, _ in found))


_JSON_KEYS = ("DeviceID", "ServiceReferenceVariant", "Depth", "Timestamp", "schemaVersion", "anything", "counter")


@st.composite
def planted_json(draw: st.DrawFn) -> Planted:
    """Draw JSON of some shape with identifiers as keys, texts and numbers."""
    found = draw(st.lists(identifiers(), min_size=1, max_size=6))
    texts = [text for _, text in found]
    scalars = st.one_of(
        st.sampled_from(texts), st.sampled_from([int(text) for text in texts if text.isdecimal()] or [True]), st.none()
    )
    keys = st.sampled_from([*_JSON_KEYS, *texts, *(f"{text}:{text}" for text in texts), *(f"@_{t}" for t in texts)])
    shape = st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )
    value = {"header": draw(shape), texts[0]: draw(shape), "body": draw(shape)}
    return Planted(json.dumps(value).encode(), tuple(identifier for identifier, _ in found))
