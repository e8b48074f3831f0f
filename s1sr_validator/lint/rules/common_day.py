"""CAT135: a behaviour and the row that applies it are in force on a common day."""

from collections.abc import Iterator

from s1sr_validator.lint.applying import live_periods
from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT135",
    name="common-day",
    severity=Severity.ERROR,
    summary="A matrix row applies a behaviour, but on no day are both of them in force.",
    why="The behaviour is never predicted by this row, whatever the row says.",
    example=Example(
        file="matrix/invented/maker-one.yaml",
        wrong="{date: 2020-01-01, event: designated,",
        right="{date: 2010-01-01, event: designated,",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the periods of every row with those of its behaviours."""
    behaviours = {behaviour.id: behaviour for behaviour in context.records.behaviours}
    lives = {name: live_periods(behaviour.lifecycle) for name, behaviour in behaviours.items()}
    for row in context.records.matrix:
        own = live_periods(row.lifecycle)
        for number, name in enumerate(row.behaviours):
            others = lives.get(name, ())
            if own and others and not any(one.overlaps(other) for one in own for other in others):
                message = f"{name} and this row are in force on no common day"
                yield RULE.finding(message, context.location(row, "behaviours", number))
