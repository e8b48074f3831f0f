"""`s1sr review`: the drafts of an import, one at a time; every answer is kept at once."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.model.regulation_import import Draft, ReviewQueue

_SKIP, _QUIT = {"s", "skip"}, {"q", "quit"}


def review(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of `s1sr import s1sr`.")] = Path(),
    *,
    list_only: Annotated[bool, typer.Option("--list", help="Only say what waits, and ask nothing.")] = False,
    skipped: Annotated[bool, typer.Option("--skipped", help="Ask about the drafts that were skipped, too.")] = False,
    catalogue: CatalogueFolder = None,
) -> int:
    """Go through the drafts of an import and answer what it could not read.

    An empty answer leaves a field open, `skip` goes on to the next draft, `quit` ends; come back whenever you like.
    Answers can be piped in, one a line. After its last answer a draft's records are written and its cases are run;
    the exit code is 1 where they do not hold.

    Example: s1sr review s1sr-17.0
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.exchange.regulation.queue import read_queue
    from s1sr_validator.model.regulation_import import DraftStatus
    from s1sr_validator.whole_files import alone_in

    with nullcontext() if list_only else alone_in(folder):
        queue = read_queue(folder)
        wanted = {DraftStatus.WAITING, *([DraftStatus.SKIPPED] if skipped else [])}
        waiting = [draft for draft in queue.drafts if draft.status in wanted]
        if list_only or not waiting:
            _say_queue(queue)
            return 0
        return _Review(folder, queue, catalogue_at(catalogue), catalogue).ask(waiting)


class _Quit(Exception):  # noqa: N818 - a wish, not an error
    """The reader wants to stop, or there is nobody left to ask."""


class _Skip(Exception):  # noqa: N818 - as above
    """The reader wants the next draft."""


class _Review:
    """One sitting: asks, keeps each answer in the queue's file, and writes the records of each draft."""

    def __init__(self, folder: Path, queue: "ReviewQueue", catalogue: "Catalogue", path: Path | None) -> None:
        self._folder = folder
        self._queue = queue
        self._records = catalogue.snapshot.records
        self._path = path
        self._has_findings = False

    def ask(self, drafts: "list[Draft]") -> int:
        try:
            for place, draft in enumerate(drafts, 1):
                self._one(draft, f"{place} of {len(drafts)}")
        except (_Quit, KeyboardInterrupt):
            sys.stderr.write("\n")
        _say_queue(self._queue)
        return int(self._has_findings)

    def _one(self, draft: "Draft", place: str) -> None:
        from s1sr_validator.model.regulation_import import DraftStatus

        _say_draft(draft, place)
        try:
            for field in draft.open:
                draft = self._field(draft, field)
        except _Skip:
            self._keep(draft, DraftStatus.SKIPPED)
            return
        # First the records: a draft that is done is not looked at again.
        self._write(draft)
        self._keep(draft, DraftStatus.WAITING if draft.open else DraftStatus.DONE)

    def _field(self, draft: "Draft", field: str) -> "Draft":
        from s1sr_validator.exchange.regulation.draft_fields import QUESTIONS, with_answer
        from s1sr_validator.model.errors import UsageError

        while answer := _answer(QUESTIONS[field]):
            try:
                answered = with_answer(draft, field, answer, self._records)
            except UsageError as error:
                sys.stderr.write(f"  {error.message}{f'; {error.tip}' if error.tip else ''}\n")
                continue
            self._keep(answered, answered.status)
            return answered
        return draft

    def _keep(self, draft: "Draft", status: str) -> None:
        import msgspec

        from s1sr_validator.exchange.regulation.queue import with_draft, write_queue
        from s1sr_validator.model.errors import UsageError
        from s1sr_validator.model.regulation_import import DraftStatus

        self._queue = with_draft(self._queue, msgspec.structs.replace(draft, status=DraftStatus(status)))
        try:
            write_queue(self._folder, self._queue)
        except OSError as error:
            tip = "the answers before this one are kept: review again"
            raise UsageError(f"{self._folder} cannot be written: {error.strerror}", tip=tip) from None

    def _write(self, draft: "Draft") -> None:
        from s1sr_validator.exchange.record_writer import record_path, write_record
        from s1sr_validator.exchange.regulation.queue import OVERLAY
        from s1sr_validator.exchange.regulation.records import draft_edits

        overlay = self._folder / OVERLAY
        edits = draft_edits(draft, self._queue, self._records)
        if not edits:
            sys.stdout.write(f"{draft.behaviour}: no record yet: one needs an SRV and an outcome\n")
            return
        changed = [edit for edit in edits if write_record(overlay, edit)]
        for edit in changed:
            sys.stdout.write(f"wrote {record_path(overlay, edit.folder, edit.id)}\n")
        self._say_lint(overlay, {record_path(overlay, edit.folder, edit.id).as_posix() for edit in edits})

    def _say_lint(self, overlay: Path, files: set[str]) -> None:
        from s1sr_validator.cli.overlay_lint import linted_overlays
        from s1sr_validator.cli.terminal import new_page, today
        from s1sr_validator.model.project import EVERYTHING
        from s1sr_validator.report.paper_findings_text import write_paper_findings

        result, _stamp = linted_overlays(self._path, [overlay], as_of=today(), selection=EVERYTHING)
        found = [finding for finding in result.findings if finding.location.file in files]
        self._has_findings |= bool(found)
        page = new_page()
        write_paper_findings(page, found)
        sys.stdout.write(str(page) if found else "its cases hold\n")


def _answer(question: str) -> str:
    """Ask on stderr and read a line; the end of the input is a wish to stop."""
    sys.stderr.write(f"{question}\n> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise _Quit
    text = line.strip()
    if text.casefold() in _QUIT:
        raise _Quit
    if text.casefold() in _SKIP:
        raise _Skip
    return text


def _say_draft(draft: "Draft", place: str) -> None:
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.report.page import Ink
    from s1sr_validator.report.visible_text import visible

    page = new_page()
    page.line()
    page.line(visible(f"{draft.behaviour} ({place}): clause {draft.number} {draft.heading}".rstrip()), ink=Ink.STRONG)
    page.field("place", visible(draft.place))
    for label, text in _known(draft):
        page.field(label, visible(text))
    for line in draft.text.splitlines():
        page.field("text", visible(line))
    sys.stderr.write(str(page))


def _known(draft: "Draft") -> Iterator[tuple[str, str]]:
    terms = draft.terms
    for label, values in (
        ("SRVs", terms.services),
        ("Devices", (*terms.device_types, *terms.manufacturers)),
        ("alerts", tuple(f"{alert.code} {alert.name}".strip() for alert in terms.alerts)),
        ("references", tuple(f"{each.name} {each.value}" for each in terms.references)),
        ("outcome", (terms.outcome,) if terms.outcome else ()),
        *((field, (answer,)) for field, answer in draft.answers.items()),
    ):
        if values:
            yield label, ", ".join(values)
    if terms.has_condition and "when" in draft.open:
        yield "condition", "the text holds words of condition, which were not read"


def _say_queue(queue: "ReviewQueue") -> None:
    from s1sr_validator.model.regulation_import import DraftStatus

    counts = {status: sum(draft.status is status for draft in queue.drafts) for status in DraftStatus}
    for draft in queue.drafts:
        if draft.status is not DraftStatus.DONE:
            sys.stdout.write(
                f"{draft.status:8} {draft.behaviour} clause {draft.number}: open {', '.join(draft.open)}\n"
            )
    listed = ", ".join(f"{count} {status}" for status, count in counts.items())
    sys.stdout.write(f"{len(queue.drafts)} drafts: {listed}\n")
