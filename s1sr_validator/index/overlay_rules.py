"""The rules by which a private overlay only adds: it changes nothing below, and nothing in it passes for the Code."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_BEHAVIOUR = "behaviours/X-INVENTED-0001.yaml"
_ROW = "matrix/x-invented/maker-one.yaml"

BELOW = Rule(
    code="OVL001",
    name="overlay-changes-record",
    severity=Severity.ERROR,
    summary="An overlay holds a record that the catalogue, or another overlay, holds already.",
    why="An overlay adds and never replaces: a designated record reads the same with any overlay and with none. Where "
    "the catalogue has come to hold what the overlay held, the overlay's record has done its work and goes.",
    example=Example(
        file="behaviours/", wrong="behaviours/S1B-9001.yaml, a changed copy", right="behaviours/X-INVENTED-0001.yaml"
    ),
)
PRIVATE_ID = Rule(
    code="OVL002",
    name="overlay-private-id",
    severity=Severity.ERROR,
    summary="The id of an overlay's own record does not begin with X-.",
    why="The published catalogue never gives out such an id, so that a later edition of it cannot meet the overlay's, "
    "and everybody who reads the id sees that it is private. Ids that come from outside, such as CPL keys, SRVs and "
    "codes, stay what they are.",
    example=Example(file=_BEHAVIOUR, wrong="id: S1B-0001", right="id: X-INVENTED-0001"),
)
STANDING = Rule(
    code="OVL003",
    name="overlay-standing",
    severity=Severity.ERROR,
    summary="An event of an overlay's record is a step on the way into the Smart Energy Code.",
    why="What was consulted on or designated is public: it belongs into the catalogue, with its source, where others "
    "review it. An overlay holds what its owner found, so its events are observed, considered, superseded, withdrawn.",
    example=Example(file=_BEHAVIOUR, wrong="event: designated", right="event: observed"),
)
REFERENCE = Rule(
    code="OVL004",
    name="overlay-reference",
    severity=Severity.ERROR,
    summary="An overlay's record names a record that neither the catalogue nor an overlay holds.",
    why="A finding that hangs on it is never predicted, and nobody would notice.",
    example=Example(file=_ROW, wrong="behaviours: [X-INVENTED-0009]", right="behaviours: [X-INVENTED-0001]"),
)
BORROWED = Rule(
    code="OVL005",
    name="overlay-borrowed-authority",
    severity=Severity.ERROR,
    summary="A private behaviour names a published clause, or a private row stands in a published edition.",
    why="The answer would quote the clause or the matrix for something that stands in neither.",
    example=Example(file=_ROW, wrong="edition: INVENTED/1.0", right="edition: X-INVENTED/1"),
)
EXCEPTION = Rule(
    code="OVL006",
    name="overlay-exception",
    severity=Severity.ERROR,
    summary="An exception of an overlay is about a record that is not the overlay's.",
    why="What may be wrong with the catalogue's records is for the catalogue to say.",
    example=Example(
        file="exceptions/x-invented-no-report.yaml",
        wrong="record: behaviours/S1B-9002",
        right="record: behaviours/X-INVENTED-0001",
    ),
)

OVERLAY_RULES = (BELOW, PRIVATE_ID, STANDING, REFERENCE, BORROWED, EXCEPTION)
