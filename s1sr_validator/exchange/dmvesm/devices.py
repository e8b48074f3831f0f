"""The headings above a column of a matrix to the Device Models that they select, with what was not understood."""

import difflib
import re
from collections.abc import Iterable, Mapping
from itertools import product

import msgspec

from s1sr_validator.exchange.dmvesm.cells import Cell
from s1sr_validator.exchange.dmvesm.layout_file import HeadingField
from s1sr_validator.exchange.dmvesm.selectors import Selection, canonical, read_selection
from s1sr_validator.exchange.dmvesm.words import DeviceWords, Parts, says_anything
from s1sr_validator.exchange.tables.table import without_apostrophe
from s1sr_validator.model.device import KEY_FIELDS, DevicePattern, DeviceType

_STATED = {HeadingField.LABEL, HeadingField.EDITION, HeadingField.RECORD, HeadingField.NOTES}
_NEUTRAL = {"device models", "device model", "devices", "device", "smets1 devices", "smets1 device models"}
_NEAREST = 3
_LONGEST_NAME = 200


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """The devices of a column: the selection (empty where it is not known), its label, and what the sheet states.

    `problems` has, for each heading that was not understood, the reason; `is_inferred` says that words were read.
    """

    column: int
    cells: tuple[Cell, ...]
    devices: Selection = ()
    label: str = ""
    edition: str = ""
    record: str = ""
    is_inferred: bool = False
    is_struck: bool = False
    problems: tuple[tuple[Cell, str], ...] = ()


class HeadingReader:
    """Reads stacked headings with the words of a catalogue and the names that a layout file explains."""

    def __init__(self, words: DeviceWords, explained: Mapping[str, Selection]) -> None:
        """Keep the words."""
        self._words = words
        self._explained = explained
        self._asked: dict[str, bool] = {}
        self._names = {device.id: f"{device.id} {device.cpl.log_name}".casefold() for device in words.devices}

    def names_device(self, cell: Cell) -> bool:
        """Say whether the whole of a cell, by itself, names devices."""
        text = cell.text or cell.struck
        if text not in self._asked:
            # Most cells of a matrix hold one of a few marks, and no name of a device is a paragraph.
            self._asked[text] = len(text) <= _LONGEST_NAME and self._is_device(text)
        return self._asked[text]

    def column(self, number: int, headings: Iterable[tuple[Cell, HeadingField]]) -> Column:
        """Return the devices of a column by its headings, top to bottom."""
        held = list(headings)
        cells = tuple(cell for cell, _ in held)
        reading = _Stack(self, self._words)
        for cell, field in held:
            reading.take(cell, field)
        stated = {field: without_apostrophe(cell.text) for cell, field in held if field in _STATED}
        selected = reading.devices() if not reading.problems else ()
        problems = reading.problems
        if not problems and not selected:
            problems = [(cell, "the headings together select no Device Model of the catalogue") for cell in cells[-1:]]
        words = [cell.words for cell, field in held if field not in _STATED and not says_anything(cell.words)]
        return Column(
            column=number,
            cells=cells,
            devices=selected,
            label=stated.get(HeadingField.LABEL) or " ".join(dict.fromkeys(words)),
            edition=stated.get(HeadingField.EDITION, ""),
            record=stated.get(HeadingField.RECORD, ""),
            is_inferred=reading.is_inferred,
            is_struck=any(cell.is_struck for cell in cells),
            problems=tuple(problems),
        )

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the Device Models whose names in the Central Products List are nearest to a text."""
        plain = text.casefold()[:_LONGEST_NAME]
        wanted = set(re.findall(r"\w+", plain))
        shared = {device: len(wanted & set(re.findall(r"\w+", name))) for device, name in self._names.items()}
        best = sorted(
            (device for device, count in shared.items() if count),
            key=lambda device: (-shared[device], -difflib.SequenceMatcher(None, plain, self._names[device]).ratio()),
        )
        return tuple(best[:_NEAREST])

    def _is_device(self, text: str) -> bool:
        return bool(self.selection(text)) or self._words.read(text, "", {}).is_device

    def selection(self, text: str) -> Selection:
        """Return the selectors that a text is, or that the layout file gives for it."""
        return self._explained.get(" ".join(text.casefold().split()), ()) or read_selection(text)


class _Stack:
    """What the headings of one column have said so far."""

    def __init__(self, reader: HeadingReader, words: DeviceWords) -> None:
        self._reader = reader
        self._words = words
        self._parts: Parts = {}
        self._selections: list[Selection] = []
        self.is_inferred = False
        self.problems: list[tuple[Cell, str]] = []

    def take(self, cell: Cell, field: HeadingField) -> None:
        """Take in one heading."""
        text = cell.text or cell.struck
        if field in _STATED or " ".join(text.casefold().split()) in _NEUTRAL:
            return
        if selection := self._reader.selection(text):
            self._selections.append(selection)
        elif field is HeadingField.SELECTOR:
            self.problems.append((cell, "it is no selector; write for example ESME/1028"))
        else:
            self._take_words(cell, text, "" if field is HeadingField.DEVICE else field.value)

    def devices(self) -> Selection:
        """Return the selection that all headings allow together; empty where no Device Model is left."""
        parts = self._words.narrowed(self._parts)
        choices = [[dict(_parts_of(pattern)) for pattern in selection] for selection in self._selections]
        joined = [_joined([*chosen, parts]) for chosen in product(*choices)]
        patterns = canonical(tuple(_pattern(found) for found in joined if found is not None))
        has_said = bool(parts or self._selections)
        return patterns if has_said and all(self._selects(pattern) for pattern in patterns) else ()

    def _take_words(self, cell: Cell, text: str, field: str) -> None:
        said = self._words.read(text, field, self._parts, is_number=cell.is_number)
        if said.is_free:
            return
        if not said.is_device:
            why = f"it has words that name no device: {said.left_over}" if said.left_over else "it names no device"
            self.problems.append((cell, why))
            return
        joined = _joined([self._parts, said.parts])
        if joined is None:
            self.problems.append((cell, "it contradicts the headings beside it"))
            return
        self._parts = joined
        self.is_inferred = True

    def _selects(self, pattern: DevicePattern) -> bool:
        return any(pattern.matches(device) for device in self._words.devices)


def _joined(all_parts: list[Parts]) -> Parts | None:
    """Return the parts that all allow, or None where one part is left without a value."""
    joined: Parts = {}
    for parts in all_parts:
        for field, values in parts.items():
            joined[field] = joined[field] & values if field in joined else values
            if not joined[field]:
                return None
    return joined


def _parts_of(pattern: DevicePattern) -> Iterable[tuple[str, frozenset[str]]]:
    for field in KEY_FIELDS:
        if values := getattr(pattern, field):
            yield field, frozenset(map(str, values))


def _pattern(parts: Parts) -> DevicePattern:
    held = {field: tuple(sorted(values)) for field, values in parts.items()}
    types = tuple(DeviceType(value) for value in held.pop("device_type", ()))
    return DevicePattern(device_type=types, **held)
