"""The decision table: one small JSON from which a browser gives the answers that `s1sr predict` gives.

Its reader is site/assets/js; tests/publish/test_conformance.py holds both to the same answers, byte for byte.
"""

import hashlib
from typing import Any

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.publish.decision_claims import claim_data, row_data
from s1sr_validator.publish.decision_vocabulary import (
    asked_fields,
    device_data,
    device_phrases,
    service_data,
    state_data,
)

DECISION_VERSION = "1"
"""Shape of the table; a script refuses a table of another shape."""
GLOBAL = "S1SR_TABLES"
"""The one global name under which scripts find tables: a page that is opened as a file cannot fetch."""


def decision_table(snapshot: Snapshot) -> dict[str, Any]:
    """Return all that a prediction needs, as plain data in a fixed order.

    Args:
        snapshot: a catalogue by itself.

    Raises:
        ValueError: private overlays are over the catalogue; a table is made to be published.
    """
    if snapshot.overlays:
        names = ", ".join(overlay.name for overlay in snapshot.overlays)
        raise ValueError(f"a decision table is published, and overlay {names} is private")
    lookup = Lookup(snapshot)
    asked = asked_fields(lookup)
    return finished(
        {
            "catalogue": {"version": snapshot.header.version, "digest": snapshot.digest},
            "devices": [device_data(device) for device in lookup.devices.values()],
            "device_phrases": device_phrases(),
            "services": [service_data(service, asked) for service in lookup.records.services],
            "states": [state_data(fact) for fact in lookup.device_states.values()],
            "claims": [claim_data(behaviour, lookup) for behaviour in lookup.behaviours.values()],
            "rows": [row_data(row) for row in lookup.records.matrix],
            "applications": [[pair.behaviour.id, pair.row.id] for pair in lookup.applications],
        }
    )


def finished(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table as plain data, with its version and the SHA-256 of all else."""
    plain: dict[str, Any] = msgspec.to_builtins({"decision_version": DECISION_VERSION, **table})
    return {**plain, "table_digest": hashlib.sha256(as_json(plain)).hexdigest()}


def as_json(table: dict[str, Any]) -> bytes:
    """Return a table as compact JSON; equal tables give equal bytes."""
    return msgspec.json.encode(table, order="sorted")


def as_script(name: str, table: dict[str, Any]) -> bytes:
    """Return a table as a script that puts it under its name, for pages that are opened as files.

    JSON is a part of JavaScript; `<` is escaped as well, so that no text can end a script element it is pasted into.
    """
    content = as_json(table).replace(b"<", b"\\u003c")
    return b"(globalThis.%s = globalThis.%s || {})[%s] = %s;\n" % (
        GLOBAL.encode(),
        GLOBAL.encode(),
        msgspec.json.encode(name),
        content,
    )
