"""The whole pack: the sections in the order in which a consultee reads them."""

import datetime as dt

from s1sr_validator.exchange.consultation_pack.behaviour_facts import behaviour_section, codes_section, life_section
from s1sr_validator.exchange.consultation_pack.cited_sources import sources_section
from s1sr_validator.exchange.consultation_pack.document import Bullets, PackDocument, PackSection, kept
from s1sr_validator.exchange.consultation_pack.matrix_rows import devices_section, matrix_section
from s1sr_validator.exchange.consultation_pack.questions import questions_section
from s1sr_validator.exchange.consultation_pack.redline import clause_section
from s1sr_validator.exchange.consultation_pack.subject import subject_of
from s1sr_validator.exchange.tables.about import about
from s1sr_validator.index.lookup import Lookup


def consultation_document(lookup: Lookup, behaviour_id: str, day: dt.date) -> PackDocument:
    """Return the pages that a consultation about a behaviour needs.

    Args:
        lookup: the catalogue.
        behaviour_id: the id of the behaviour, in any case.
        day: the day that standings are for.

    Raises:
        UsageError: there is no such behaviour.
    """
    subject = subject_of(lookup, behaviour_id, day)
    sections = (
        behaviour_section(subject, lookup),
        devices_section(subject, lookup),
        clause_section(subject, lookup),
        matrix_section(subject),
        codes_section(subject, lookup),
        life_section(subject),
        questions_section(subject, lookup),
        sources_section(subject, lookup),
        _about_section(lookup, day),
    )
    title = f"{subject.behaviour.id}: {subject.behaviour.title}"
    return PackDocument(title=title, day=day.isoformat(), sections=sections)


def _about_section(lookup: Lookup, day: dt.date) -> PackSection:
    facts = (f"{fact.name.replace('_', ' ')}: {fact.value}" for fact in about(lookup, day))
    return PackSection("About these pages", (Bullets(tuple(map(kept, facts))),))
