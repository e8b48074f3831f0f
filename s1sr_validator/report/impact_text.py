"""Changed predictions as a page: by behaviour and family of Device Models, what was and what will be predicted."""

from s1sr_validator.model.comparison import ABSENT, Foretold, ForetoldAnswer, ImpactGroup, ImpactReport, Transition
from s1sr_validator.report.diff_text import side_in_words
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.visible_text import visible

NOTHING = "No prediction changes."


def write_impact(page: Page, report: ImpactReport) -> None:
    """Write each group of changed predictions, then how many there are."""
    page.line(f"{side_in_words(report.base)} -> {side_in_words(report.head)}", ink=Ink.STRONG)
    for group in report.groups:
        page.line()
        page.line(group_in_words(group), ink=Ink.STRONG)
        page.fields("models", group.device_models)
        if group.too_many:
            page.field("not tried", too_many_in_words(group), ink=Ink.WARN)
        for transition in group.transitions:
            page.field("cases", cases_in_words(transition, group))
            page.field("before", foretold_in_words(transition.before), ink=Ink.BAD)
            page.field("after", foretold_in_words(transition.after), ink=Ink.GOOD)
    page.line()
    page.line(impact_totals(report))


def group_in_words(group: ImpactGroup) -> str:
    """Say which behaviours, services and Device Models a group is about."""
    maker = f" ({visible(group.maker)})" if group.maker else ""
    models = f"{len(group.device_models)} Device Model{'s' * (len(group.device_models) != 1)}"
    return f"{', '.join(group.behaviours)}: {group.family}{maker}, {models}, SRV {', '.join(group.services)}"


def too_many_in_words(group: ImpactGroup) -> str:
    """Say that a group was not tried to the end."""
    return f"{group.too_many:,} combinations of values are too many; only what changes where nothing is known is shown"


def cases_in_words(transition: Transition, group: ImpactGroup) -> str:
    """Say how many of the cases change so, and the facts of one."""
    if transition.cases == 1 and transition.nothing_known:
        return "where nothing is known of request and state"
    example = ", ".join(f"{fact.name} = {visible(fact.value)}" for fact in transition.example)
    shown = f", for example {example}" if example else ""
    also = "; nothing known is one of them" if transition.nothing_known else ""
    return f"{transition.cases} of {group.cases_tried}{shown}{also}"


def foretold_in_words(found: Foretold) -> str:
    """Say what is foretold for a case."""
    if found.assessment == ABSENT:
        return "not in the catalogue"
    claims = (
        f"{claim.behaviour} ({claim.standing}, {claim.certainty}): {_answer_in_words(claim.answer)}"
        for claim in found.claims
    )
    return "; ".join([f"{found.assessment}, predicts {found.predicts}", *claims])


def _answer_in_words(answer: ForetoldAnswer) -> str:
    alerts = f" with {', '.join(answer.alerts)}" if answer.alerts else ""
    differences = f", {'; '.join(answer.differences)}" if answer.differences else ""
    return visible(f"{answer.outcome}{alerts}{differences}")


def impact_totals(report: ImpactReport) -> str:
    """Count what changes, and what there was to compare."""
    asked = f"as of {report.as_of}, standing {report.lowest_standing} or higher"
    moved = "".join(
        f"; {count:,} pairs {word}"
        for count, word in ((report.pairs_added, "new"), (report.pairs_removed, "gone"))
        if count
    )
    compared = f"{report.pairs_compared:,} pairs of Device Model and service compared{moved}, {asked}"
    if not report.groups:
        return f"{NOTHING} {compared}."
    return f"{report.pairs_changed:,} pairs change, in {report.cases_changed:,} cases. {compared}."
