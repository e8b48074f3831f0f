"""Ids that the owner of a private overlay coins: they begin with X-, which the published catalogue never uses."""

PREFIX = "X-"
EXAMPLE = "X-ACME-0001"

COINED = frozenset(
    {"behaviours", "matrix", "clauses", "observations", "rejections", "cohorts", "exclusions", "consultations"}
    | {"processes", "documents", "editions", "sources", "exceptions"}
)
"""Folders of the kinds whose ids their authors coin. The others have ids from outside: CPL keys, SRVs, codes, names."""


def is_private(record_id: str) -> bool:
    """Say whether an id is one that only an overlay may coin; a row's `x-acme/meters` is one too."""
    return record_id[: len(PREFIX)].upper() == PREFIX
