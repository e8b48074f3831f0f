"""What a process of a batch does: predict the messages of a chunk, none of which can stop it."""

from collections.abc import Sequence

import msgspec

from s1sr_validator.batch.chunk import Chunk
from s1sr_validator.batch.predicted import Answer, Predicted, RejectedRow
from s1sr_validator.catalogue import Catalogue
from s1sr_validator.inquiry import Inquiry
from s1sr_validator.model.errors import InputError, S1srError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import DevicePrediction, PredictionReport

_MOST_ALIKE = 40_000
"""Predictions that are held: more than there are Device Models times services."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked about every message; `device` is empty where each names its own."""

    device: str
    as_of: str
    standing: str
    state: dict[str, str]
    catalogue: str = ""
    overlays: tuple[str, ...] = ()


class Predictor:
    """The catalogue of one process, and its question."""

    def __init__(self, catalogue: Catalogue, question: Question) -> None:
        """Take what is asked, and who answers."""
        self._catalogue, self._question = catalogue, question
        self._alike = _Alike()

    def predict(self, chunk: Chunk) -> Predicted:
        """Predict the messages of a chunk; what cannot be used is rejected with the reason."""
        self._alike = self._alike.with_room()
        found = _Found(self._alike)
        inquiry, asked_of = None, None
        for place, (name, data, device) in enumerate(zip(*chunk[:3], strict=True)):
            try:
                if chunk.problems and place in chunk.problems:
                    found.reject(_of_finding(name, chunk.problems[place]))
                    continue
                if inquiry is None or device != asked_of:
                    inquiry, asked_of = self._inquiry(device), device
                known = inquiry.known_prediction(data)
                if known is None:
                    report = inquiry.predict(Message(name, data))
                    found.add(name, report, report.request.request_id)
                else:
                    found.add(name, *known)
            except InputError as error:
                found.reject(_of_finding(name, error.finding))
            except S1srError as error:
                found.reject(RejectedRow(name, "", error.message))
        return found.predicted()

    def _inquiry(self, device: str) -> Inquiry:
        asked = self._question
        return self._catalogue.inquiry(
            device=device or asked.device, as_of=asked.as_of, state=asked.state, standing=asked.standing
        )


class _Alike:
    """The answers to requests that are alike, by the identity of their predictions, which an inquiry gives out again.

    The predictions are held, so that no others get their identity, and only some of them: those of a request that was
    read in full never come again.
    """

    def __init__(self) -> None:
        self._held: dict[int, tuple[Sequence[DevicePrediction], list[Answer]]] = {}
        self._count = 0

    def with_room(self) -> "_Alike":
        """Return these, or where they are full, none: nothing may be forgotten while a chunk is worked on."""
        return self if self._count < _MOST_ALIKE else _Alike()

    def answers(self, report: PredictionReport) -> tuple[list[Answer], bool]:
        """Return the answers of a report, and whether its predictions are held."""
        given = report.predictions
        held = self._held.get(id(given))
        if held is not None:
            return held[1], True
        found = [_answer(report.request.srv, each) for each in given]
        if self._count >= _MOST_ALIKE:
            return found, False
        self._count += 1 + len(given)
        self._held[id(given)] = given, found
        return found, True


class _Found:
    """What was found so far; answers to requests that were answered alike are looked at once."""

    def __init__(self, alike: _Alike) -> None:
        self._requests = 0
        self._names: list[str] = []
        self._request_ids: list[str] = []
        self._which: list[int] = []
        self._places: dict[Answer, int] = {}
        self._rejected: list[RejectedRow] = []
        self._alike = alike
        self._known: dict[int, list[int]] = {}

    def reject(self, row: RejectedRow) -> None:
        """Note a message that could not be used."""
        self._rejected.append(row)

    def add(self, name: str, report: PredictionReport, request_id: str) -> None:
        """Note a prediction; the report may be that of another request that is alike."""
        self._requests += 1
        places = self._known.get(id(report.predictions)) or self._places_of(report)
        for place in places:
            self._which.append(place)
            self._names.append(name)
            self._request_ids.append(request_id)

    def _places_of(self, report: PredictionReport) -> list[int]:
        answers, are_held = self._alike.answers(report)
        places = [self._places.setdefault(answer, len(self._places)) for answer in answers]
        if are_held:
            self._known[id(report.predictions)] = places
        return places

    def predicted(self) -> Predicted:
        """Return all of it."""
        return Predicted(
            self._requests, self._names, self._request_ids, self._which, list(self._places), self._rejected
        )


def load_catalogue(question: Question) -> Catalogue:
    """Return the catalogue that a batch asks.

    Raises:
        CatalogueError: it cannot be used.
    """
    if question.catalogue:
        return Catalogue.load(question.catalogue, overlays=question.overlays)
    return Catalogue.bundled(overlays=question.overlays)


def _of_finding(name: str, finding: Finding) -> RejectedRow:
    place = finding.location
    return RejectedRow(name, finding.code, finding.message, place.line, place.column)


def _answer(srv: str, found: DevicePrediction) -> Answer:
    open_conditions = dict.fromkeys(claim.residual_condition for claim in found.deviations if claim.residual_condition)
    return Answer(
        srv,
        found.device_model,
        found.assessment.value,
        found.predicts.value,
        " ".join(claim.behaviour for claim in found.deviations),
        "; ".join(open_conditions),
    )
