"""How many meters of a fleet a clause, a proposal or a change of the catalogue touches."""

import datetime as dt

import msgspec

from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import CatalogueStamp


class MeterCount(msgspec.Struct, frozen=True, kw_only=True):
    """Meters of one sort: how many there are, and how many of them are touched. `name` is empty where none is known."""

    id: str
    name: str
    meters: int
    touched: int


class UnknownModel(msgspec.Struct, frozen=True, kw_only=True):
    """A text in the table that is not the key of a Device Model of the catalogue, and the meters that have it."""

    text: str
    meters: int


class FleetReport(msgspec.Struct, frozen=True, kw_only=True):
    """A fleet held against a question.

    `meters` are the rows of the table; those of Device Models that the catalogue does not know count as neither
    touched nor untouched. `by_maker`, `by_model`, `by_service` and `by_cohort` are the largest number touched first;
    a meter counts once in each service on which it is touched. `by_cohort` is empty where the table has no such column.
    """

    schema_version: str
    catalogue: CatalogueStamp
    as_of: dt.date
    lowest_standing: Standing
    question: str
    behaviours: tuple[str, ...]
    meters: int
    meters_touched: int
    meters_unknown: int
    by_maker: tuple[MeterCount, ...]
    by_model: tuple[MeterCount, ...]
    by_service: tuple[MeterCount, ...]
    by_cohort: tuple[MeterCount, ...]
    unknown: tuple[UnknownModel, ...]
