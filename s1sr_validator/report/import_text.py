"""An import plan as text: what is new, changed, gone and back, and how much stays as it is."""

from s1sr_validator.model.import_plan import EntryChange, ImportPlan
from s1sr_validator.report.page import Ink, Page


def write_plan(page: Page, plan: ImportPlan, *, dry_run: bool) -> None:
    """Write a plan that was carried out, or one that was only asked about."""
    page.line(f"Central Products List {plan.version} of {plan.date}", ink=Ink.STRONG)
    for label, changes, ink in (
        ("added", plan.added, Ink.GOOD),
        ("changed", plan.changed, Ink.WARN),
        ("absent", plan.absent, Ink.BAD),
        ("returned", plan.returned, Ink.GOOD),
    ):
        for change in changes:
            _write_change(page, label, change, ink)
    for finding in plan.findings:
        page.field(f"{finding.severity} {finding.code}", f"{finding.message} ({finding.location})", indent=0, column=18)
    page.line(
        f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.absent)} absent, "
        f"{len(plan.returned)} returned, {plan.unchanged_count} unchanged"
    )
    page.line(_written(plan, dry_run=dry_run), ink=Ink.QUIET)


def _write_change(page: Page, label: str, change: EntryChange, ink: Ink) -> None:
    page.field(label, f"{change.key} (entry {change.entry}, {change.folder})", ink=ink, indent=0, column=10)
    for field in change.fields:
        page.field("", f"{field.field}: {field.old or 'nothing'} -> {field.new or 'nothing'}", column=12)


def _written(plan: ImportPlan, *, dry_run: bool) -> str:
    if plan.is_empty:
        return "The catalogue already holds all of it; nothing written."
    amount = f"{len(plan.edits)} record{'s' * (len(plan.edits) != 1)}"
    return f"{amount} to write; nothing written (dry run)." if dry_run else f"{amount} written. Review them: git diff"
