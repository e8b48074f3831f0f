"""What a clause names: SRVs, Device types, makers, alerts and references, by the catalogue's own lists and forms."""

import re
from collections.abc import Iterable

from s1sr_validator.model.code import CodeList
from s1sr_validator.model.device import DeviceType
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.regulation_import import FoundTerms, NamedAlert, NamedReference

_SRV = r"(?<![\w.])\d{1,2}(?:\.\d{1,2}){1,2}(?!\.?\d)(?![A-Za-z])"
# One way only to match blanks between separators: with two, a row of commas would be tried in 2^n ways.
_LIST = r"\s*(?:(?:,|and\b|or\b|&|/|;)\s*)+"
_SRVS = re.compile(
    rf"\b(?:SRVs?|Service Reference Variants?|Service Requests?)(?:\(s\))?:?\s*(?P<ids>{_SRV}(?:{_LIST}{_SRV})*)"
)
_NAMED_SRV = re.compile(rf"(?P<id>{_SRV})\s*\((?P<name>[^)]{{4,120}})")
_S1SP = re.compile(r"\bS1[A-Z]{2}\d{4}\b")
_ALERT = re.compile(r"\b[Aa]lert(?:\s[Cc]ode)?s?:?\s+(?:0x)?(?P<code>[A-Z0-9]{2,6})\b")
_ALERT_NAME = r"\s*[/:\u2013-]\s*(?P<name>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)*)"
_REFERENCE = re.compile(r"\b(?P<name>ALM Ref(?:erence)? ID):?\s*(?P<value>\d{3,10})\b")
_FAILS = re.compile(r"\b(?:(?:will|shall|may|would)\s+fail|fails|will be rejected|shall be rejected)\b")
_CONDITION = re.compile(r"\b(?:where|if|when|whenever|unless|except|only|until|before|after|during)\b", re.IGNORECASE)
_SOMETHING_METERED = r"Devices?|[Mm]eters?|Communications\sHubs?"


class Recogniser:
    """The lists and forms of a catalogue, ready to be looked for in texts."""

    def __init__(self, records: Records) -> None:
        """Take the records whose ids and names are looked for."""
        self._services = {service.id: service.name for service in records.services}
        self._s1sp = {code.id: code.name for code in records.codes if code.list is CodeList.S1SP_ALERT}
        lists = {CodeList.DCC_ALERT, CodeList.GBCS_ALERT}
        self._alerts = {code.id: code.name for code in records.codes if code.list in lists}
        self._makers: dict[str, set[str]] = {}
        for maker in records.manufacturers:
            for name in (maker.name, *maker.name_variants):
                if name:
                    self._makers.setdefault(name, set()).add(maker.id)
        types = "|".join(DeviceType)
        self._types = re.compile(rf"\b(?P<type>{types})s?\b")
        names = "|".join(re.escape(name) for name in sorted(self._makers, key=len, reverse=True)) or "(?!)"
        self._maker = re.compile(rf"(?<![\w(])(?:{names})(?!\w)")
        self._made = re.compile(
            rf"(?<![\w(])(?P<names>(?:{names})(?:{_LIST}(?:{names}))*)(?:['\u2019]s)?\s+(?:SMETS1\s+)?"
            rf"(?:(?:{types})s?|{_SOMETHING_METERED})\b"
        )

    def terms(self, text: str) -> FoundTerms:
        """Return what a text names."""
        services = self._named_services(text)
        return FoundTerms(
            services=_sorted(srv for srv in services if srv in self._services),
            unknown_services=_sorted(srv for srv in services if srv not in self._services),
            device_types=_sorted(found["type"] for found in self._types.finditer(text)),
            manufacturers=_sorted(self._named_makers(text)),
            alerts=tuple(sorted(self._named_alerts(text))),
            references=tuple(
                sorted(
                    {NamedReference(name=found["name"], value=found["value"]) for found in _REFERENCE.finditer(text)}
                )
            ),
            outcome="failure" if _FAILS.search(text) else "",
            has_condition=bool(_CONDITION.search(text)),
        )

    def _named_services(self, text: str) -> set[str]:
        """Return SRVs that are called so, and ids with the service's name behind them; any other may be a clause."""
        found = {srv for match in _SRVS.finditer(text) for srv in re.findall(_SRV, match["ids"])}
        for match in _NAMED_SRV.finditer(text):
            name = self._services.get(match["id"], "")
            if name and match["name"].casefold().startswith(name.casefold()):
                found.add(match["id"])
        return found

    def _named_makers(self, text: str) -> set[str]:
        """Return makers before a Device: `Secure` alone is a cohort's name or an ordinary word."""
        names = (name for match in self._made.finditer(text) for name in self._maker.findall(match["names"]))
        return {maker for name in names for maker in self._makers[name]}

    def _named_alerts(self, text: str) -> set[NamedAlert]:
        own = {match[0] for match in _S1SP.finditer(text)}
        own |= {code for code in self._s1sp if re.search(rf"\b{re.escape(code)}\b", text)}
        found = {NamedAlert(code=code, name=_name_beside(code, text), is_known=code in self._s1sp) for code in own}
        others = {match["code"] for match in _ALERT.finditer(text)} & self._alerts.keys()
        return found | {NamedAlert(code=code, name=self._alerts[code]) for code in others}


def _name_beside(code: str, text: str) -> str:
    found = re.search(rf"\b{re.escape(code)}{_ALERT_NAME}", text)
    return found["name"] if found else ""


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({str(value) for value in values}, key=_natural))


def _natural(value: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else 0, part) for part in re.split(r"[.]", value)]
