"""CAT168: the steps of a process and the questions of a consultation are numbered from 1 on, each once."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.record import Record
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT168",
    name="list-order",
    severity=Severity.ERROR,
    summary="Two steps of a process, or two questions of a consultation, have one `order`, or one is left out.",
    why="`order` alone tells what comes first: the items of a list in a record have no order of their own.",
    example=Example(file="processes/invented-closing.yaml", wrong="order: 3", right="order: 2"),
)

Numbered = tuple[Record, str, list[int]]


def check(context: Context) -> Iterator[Finding]:
    """Compare the numbers of every list that has them with those from 1 on."""
    for record, field, orders in _numbered(context):
        for number, order in enumerate(orders):
            if not 1 <= order <= len(orders) or order in orders[:number]:
                message = f"order {order}: {len(orders)} {field} are to be numbered 1 to {len(orders)}, each once"
                yield RULE.finding(message, context.location(record, field, number, "order"))


def _numbered(context: Context) -> Iterator[Numbered]:
    for process in context.records.processes:
        yield process, "steps", [step.order for step in process.steps]
    for consultation in context.records.consultations:
        yield consultation, "questions", [question.order for question in consultation.questions]
