"""`s1sr observe`: a draft for the catalogue, made of an exchange that nothing predicted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders, State
from s1sr_validator.model.lifecycle import Standing

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.cli.judged_exchange import JudgedExchange
    from s1sr_validator.evidence.sighting import Sighting

_NO_DRAFT = 1


def observe(
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="The Service Request; - reads standard input.")],
    answers: Annotated[
        list[str], typer.Argument(metavar="RESPONSE...", help="What came back: files, folders or zip archives.")
    ],
    device: Annotated[str, typer.Option("--device", "-d", metavar="KEY", help="Whole CPL key of the Device Model.")],
    *,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day on which it came back. [default: today]", show_default=False
        ),
    ] = "",
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing to listen to: observed, proposed or designated.")
    ] = Standing.PROPOSED.value,
    state: State = None,
    reporter: Annotated[str, typer.Option("--reporter", metavar="TEXT", help="Who reports it, for the source.")] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="New folder for the draft. [default: draft-DIGEST here]", show_default=False
        ),
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", metavar="TEXT", help="A secret for the pseudonyms; see s1sr redact.")
    ] = None,
    key_file: Annotated[
        Path | None, typer.Option("--key-file", metavar="FILE", help="A file that holds the secret.")
    ] = None,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Draft a behaviour from a deviation that nothing predicted, or a correction of one that was not seen.

    A draft is a folder: `overlay` can be put over the catalogue with --overlay at once, and `exchange` holds the
    redacted messages. Its notes are the questions that one exchange leaves open. For any other verdict nothing is
    written, and the exit code is 1.

    Example: s1sr observe request.xml response.xml --device ESME/1028/5678/0201/03465317 --out draft
    """
    from s1sr_validator.cli.judged_exchange import Question, judged_exchange
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.redact_command import secret_of
    from s1sr_validator.model.verdict import Verdict

    secret = secret_of(key, key_file)
    loaded = catalogue_at(catalogue, overlay)
    judged = judged_exchange(loaded, [request, *answers], Question(device, as_of, standing, tuple(state or ())))
    verdict = judged.report.verdict
    if verdict not in {Verdict.UNPREDICTED_DEVIATION, Verdict.PREDICTED_NOT_SEEN}:
        sys.stdout.write(f"{verdict}: {judged.report.says}\nThere is nothing to draft; nothing was written.\n")
        return _NO_DRAFT
    _draft(loaded, judged, reporter=reporter, out=out, secret=secret)
    return 0


def _draft(catalogue: "Catalogue", judged: "JudgedExchange", *, reporter: str, out: Path | None, secret: bytes) -> None:
    from s1sr_validator.evidence.draft_files import messages_as_files, write_files
    from s1sr_validator.evidence.field_kinds import FieldKinds
    from s1sr_validator.evidence.pseudonyms import Pseudonyms
    from s1sr_validator.evidence.redact import redact
    from s1sr_validator.evidence.sighting import sighting_of

    fields, pseudonyms = FieldKinds(catalogue.lookup), Pseudonyms(secret)
    sighting = sighting_of(judged.report, judged.request, judged.answers, catalogue.lookup, reporter=reporter)
    folder = out or Path(sighting.name.removeprefix("X-").lower())
    messages = [redact(message, fields, pseudonyms) for message in (judged.request, *judged.answers)]
    write_files(folder, messages_as_files(messages) | _own_files(sighting, catalogue))
    _say(sighting, folder)


def _own_files(sighting: "Sighting", catalogue: "Catalogue") -> dict[str, bytes]:
    from s1sr_validator.evidence.correction_note import correction_note
    from s1sr_validator.evidence.draft import draft_records
    from s1sr_validator.evidence.draft_files import records_as_files
    from s1sr_validator.model.verdict import Verdict

    if sighting.report.verdict is Verdict.PREDICTED_NOT_SEEN:
        return {"correction.md": correction_note(sighting).encode()}
    return records_as_files(draft_records(sighting, catalogue.lookup))


def _say(sighting: "Sighting", folder: Path) -> None:
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.evidence.draft_files import OVERLAY
    from s1sr_validator.evidence.open_questions import open_questions
    from s1sr_validator.model.verdict import Verdict

    page = new_page()
    page.line(f"{sighting.report.verdict}: {sighting.report.says}")
    page.line()
    if sighting.report.verdict is Verdict.PREDICTED_NOT_SEEN:
        page.line(f"draft of a correction: {folder / 'correction.md'}")
    else:
        page.line(f"draft {sighting.behaviour} in {folder}; look at it with: s1sr lint --overlay {folder / OVERLAY}")
        page.line()
        page.line("Open questions, which are its notes:")
        for question in open_questions(sighting):
            page.line(f"- {question}", indent=2)
    sys.stdout.write(str(page))
