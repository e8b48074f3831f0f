"""What a process of a batch does: predict a chunk of messages, and write what came of it to files of its own."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from s1sr_validator.batch.item import Item
from s1sr_validator.batch.parts import Done, Parts
from s1sr_validator.catalogue import Catalogue
from s1sr_validator.model.errors import InputError, S1srError
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import DevicePrediction, PredictionReport


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked about every message; `device` is empty where each names its own."""

    device: str
    as_of: str
    standing: str
    state: dict[str, str]
    catalogue: str = ""
    overlays: tuple[str, ...] = ()


class PredictedRow(msgspec.Struct, frozen=True):
    """One request and one Device Model: the assessment, the answer to expect, and the behaviours that say so."""

    name: str
    request_id: str
    srv: str
    device_model: str
    assessment: str
    predicts: str
    deviations: str
    conditions: str


class RejectedRow(msgspec.Struct, frozen=True):
    """A message that no prediction could be made for, and why; `code` is that of the rule, where one says it."""

    name: str
    code: str
    message: str
    line: int = 0
    column: int = 0


class Predictor:
    """The catalogue of one process, and its question."""

    def __init__(self, question: Question, parts: Parts) -> None:
        """Load the catalogue.

        Raises:
            CatalogueError: it cannot be used.
        """
        self._question, self._parts = question, parts
        self._catalogue = load_catalogue(question)

    def predict(self, number: int, items: Sequence[Item]) -> Done:
        """Predict a chunk, write its rows and rejects, and say last of all that it is done."""
        rows: list[PredictedRow] = []
        rejected: list[RejectedRow] = []
        for item in items:
            found = self._one(item)
            if isinstance(found, RejectedRow):
                rejected.append(found)
            else:
                rows.extend(_rows(found))
        done = Done(
            requests=len(items) - len(rejected),
            rejected=len(rejected),
            assessments=dict(Counter(row.assessment for row in rows)),
        )
        self._parts.write(number, rows, rejected, done)
        return done

    def _one(self, item: Item) -> PredictionReport | RejectedRow:
        if item.problem is not None:
            return RejectedRow(item.name, item.problem.code, item.problem.message)
        asked = self._question
        try:
            inquiry = self._catalogue.inquiry(
                device=item.device or asked.device, as_of=asked.as_of, state=asked.state, standing=asked.standing
            )
            return inquiry.predict(Message(item.name, item.data))
        except InputError as error:
            place = error.finding.location
            return RejectedRow(item.name, error.finding.code, error.message, place.line, place.column)
        except S1srError as error:
            return RejectedRow(item.name, "", error.message)


def load_catalogue(question: Question) -> Catalogue:
    """Return the catalogue that a batch asks.

    Raises:
        CatalogueError: it cannot be used.
    """
    if question.catalogue:
        return Catalogue.load(question.catalogue, overlays=question.overlays)
    return Catalogue.bundled(overlays=question.overlays)


def _rows(report: PredictionReport) -> Iterator[PredictedRow]:
    request = report.request
    for found in report.predictions:
        deviations, conditions = _claims(found)
        yield PredictedRow(
            request.name,
            request.request_id,
            request.srv,
            found.device_model,
            found.assessment.value,
            found.predicts.value,
            deviations,
            conditions,
        )


def _claims(found: DevicePrediction) -> tuple[str, str]:
    if not found.deviations:
        return "", ""
    open_conditions = dict.fromkeys(claim.residual_condition for claim in found.deviations if claim.residual_condition)
    return " ".join(claim.behaviour for claim in found.deviations), "; ".join(open_conditions)
