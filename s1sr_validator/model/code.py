"""Codes that come back: DCC alerts, response codes, GBCS alerts, S1SP alerts."""

from enum import StrEnum

from s1sr_validator.model.record import Record


class CodeList(StrEnum):
    """The lists that codes come from."""

    DCC_ALERT = "dcc_alert"
    RESPONSE = "response"
    GBCS_ALERT = "gbcs_alert"
    S1SP_ALERT = "s1sp_alert"


class Code(Record, frozen=True, kw_only=True):
    """One code; its id is the code itself. The name is empty where no source gives one."""

    list: CodeList
    name: str = ""
    service_reference: str = ""
    schema_types: tuple[str, ...] = ()
    payload_types: tuple[str, ...] = ()
