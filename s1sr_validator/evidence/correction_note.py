"""A note for those who look after the catalogue: a Device did not do what a behaviour predicts."""

from collections.abc import Iterator

from s1sr_validator.evidence.sighting import Sighting
from s1sr_validator.model.verdict import Bearing, WeighedBehaviour

_QUESTIONS = (
    "Does the clause leave out this firmware, or has a later firmware repaired it?",
    "Is a condition of the clause missing in the record, or was the meter in a state that nobody asked about?",
    "Was the clause in force on that day, in the edition that applies?",
    "Does it happen again, on another meter of the same Device Model?",
)


def correction_note(sighting: Sighting) -> str:
    """Return the note as Markdown, with what is known and what is still to be asked."""
    return "\n".join(_lines(sighting)) + "\n"


def _lines(sighting: Sighting) -> Iterator[str]:
    report = sighting.report
    yield f"# Draft of a correction: {report.request.srv} on {sighting.device.id}"
    yield ""
    yield f"What came back on {sighting.day.isoformat()}: {report.says}."
    yield ""
    yield "## Predicted and not seen"
    yield ""
    for weighed in report.behaviours:
        if weighed.bearing is Bearing.NOT_SEEN:
            yield _line(weighed)
    yield ""
    yield "## Evidence"
    yield ""
    yield f"* Exchange `{sighting.digest}`, redacted, in the folder `exchange`."
    yield f"* Reported by: {sighting.reporter or 'not stated'}."
    yield (
        f"* Judged by catalogue {report.catalogue.version} (`{report.catalogue.digest[:12]}`), "
        f"as of {report.as_of.isoformat()}."
    )
    yield ""
    yield "## Open questions"
    yield ""
    yield from (f"* {question}" for question in _QUESTIONS)


def _line(weighed: WeighedBehaviour) -> str:
    clause = f", clause {weighed.clause}" if weighed.clause else ""
    return f"* {weighed.behaviour} ({weighed.standing}{clause}): {weighed.title}. Here {weighed.says}"
