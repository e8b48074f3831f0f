"""Questions on a terminal: those of the form, and the fields that a kind's schema requires."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s1sr_validator.contribution.field_answers import Answers
    from s1sr_validator.load.schemas import SchemaNode


def ask_form() -> dict[str, str]:
    """Ask the questions of the form for behaviours; one without an answer is asked again where it has to have one."""
    from s1sr_validator.contribution.issue_form import QUESTIONS

    answers = {question.id: _ask(question.label, required=question.required) for question in QUESTIONS}
    return {name: text for name, text in answers.items() if text}


def ask_fields(singular: str, answers: "Answers") -> "Answers":
    """Ask for every required field that was not given, in the schema's order."""
    from s1sr_validator.load.schemas import SchemaNode

    found = dict(answers)
    for field, meaning in _required(SchemaNode.of_kind(singular), ""):
        if not any(name == field or name.startswith((f"{field}.", f"{field.partition('.')[0]}.0.")) for name in found):
            text = _ask(f"{field} ({meaning})" if meaning not in {"", field} else field, required=field != "id")
            if text:
                found[field] = [text]
    return found


def _required(schema: "SchemaNode", above: str) -> Iterator[tuple[str, str]]:
    """Yield the required fields that hold a text, with what the schema says of each."""
    for name in schema.schema.get("required", []):
        member = schema.member(name)
        inside = member.item() if member.type == "array" else member
        if inside.type == "object" and inside.schema.get("required"):
            yield from _required(inside, f"{above}{name}.")
        else:
            yield f"{above}{name}", _meaning(member)


def _meaning(schema: "SchemaNode") -> str:
    choices = ", ".join(map(str, schema.schema.get("enum", [])))
    return choices or str(schema.schema.get("description", ""))


def _ask(label: str, *, required: bool) -> str:
    while True:
        sys.stderr.write(f"{label}{'' if required else ' [may be left out]'}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        if line.strip() or not required:
            return line.strip()
