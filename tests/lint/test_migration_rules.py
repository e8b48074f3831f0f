"""Rules about the regulatory history: records that break them, and records that do not."""

from typing import Any

import pytest

from s1sr_validator.lint.asking import RuleModule
from s1sr_validator.lint.rules import (
    calendar_date,
    cohort_name,
    cohort_values,
    exclusion_codes,
    exclusion_cohorts,
    figure_cohorts,
    figure_repeated,
    figure_source,
    lineage,
    list_order,
    milestone_order,
    milestone_range,
    milestone_source,
    reference_exists,
    state_used,
)
from s1sr_validator.model.condition import ALWAYS, AllOf, AnyOf, Comparison, Condition, Not, Operator, ValueType
from s1sr_validator.model.dated import Figure, Milestone, MilestoneKind, MilestoneStatus
from s1sr_validator.model.migration import (
    Cohort,
    Consultation,
    Dormancy,
    Exclusion,
    ExclusionEffect,
    Process,
    ProcessStep,
    Question,
)
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Clause, ClauseKind, Document, Edition, EditionStatus, Lineage, LineageKind
from s1sr_validator.model.state import StateFact, StateScope
from tests.lint.asked import context_with, places

PAPER = "invented-migration-paper"  # of 2016-05-20
MONTHLY = "invented-report"  # of 2014-03
UNDATED = "invented-second-paper"
ALPHA, BETA = "invented-alpha", "invented-beta"
COHORT, CODE, ATTEMPTS = (f"state.installation.{name}" for name in ("cohort", "error_code", "attempts_failed"))


def milestone(on: str, event: str = "changed", status: str = "happened", **fields: str) -> Milestone:
    """Return an invented milestone."""
    return Milestone(
        date=on,
        event=MilestoneKind(event),
        status=MilestoneStatus(status),
        source=fields.get("source", PAPER),
        place="p",
        latest=fields.get("latest", ""),
    )


def figure(as_of: str = "2016", value: int = 1, **fields: Any) -> Figure:  # noqa: ANN401 - fields of the figure
    """Return an invented figure."""
    usual = {"unit": "meters", "what": "Meters", "source": PAPER, "place": "p"}
    return Figure(**(usual | fields | {"as_of": as_of, "value": value}))


def cohort(*figures: Figure, **fields: Any) -> Cohort:  # noqa: ANN401 - fields of the record
    """Return a third invented cohort."""
    usual: dict[str, Any] = {"id": "invented-gamma", "name": "Invented (Gamma)", "capacity": "FOC", "figures": figures}
    return Cohort(**(usual | fields))


def dated(*milestones: Milestone) -> Cohort:
    """Return an invented cohort with milestones."""
    return cohort(milestones=milestones)


def exclusion(when: Condition | None = None, *figures: Figure, **fields: Any) -> Exclusion:  # noqa: ANN401 - as above
    """Return an exclusion category of both invented cohorts."""
    usual: dict[str, Any] = {
        "id": "invented-category",
        "name": "Invented category",
        "summary": "s",
        "clause": "INVENTED/9.2",
        "cohorts": (ALPHA, BETA),
        "dormancy": Dormancy.UNKNOWN,
        "effect": ExclusionEffect.UNKNOWN,
        "when": when,
        "figures": figures,
    }
    return Exclusion(**(usual | fields))


def consultation(*milestones: Milestone, **fields: Any) -> Consultation:  # noqa: ANN401 - fields of the record
    """Return an invented consultation."""
    return Consultation(id="invented-c", title="t", publisher="p", summary="s", milestones=milestones, **fields)


def edition(published: str, *milestones: Milestone) -> Edition:
    """Return an invented edition."""
    return Edition(
        id="INVENTED/3.0",
        document="INVENTED",
        version="3.0",
        status=EditionStatus.PUBLISHED,
        status_as_of="2016",
        published=published,
        milestones=milestones,
    )


def clause(record_id: str, *to: str) -> Clause:
    """Return a clause that leads to others."""
    steps = tuple(Lineage(kind=LineageKind.REPLACED_BY, to=other, source=PAPER, place="p") for other in to)
    return Clause(id=record_id, document="D", number="1", kind=ClauseKind.UNKNOWN, summary="s", lineage=steps)


