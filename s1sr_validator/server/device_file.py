"""The Devices of a test environment, from a YAML file: which Device Model each EUI-64 is, and what is known of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.load.mark import Mark, Path
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schema_check import schema_problems
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import PlacedData, typed_data
from s1sr_validator.load.yaml_tree import MAX_BYTES, read_tree
from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.message_id import is_eui
from s1sr_validator.model.rule import Rule
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.prediction.vocabulary import read_state
from s1sr_validator.server import device_rules as rules

_SCHEMA = "serve_devices"


class DeviceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A Device that the stand-in answers for: its Device Model, state by full fact name, delay, and fixed outcome.

    `outcome` is `baseline` or `deviation`; empty, the answer is what is predicted.
    """

    eui: str
    model: Device
    state: Mapping[str, Value]
    delay_ms: int = 0
    outcome: str = ""


class DeviceFile(NamedTuple):
    """The Devices by EUI-64 in upper case, and everything that is wrong with the file."""

    devices: dict[str, DeviceEntry]
    findings: tuple[Finding, ...]


def read_device_file(path: FilePath, lookup: Lookup) -> DeviceFile:
    """Read a file of Devices; what is wrong with it is collected, never thrown."""
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        finding = rules.UNREADABLE.finding(f"{name} cannot be read: {reason}", Location(file=name))
        return DeviceFile({}, (finding,))
    return device_file(data, name, lookup)


def device_file(data: bytes, name: str, lookup: Lookup) -> DeviceFile:
    """Return what the bytes of a file of Devices say.

    Args:
        data: the file's content.
        name: what to call the file in findings.
        lookup: the catalogue that knows the Device Models and the state facts.
    """
    try:
        placed = typed_data(read_tree(data), SchemaNode.of_kind(_SCHEMA))
    except LoadProblem as problem:
        return DeviceFile({}, (problem.finding(name),))
    findings = [problem.finding(name) for problem in placed.problems]
    misshapen = [
        rules.SHAPE.finding(message, _place(name, placed, _narrowed(path, message, placed.data)))
        for path, message in schema_problems(_SCHEMA, placed.data)
    ]
    if misshapen:
        return DeviceFile({}, in_order([*findings, *misshapen]))
    reading = _Reading(name, placed, lookup)
    devices = {entry.eui: entry for entry in reading.entries()}
    return DeviceFile(devices, in_order([*findings, *reading.findings]))


def _narrowed(path: Path, message: str, data: dict[str, Any]) -> Path:
    """Return the path of the key that a problem is about, where the schema knows the mapping around it only."""
    entries = data.get("devices")
    if path != ("devices",) or not isinstance(entries, dict):
        return path
    return next(((*path, key) for key in entries if not is_eui(key) and repr(key) in message), path)


class _Reading:
    """The entries of a file that has the right shape, and what is wrong with them."""

    def __init__(self, name: str, placed: PlacedData, lookup: Lookup) -> None:
        self.name = name
        self.placed = placed
        self.lookup = lookup
        self.findings: list[Finding] = []

    def entries(self) -> Iterator[DeviceEntry]:
        seen: dict[str, str] = {}
        for written, entry in self.placed.data["devices"].items():
            eui = written.upper()
            if eui in seen:
                self._report(rules.EUI_TWICE, f"{eui} stands here and as {seen[eui]}", ("devices", written))
            seen[eui] = written
            yield from self._entry(eui, entry, ("devices", written))

    def _entry(self, eui: str, entry: dict[str, Any], path: Path) -> Iterator[DeviceEntry]:
        models = self._models(entry["device"], (*path, "device"))
        state = self._state(entry.get("state", {}), (*path, "state"))
        if len(models) == 1:
            yield DeviceEntry(
                eui=eui,
                model=models[0],
                state=state,
                delay_ms=entry.get("delay_ms", 0),
                outcome=entry.get("outcome", ""),
            )

    def _models(self, key: str, path: Path) -> tuple[Device, ...]:
        try:
            found = find_devices(key, self.lookup)
        except UsageError as error:
            self._report(rules.MODEL, error.message, path, error.tip)
            return ()
        if len(found) > 1:
            tip = f"name one, for example {found[0].id}"
            self._report(rules.MODEL, f"{len(found)} Device Models have the key {key}", path, tip)
        return found

    def _state(self, given: Mapping[str, object], path: Path) -> dict[str, Value]:
        state: dict[str, Value] = {}
        for name, value in given.items():
            try:
                state |= read_state({name: value}, self.lookup)
            except UsageError as error:
                self._report(rules.STATE, error.message, (*path, name), error.tip)
        return state

    def _report(self, rule: Rule, message: str, path: Path, tip: str = "") -> None:
        self.findings.append(rule.finding(message, _place(self.name, self.placed, path), tip=tip))


def _place(name: str, placed: PlacedData, path: Path) -> Location:
    mark = placed.places.get(path, Mark(0, 0))
    return Location(file=name, line=mark.line, column=mark.column, path=".".join(map(str, path)))
