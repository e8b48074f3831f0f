"""A regulatory document to its clause register, a comparison with another edition, and drafts of behaviours."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from s1sr_validator.exchange.archive_bounds import MAX_FILE_BYTES, refusal
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.clauses import ClauseTree, ReadClause, clause_tree
from s1sr_validator.exchange.regulation.diff import edition_diff, read_side, registered_side
from s1sr_validator.exchange.regulation.drafts import drafts_of
from s1sr_validator.exchange.regulation.numbers import parse_number
from s1sr_validator.exchange.regulation.paper import Paper
from s1sr_validator.exchange.regulation.queue import QUEUE_FILE, REGISTER_FILE
from s1sr_validator.exchange.regulation.reading import read_paper
from s1sr_validator.exchange.regulation.records import clause_edit, document_edits, draft_edits
from s1sr_validator.exchange.regulation.terms import Recogniser
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.regulation import ClauseKind
from s1sr_validator.model.regulation_import import (
    ClauseLine,
    ClauseRegister,
    EditionDiff,
    FoundTerms,
    RegulationReport,
    ReviewQueue,
)

DOCUMENT, TITLE = "S1SR", "SMETS1 Supporting Requirements"
_EDITION = re.compile(
    r"\b(?:[Vv]ersion|[Ee]dition)[:\s]+(?:AM\s*)?v?(?P<edition>\d{1,3}(?:\.\d{1,3}){0,2})(?![\w.]*\d)"
)
_EDITION_FORM = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-]{0,29}")
_TITLE_BLOCKS = 40
_DEFINITION = re.compile(r"[\"'\u201c\u2018].{1,120}?[\"'\u201d\u2019]\s+means\b")


class RegulationPlan(msgspec.Struct, frozen=True):
    """What an import found and the records that it writes: who looks at it and who carries it out see the same."""

    report: RegulationReport
    register: ClauseRegister
    queue: ReviewQueue
    edits: tuple[RecordEdit, ...]


class ImportOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller wants: which edition it is (empty: as the document says), the day, and what to compare with.

    `folder` is where it is written; None takes a name made of the document and its edition.
    `keeps_text` writes the clauses' texts into the records, which are private.
    """

    day: dt.date
    folder: Path | None = None
    edition: str = ""
    against: Path | None = None
    keeps_text: bool = False
    dry_run: bool = False


def plan_regulation(path: Path, records: Records, order: ImportOrder) -> RegulationPlan:
    """Read a document and say what would be written.

    Args:
        path: the DOCX, PDF or text file.
        records: the catalogue, whose services, codes and makers are recognised.
        order: what the caller wants.

    Raises:
        InputError: a file cannot be read, or has no clauses.
        UsageError: the document does not say its edition and none is given, or a PDF cannot be read here.
    """
    paper = read_paper(path)
    tree = clause_tree(paper, paper.blocks)
    if not tree.clauses:
        message = f"{paper.name} has no numbered clause"
        raise refusal(rules.NO_CLAUSES, message, paper.name, tip="a scan has no text; use the document as published")
    edition = f"X-{DOCUMENT}/{order.edition or _stated_edition(paper)}"
    lines = _lines(tree.clauses, records)
    register = ClauseRegister(
        document=DOCUMENT, edition=edition.partition("/")[2], file=paper.name, sha256=paper.sha256, clauses=lines
    )
    source = edition.lower().replace("/", "-")
    texts = {str(clause.number): clause.whole for clause in tree.clauses}
    drafts = drafts_of(lines, f"X-{DOCUMENT}", texts if order.keeps_text else {})
    queue = ReviewQueue(edition=edition, source=source, day=order.day.isoformat(), drafts=drafts)
    edits = tuple(_edits(register, queue, texts if order.keeps_text else {}, records))
    report = _report(paper, tree, register, queue, edits, order)
    return RegulationPlan(report, register, queue, edits)


def _report(
    paper: Paper,
    tree: ClauseTree,
    register: ClauseRegister,
    queue: ReviewQueue,
    edits: Sequence[RecordEdit],
    order: ImportOrder,
) -> RegulationReport:
    findings = [*paper.findings, *tree.findings, *_term_findings(register), *_open_findings(queue, paper.name)]
    files = [f"overlay/{edit.folder}/{edit.id}.yaml" for edit in edits]
    return RegulationReport(
        document=register.document,
        edition=register.edition,
        file=paper.name,
        sha256=paper.sha256,
        format=paper.format,
        dry_run=order.dry_run,
        folder=(order.folder or Path(f"{DOCUMENT}-{register.edition}".lower())).as_posix(),
        clauses=register.clauses,
        compared=_compared(paper, tree, order),
        drafts=queue.drafts,
        files=(REGISTER_FILE, QUEUE_FILE, *files),
        findings=in_order(findings),
    )


