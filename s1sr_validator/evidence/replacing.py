"""One value after the other: kept, or replaced and counted."""

import re
from collections import Counter

from s1sr_validator.evidence.field_kinds import FieldKind, FieldKinds
from s1sr_validator.evidence.keeping import TIMES, is_kept, shortened
from s1sr_validator.evidence.pseudonyms import COUNTER_DIGITS, Pseudonyms
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.evidence.value_shapes import blob_in_place_of, number_in_place_of, pseudonym_of
from s1sr_validator.messages.xml import PREFIXES

_NO_LETTERS = re.compile(r"[\W_]+")
_WHOLE_NUMBER = re.compile(r"\+?\d{1,30}")
_DIGITS_OF = {"ThrottledAlertSequenceId": 9, "DSPScheduleID": 12}
"""Counters whose type ends before fifteen digits do."""

_SHORTEST_IDENTIFIER = 6
_NAME_LETTERS = 12
_XMLNS = "xmlns"
_SIGNED = ("Certificate", "Credential", "X509", "Signature", "Digest", "Hash", "Key", "Modulus", "Exponent")


class Replacing:
    """Replaces the values of one message; `counts` has how many of each class went, `kept` how many stayed.

    `identifiers` are values that were replaced elsewhere in the message: whoever repeats one where a harmless value is
    expected gets it replaced there too.
    """

    def __init__(self, fields: FieldKinds, pseudonyms: Pseudonyms, identifiers: frozenset[str] = frozenset()) -> None:
        """Take what is known of fields, and the key's pseudonyms."""
        self._fields = fields
        self._pseudonyms = pseudonyms
        self._identifiers = identifiers
        self._replaced: set[str] = set()
        self.counts: Counter[ValueClass] = Counter()
        self.kept = 0

    @property
    def identifiers(self) -> frozenset[str]:
        """Return what was replaced, as digits and letters alone, where it is long enough to tell things apart."""
        return frozenset(bare for bare in self._replaced if len(bare) >= _SHORTEST_IDENTIFIER)

    def value(self, name: str, text: str, *, is_number: bool = False) -> str:
        """Return a value, or what stands in for it; white space around it is left as one space."""
        bare = text.strip()
        if not bare:
            return text[:1]
        kind = self._fields.of(name)
        short = shortened(bare, kind)
        if is_kept(short, kind, self._fields) and not self._repeats_identifier(short, kind):
            self.kept += 1
            self.counts[ValueClass.TIME] += short != bare
            found = short
        else:
            self._replaced.add(_compact(bare))
            found, value_class = self._replaced_value(name, bare, kind, is_number=is_number)
            self.counts[value_class] += 1
        return f"{' ' * text[:1].isspace()}{found}{' ' * text[-1:].isspace()}"

    def name(self, name: str) -> str:
        """Return the local name of an element, attribute or key, or letters for one that no schema has."""
        if self._fields.knows(name):
            return name
        self._replaced.add(_compact(name))
        self.counts[ValueClass.NAME] += 1
        return f"unknown-{self._pseudonyms.letters(name, _NAME_LETTERS)}"

    def namespace(self, uri: str) -> str:
        """Return a namespace, or an invented one for one that is not of DUIS, MMC or signatures."""
        if uri in PREFIXES or not uri:
            return uri
        self._replaced.add(_compact(uri))
        self.counts[ValueClass.NAME] += 1
        return f"urn:unknown:{self._pseudonyms.letters(uri, _NAME_LETTERS)}"

    def prefix(self, prefix: str) -> str:
        """Return the prefix of a name in JSON, or letters for one that is not customary."""
        is_known = prefix in PREFIXES.values() or prefix in {"", _XMLNS}
        return prefix if is_known else f"p-{self._pseudonyms.letters(prefix, _NAME_LETTERS)}"

    def dropped(self, value_class: ValueClass, count: int = 1) -> None:
        """Count what has nothing in its place."""
        self.counts[value_class] += count

    def _repeats_identifier(self, text: str, kind: FieldKind) -> bool:
        bare = _compact(text)
        if kind in TIMES or len(bare) < _SHORTEST_IDENTIFIER:
            return False
        return any(identifier in bare for identifier in self._identifiers)

    def _replaced_value(self, name: str, text: str, kind: FieldKind, *, is_number: bool) -> tuple[str, ValueClass]:
        if kind is FieldKind.COUNTER and _WHOLE_NUMBER.fullmatch(text):
            return self._pseudonyms.counter(text, _DIGITS_OF.get(name, COUNTER_DIGITS)), ValueClass.COUNTER
        if kind in {FieldKind.BASE64, FieldKind.HEX}:
            blob = blob_in_place_of(text, in_hex=kind is FieldKind.HEX)
            if blob is not None:
                is_signed = any(part in name for part in _SIGNED)
                return blob, ValueClass.CERTIFICATE if is_signed else ValueClass.PAYLOAD
        if is_number or (kind is FieldKind.NUMBER and _WHOLE_NUMBER.fullmatch(text)):
            return number_in_place_of(text, self._pseudonyms), ValueClass.NUMBER
        return pseudonym_of(text, self._pseudonyms)


def _compact(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower())
