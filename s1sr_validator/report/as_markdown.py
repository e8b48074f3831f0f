"""Findings as Markdown, for a comment on a pull request or the summary page of a CI step: a table for each input."""

import re

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.report.findings_summary import counted, not_asked_in_words, provenance, summary
from s1sr_validator.report.findings_view import Examinee, FindingsView
from s1sr_validator.report.visible_text import visible

_LONGEST = 60_000
"""GitHub takes comments of at most 65,536 characters; what follows the tables needs the rest."""
_LONGEST_CELL = 500

_SPECIAL = re.compile(r"[&<>|`*_~\[\]\\#$!]")
_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_HEADER = "| Finding | Place | Message | What to do |\n| --- | --- | --- | --- |\n"
_WEIGHTS = {Severity.ERROR: "**error**", Severity.WARNING: "warning", Severity.INFO: "info"}


def to_markdown(view: FindingsView) -> str:
    """Return the counts, then a table of findings for each input that has any, then what was not asked."""
    parts = [f"### s1sr {view.command}: {summary(view)}\n"]
    shown = 0
    for examinee in view.examinees:
        rows = _rows(examinee, _LONGEST - sum(map(len, parts)))
        shown += len(rows)
        if rows:
            parts.append(f"\n{_heading(examinee)}\n\n{_HEADER}{''.join(rows)}")
    if left_out := len(view.findings) - shown:
        parts.append(f"\n{counted(left_out, 'more finding')} left out here; the format json has all.\n")
    if not_asked := _shortened(not_asked_in_words(view)):
        parts.append(f"\n{escaped(not_asked[0].upper() + not_asked[1:])}\n")
    parts.append(f"\n{escaped(provenance(view))}\n")
    return "".join(parts)


def escaped(text: str) -> str:
    """Return a text in which nothing is Markdown, HTML, a link or the mention of a person."""
    plain = _SPECIAL.sub(_reference, visible(text))
    # Mentions are looked for in the rendered text: only a character of no width in between stops them.
    return _LINK.sub(_reference, plain).replace("@", "@&#8203;")


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _heading(examinee: Examinee) -> str:
    name = f"<code>{escaped(_shortened(examinee.name) or '-')}</code>"
    what = examinee.what if examinee.was_read else "could not be read"
    return f"{name} {escaped(_shortened(what))}".strip()


def _rows(examinee: Examinee, room: int) -> list[str]:
    """Return the rows that fit."""
    rows: list[str] = []
    room -= len(_heading(examinee)) + len(_HEADER)
    for finding in examinee.findings:
        row = _row(finding)
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    return rows


def _row(finding: Finding) -> str:
    place = finding.location
    numbers = ":".join(str(number) for number in (place.line, place.column) if number)
    where = " ".join(part for part in (numbers, _coded(place.path)) if part)
    cells = (f"{_WEIGHTS[finding.severity]} {escaped(finding.code)}", where, _text(finding.message), _text(finding.tip))
    return f"| {' | '.join(cells)} |\n"


def _coded(text: str) -> str:
    return f"<code>{escaped(_shortened(text))}</code>" if text else ""


def _text(text: str) -> str:
    return escaped(_shortened(text))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 3]}..."
