"""Everything that is wrong with an answer by itself; whether it answers a request is for a verdict to say."""

from s1sr_validator.checking.answers.asking import ask
from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.answers.registry import ANSWER_RULES
from s1sr_validator.checking.context import PositionOf
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.answer import Answer
from s1sr_validator.model.finding import Finding, in_order


def answer_findings(answer: Answer, lookup: Lookup, *, position_of: PositionOf) -> tuple[Finding, ...]:
    """Ask every rule about an answer.

    Args:
        answer: the answer.
        lookup: the catalogue, for its codes and services.
        position_of: returns line and column of an element of the answer's document by its node.

    Returns:
        The findings in the order of their places.
    """
    context = AnswerContext(answer=answer, position_of=position_of, lookup=lookup)
    return in_order([finding for module in ANSWER_RULES for finding in ask(module, context).findings])
