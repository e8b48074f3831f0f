"""A claim that applies, as a person reads it: what the Device does, how sure that is, and who says so."""

from s1sr_validator.model.lifecycle import EventKind, Standing
from s1sr_validator.model.prediction import Announcement, AppliedClaim, Certainty, PredictedAlert, PredictedAnswer
from s1sr_validator.model.private_ids import is_private
from s1sr_validator.model.record import Basis
from s1sr_validator.report.overlay_text import marked
from s1sr_validator.report.page import Ink, Page

_LIST_NAMES = {
    "s1sp_alert": "S1SP alert",
    "dcc_alert": "DCC alert",
    "gbcs_alert": "GBCS alert",
    "response": "response code",
}


def write_claim(page: Page, claim: AppliedClaim) -> None:
    """Write one claim in full."""
    page.line(f"{claim.behaviour}  {claim.title}", indent=2, ink=Ink.STRONG)
    page.field("GBCS", answer_text(claim.baseline))
    page.field("Device", answer_text(claim.expected), ink=Ink.BAD if claim.claim == "deviates" else Ink.GOOD)
    page.fields("Alert", (_alert(alert) for alert in claim.expected.alerts))
    page.fields("Differs", (f"{found.about}: {found.says}" for found in claim.expected.differences))
    page.field("Certainty", _certainty(claim))
    page.field("Clause" if claim.clause and not claim.overlay else "Standing", _standing(claim))
    row = f'{claim.matrix_edition.replace("/", " ")}, row "{claim.matrix_label}"'
    page.field("Matrix", marked(row, claim.matrix_overlay))
    page.fields("Planned", (_planned(event) for event in claim.announced if event.event == EventKind.DESIGNATED))
    page.fields("Disputed", claim.disputes)
    page.fields("Sources", _sources(claim))
    record = f"{claim.source_file}:{claim.line}"
    page.field("Record", marked(record, claim.overlay) if is_private(claim.behaviour) else record, ink=Ink.LINK)


def _standing(claim: AppliedClaim) -> str:
    if claim.overlay:
        return _private_standing(claim)
    if claim.standing is Standing.OBSERVED:
        return f"observed since {claim.in_force_since}: a public report, below every clause, not regulation"
    clause = f"{claim.document} {claim.clause}, " if claim.clause else ""
    return f"{clause}{claim.standing} since {claim.in_force_since}"


def _private_standing(claim: AppliedClaim) -> str:
    since = f"private, {claim.standing} since {claim.in_force_since}"
    if is_private(claim.behaviour):
        return f"{since}: a finding of overlay {claim.overlay}, not regulation"
    clause = f" ({claim.document} {claim.clause})" if claim.clause else ""
    return f"{since}: that this Device Model does it{clause} is a finding of overlay {claim.overlay}, not regulation"


def _planned(event: Announcement) -> str:
    until = f" to {event.latest}" if event.latest != event.date else ""
    return f"to be designated on {event.date}{until}; whether that happened is not recorded"


def _sources(claim: AppliedClaim) -> list[str]:
    """Return each source with its places: first what it states, then what is inferred from it."""
    places: dict[tuple[bool, str], list[str]] = {}
    for cited in claim.citations:
        held = places.setdefault((cited.basis is Basis.INFERRED, cited.source), [])
        if cited.place not in held:
            held.append(cited.place)
    return [
        f"{source}{', inferred from' if inferred else ':'} {'; '.join(found)}"
        for (inferred, source), found in sorted(places.items())
    ]


def _certainty(claim: AppliedClaim) -> str:
    if claim.certainty is Certainty.CERTAIN:
        return f"certain: {claim.condition}" if claim.condition else "certain: no condition"
    options = ", ".join(
        f"--state {name.removeprefix('state.')}=..." for name in claim.residual_facts if name.startswith("state.")
    )
    return f"conditional on what only the Device knows{f'; settle it with {options}' if options else ''}"


def answer_text(answer: PredictedAnswer) -> str:
    """Return an answer in one line."""
    return f"{answer.outcome}: {answer.summary}"


def _alert(alert: PredictedAlert) -> str:
    references = "".join(f", {reference.name} {reference.value}" for reference in alert.external_references)
    return f"{alert.code} {alert.name} ({_LIST_NAMES.get(alert.list, alert.list)}){references}"
