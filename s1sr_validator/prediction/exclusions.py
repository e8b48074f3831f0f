"""Which exclusion categories an installation met, by the evidence that is known of it."""

from collections.abc import Mapping

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.condition import ALWAYS, Condition, Value, fact_names
from s1sr_validator.model.history import CategoryAnswer
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import FactType, state_fact_type
from s1sr_validator.prediction.evaluate import evaluate, residual
from s1sr_validator.prediction.facts import Facts
from s1sr_validator.prediction.words import in_words


def categories_met(values: Mapping[str, Value], lookup: Lookup) -> tuple[CategoryAnswer, ...]:
    """Answer for each category whose evidence rule is recorded: those met first, then the open ones.

    Args:
        values: what is known of the installation, by full fact name (`state.installation.cohort`).
        lookup: the catalogue.
    """
    vocabulary = installation_facts(lookup)
    facts = Facts(values)
    answers = [
        _answer(exclusion, exclusion.when, facts, vocabulary, lookup)
        for exclusion in lookup.records.exclusions
        if exclusion.when is not None
    ]
    order = (Truth.TRUE, Truth.UNKNOWN, Truth.FALSE)
    return tuple(sorted(answers, key=lambda answer: (order.index(answer.met), answer.exclusion)))


def installation_facts(lookup: Lookup) -> dict[str, FactType]:
    """Return the facts about an installation that evidence rules may name."""
    facts = (state_fact_type(state) for state in lookup.installation_states.values())
    return {fact.name: fact for fact in facts}


def _answer(
    exclusion: Exclusion, rule: Condition, facts: Facts, vocabulary: Mapping[str, FactType], lookup: Lookup
) -> CategoryAnswer:
    met = evaluate(rule, facts)
    rest = residual(rule, facts) if met is Truth.UNKNOWN else ALWAYS
    origin = lookup.origin("exclusions", exclusion.id)
    return CategoryAnswer(
        exclusion=exclusion.id,
        name=exclusion.name,
        clause=exclusion.clause,
        met=met,
        rule=in_words(rule, vocabulary),
        still_open=in_words(rest, vocabulary),
        still_open_facts=tuple(sorted(fact_names(rest))),
        effect=exclusion.effect.replace("_", " "),
        source_file=origin.file,
        line=origin.line,
        overlay=origin.overlay,
    )