def process(*orders: int) -> Process:
    """Return a process whose steps have these numbers."""
    steps = tuple(
        ProcessStep(order=order, name="n", actor="a", needs="n", leads_to="l", source=PAPER, place="p")
        for order in orders
    )
    return Process(id="invented-process", title="t", summary="s", steps=steps)


def asking(*orders: int) -> Consultation:
    """Return a consultation whose questions have these numbers."""
    return consultation(questions=tuple(Question(order=order, number="1", summary="s", place="p") for order in orders))


def values(*allowed: str) -> StateFact:
    """Return the fact that names an installation's cohort, with these values."""
    return StateFact(
        id="installation.cohort",
        title="t",
        description="d",
        type=ValueType.TEXT,
        scope=StateScope.INSTALLATION,
        values=allowed,
    )


def one_of(fact: str, *operands: str) -> Comparison:
    """Return a comparison of a fact with several values."""
    return Comparison(fact=fact, operator=Operator.ONE_OF, operands=operands)


OFTEN = Comparison(fact=ATTEMPTS, operator=Operator.AT_LEAST, operands=(3,))
IN_ALPHA, IN_BETA, IN_BOTH = one_of(COHORT, ALPHA), one_of(COHORT, BETA), one_of(COHORT, ALPHA, BETA)
OPENED, CLOSED = milestone("2016-03-01", "consulted"), milestone("2016-03-31", "consultation_closes")
CLOSED_AGAIN, CONCLUDED = milestone("2016-04-30", "consultation_closes"), milestone("2016-05", "concluded")


