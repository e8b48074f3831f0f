"""Changed predictions as Markdown, for a comment on a pull request."""

from collections.abc import Iterator

from s1sr_validator.model.comparison import ImpactGroup, ImpactReport
from s1sr_validator.report.as_markdown import escaped
from s1sr_validator.report.bounded_lines import bounded
from s1sr_validator.report.diff_text import side_in_words
from s1sr_validator.report.impact_text import (
    cases_in_words,
    foretold_in_words,
    group_in_words,
    impact_totals,
    too_many_in_words,
)


def impact_markdown(report: ImpactReport) -> str:
    """Return a heading with the counts, and a table for each group of changed predictions."""
    lines = [f"### s1sr impact: {escaped(impact_totals(report))}", ""]
    for group in report.groups:
        lines += _group_lines(group)
    lines.append(f"{escaped(side_in_words(report.base))} to {escaped(side_in_words(report.head))}")
    return bounded(lines)


def _group_lines(group: ImpactGroup) -> Iterator[str]:
    yield f"**{escaped(group_in_words(group))}**"
    yield ""
    if group.too_many:
        yield escaped(too_many_in_words(group))
        yield ""
    if group.transitions:
        yield "| Cases | Before | After |"
        yield "| --- | --- | --- |"
    for each in group.transitions:
        cells = (cases_in_words(each, group), foretold_in_words(each.before), foretold_in_words(each.after))
        yield f"| {' | '.join(map(escaped, cells))} |"
    yield ""
    yield f"<details><summary>Device Models</summary>\n\n{escaped(', '.join(group.device_models))}\n\n</details>"
    yield ""
