"""The questions of a consultation paper, below a heading of their own or beside it in a table."""

import re
from collections.abc import Iterator, Sequence

from s1sr_validator.exchange.consultation.outline import Part
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.model.consultation_paper import PaperQuestion
from s1sr_validator.model.finding import Finding, Location

_LABEL = re.compile(r"(?:Question\s+(?P<word>[A-Za-z]+|\d{1,3})|(?P<name>\S.{0,60}?)?\s*\bQ(?P<number>\d{1,3}))[.:]?")
_NOT_WORDS = frozenset({"and", "or", "for", "time", "session"})


def questions_of(parts: Sequence[Part], file: str) -> tuple[tuple[PaperQuestion, ...], tuple[Finding, ...]]:
    """Return the questions in order, and those that have a number and no text."""
    found: list[PaperQuestion] = []
    findings = []
    for label, number, text, place in _labelled(parts):
        found.append(PaperQuestion(order=len(found) + 1, label=label, number=number, text=text, place=place))
        if not text:
            message = f"{label} has no text below it"
            findings.append(rules.NO_QUESTION_TEXT.finding(message, Location(file=file, path=place)))
    return tuple(found), tuple(findings)


def is_question(part: Part) -> bool:
    """Say whether a row of a table is a question with its number in the first cell."""
    return bool(part.block.cells and _LABEL.fullmatch(" ".join(part.block.cells[0].split())))


def _labelled(parts: Sequence[Part]) -> Iterator[tuple[str, str, str, str]]:
    for place, part in enumerate(parts):
        cells = part.block.cells
        head = " ".join(cells[0].split()) if cells else part.text
        found = _LABEL.fullmatch(head)
        number = (found["word"] or found["number"]) if found else ""
        if not number or number.lower() in _NOT_WORDS:
            continue
        yield head, number, " ".join(cells[1:]) if cells else _text_below(parts[place + 1 :]), part.place


def _text_below(parts: Sequence[Part]) -> str:
    """Return what stands below a label up to the next heading, numbered paragraph, table or question."""
    texts: list[str] = []
    for part in parts:
        is_new = part.is_heading or part.block.cells or part.block.is_heading or _LABEL.fullmatch(part.text)
        if is_new or part.place == f"paragraph {part.paragraph}" or (texts and not texts[-1].endswith((".", "?", ","))):
            break
        if texts and texts[-1].endswith((".", "?")):
            break
        texts.append(part.text)
    return " ".join(texts)
