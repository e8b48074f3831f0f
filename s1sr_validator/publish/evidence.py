"""How well a record is founded: what its citations are, how their sources were had, and when they were last checked.

The catalogue holds how a source was obtained and when it was published, and no day on which it was looked at again:
that is said, and nothing is put in its place.
"""

from collections import Counter

import msgspec

from s1sr_validator.model.record import Basis, Record
from s1sr_validator.model.regulation import Source
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.words import label

NOT_RECORDED = "not recorded"


class ObtainedCount(msgspec.Struct, frozen=True, kw_only=True):
    """How sources were obtained, and how many of them were obtained so."""

    obtained: str
    sources: int


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What a record rests on.

    `stated` and `inferred` count its citations by how they carry it. `newest_source` is the latest date of publication
    among its sources (empty: none is dated), and `last_checked` says when somebody last looked at them.
    """

    stated: int
    inferred: int
    obtained: tuple[ObtainedCount, ...]
    newest_source: str
    last_checked: str = NOT_RECORDED


def evidence_of(record: Record, contents: Contents) -> Evidence:
    """Return what a record rests on; a source rests on itself."""
    cited = [] if isinstance(record, Source) else [citation.source for citation in record.citations]
    hits = [contents.hits.get(("sources", name)) for name in dict.fromkeys(cited)]
    sources = [hit.record for hit in hits if hit is not None and isinstance(hit.record, Source)]
    if isinstance(record, Source):
        sources = [record]
    counted = Counter(source.obtained.value for source in sources)
    return Evidence(
        stated=sum(citation.basis is Basis.STATED for citation in record.citations),
        inferred=sum(citation.basis is Basis.INFERRED for citation in record.citations),
        obtained=tuple(ObtainedCount(obtained=how, sources=count) for how, count in sorted(counted.items())),
        newest_source=max((source.date for source in sources), default=""),
    )


def evidence_in_words(evidence: Evidence) -> str:
    """Say what a record rests on."""
    had = ", ".join(f"{each.sources} {label(each.obtained)}" for each in evidence.obtained)
    newest = f"; the newest is of {evidence.newest_source}" if evidence.newest_source else ""
    if not evidence.stated + evidence.inferred:
        return f"it cites no place itself. Sources: {had or 'none'}{newest}"
    return f"{evidence.stated} places state it, {evidence.inferred} inferred. Sources: {had or 'none'}{newest}"


def checked_in_words(evidence: Evidence) -> str:
    """Say when the sources were last looked at."""
    if evidence.last_checked == NOT_RECORDED:
        return f"{NOT_RECORDED}: the catalogue says how a source was obtained, and not when"
    return evidence.last_checked
