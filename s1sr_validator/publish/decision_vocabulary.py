"""Devices, services and state facts as a browser needs them to predict: what conditions can ask for, and no more."""

from typing import Any

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.condition import fact_names
from s1sr_validator.model.device import Device
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact
from s1sr_validator.model.vocabulary import DEVICE, REQUEST, device_fact_types, value_type
from s1sr_validator.prediction.answers import service_baseline
from s1sr_validator.prediction.devices import device_notes
from s1sr_validator.publish.decision_claims import value_data


def device_data(device: Device) -> list[Any]:
    """Return key, name in the list, and notes of a Device Model."""
    return [device.id, device.cpl.log_name, list(device_notes(device))]


def service_data(service: Service, asked: frozenset[str]) -> dict[str, Any]:
    """Return a service; of its fields those that some condition asks for, with the type of their values."""
    return {
        "id": service.id,
        "name": service.name,
        "reference": service.service_reference,
        "element": service.request_body.element,
        "payload": service.response_payload,
        "baseline": service_baseline(service).summary,
        "fields": {field.path: value_type(field.type) for field in service.request_body.fields if field.path in asked},
    }


def asked_fields(lookup: Lookup) -> frozenset[str]:
    """Return the paths of request fields that some condition names."""
    names = {name for behaviour in lookup.behaviours.values() for name in fact_names(behaviour.when)}
    return frozenset(name.removeprefix(REQUEST) for name in names if name.startswith(REQUEST))


def state_data(fact: StateFact) -> dict[str, Any]:
    """Return a state fact: how it is called, what it can be, and which counts of which service's payload reveal it."""
    return {
        "name": fact.id,
        "phrase": fact.title,
        "type": fact.type,
        "unit": fact.unit,
        "minimum": None if fact.minimum is None else value_data(fact.minimum),
        "maximum": None if fact.maximum is None else value_data(fact.maximum),
        "values": fact.values,
        "revealed_by": [[revelation.service, revelation.counts] for revelation in fact.revealed_by],
    }


def device_phrases() -> list[str]:
    """Return what the parts of a key are called in conditions, in the order of the key."""
    return [fact.phrase for fact in device_fact_types() if fact.name.startswith(DEVICE)]
