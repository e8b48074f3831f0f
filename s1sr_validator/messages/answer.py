"""Anything that a DCC User gets back, as a typed value: responses, acknowledgements, errors and alerts."""

from s1sr_validator.messages import answer_rules
from s1sr_validator.messages.answer_bodies import READERS
from s1sr_validator.messages.answer_content import MAX_PATH, PathTooLongError
from s1sr_validator.messages.answer_element import Element
from s1sr_validator.messages.answer_parts import ROOTS
from s1sr_validator.messages.answer_root import root_tip
from s1sr_validator.messages.answer_survey import survey
from s1sr_validator.messages.document import Document
from s1sr_validator.messages.xml import shown_name
from s1sr_validator.model.answer import Answer
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.rule import Rule


def is_answer(document: Document) -> bool:
    """Say whether a document's root is that of an answer."""
    return shown_name(document.root) in ROOTS


def read_answer(document: Document) -> Answer:
    """Read an answer as it is; whether it is complete and fits together is for rules to say.

    Args:
        document: the message; its root is `sr:Response`, `sr:SMETS1SignedResponse`, `sr:S1SPAlert` or
            `ra:GBCSResponse`.

    Raises:
        InputError: it is none of these, or its paths are longer than any answer has.
    """
    name = shown_name(document.root)
    if name not in ROOTS:
        message = f"the root element is {name}, which is not an answer"
        raise _problem(answer_rules.NOT_AN_ANSWER, message, document, 0, tip=root_tip(document.root))
    root = Element.root(document.root)
    found = survey(root, ROOTS[name])
    try:
        read = READERS[name](root)
    except PathTooLongError as error:
        message = f"a value's path has {error.length:,} characters; at most {MAX_PATH:,} are read"
        raise _problem(answer_rules.ANSWER_TOO_DEEP, message, document, error.number) from None
    version = root.attribute("schemaVersion")
    return Answer(
        name=document.name, root=name, schema_version=version, parts=found.parts, oddities=found.oddities, **read
    )


def _problem(rule: Rule, message: str, document: Document, node: int, *, tip: str = "") -> InputError:
    line, column = document.positions.of(node)
    return InputError(rule.finding(message, Location(file=document.name, line=line, column=column), tip=tip))
