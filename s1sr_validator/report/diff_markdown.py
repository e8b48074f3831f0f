"""The differences of two catalogues as Markdown, for a comment on a pull request."""

from s1sr_validator.model.comparison import DiffReport, Effect, RecordDifference
from s1sr_validator.report.as_markdown import escaped
from s1sr_validator.report.bounded_lines import bounded
from s1sr_validator.report.diff_text import HEADINGS, SIGNS, field_in_words, side_in_words, totals


def diff_markdown(report: DiffReport) -> str:
    """Return a heading, the records by what their change can do, and the Device Models gained and lost."""
    lines = [f"### s1sr diff: {escaped(totals(report))}", ""]
    for effect in Effect:
        found = [record for record in report.records if record.effect is effect]
        if found:
            lines += [f"**{HEADINGS[effect]}**", ""]
            lines += [line for record in found for line in _record_lines(record)]
            lines.append("")
    if report.reach:
        lines += ["**Device Models gained and lost**", ""]
    for reach in report.reach:
        lines.append(f"* {escaped(f'{reach.behaviour} {reach.title}')}")
        lines += [f"  * {word} {escaped(', '.join(models))}" for word, models in _moved(reach.gained, reach.lost)]
    lines += ["", f"{escaped(side_in_words(report.base))} to {escaped(side_in_words(report.head))}"]
    return bounded(lines)


def _moved(gained: tuple[str, ...], lost: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(word, models) for word, models in (("gained", gained), ("lost", lost)) if models]


def _record_lines(record: RecordDifference) -> list[str]:
    head = f"* {escaped(f'{SIGNS[record.change]} {record.kind} {record.id} {record.title}'.strip())}"
    return [head, *(f"  * {escaped(field_in_words(field))}" for field in record.fields)]
