"""What every export says of itself: the catalogue, its overlays, the software, and the day that was asked about."""

import datetime as dt

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.export import EXPORT_VERSION, About
from s1sr_validator.version import software_version


def about(lookup: Lookup, as_of: dt.date | None = None) -> tuple[About, ...]:
    """Return the facts about an export; the day only where the table depends on it."""
    stamp = lookup.snapshot.stamp
    facts = {
        "catalogue_version": stamp.version,
        "catalogue_digest": stamp.digest,
        "overlays": ", ".join(f"{overlay.name} {overlay.digest}" for overlay in stamp.overlays),
        "software_version": software_version(),
        "table_version": EXPORT_VERSION,
        "licence": lookup.snapshot.header.licence,
        "as_of": as_of.isoformat() if as_of else "",
    }
    return tuple(About(name=name, value=value) for name, value in facts.items() if value)
