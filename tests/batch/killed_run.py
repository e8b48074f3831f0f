"""A batch of invented requests as a process of its own, which says how far it is, so that it can be killed there.

python -m tests.batch.killed_run OUT: writes a line with its processes for each chunk that is done, and resumes.
"""

import multiprocessing
import sys
from pathlib import Path

from s1sr_validator.batch.chunk import packed
from s1sr_validator.batch.formats import row_format
from s1sr_validator.batch.item import Item
from s1sr_validator.batch.parts import Done, Parts
from s1sr_validator.batch.predicted import PredictedRow
from s1sr_validator.batch.predicting import Question
from s1sr_validator.batch.run import run_batch
from s1sr_validator.model.errors import UsageError
from tests.invented import LOG, MAKER_ONE, TINY, request_xml

COUNT, CHUNK = 400, 20
QUESTION = Question(device=MAKER_ONE, as_of="2020-01-01", standing="proposed", state={}, catalogue=str(TINY))


def messages() -> list[Item]:
    """Return invented requests, every seventh of them broken."""
    name = "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:{}"
    sound = [request_xml(LOG, header={"RequestID": name.format(number)}).encode() for number in range(COUNT)]
    return [Item(f"m{place}", b"<broken" if place % 7 == 6 else data) for place, data in enumerate(sound)]


def main(out: Path) -> None:
    """Run the batch, or go on with it; end with a line that says what it came to."""
    parts = Parts(out, out.with_name("rejects.ndjson"), row_format(out, PredictedRow.__struct_fields__))
    with parts.held():
        parts.begin(b"an invented plan", resume=True)
        done = run_batch(packed(iter(messages()), CHUNK), QUESTION, parts, jobs=2, watch=_say)
    sys.stdout.write(f"done {done.requests} {done.rejected}\n")


def _say(_done: Done) -> None:
    processes = " ".join(str(process.pid) for process in multiprocessing.active_children())
    sys.stdout.write(f"chunk {processes}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except UsageError as error:
        sys.exit(f"{error.message}: {error.tip}")
