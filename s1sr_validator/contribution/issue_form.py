"""The form on which somebody reports a behaviour: its questions, and the answers in an issue that was made with it."""

import json
import re
from typing import Any

import msgspec

from s1sr_validator.model.errors import UsageError

_NO_ANSWER = {"_No response_", "None", ""}
_HEADING = re.compile(r"^###[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_MOST_CHARACTERS = 200_000


class Question(msgspec.Struct, frozen=True):
    """A question of the form: its id, what it asks, and whether it has to be answered."""

    id: str
    label: str
    required: bool = True


QUESTIONS = (
    Question("title", "The behaviour in one line"),
    Question("summary", "What happens"),
    Question("services", "Service Reference Variants"),
    Question("devices", "Device Models"),
    Question("baseline", "What GBCS would have the Device answer"),
    Question("outcome", "How the request ends"),
    Question("deviation", "What comes back instead"),
    Question("alerts", "Alert codes", required=False),
    Question("condition", "When it happens", required=False),
    Question("date", "The day on which it was seen or published"),
    Question("source", "Source"),
    Question("place", "Place in the source"),
    Question("remarks", "What else should be known", required=False),
)
"""The questions, in the order of .github/ISSUE_TEMPLATE/behaviour.yml."""


def read_issue(text: str) -> dict[str, str]:
    """Return the answers of an issue by the ids of the questions; unanswered ones are left out.

    Args:
        text: the issue's body in Markdown, the JSON of an issue (its `body` counts), or JSON of answers by id.

    Raises:
        UsageError: the text holds no answer to any question, or is larger than an issue can be.
    """
    if len(text) > _MOST_CHARACTERS:
        raise UsageError(f"an issue has at most {_MOST_CHARACTERS:,} characters")
    given = _json(text)
    body = text if given is None else given.get("body")
    found = _sections(body) if isinstance(body, str) else _by_id(given or {})
    if not found:
        headings = "; ".join(question.label for question in QUESTIONS[:3])
        raise UsageError("no answer of the form is in there", tip=f"its headings: ### {headings} ...")
    return found


def _json(text: str) -> dict[str, Any] | None:
    if not text.lstrip().startswith("{"):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not JSON: {error}", tip="give an issue's body, or its JSON") from None
    return value if isinstance(value, dict) else {}


def _sections(body: str) -> dict[str, str]:
    """Return what stands below each heading that is a question; other headings are a part of an answer."""
    ids = {question.label.casefold(): question.id for question in QUESTIONS}
    text = body.replace("\r\n", "\n")
    heads = [head for head in _HEADING.finditer(text) if head[1].casefold() in ids]
    ends = [*(head.start() for head in heads), len(text)][1:]
    return _answered({ids[head[1].casefold()]: text[head.end() : end] for head, end in zip(heads, ends, strict=True)})


def _by_id(given: dict[str, Any]) -> dict[str, str]:
    known = {question.id for question in QUESTIONS}
    return _answered({name: value for name, value in given.items() if name in known and isinstance(value, str)})


def _answered(answers: dict[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in answers.items() if text.strip() not in _NO_ANSWER}
