"""Exceptions to lint rules: each for one rule and one record, with a reason; an unused one is itself a finding."""

import datetime as dt

from s1sr_validator.model.record import Record


class LintException(Record, frozen=True, kw_only=True):
    """A finding that is accepted: the rule's code, the record (`folder/id`), the path in it, and why."""

    rule: str
    record: str
    reason: str
    path: str = ""
    expires: dt.date | None = None