@pytest.mark.parametrize(
    ("module", "path", "record"),
    [
        (reference_exists, "milestones.0.source", dated(milestone("2016", source="invented-nothing"))),
        (reference_exists, "figures.0.cohorts.1", cohort(figure(cohorts=(ALPHA, "invented-nothing")))),
        (calendar_date, "milestones.0.date", dated(milestone("2016-02-30"))),
        (calendar_date, "milestones.0.latest", dated(milestone("2016", latest="2016-13"))),
        (calendar_date, "figures.0.as_of", cohort(figure("2016-00"))),
        (calendar_date, "closes", consultation(closes="2016-04-31")),
        (lineage, "lineage.0.to", clause("INVENTED/9.9", "INVENTED/9.9")),
        (lineage, "lineage.1.to", clause("INVENTED/9.2", "INVENTED/9.1", "INVENTED/9.3")),
        (milestone_range, "milestones.0.latest", dated(milestone("2016-05-02", latest="2016-05-01"))),
        (milestone_range, "milestones.1.latest", dated(milestone("2015"), milestone("2016", latest="2015-12"))),
        (milestone_source, "milestones.0.date", dated(milestone("2016-05-21"))),
        (milestone_source, "milestones.0.date", dated(milestone("2016-06"))),
        (milestone_source, "milestones.0.date", dated(milestone("2014-04-01", source=MONTHLY))),
        (milestone_source, "milestones.0.date", dated(milestone("2016-05-19", status="announced"))),
        (milestone_source, "milestones.0.date", dated(milestone("2014-01", status="announced", latest="2014-02"))),
        (milestone_order, "closes", consultation(opened="2016-03-31", closes="2016-03-30")),
        (milestone_order, "closes", consultation(OPENED, closes="2016-02")),
        (milestone_order, "milestones.0.date", consultation(CLOSED, opened="2016-04-01")),
        (milestone_order, "milestones.0.date", consultation(CONCLUDED, closes="2016-06-01")),
        (milestone_order, "milestones.1.date", consultation(OPENED, milestone("2015", "concluded"))),
        (milestone_order, "opened", consultation(OPENED, opened="2016-03-02")),
        (milestone_order, "opened", consultation(OPENED, opened="2016-02")),
        (milestone_order, "closes", consultation(CLOSED, CLOSED_AGAIN, closes="2016-04-01")),
        (milestone_order, "published", edition("2016-02", milestone("2016-03-01", "published"))),
        (milestone_order, "milestones.0.date", edition("2016-02", milestone("2016-01-31", "expires"))),
        (figure_source, "figures.0.as_of", cohort(figure("2016-05-21"))),
        (figure_source, "figures.1.as_of", exclusion(None, figure(), figure("2014-04", source=MONTHLY))),
        (figure_cohorts, "figures.0.cohorts", cohort(figure(cohorts=(ALPHA, BETA)))),
        (figure_cohorts, "figures.0", exclusion(None, figure())),
        (figure_cohorts, "figures.0", exclusion(None, figure(unit="installations"))),
        (figure_cohorts, "figures.0.cohorts.1", exclusion(None, figure(cohorts=(ALPHA, BETA)), cohorts=(ALPHA,))),
        (figure_repeated, "figures.1.value", cohort(figure(value=1), figure(value=2))),
        (figure_repeated, "figures.1.value", cohort(figure(), figure(source=UNDATED, what="meters"))),
        (
            figure_repeated,
            "figures.1.value",
            exclusion(None, figure(cohorts=(ALPHA, BETA)), figure(cohorts=(BETA, ALPHA))),
        ),
        (cohort_name, "group_id", cohort(group_id="x1")),
        (cohort_name, "name", cohort(name="Invented (ALPHA)")),
        (cohort_name, "group_id", cohort(group_id=ALPHA)),
        (list_order, "steps.1.order", process(1, 1)),
        (list_order, "steps.1.order", process(1, 3)),
        (list_order, "steps.0.order", process(2)),
        (list_order, "questions.1.order", asking(1, 1)),
        (list_order, "questions.0.order", asking(0)),
        (exclusion_cohorts, "when", exclusion(IN_ALPHA)),
        (exclusion_cohorts, "when", exclusion(IN_BOTH, cohorts=(ALPHA,))),
        (exclusion_cohorts, "when", exclusion(OFTEN, cohorts=(ALPHA,))),
        (exclusion_cohorts, "when", exclusion(Not(part=IN_BETA))),
        (exclusion_cohorts, "when", exclusion(IN_ALPHA, cohorts=())),
        (exclusion_cohorts, "when", exclusion(one_of(COHORT, ALPHA, BETA, "invented-nothing"))),
        (exclusion_codes, "when", exclusion(one_of(CODE, "XX90"))),
        (exclusion_codes, "when.all.1", exclusion(AllOf(parts=(OFTEN, one_of(CODE, "XX90"))))),
        (exclusion_codes, "when.not", exclusion(Not(part=one_of(CODE, "XX90")))),
        (exclusion_codes, "error_codes.1", exclusion(one_of(CODE, "XX90"), error_codes=("XX90", "XX91"))),
        (exclusion_codes, "error_codes.0", exclusion(OFTEN, error_codes=("XX90",))),
        (state_used, "id", StateFact(id="invented.a", title="t", description="d", type=ValueType.TEXT)),
        (cohort_values, "values.1", values(ALPHA, "invented-gamma", BETA)),
        (cohort_values, "values", values(ALPHA)),
        (cohort_values, "values", values()),
    ],
)
def test_reported(module: RuleModule, path: str, record: Record) -> None:
    """The record breaks the rule at this path."""
    assert [path] == [
        place.partition(":")[2] for place in places(module, context_with(record)) if f"/{record.id}.yaml" in place
    ]


