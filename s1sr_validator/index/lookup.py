"""Quick lookups over a snapshot: records by id, devices by key, and the behaviours that matrix rows bring to them."""

from functools import cached_property

import msgspec

from s1sr_validator.index.snapshot import Origin, Snapshot
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.code import Code
from s1sr_validator.model.device import Device
from s1sr_validator.model.payload import Payload
from s1sr_validator.model.regulation import Clause, OtherModel
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact, StateScope


class Application(msgspec.Struct, frozen=True):
    """A behaviour together with one matrix row that applies it to Devices, and the overlays that they are from."""

    behaviour: Behaviour
    row: MatrixRow
    behaviour_overlay: str = ""
    row_overlay: str = ""

    @property
    def overlay(self) -> str:
        """Return the private overlay without which nothing would be claimed; empty where the catalogue claims it."""
        return self.behaviour_overlay or self.row_overlay


class Lookup:
    """Read-only indexes over one snapshot, each built when it is first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Keep the snapshot."""
        self.snapshot = snapshot
        self.records = snapshot.records

    @cached_property
    def devices(self) -> dict[str, Device]:
        """Device Models by CPL key, in key order."""
        return {device.id: device for device in sorted(self.records.devices, key=lambda device: device.id)}

    @cached_property
    def services(self) -> dict[str, Service]:
        """Services by SRV."""
        return {service.id: service for service in self.records.services}

    @cached_property
    def payloads(self) -> dict[str, Payload]:
        """Payloads of responses by element name."""
        return {payload.id: payload for payload in self.records.payloads}

    @cached_property
    def behaviours(self) -> dict[str, Behaviour]:
        """Behaviours by id."""
        return {behaviour.id: behaviour for behaviour in self.records.behaviours}

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.records.clauses}

    @cached_property
    def codes(self) -> dict[str, Code]:
        """Codes by code."""
        return {code.id: code for code in self.records.codes}

    @cached_property
    def states(self) -> dict[str, StateFact]:
        """State facts by name (without the leading `state.`)."""
        return {state.id: state for state in self.records.states}

    @cached_property
    def device_states(self) -> dict[str, StateFact]:
        """State facts about a Device, by name: those that a prediction can be given."""
        return {name: state for name, state in self.states.items() if state.scope is StateScope.DEVICE}

    @cached_property
    def installation_states(self) -> dict[str, StateFact]:
        """State facts about an installation before its migration, by name."""
        return {name: state for name, state in self.states.items() if state.scope is StateScope.INSTALLATION}

    @cached_property
    def other_models(self) -> dict[str, OtherModel]:
        """CPL entries that are not SMETS1, by key (of several entries with one key, the last)."""
        return {model.key: model for group in self.records.other_models for model in group.models}

    @cached_property
    def applications(self) -> tuple[Application, ...]:
        """Every behaviour with every row that applies it, in a fixed order, the catalogue's own first."""
        pairs = [
            Application(
                self.behaviours[name], row, self.overlay_of("behaviours", name), self.overlay_of("matrix", row.id)
            )
            for row in self.records.matrix
            for name in row.behaviours
            if name in self.behaviours
        ]
        return tuple(sorted(pairs, key=lambda pair: (bool(pair.overlay), pair.behaviour.id, pair.row.id)))

    @cached_property
    def clause_numbers(self) -> dict[str, str]:
        """Numbers of clauses, as their documents write them, by id."""
        return {clause.id: clause.number for clause in self.clauses.values()}

    @cached_property
    def _numbers_by_srv(self) -> dict[str, set[int]]:
        """Numbers of applications by the SRVs that they are about, and by what stands before the variant in those."""
        found: dict[str, set[int]] = {}
        for number, application in enumerate(self.applications):
            for srv in application.behaviour.services:
                found.setdefault(srv, set()).add(number)
                found.setdefault(srv.rpartition(".")[0], set()).add(number)
        return found

    def applications_about(self, service: Service) -> tuple[Application, ...]:
        """Return those of `applications`, in order, that are about a service or a variant of its service reference."""
        numbers = self._numbers_by_srv
        found = numbers.get(service.id, set()) | numbers.get(service.service_reference, set())
        return tuple(self.applications[number] for number in sorted(found))

    def origin(self, folder: str, record_id: str) -> Origin:
        """Return the file and line of a record."""
        return self.snapshot.origins[f"{folder}/{record_id}"]

    def overlay_of(self, folder: str, record_id: str) -> str:
        """Return the private overlay that a record is from; empty for a record of the catalogue."""
        origin = self.snapshot.origins.get(f"{folder}/{record_id}")
        return origin.overlay if origin else ""

    def matching_devices(self, parts: tuple[str, ...]) -> tuple[Device, ...]:
        """Return the Device Models whose key begins with these parts, in key order."""
        return self._devices_by_parts.get(parts, ())

    @cached_property
    def _devices_by_parts(self) -> dict[tuple[str, ...], tuple[Device, ...]]:
        """Device Models by every beginning of their keys, the empty one among them."""
        found: dict[tuple[str, ...], list[Device]] = {(): []}
        for device in self.devices.values():
            parts = device.key_parts()
            for count in range(len(parts) + 1):
                found.setdefault(parts[:count], []).append(device)
        return {parts: tuple(devices) for parts, devices in found.items()}


def nearest(word: str, known: "list[str] | tuple[str, ...]", count: int = 3) -> tuple[str, ...]:
    """Return the known words nearest to one that was not found, best first."""
    import difflib  # noqa: PLC0415 - only what is not found is looked for among what is like it

    return tuple(difflib.get_close_matches(word, known, n=count, cutoff=0.6))
