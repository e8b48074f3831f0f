"""CAT147: prediction gives what every case of a behaviour expects.

Claims of every standing are listened to. A case that names request fields stands for a request that was seen: the
fields that it does not name are absent. A case that names none leaves the request unknown.
"""

from collections.abc import Iterator

from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import Case, CaseExpectation
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import REQUEST
from s1sr_validator.prediction.consider import Considered, Question, consider
from s1sr_validator.prediction.facts import facts_about

RULE = Rule(
    code="CAT147",
    name="case-holds",
    severity=Severity.ERROR,
    summary="Prediction does not give what a case of the behaviour expects.",
    why="Cases say what the author meant. Where prediction differs, the condition, the row or a date says otherwise.",
    example=Example(
        file="behaviours/S1B-9001.yaml",
        wrong="facts: {state.invented_log.entries: 0}\n    expect: conditional",
        right="facts: {state.invented_log.entries: 0}\n    expect: triggers",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Ask the prediction core about every case whose Device Model and service exist."""
    applications: dict[str, list[Application]] = {}
    for found in context.lookup.applications:
        applications.setdefault(found.behaviour.id, []).append(found)
    for behaviour in context.records.behaviours:
        for number, case in enumerate(behaviour.cases):
            fared = _fared(applications.get(behaviour.id, []), case, context.lookup)
            given = _expectation(fared)
            if fared is not None and given is not case.expect:
                message = f"case {case.title!r} expects {case.expect}; prediction gives {given}{_reason(fared)}"
                yield RULE.finding(message, context.location(behaviour, "cases", number, "expect"))


def _fared(applications: list[Application], case: Case, lookup: Lookup) -> list[Considered] | None:
    """Take the case through every row that applies the behaviour, or nothing where it is about what does not exist."""
    device, service = lookup.devices.get(case.device), lookup.services.get(case.service)
    if device is None or service is None:
        return None
    known = {fact.name: fact.value for fact in case.facts}
    request = {name: value for name, value in known.items() if name.startswith(REQUEST)} or None
    question = Question(
        device=device,
        service=service,
        as_of=case.as_of,
        lowest_standing=Standing.OBSERVED,
        facts=facts_about(device, known, request),
    )
    return [consider(application, question) for application in applications]


def _expectation(fared: list[Considered] | None) -> CaseExpectation:
    applying = {found.truth for found in fared or () if found.applies}
    if Truth.TRUE in applying:
        return CaseExpectation.TRIGGERS
    return CaseExpectation.CONDITIONAL if applying else CaseExpectation.SILENT


def _reason(fared: list[Considered]) -> str:
    """Name the steps that kept the behaviour out, by the row that came nearest."""
    nearest = min((found.failed for found in fared), key=len, default=())
    return f" (kept out by: {', '.join(nearest)})" if nearest else ""
