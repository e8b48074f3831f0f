"""What was found and what was asked, in one or two sentences that several formats share."""

from collections.abc import Iterable

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.report.findings_view import FindingsView

_SHOWN_REASONS = 4
_SHOWN_CODES = 4


def summary(view: FindingsView) -> str:
    """Return what was found, in how much, by how many rules, and what was left out."""
    if view.amount:
        parts = [f"{_found(view)} in {counted(view.amount, view.subject)}"]
        parts.append(f"{counted(len(view.rules_run), 'rule')} asked")
    else:
        parts = [_found(view), "nothing was checked"]
    if view.unread:
        parts.append(f"{counted(len(view.unread), 'input')} could not be read")
    if view.suppressed:
        parts.append(f"{counted(len(view.suppressed), 'finding')} suppressed")
    return ", ".join(parts)


def not_asked_in_words(view: FindingsView) -> str:
    """Return which rules were not asked and why, most frequent reason first; empty where all were."""
    codes: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    for examinee in view.examinees:
        for each in examinee.rules_not_asked:
            codes.setdefault(each.reason, set()).add(each.code)
            places.setdefault(each.reason, set()).add(examinee.name)
    inputs = sum(bool(examinee.rules_run or examinee.rules_not_asked) for examinee in view.examinees)
    reasons = sorted(codes, key=lambda reason: (-len(places[reason]), reason))
    shown = [
        f"{reason} ({_codes(codes[reason])}{_in_some(len(places[reason]), inputs)})"
        for reason in reasons[:_SHOWN_REASONS]
    ]
    if more := len(reasons) - len(shown):
        shown.append(f"and for {counted(more, 'other reason')}")
    return f"not asked: {'; '.join(shown)}" if shown else ""


def provenance(view: FindingsView) -> str:
    """Return by what was checked: the software, the catalogue with its overlays, and the day."""
    named = " ".join(part for part in (view.catalogue.version, view.catalogue.digest[:12]) if part)
    overlays = "".join(f" with overlay {each.name} {each.digest[:12]}" for each in view.catalogue.overlays)
    return f"s1sr {view.software}, catalogue {named}{overlays}, as of {view.as_of.isoformat()}"


def in_one_line(finding: Finding) -> str:
    """Return what is wrong and what to do, for formats that have one text for both."""
    return f"{finding.message}; {finding.tip}" if finding.tip else finding.message


def counted(amount: int, word: str) -> str:
    """Return an amount with its word, in the plural where it is not one."""
    return f"{amount} {word}{'s' * (amount != 1)}"


def _found(view: FindingsView) -> str:
    counts = [counted(amount, severity) for severity in Severity if (amount := view.count(severity))]
    return ", ".join(counts) or "no findings"


def _codes(codes: Iterable[str]) -> str:
    every = sorted(codes)
    return ", ".join(every) if len(every) <= _SHOWN_CODES else f"{len(every)} rules"


def _in_some(amount: int, inputs: int) -> str:
    return f", for {amount} of {inputs} inputs" if amount < inputs else ""
