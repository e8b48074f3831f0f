"""The facts that the conditions of a record may name."""

from collections.abc import Iterable

from s1sr_validator.load.condition_form import Vocabulary
from s1sr_validator.load.loaded import RecordFile
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.record import Record
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact, StateScope
from s1sr_validator.model.vocabulary import FactType, device_fact_types, request_fact_types, state_fact_type


class ConditionFacts:
    """The facts that a record's conditions may name.

    A behaviour: the Device's key, its state, and the fields of the services it is about. An exclusion category: the
    state of an installation.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        """Take the state facts and services among the records."""
        self._device = {fact.name: fact for fact in device_fact_types()}
        self._installation: dict[str, FactType] = {}
        self._services: dict[str, Service] = {}
        for record in records:
            if isinstance(record, StateFact):
                fact = state_fact_type(record)
                held = self._device if record.scope is StateScope.DEVICE else self._installation
                held[fact.name] = fact
            elif isinstance(record, Service):
                self._services[record.id] = record

    def of(self, file: RecordFile) -> Vocabulary:
        """Return the vocabulary of one record's conditions."""
        if file.kind.type is Exclusion:
            return self._installation
        named = [self._services[srv] for srv in file.data["services"] if srv in self._services]
        fields = (fact for service in named for fact in request_fact_types(service))
        return self._device | {fact.name: fact for fact in fields}
