"""The state that an answer reveals: what only the Device knew before."""

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.condition import Value
from s1sr_validator.model.service import Service
from s1sr_validator.model.vocabulary import STATE
from s1sr_validator.verdict.seen import Seen


def revealed_state(seen: Seen, service: Service, lookup: Lookup) -> dict[str, Value]:
    """Return the counts that a successful payload of the service reveals, by full fact name."""
    payload = seen.payload
    if payload is None or seen.outcome is not Outcome.SUCCESS or payload.element != service.response_payload:
        return {}
    return {
        STATE + name: max(payload.count(path) for path in revelation.counts)
        for name, fact in lookup.device_states.items()
        for revelation in fact.revealed_by
        if revelation.service == service.id
    }
