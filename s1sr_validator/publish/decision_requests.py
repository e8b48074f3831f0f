"""The request table: what the rules that a browser asks about a request need to know of each service."""

from typing import Any

from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.checking.rules.eui_shape import EUI_FIELDS, REQUEST_ID_FIELDS
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.messages import bounds
from s1sr_validator.messages.answer_rules import ANSWER_READING_RULES
from s1sr_validator.messages.rules import READING_RULES
from s1sr_validator.model.alert import DCC_ALERT_ELEMENTS
from s1sr_validator.model.answer import GBCS_PAYLOAD_ELEMENTS, RESPONSE_ELEMENTS
from s1sr_validator.model.device_message import ALERT_PAYLOAD_ELEMENTS
from s1sr_validator.model.rule import Rule
from s1sr_validator.model.service import Service
from s1sr_validator.model.xsd_types import INTEGER_RANGES
from s1sr_validator.publish.decision_table import finished
from s1sr_validator.verdict.asking import EXCHANGE_RULES
from s1sr_validator.verdict.verdict_rules import VERDICT_RULES

IN_THE_BROWSER = (
    "REQ006",
    "REQ007",
    "REQ008",
    "REQ101",
    "REQ102",
    "REQ103",
    "REQ104",
    "REQ105",
    "REQ106",
    "REQ107",
    "REQ108",
    "REQ109",
    "REQ110",
    "REQ111",
    "REQ112",
    "REQ113",
    "REQ114",
    "REQ115",
    "REQ116",
    "REQ117",
    "REQ118",
    "REQ124",
    "REQ125",
    "REQ126",
    "REQ130",
    "REQ131",
    "REQ132",
    "REQ133",
    "REQ134",
    "REQ135",
    "REQ137",
    "REQ138",
    "REQ139",
    "REQ141",
    "REQ143",
)
"""The rules about requests that the scripts carry out too; all others are the command line's."""


def request_table(snapshot: Snapshot) -> dict[str, Any]:
    """Return services as the rules see them, and every rule with its severity and whether the browser asks it."""
    lookup = Lookup(snapshot)
    rules = {
        rule.code: rule
        for rule in (*READING_RULES, *ANSWER_READING_RULES, *CHECKING_RULES, *EXCHANGE_RULES, *VERDICT_RULES)
    }
    return finished(
        {
            "catalogue": {"version": snapshot.header.version, "digest": snapshot.digest},
            "services": {service.id: _service(service) for service in lookup.records.services},
            "roles": sorted({role for service in lookup.records.services for role in service.eligible_user_roles}),
            "rules": {rule.code: _rule(rule) for rule in rules.values()},
            "asked": IN_THE_BROWSER,
            "bounds": _bounds(),
            "element_names": {
                "responses": RESPONSE_ELEMENTS,
                "gbcs_payloads": GBCS_PAYLOAD_ELEMENTS,
                "dcc_alerts": DCC_ALERT_ELEMENTS,
                "alert_payloads": ALERT_PAYLOAD_ELEMENTS,
            },
            "integer_ranges": {
                name: [None if limit is None else str(limit) for limit in limits]
                for name, limits in INTEGER_RANGES.items()
            },
            "eui_fields": sorted(EUI_FIELDS),
            "request_id_fields": sorted(REQUEST_ID_FIELDS),
        }
    )


def _bounds() -> dict[str, int]:
    return {
        "bytes": bounds.MAX_BYTES,
        "depth": bounds.MAX_DEPTH,
        "elements": bounds.MAX_ELEMENTS,
        "tags": bounds.MAX_TAGS,
        "equals_signs": bounds.MAX_EQUALS_SIGNS,
        "attributes": bounds.MAX_ATTRIBUTES,
        "value": bounds.MAX_VALUE,
        "name": bounds.MAX_NAME,
    }


def _service(service: Service) -> dict[str, Any]:
    body = service.request_body
    return {
        "critical": service.critical,
        "non_device": service.non_device_request,
        "roles": service.eligible_user_roles,
        "variants": service.command_variants,
        "device_types": [evidence.device_type for evidence in service.device_types],
        "future_datable": body.future_datable,
        "fields": [[field.path, field.type, field.occurs] for field in body.fields],
    }


def _rule(rule: Rule) -> dict[str, str]:
    return {"severity": rule.severity, "name": rule.name, "summary": rule.summary}
