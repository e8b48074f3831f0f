"""The words by which a heading names devices: types, makers, codes of the Central Products List, and filling words."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from s1sr_validator.model.device import KEY_FIELDS, Device, DeviceType
from s1sr_validator.model.regulation import Manufacturer

_TYPE_WORDS = {
    DeviceType.ESME: (
        "esme",
        "electricity meter",
        "electricity smart meter",
        "electricity metering equipment",
        "electricity smart metering equipment",
        "single element electricity metering equipment",
    ),
    DeviceType.GSME: ("gsme", "gas meter", "gas smart meter", "gas metering equipment", "gas smart metering equipment"),
    DeviceType.CHF: ("chf", "communications hub", "comms hub", "communications hub function"),
    DeviceType.GPF: ("gpf", "gas proxy function"),
    DeviceType.PPMID: ("ppmid", "prepayment interface device", "pre-payment interface device"),
    DeviceType.HCALCS: ("hcalcs", "han connected auxiliary load control switch"),
}
_FILLING = re.compile(
    r"\b(?:smets1|devices?|models?|all|any|and|with|manufacturer|type)\b|[\s,;:/&+()\[\]\u2013\u2014-]"
)
_FIRMWARE = re.compile(r"\b(?:firmware|fw|version|v)?[\s:.]*((?:[0-9a-f]{2}:){3}[0-9a-f]{2}|[0-9a-f]{8})\b")
_LABELLED = re.compile(
    r"\b(?P<label>model(?:\sid(?:entifier)?)?|hardware(?:\sversion)?|hw|manufacturer(?:\sid(?:entifier)?)?)[\s:.]*"
    r"(?P<code>[0-9a-f]{2}:?[0-9a-f]{2})\b"
)
_CODE = re.compile(r"\b[0-9a-f]{2}:?[0-9a-f]{2}\b")
_ANYTHING = {"all", "any", "*", "-", "n/a", "all models", "all versions", "any version"}
_DIGITS = {"manufacturer": 4, "model": 4, "hardware": 4, "firmware": 8}
_LABELS = {"mo": "model", "ha": "hardware", "hw": "hardware", "ma": "manufacturer"}
"""The part of the key by how its label begins."""

Parts = dict[str, frozenset[str]]
"""The values that a heading allows for parts of the CPL key; a part that it does not name is not in it."""


class Words(msgspec.Struct, frozen=True):
    """What a heading says: the parts it names, or the words that are left over; `free` where it says: all of them."""

    parts: Parts
    left_over: str = ""
    is_free: bool = False

    @property
    def is_device(self) -> bool:
        """Say whether the whole of it names devices."""
        return bool(self.parts) and not self.left_over


class DeviceWords:
    """Reads headings with the makers and Device Models of a catalogue."""

    def __init__(self, manufacturers: Iterable[Manufacturer], devices: Iterable[Device]) -> None:
        """Keep the Device Models, and the identifiers for every name of a maker."""
        self.devices = tuple(devices)
        self._types = _patterns({word: frozenset({str(kind)}) for kind, words in _TYPE_WORDS.items() for word in words})
        makers: dict[str, frozenset[str]] = {}
        for maker in manufacturers:
            for name in {maker.name, *maker.name_variants} - {""}:
                word = _plain(name)
                makers[word] = makers.get(word, frozenset()) | {maker.id}
        self._makers = _patterns(makers)

    def read(self, text: str, field: str, context: Mapping[str, frozenset[str]], *, is_number: bool = False) -> Words:
        """Read a heading.

        Args:
            text: the cell's words.
            field: the part of the key that the heading's line holds; empty where nothing says which.
            context: what other headings of the same devices have said.
            is_number: whether the cell was a number, whose leading zeros are lost.
        """
        plain = _plain(text)
        if plain in _ANYTHING and field:
            return Words({}, is_free=True)
        if field in _DIGITS:
            codes = self._codes(plain, field, is_number=is_number)
            if codes:
                return Words({field: codes})
            if field != "manufacturer":
                return Words({}, left_over=text)
        return self._sentence(plain, context)

    def narrowed(self, parts: Parts) -> Parts:
        """Leave out the identifiers of a maker under which no such Device Model is listed."""
        selected = [device for device in self.devices if fits(device, parts)]
        makers = frozenset(device.manufacturer for device in selected)
        held = parts.get("manufacturer", frozenset())
        return {**parts, "manufacturer": held & makers} if selected and held & makers else parts

    def _codes(self, plain: str, field: str, *, is_number: bool) -> frozenset[str]:
        digits = _DIGITS[field]
        codes = [re.sub("[:.]", "", part).upper() for part in re.split(r"[\s,;/&]+|\band\b", plain) if part]
        if is_number:
            codes = [code.zfill(digits) for code in codes]
        return frozenset(codes if all(re.fullmatch(rf"[0-9A-F]{{{digits}}}", code) for code in codes) else ())

    def _sentence(self, plain: str, context: Mapping[str, frozenset[str]]) -> Words:
        rest, found = _taken(plain, self._makers)
        parts: dict[str, frozenset[str]] = {"manufacturer": found} if found else {}
        rest, found = _taken(rest, self._types)
        parts |= {"device_type": found} if found else {}
        for match in _LABELLED.finditer(rest):
            _add(parts, _LABELS[match["label"][:2]], match["code"])
        rest = _LABELLED.sub(" ", rest)
        for match in _FIRMWARE.finditer(rest):
            _add(parts, "firmware", match[1])
        rest = _FIRMWARE.sub(" ", rest)
        for match in _CODE.finditer(rest):
            field = self._only_field(match[0], {**context, **parts})
            if field:
                _add(parts, field, match[0])
                rest = rest.replace(match[0], " ")
        return Words(parts, left_over=" ".join(_FILLING.sub(" ", rest).split()))

    def _only_field(self, code: str, known: Mapping[str, frozenset[str]]) -> str:
        """Return the one part of the key in which Device Models that fit so far have the code; else an empty text."""
        value = code.replace(":", "").upper()
        fitting = [device for device in self.devices if fits(device, known)]
        fields = [
            field
            for place, field in enumerate(KEY_FIELDS)
            if field not in known and any(device.key_parts()[place] == value for device in fitting)
        ]
        return fields[0] if len(fields) == 1 else ""


def fits(device: Device, parts: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a Device Model has one of the values in every part that is named."""
    values = dict(zip(KEY_FIELDS, device.key_parts(), strict=True))
    return all(values[field] in allowed for field, allowed in parts.items())


def says_anything(text: str) -> bool:
    """Say whether a heading leaves its part of the key free: `All`, `Any version`."""
    return _plain(text) in _ANYTHING


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _patterns(words: Mapping[str, frozenset[str]]) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Return a pattern for every word, longest first, with what the word stands for."""
    longest_first = sorted(words, key=len, reverse=True)
    return tuple((re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)"), words[word]) for word in longest_first)


def _taken(text: str, patterns: tuple[tuple[re.Pattern[str], frozenset[str]], ...]) -> tuple[str, frozenset[str]]:
    """Take known words out of a text; return what is left and what they stand for."""
    found: frozenset[str] = frozenset()
    for pattern, meant in patterns:
        if pattern.search(text):
            found |= meant
            text = pattern.sub(" ", text)
    return text, found


def _add(parts: dict[str, frozenset[str]], field: str, code: str) -> None:
    parts[field] = parts.get(field, frozenset()) | {code.replace(":", "").upper()}
