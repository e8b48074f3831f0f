"""Every rule about answers; a new rule is added here by hand."""

from s1sr_validator.checking.answer_rules import (
    alert_code_unlisted,
    answer_code_unknown,
    answer_id_shape,
    answer_time,
    answer_value_type,
    incomplete_answer,
    part_order,
    payload_of_another_service,
    payload_unknown,
    references_disagree,
    repeated_part,
    request_id_missing,
    response_empty,
    s1sp_alert_code_empty,
    unknown_part,
    wrong_namespace,
)
from s1sr_validator.checking.answers.asking import CRASHED, AnswerRuleModule
from s1sr_validator.model.rule import Rule

ANSWER_RULES: tuple[AnswerRuleModule, ...] = (
    incomplete_answer,
    repeated_part,
    unknown_part,
    wrong_namespace,
    part_order,
    answer_code_unknown,
    answer_id_shape,
    answer_time,
    answer_value_type,
    payload_unknown,
    payload_of_another_service,
    references_disagree,
    request_id_missing,
    s1sp_alert_code_empty,
    alert_code_unlisted,
    response_empty,
)
"""Every rule about one answer, in the order in which they are asked."""

ANSWER_CHECKING_RULES: tuple[Rule, ...] = (
    *sorted((module.RULE for module in ANSWER_RULES), key=lambda rule: rule.code),
    CRASHED,
)
"""Every rule about an answer that could be read, in the order of the codes; those about reading are the messages'."""