@pytest.mark.parametrize(
    ("module", "record"),
    [
        (calendar_date, dated(milestone("2016-02-29", latest="2016"))),
        (calendar_date, consultation(opened="2016-02", closes="2016")),
        (lineage, clause("INVENTED/9.9", "INVENTED/9.2", "INVENTED/9.3")),
        (lineage, clause("INVENTED/9.9", "INVENTED/9.10")),
        (milestone_range, dated(milestone("2016-05", latest="2016-05-01"))),
        (milestone_range, dated(milestone("2016-05-01", latest="2016-05-01"), milestone("2016"))),
        (milestone_range, dated(milestone("2016", latest="2015-13"))),
        (milestone_source, dated(milestone("2016-05-20"), milestone("2016-05"), milestone("2016"))),
        (milestone_source, dated(milestone("2014-03-31", source=MONTHLY))),
        (milestone_source, dated(milestone("2030", source=UNDATED), milestone("2016-13"))),
        (milestone_source, dated(milestone("2030", status="final"), milestone("2010", status="final"))),
        (milestone_source, dated(milestone("2030", status="draft"), milestone("2010", status="draft"))),
        (milestone_source, dated(milestone("2030", status="announced"), milestone("2016", status="announced"))),
        (milestone_source, dated(milestone("2016-01", status="announced", latest="2016-05-20"))),
        (milestone_order, consultation(OPENED, CLOSED, CONCLUDED, opened="2016-03-01", closes="2016-03-31")),
        (milestone_order, consultation(OPENED, CLOSED, CLOSED_AGAIN, CONCLUDED, closes="2016-03-31")),
        (milestone_order, consultation(milestone("2016", "consulted"), opened="2016-03-01", closes="2016-03-01")),
        (milestone_order, consultation(milestone("2001", "expires"), milestone("2001"), opened="2016")),
        (milestone_order, consultation(milestone("2016-03", "concluded"), closes="2016-03-31")),
        (milestone_order, consultation()),
        (milestone_order, edition("", milestone("2016-02", "expires"), milestone("2016", "published"))),
        (milestone_order, edition("2016-02", milestone("2016", "published"), milestone("2015-01", "directed"))),
        (figure_source, cohort(figure("2016-05-20"), figure("2016"), figure("2030", source=UNDATED))),
        (figure_cohorts, cohort(figure(), figure(cohorts=(ALPHA, "invented-gamma")))),
        (figure_cohorts, exclusion(None, figure(cohorts=(BETA,)), figure(unit="GBP"))),
        (figure_cohorts, exclusion(None, figure(), cohorts=(BETA,))),
        (figure_cohorts, exclusion(None, figure(), figure(cohorts=(BETA,)), cohorts=())),
        (figure_cohorts, Document(id="D", title="t", abbreviation="D", figures=(figure(), figure(cohorts=(BETA,))))),
        (figure_repeated, cohort(figure(), figure("2015"), figure(unit="GBP"), figure(what="Others"))),
        (figure_repeated, exclusion(None, figure(cohorts=(ALPHA,)), figure(cohorts=(BETA,)), figure())),
        (cohort_name, cohort()),
        (cohort_name, cohort(name="Invented-GAMMA", group_id="Invented-Gamma")),
        (list_order, process(1)),
        (list_order, process(3, 1, 2)),
        (list_order, asking(2, 1)),
        (list_order, asking()),
        (exclusion_cohorts, exclusion()),
        (exclusion_cohorts, exclusion(OFTEN)),
        (exclusion_cohorts, exclusion(OFTEN, cohorts=())),
        (exclusion_cohorts, exclusion(IN_BOTH)),
        (exclusion_cohorts, exclusion(AnyOf(parts=(IN_ALPHA, OFTEN)))),
        (exclusion_cohorts, exclusion(AllOf(parts=(OFTEN, Not(part=IN_BETA))), cohorts=(ALPHA,))),
        (exclusion_cohorts, exclusion(ALWAYS)),
        (exclusion_codes, exclusion()),
        (exclusion_codes, exclusion(error_codes=("XX90",))),
        (exclusion_codes, exclusion(OFTEN)),
        (exclusion_codes, exclusion(one_of(CODE, "XX90", "XX91"), error_codes=("XX91", "XX90"))),
        (cohort_values, values(BETA, ALPHA)),
        (state_used, values(BETA, ALPHA)),
        (
            cohort_values,
            StateFact(id="invented.a", title="t", description="d", type=ValueType.TEXT, values=("x",)),
        ),
    ],
)
def test_silent(module: RuleModule, record: Record) -> None:
    """The record keeps the rule."""
    assert [] == [place for place in places(module, context_with(record)) if f"/{record.id}.yaml" in place]


def test_what_is_too_much_to_try_is_left_to_another_rule() -> None:
    """A condition with too many combinations of values is reported by condition-decides alone."""
    many = AnyOf(
        parts=tuple(
            Comparison(fact=f"state.installation.{name}", operator=Operator.EQUALS, operands=(number,))
            for name in ("attempts_failed", "separate_weeks")
            for number in range(0, 600, 2)
        )
    )
    context = context_with(exclusion(AllOf(parts=(many, IN_ALPHA))))
    assert [] == [place for place in places(exclusion_cohorts, context) if "invented-category" in place]
