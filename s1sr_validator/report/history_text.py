"""Dated moments as a page: one column of dates, each moment beside its date."""

from s1sr_validator.model.history import Moment
from s1sr_validator.model.record import Basis
from s1sr_validator.model.results import MomentList
from s1sr_validator.report.overlay_text import marked, write_overlays
from s1sr_validator.report.page import Ink, Page

_INKS = {"draft": Ink.WARN, "announced": Ink.WARN, "figure": Ink.QUIET}
_COLUMN = 12


def write_moments(page: Page, result: MomentList) -> None:
    """Write the moments in order, and say how firm each is unless it simply happened."""
    for moment in result.moments:
        status = "" if moment.status in {"happened", "figure"} else f" ({moment.status})"
        until = f" to {moment.until}" if moment.until else ""
        record = marked(f"{moment.kind} {moment.record}", moment.overlay)
        text = f"{moment.what}{until}{status}: {record}"
        page.field(moment.date, text, indent=0, column=_COLUMN, ink=_INKS.get(moment.status, Ink.PLAIN))
        if moment.detail:
            page.field("", moment.detail, indent=0, column=_COLUMN)
        page.field("", _place(moment), indent=0, column=_COLUMN, ink=Ink.QUIET)
    page.line(f"{len(result.moments)} dated entries; (announced) and (draft) dates may have turned out otherwise")
    write_overlays(page, result.catalogue)


def _place(moment: Moment) -> str:
    inferred = "inferred from " if moment.basis is Basis.INFERRED else ""
    return f"{inferred}{moment.source}, {moment.place}"
