"""`s1sr batch`: predictions for any number of requests, as a table."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders, State
from s1sr_validator.model.lifecycle import Standing

if TYPE_CHECKING:
    from s1sr_validator.batch.parts import Done

_NOTHING = 4


def batch(
    *,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Folders, zip and tar archives, .ndjson, .csv and .parquet tables with a column of XML, single "
            "messages; - reads lines of JSON from standard input.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The table: .parquet, .ndjson or .csv.")],
    device: Annotated[
        str, typer.Option("--device", "-d", metavar="KEY", help="CPL key of every request's Device, whole or partial.")
    ] = "",
    device_column: Annotated[
        str, typer.Option("--device-column", metavar="NAME", help="The column of the tables that has the CPL key.")
    ] = "",
    column: Annotated[str, typer.Option("--column", metavar="NAME", help="The column that has the message.")] = "xml",
    name_column: Annotated[
        str, typer.Option("--name-column", metavar="NAME", help="The column to call a message by. [default: its row]")
    ] = "",
    rejects: Annotated[
        Path | None,
        typer.Option(
            "--rejects",
            metavar="FILE",
            help="Where messages go that cannot be used, with the reason. [default: FILE.rejects.ndjson]",
        ),
    ] = None,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day whose clauses count. [default: today]", show_default=False
        ),
    ] = "",
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing to listen to: observed, proposed or designated.")
    ] = Standing.PROPOSED.value,
    state: State = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 takes one for each core.")] = 0,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a stopped run has left off.")] = False,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Predict the answers to many requests. A message that cannot be used is put aside, and stops nothing.

    The table has a row for each request and Device Model, in the order of the inputs, whatever the number of
    processes. While it runs, its parts lie in the folder FILE.parts; a run that was stopped goes on with --resume.

    Example: s1sr batch examples --device ESME/1028/5678/0201/03465317 --out /tmp/predictions.csv
    """
    import os

    from s1sr_validator.batch.formats import row_format
    from s1sr_validator.batch.item import Columns
    from s1sr_validator.batch.parts import Parts
    from s1sr_validator.batch.plan import plan
    from s1sr_validator.batch.predicted import PredictedRow
    from s1sr_validator.batch.predicting import Question, load_catalogue
    from s1sr_validator.batch.run import CHUNK, run_batch
    from s1sr_validator.batch.sources import chunks
    from s1sr_validator.batch.tables import row_count
    from s1sr_validator.cli.batch_progress import Progress
    from s1sr_validator.cli.named_values import named_values
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.model.errors import UsageError

    if bool(device) == bool(device_column):
        raise UsageError("give either --device or --device-column", tip="--device ESME/1028 for all requests alike")
    if resume and "-" in inputs:
        raise UsageError("standard input cannot be read again, so that --resume has nothing to go on with")
    columns = Columns(column, name_column, device_column)
    question = Question(
        device=device,
        as_of=as_of or str(today()),
        standing=standing,
        state={name: str(value) for name, value in named_values(state or [], "--state").items()},
        catalogue=str(catalogue or ""),
        overlays=tuple(str(folder) for folder in overlay or ()),
    )
    loaded = load_catalogue(question)
    # What is wrong with the question itself is said before anything is read.
    loaded.inquiry(device=device or "ESME", as_of=question.as_of, state=question.state, standing=standing)
    beside = out.with_name(f"{out.name}.rejects.ndjson")
    parts = Parts(out, rejects or beside, row_format(out, PredictedRow.__struct_fields__))
    planned = plan(inputs, columns, question, loaded.stamp, CHUNK)
    progress = Progress(sys.stderr, row_count(inputs))
    workers = jobs or os.cpu_count() or 1
    try:
        with parts.held():
            parts.begin(planned, resume=resume)
            done = run_batch(chunks(inputs, columns, CHUNK), question, parts, jobs=workers, watch=progress.show)
    except KeyboardInterrupt:
        progress.end()
        sys.stderr.write(f"stopped; what is done lies in {parts.folder}, and --resume goes on with it\n")
        raise
    finally:
        progress.end()
    sys.stdout.write(_summary(done, parts.out, parts.rejects))
    if not (done.requests or done.rejected):
        return _NOTHING
    return int(done.rejected > 0)


def _summary(done: "Done", out: Path, rejects: Path) -> str:
    lines = [f"requests predicted: {done.requests:,}, in {out}"]
    lines += [f"  {name:<13} {count:>12,}" for name, count in done.assessments.items()]
    if done.rejected:
        lines.append(f"rejected: {done.rejected:,}, with the reason of each in {rejects}")
    if not (done.requests or done.rejected):
        lines.append("the inputs hold no messages")
    return "\n".join(lines) + "\n"
