"""The facts that conditions about a service may name, and state values given by a caller, checked against them."""

from collections.abc import Mapping

from s1sr_validator.index.lookup import Lookup, nearest
from s1sr_validator.model.condition import Value
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact
from s1sr_validator.model.vocabulary import (
    STATE,
    FactType,
    device_fact_types,
    read_value,
    request_fact_types,
    state_fact_type,
)


def vocabulary_for(lookup: Lookup, *services: Service) -> dict[str, FactType]:
    """Return every fact that a condition about the services may name, by name."""
    states = (state_fact_type(state) for state in lookup.device_states.values())
    fields = (fact for service in services for fact in request_fact_types(service))
    return {fact.name: fact for fact in (*device_fact_types(), *states, *fields)}


def read_state(given: Mapping[str, object], lookup: Lookup) -> dict[str, Value]:
    """Read state values of a Device by name (with or without the leading `state.`).

    Raises:
        UsageError: a name is not declared or a value is not of its type; the tip lists the vocabulary.
    """
    return read_values(given, lookup.device_states)


def read_values(given: Mapping[str, object], declared: Mapping[str, StateFact]) -> dict[str, Value]:
    """Read values of declared state facts by name, into values by full fact name.

    Raises:
        UsageError: a name is not declared or a value is not of its type; the tip lists the vocabulary.
    """
    values = {}
    for name, value in given.items():
        short = name.removeprefix(STATE)
        if short not in declared:
            near = nearest(short, tuple(declared))
            hint = f"; did you mean {near[0]}?" if near else ""
            raise UsageError(f"no state fact is called {short!r}{hint}", tip=_vocabulary_tip(declared))
        text = str(value).lower() if isinstance(value, bool) else str(value)
        try:
            values[STATE + short] = read_value(state_fact_type(declared[short]), text)
        except ValueError as error:
            raise UsageError(f"state {short}: {error}", tip=_vocabulary_tip(declared)) from None
    return values


def _vocabulary_tip(declared: Mapping[str, StateFact]) -> str:
    entries = [
        f"{state.id} ({state.type}{', ' + state.unit if state.unit else ''}): {state.title}"
        for state in declared.values()
    ]
    return "state facts: " + "; ".join(entries) if entries else "this catalogue declares no state facts"
