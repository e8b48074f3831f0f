"""What is known of each Device Model and service on a day. A pair that is not here is not assessed."""

import datetime as dt

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment, DevicePrediction
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.facts import facts_about
from s1sr_validator.prediction.predict import answer

Pair = tuple[str, str]
"""A Device Model's key and an SRV."""


def assessments(lookup: Lookup, as_of: dt.date) -> dict[Pair, DevicePrediction]:
    """Return the prediction of every pair that some claim speaks of, whatever its standing; the rest is not assessed.

    Each service is asked about with its own behaviours alone, so the work grows with the claims.
    """
    found: dict[Pair, DevicePrediction] = {}
    for srv, behaviours in sorted(_by_service(lookup).items()):
        own = Lookup(_with_only(lookup.snapshot, behaviours))
        for device in _touched(own):
            question = Question(
                device=device,
                service=own.services[srv],
                as_of=as_of,
                lowest_standing=Standing.OBSERVED,
                facts=facts_about(device, {}, None),
            )
            prediction = answer(question, own)
            if prediction.assessment is not Assessment.NOT_ASSESSED:
                found[device.id, srv] = prediction
    return dict(sorted(found.items()))


def _by_service(lookup: Lookup) -> dict[str, list[Behaviour]]:
    found: dict[str, list[Behaviour]] = {}
    for behaviour in lookup.records.behaviours:
        for srv in behaviour.services:
            if srv in lookup.services:
                found.setdefault(srv, []).append(behaviour)
    return found


def _with_only(snapshot: Snapshot, behaviours: list[Behaviour]) -> Snapshot:
    records = msgspec.structs.replace(snapshot.records, behaviours=tuple(behaviours))
    return msgspec.structs.replace(snapshot, records=records)


def _touched(lookup: Lookup) -> list[Device]:
    """Return the Device Models that a row brings one of the behaviours to."""
    rows = {application.row.id: application.row for application in lookup.applications}
    patterns = [pattern for row in rows.values() for pattern in row.devices]
    return [device for device in lookup.devices.values() if any(pattern.matches(device) for pattern in patterns)]
