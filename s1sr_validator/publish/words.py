"""How the site says things: names of kinds and fields, assessments with letter and meaning, conditions."""

from typing import NamedTuple

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.condition import ALWAYS
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.prediction import Assessment
from s1sr_validator.model.record import Record
from s1sr_validator.prediction.exclusions import installation_facts
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import in_words

NOT_STATED = "not stated by any source that this catalogue holds"


class State(NamedTuple):
    """How an assessment is shown: letter and class make it out without colour; the meaning is for the legend."""

    letter: str
    name: str
    meaning: str


STATES = {
    Assessment.DEVIATES: State("D", "deviates", "a claim says that the Device does something else than GBCS"),
    Assessment.DEVIATES_IF: State("if", "deviates if", "it does so under a condition that only the Device can see"),
    Assessment.CONFORMS: State("ok", "conforms", "evidence shows that it does what GBCS says"),
    Assessment.DISPUTED: State("!", "disputed", "a source objects to what another says"),
    Assessment.NOT_ASSESSED: State(
        "?", "not assessed", "nothing that this catalogue holds speaks of it; this does not mean that it conforms"
    ),
}
TERMS = {
    "CHF": "Communications Hub Function",
    "CPL": "Central Products List",
    "DCC": "Data Communications Company",
    "DMVESM": "Device Model Variations to Equivalent Steps Matrix",
    "DUIS": "DCC User Interface Specification",
    "ESME": "Electricity Smart Metering Equipment",
    "GBCS": "Great Britain Companion Specification",
    "GPF": "Gas Proxy Function",
    "GSME": "Gas Smart Metering Equipment",
    "MMC": "Message Mapping Catalogue",
    "PPMID": "Pre-Payment Meter Interface Device",
    "S1SP": "SMETS1 Service Provider",
    "S1SR": "SMETS1 Supporting Requirements",
    "SEC": "Smart Energy Code",
    "SMETS1": "first version of the Smart Metering Equipment Technical Specifications",
    "SRV": "Service Reference Variant",
    "TMAD": "SMETS1 Transition and Migration Approach Document",
}
"""Abbreviations of the field, shown on hover; the glossary says more."""


def label(field: str) -> str:
    """Return the name of a field as people write it."""
    return field.replace("_", " ")


def rule_in_words(record: Record, lookup: Lookup) -> str:
    """Return the condition of a behaviour or an exclusion category in words; empty for a record that has none."""
    if isinstance(record, Exclusion):
        return in_words(record.when, installation_facts(lookup)) if record.when is not None else ""
    if not isinstance(record, Behaviour):
        return ""
    services = [lookup.services[srv] for srv in record.services if srv in lookup.services]
    return "always" if record.when == ALWAYS else in_words(record.when, vocabulary_for(lookup, *services))
