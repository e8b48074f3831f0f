"""An inquiry: Device Models, a day and a state, asked about any number of requests one after the other.

Beside those a prediction rests on the service, and on the values of the few fields that conditions name. Requests that
agree in them get one prediction, which is worked out once and kept.
"""

from collections.abc import Mapping
from typing import NamedTuple

from s1sr_validator.examination import Circumstances, open_request, predictable
from s1sr_validator.messages.glance import Glance, glance
from s1sr_validator.model.condition import Value, fact_names
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import SCHEMA_VERSION, PredictionReport, RequestSummary
from s1sr_validator.model.request import REQUEST_ID, SIGNED_PRE_COMMAND, Request, RequestField
from s1sr_validator.model.vocabulary import REQUEST
from s1sr_validator.prediction.predict import predict

MOST_KEPT = 4096


class _Asked(NamedTuple):
    """A service: its name and body element, and the fields of the body that conditions about it name."""

    name: str
    element: str
    paths: tuple[str, ...]


class Inquiry:
    """Everything that is asked but the request."""

    def __init__(self, known: Circumstances, state: Mapping[str, Value], lowest_standing: Standing) -> None:
        """Keep what is asked; `known` names the Device Models and the day."""
        self.known = known
        self._state = state
        self._lowest_standing = lowest_standing
        self._services = {
            service.id: _Asked(service.name, service.request_body.element, self._paths(service.id))
            for service in known.lookup.services.values()
        }
        self._kept: dict[tuple[str, bool, tuple[str | None, ...]], PredictionReport] = {}

    def predict(self, message: Message) -> PredictionReport:
        """Predict the answer to a request.

        Raises:
            InputError: the request cannot be used; `finding` says where and why.
        """
        seen = glance(message.data)
        asked = self._services.get(seen.srv) if seen else None
        if seen is None or asked is None:
            return self._in_full(message)
        signed = seen.element == SIGNED_PRE_COMMAND
        if seen.element != asked.element and not signed:
            return self._in_full(message)
        values = () if signed or not asked.paths else seen.first_values(asked.paths)
        key = (seen.srv, signed, values)
        like = self._kept.get(key) or self._keep(key, seen, asked)
        return PredictionReport(
            schema_version=SCHEMA_VERSION,
            catalogue=like.catalogue,
            as_of=like.as_of,
            lowest_standing=like.lowest_standing,
            request=RequestSummary(
                name=message.name, srv=seen.srv, service_name=asked.name, request_id=seen.request_id
            ),
            state=like.state,
            predictions=like.predictions,
        )

    def _paths(self, srv: str) -> tuple[str, ...]:
        service = self.known.lookup.services[srv]
        named = {
            fact
            for application in self.known.lookup.applications_about(service)
            for fact in fact_names(application.behaviour.when)
        }
        return tuple(field.path for field in service.request_body.fields if REQUEST + field.path in named)

    def _keep(self, key: tuple[str, bool, tuple[str | None, ...]], seen: Glance, asked: _Asked) -> PredictionReport:
        found = zip(asked.paths, key[2], strict=False)
        request = Request(
            name="",
            srv=seen.srv,
            header={REQUEST_ID: (RequestField(seen.request_id),)},
            bodies=(RequestField(f"sr:{seen.element}"),),
            fields={path: (RequestField(text),) for path, text in found if text is not None},
        )
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        report = self._kept[key] = self._ask(request)
        return report

    def _in_full(self, message: Message) -> PredictionReport:
        return self._ask(predictable(open_request(message, self.known), self.known).request)

    def _ask(self, request: Request) -> PredictionReport:
        return predict(
            request,
            self.known.devices,
            self.known.lookup,
            as_of=self.known.as_of,
            state=self._state,
            lowest_standing=self._lowest_standing,
        )