def _stated_edition(paper: Paper) -> str:
    for block in paper.blocks[:_TITLE_BLOCKS]:
        if found := _EDITION.search(block.text):
            return found["edition"]
    raise UsageError(f"{paper.name} does not say which edition it is", tip="say it: --edition 17.0")


def check_edition(edition: str) -> str:
    """Return an edition that can be a part of an id.

    Raises:
        UsageError: it cannot.
    """
    if edition and not _EDITION_FORM.fullmatch(edition):
        raise UsageError(f"{edition!r} cannot be an edition's id", tip="letters, digits, points and hyphens: 17.0")
    return edition


def _lines(clauses: Sequence[ReadClause], records: Records) -> tuple[ClauseLine, ...]:
    recogniser = Recogniser(records)
    own = [clause for clause in records.clauses if clause.document == DOCUMENT]
    known = {number: clause for clause in own if (number := parse_number(clause.number)) is not None}
    found = []
    for clause in clauses:
        terms, registered = recogniser.terms(clause.whole), known.get(clause.number)
        kind = registered.kind if registered is not None else _kind(clause, terms)
        found.append(
            ClauseLine(
                number=str(clause.number),
                heading=clause.heading,
                kind=kind,
                digest=clause.digest,
                place=clause.place,
                registered=registered.id if registered is not None else "",
                terms=terms,
            )
        )
    return tuple(found)


def _kind(clause: ReadClause, terms: FoundTerms) -> ClauseKind:
    if terms.services or terms.alerts:
        return ClauseKind.BEHAVIOUR
    return ClauseKind.DEFINITION if _DEFINITION.match(clause.whole) else ClauseKind.UNKNOWN


def _edits(
    register: ClauseRegister, queue: ReviewQueue, texts: dict[str, str], records: Records
) -> Iterator[RecordEdit]:
    yield from document_edits(queue, (register.file, register.sha256), TITLE)
    for clause in register.clauses:
        yield clause_edit(clause, queue, texts.get(clause.number, ""))
    written: set[tuple[str, str]] = set()
    for draft in queue.drafts:
        for edit in draft_edits(draft, queue, records):
            if (edit.folder, edit.id) not in written:
                written.add((edit.folder, edit.id))
                yield edit


def _compared(paper: Paper, tree: ClauseTree, order: ImportOrder) -> EditionDiff:
    after = read_side(tree.clauses)
    if order.against is not None:
        before, name = _earlier(order.against)
        return edition_diff(before, after, name)
    if paper.tracks_changes:
        earlier = clause_tree(paper, paper.before)
        return edition_diff(read_side(earlier.clauses), after, f"{paper.name} before its tracked changes")
    return EditionDiff()


def _earlier(path: Path) -> tuple:  # type: ignore[type-arg]
    register = path / REGISTER_FILE if path.is_dir() else path
    if register.suffix == ".json":
        found = read_register(register)
        return registered_side(found), f"edition {found.edition} ({found.file})"
    earlier = read_paper(path)
    tree = clause_tree(earlier, earlier.blocks)
    if not tree.clauses:
        raise refusal(rules.NO_CLAUSES, f"{earlier.name} has no numbered clause", earlier.name)
    return read_side(tree.clauses), earlier.name


def read_register(path: Path) -> ClauseRegister:
    """Read the register of an earlier import.

    Raises:
        InputError: there is none, or it is damaged.
    """
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(MAX_FILE_BYTES), type=ClauseRegister)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
    except msgspec.MsgspecError as error:
        message = f"{path} is no clause register: {error}"
    raise InputError(rules.UNREADABLE.finding(message, Location(file=str(path))))


def _term_findings(register: ClauseRegister) -> Iterator[Finding]:
    for clause in register.clauses:
        place = Location(file=register.file, path=clause.place)
        for srv in clause.terms.unknown_services:
            yield rules.UNKNOWN_SERVICE.finding(f"clause {clause.number} names SRV {srv}", place)
        for alert in clause.terms.alerts:
            if not alert.is_known:
                yield rules.UNKNOWN_CODE.finding(f"clause {clause.number} names {alert.code}", place)


def _open_findings(queue: ReviewQueue, name: str) -> Iterator[Finding]:
    for draft in queue.drafts:
        if draft.open:
            message = f"clause {draft.number} ({draft.behaviour}) leaves open: {', '.join(draft.open)}"
            yield rules.OPEN_FIELDS.finding(message, Location(file=name, path=draft.place), tip="run: s1sr review")
