"""An inquiry: Device Models, a day and a state, asked about any number of requests one after the other.

Beside those a prediction rests on the service, and on the values of the few fields that conditions name. Requests that
agree in them get one prediction, which is worked out once and kept.
"""

from collections.abc import Mapping
from typing import NamedTuple

from s1sr_validator.examination import Circumstances, context_of, examine, open_request, predictable
from s1sr_validator.messages.glance import first_values, glance
from s1sr_validator.messages.xml import lean_tree
from s1sr_validator.model.condition import Value, fact_names
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import SCHEMA_VERSION, PredictionReport, RequestSummary
from s1sr_validator.model.request import REQUEST_ID, SIGNED_PRE_COMMAND, Request, RequestField
from s1sr_validator.model.vocabulary import REQUEST
from s1sr_validator.prediction.predict import predict
from s1sr_validator.routine import Routines, Shapes

MOST_KEPT = 4096


class _Asked(NamedTuple):
    """A service: its name and body element, and the fields of the body that conditions about it name."""

    name: str
    element: str
    paths: tuple[str, ...]


class _Told(NamedTuple):
    """What a prediction rests on: the service, whether its content is signed, and the values that conditions name."""

    srv: str
    is_signed: bool
    values: tuple[str | None, ...]


class Inquiry:
    """Everything that is asked but the request."""

    def __init__(
        self, known: Circumstances, state: Mapping[str, Value], lowest_standing: Standing, shapes: Shapes
    ) -> None:
        """Keep what is asked; `known` names the Device Models and the day, and `shapes` are those of the catalogue."""
        self.known = known
        self._state = state
        self._lowest_standing = lowest_standing
        self._shapes = shapes
        self.routines = Routines(known, shapes)
        self._services = {
            service.id: _Asked(service.name, service.request_body.element, self._paths(service.id))
            for service in known.lookup.services.values()
        }
        self._kept: dict[_Told, PredictionReport] = {}

    def predict(self, message: Message) -> PredictionReport:
        """Predict the answer to a request.

        Raises:
            InputError: the request cannot be used; `finding` says where and why.
        """
        found = self._told_by(message.data)
        return self._in_full(message) if found is None else self._report(found[0], message.name, found[1])

    def known_prediction(self, data: bytes) -> tuple[PredictionReport, str] | None:
        """Return what is predicted for every request like this one, and its RequestID: all that is its own but a name.

        Returns:
            None where the request has to be read in full; then `predict` says what it comes to.
        """
        found = self._told_by(data)
        return None if found is None else (self._kept.get(found[0]) or self._keep(found[0]), found[1])

    def _told_by(self, data: bytes) -> tuple[_Told, str] | None:
        """Return what a request tells at a glance, and its RequestID."""
        seen = glance(data)
        asked = self._services.get(seen.srv) if seen else None
        if seen is None or asked is None:
            return None
        signed = seen.element == SIGNED_PRE_COMMAND
        if seen.element != asked.element and not signed:
            return None
        values = () if signed or not asked.paths else first_values(lean_tree(data), asked.paths)
        return _Told(seen.srv, signed, values), seen.request_id

    def predict_and_check(self, message: Message) -> PredictionReport:
        """Predict the answer to a request, and say what is found about the request itself.

        Raises:
            InputError: the request cannot be used; `finding` says where and why.
        """
        routine = self.routines.examine(message)
        if routine is None:
            return self._checked_in_full(message)
        paths = self._services[routine.srv].paths
        values = first_values(routine.root, paths) if paths else ()
        told = _Told(routine.srv, is_signed=False, values=values)
        return self._report(told, message.name, routine.request_id, routine.findings)

    def _paths(self, srv: str) -> tuple[str, ...]:
        service = self.known.lookup.services[srv]
        named = {
            fact
            for application in self.known.lookup.applications_about(service)
            for fact in fact_names(application.behaviour.when)
        }
        return tuple(field.path for field in service.request_body.fields if REQUEST + field.path in named)

    def _report(self, told: _Told, name: str, request_id: str, findings: tuple[Finding, ...] = ()) -> PredictionReport:
        like = self._kept.get(told) or self._keep(told)
        service_name = self._services[told.srv].name
        return PredictionReport(
            schema_version=SCHEMA_VERSION,
            catalogue=like.catalogue,
            as_of=like.as_of,
            lowest_standing=like.lowest_standing,
            request=RequestSummary(name=name, srv=told.srv, service_name=service_name, request_id=request_id),
            state=like.state,
            predictions=like.predictions,
            findings=findings,
        )

    def _keep(self, told: _Told) -> PredictionReport:
        asked = self._services[told.srv]
        found = zip(asked.paths, told.values, strict=False)
        request = Request(
            name="",
            srv=told.srv,
            header={REQUEST_ID: (RequestField(""),)},
            bodies=(RequestField(f"sr:{SIGNED_PRE_COMMAND if told.is_signed else asked.element}"),),
            fields={path: (RequestField(text),) for path, text in found if text is not None},
        )
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        report = self._kept[told] = self._ask(request)
        return report

    def _in_full(self, message: Message) -> PredictionReport:
        return self._ask(predictable(open_request(message, self.known), self.known).request)

    def _checked_in_full(self, message: Message) -> PredictionReport:
        opened = open_request(message, self.known)
        request = predictable(opened, self.known).request
        signed = request.is_signed_pre_command
        texts = (request.first(path) for path in self._services[request.srv].paths)
        values = () if signed else tuple(field.text if field else None for field in texts)
        findings = examine(opened, self.known).findings
        self._shapes.learn(message.data, context_of(opened, self.known))
        return self._report(_Told(request.srv, signed, values), request.name, request.request_id, findings)

    def _ask(self, request: Request) -> PredictionReport:
        return predict(
            request,
            self.known.devices,
            self.known.lookup,
            as_of=self.known.as_of,
            state=self._state,
            lowest_standing=self._lowest_standing,
        )
