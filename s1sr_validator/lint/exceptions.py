"""Accepted findings: exceptions drop what they name, and are findings themselves once they no longer do."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from s1sr_validator.index.lookup import nearest
from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from s1sr_validator.model.lint_exception import LintException
from s1sr_validator.model.rule import Example, Rule

_FILE = "exceptions/invented-uncited-paper.yaml"

TARGET = Rule(
    code="CAT191",
    name="exception-target",
    severity=Severity.ERROR,
    summary="An exception names a rule whose findings cannot be accepted, or a record that does not exist.",
    why="It accepts nothing, while its author believes that the finding is dealt with. What keeps the catalogue from "
    "being read is never accepted.",
    example=Example(
        file=_FILE, wrong="record: sources/invented-uncited", right="record: sources/invented-uncited-paper"
    ),
)
UNUSED = Rule(
    code="CAT192",
    name="exception-unused",
    severity=Severity.ERROR,
    summary="An exception accepts a finding that there is not.",
    why="The list of exceptions may only shrink: one that outlives its cause would hide the next slip.",
    example=Example(
        file=_FILE,
        wrong="record: sources/invented-uncited-paper\npath: title",
        right="record: sources/invented-uncited-paper\npath: id",
    ),
)
EXPIRED = Rule(
    code="CAT193",
    name="exception-expired",
    severity=Severity.ERROR,
    summary="The day has come from which an exception no longer holds.",
    why="Somebody set a day to look at this again. From that day on the accepted finding is reported once more.",
    example=Example(file=_FILE, wrong="expires: 2002-01-01", right="expires: 2200-01-01"),
)
EXCEPTION_RULES = (TARGET, UNUSED, EXPIRED)


def accepted_apart(
    findings: Iterable[Finding], context: Context, codes: frozenset[str], done: frozenset[str], as_of: dt.date
) -> Iterator[Finding]:
    """Yield the findings that no exception accepts, and what is wrong with the exceptions.

    Args:
        findings: what all rules found.
        context: the catalogue, with its exceptions.
        codes: the rules whose findings can be accepted.
        done: those among them that were asked to the end; only of these it is known that they report nothing.
        as_of: the day by which exceptions expire.
    """
    given = tuple(findings)
    kept = set(given)
    for exception in context.records.exceptions:
        problem = _target_problem(exception, context, codes) or _expiry_problem(exception, context, as_of)
        accepted = set() if problem else set(filter(_accepts(exception, context), given))
        if problem:
            yield problem
        elif not accepted and exception.rule in done and _file(exception, context):
            message = f"{exception.rule} reports nothing here that could be accepted"
            yield UNUSED.finding(message, context.location(exception, "rule"), tip="delete the exception")
        kept -= accepted
    yield from kept


def _accepts(exception: LintException, context: Context) -> Callable[[Finding], bool]:
    file = _file(exception, context)

    def decide(finding: Finding) -> bool:
        place = finding.location
        return (finding.code, place.file) == (exception.rule, file) and exception.path in {"", place.path}

    return decide


def _file(exception: LintException, context: Context) -> str:
    """Return the file of the record that the exception names, or nothing where it was not read."""
    folder, _, record_id = exception.record.partition("/")
    found = context.loaded.files.get((folder, record_id))
    return found.file if found else ""


def _target_problem(exception: LintException, context: Context, codes: frozenset[str]) -> Finding | None:
    if exception.rule not in codes:
        message = f"{exception.rule} is no rule whose findings can be accepted"
        return TARGET.finding(message, context.location(exception, "rule"), tip="see: s1sr explain")
    folder, _, record_id = exception.record.partition("/")
    if folder in KIND_BY_FOLDER and context.exists(folder, record_id):
        return None
    near = nearest(exception.record, [f"{folder}/{known_id}" for folder, known_id in context.loaded.files])
    tip = f"did you mean {near[0]}?" if near else "write folder and id, as in behaviours/S1B-0001"
    return TARGET.finding(f"no record {exception.record!r}", context.location(exception, "record"), tip=tip)


def _expiry_problem(exception: LintException, context: Context, as_of: dt.date) -> Finding | None:
    if exception.expires is None or as_of < exception.expires:
        return None
    message = f"held until {exception.expires}; this is as of {as_of}"
    return EXPIRED.finding(message, context.location(exception, "expires"), tip="deal with the finding, then delete it")
