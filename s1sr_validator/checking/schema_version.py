"""Versions of the DUIS schema: those that the catalogue's facts about a service are cited from."""

from decimal import Decimal

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.service import Service
from s1sr_validator.model.xsd_types import read_decimal


def versions_cited(service: Service, lookup: Lookup) -> dict[Decimal, str]:
    """Return the versions of the sources from which the body of a service is cited, with the ids of the sources."""
    cited = {citation.source for citation in service.citations if "request_body" in citation.covers}
    found = ((read_decimal(source.version), source.id) for source in lookup.records.sources if source.id in cited)
    return {version: source for version, source in found if version is not None}
