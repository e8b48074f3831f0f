"""The rules of a record's written form, and of records that are written for a contributor."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

FORM = Rule(
    code="FMT001",
    name="not-in-form",
    severity=Severity.WARNING,
    summary="A record is not written in the one form that records have.",
    why="Where every file is written alike, a change shows what changed and nothing else. `s1sr fmt` writes the form.",
    example=Example(
        file="services/9.9.1.yaml",
        wrong="name: Invented service 9.9.1\nid: '9.9.1'",
        right="id: '9.9.1'\nname: Invented service 9.9.1",
    ),
)
NOT_FORMED = Rule(
    code="FMT002",
    name="form-would-change-content",
    severity=Severity.ERROR,
    summary="The canonical form of a record, read again, would not say what the record says; the file is left alone.",
    why="A formatter must not change a fact. What it has written is read again before the file is replaced.",
    example=Example(file="services/9.9.1.yaml", wrong="a text that no form can hold", right="the same text in quotes"),
)
NOT_WRITTEN = Rule(
    code="FMT003",
    name="file-not-written",
    severity=Severity.ERROR,
    summary="A record's file could not be written.",
    why="A file is replaced whole or not at all. Run the command again when the cause is gone.",
    example=Example(
        file="services/", wrong="a folder without write permission", right="a folder that you may write to"
    ),
)
FORM_RULES = (FORM, NOT_FORMED, NOT_WRITTEN)
