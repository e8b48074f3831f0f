"""A verdict that somebody should look at, as a finding: so that formats which know no verdicts carry it too."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.verdict import Verdict

UNPREDICTED = Rule(
    code="RSP211",
    name="unpredicted-deviation",
    severity=Severity.WARNING,
    summary="What came back is neither what GBCS says nor what any known behaviour says.",
    why="Either the Device deviates in a way that nobody has recorded, which may be worth a clause, or something about "
    "the request, the Device Model or the state is not as it was given.",
    example=Example(
        file="response.xml",
        wrong="<sr:S1SPAlertCode> of a failure that no behaviour of the catalogue predicts",
        right="a successful response, or the failure that a behaviour predicts",
    ),
)
NOT_SEEN = Rule(
    code="RSP212",
    name="predicted-not-seen",
    severity=Severity.WARNING,
    summary="A deviation was predicted for certain, and the Device did what GBCS says.",
    why="The behaviour may no longer hold for this firmware, or may be written too widely: it may need a correction.",
    example=Example(
        file="response.xml",
        wrong="a successful response with an empty log, where a behaviour says that the request fails",
        right="the failure that the behaviour predicts",
    ),
)
VERDICT_RULES = (UNPREDICTED, NOT_SEEN)
"""The rules that a verdict is reported by."""

_BY_VERDICT = {
    Verdict.UNPREDICTED_DEVIATION: (UNPREDICTED, "propose a clause, or correct --device and --state"),
    Verdict.PREDICTED_NOT_SEEN: (NOT_SEEN, "propose a correction, or correct --device and --state"),
}


def verdict_findings(verdict: Verdict, says: str, place: Location) -> Iterator[Finding]:
    """Yield the finding of a verdict that was not to be expected."""
    if verdict in _BY_VERDICT:
        rule, tip = _BY_VERDICT[verdict]
        yield rule.finding(f"{verdict}: {says}", place, tip=tip)
