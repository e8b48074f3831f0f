"""What one exchange cannot answer: the notes of a draft."""

from s1sr_validator.evidence.sighting import Sighting
from s1sr_validator.model.verdict import Bearing


def open_questions(sighting: Sighting) -> tuple[str, ...]:
    """Return what one exchange cannot answer and a contributor has to find out."""
    key = sighting.device.id
    others = [weighed.behaviour for weighed in sighting.report.behaviours if weighed.bearing is Bearing.NOT_SEEN]
    contradicted = f"{' and '.join(others)} would have it otherwise: which holds when? Lint says so until `when` tells."
    return (
        *([contradicted] if others else []),
        (
            "When does it happen, always or only under a condition? Nothing is written under `when`, so that the draft "
            "claims it for every request of the service; one exchange cannot show more. Try other periods, other field "
            "values, and other states of the meter."
        ),
        f"Which other Device Models do it? The row names {key} alone; other firmware of the same hardware comes first.",
        "What does GBCS say? The baseline is taken from the schemas, and GBCS was not looked at.",
        "Is there a clause in the current S1SR or a row in the DMVESM that this catalogue does not hold?",
        "Was it the Device, or the S1SP in front of it? The messages show what came back, not where it arose.",
    )
