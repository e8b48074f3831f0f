"""Answers about the regulatory history: dated moments, and exclusion categories that an installation met."""

import msgspec

from s1sr_validator.model.truth import Truth


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a date: what, how firm, on which record, and where that is stated."""

    on: str
    until: str
    what: str
    status: str
    kind: str
    record: str
    detail: str
    source: str
    place: str


class CategoryAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One category: met (`true`), not met (`false`) or open (`unknown`), with its rule and what is still open."""

    exclusion: str
    name: str
    clause: str
    met: Truth
    rule: str
    still_open: str
    still_open_facts: tuple[str, ...]
    effect: str
    source_file: str
    line: int
