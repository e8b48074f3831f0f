"""The cells of one row to a typed entry, or to findings that say which cell cannot be read."""

import msgspec

from s1sr_validator.exchange.cell_values import entry_number_of, hex_of, text_of
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.columns import COLUMNS
from s1sr_validator.exchange.cpl.row import DEVICE_TYPES, STATUSES, CplRow
from s1sr_validator.exchange.cpl.sheets import Table, TableRow
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.rule import Rule

_CODES = tuple(column for column in COLUMNS if column.digits)
_SHOWN = 80


class RowReader:
    """Reads one row; `findings` holds what was wrong with it."""

    def __init__(self, table: Table, row: TableRow) -> None:
        """Take the table, for the places of its cells, and the row."""
        self._table = table
        self._row = row
        self._number = entry_number_of(row.cells["entry"]).text
        self._sound = True
        self.findings: list[Finding] = []

    def entry(self) -> CplRow | None:
        """Return the entry, or None where a cell does not hold what its column asks for."""
        if not self._number:
            self._refuse(rules.CELL, "entry", "is not an entry number of six digits")
        cells = self._codes() | self._texts() | self._listed()
        if not self._sound:
            return None
        entry = msgspec.convert({"entry": self._number} | cells, CplRow)
        if entry.smets1_marks == 1:
            problem = f"with {entry.gbcs_version} is neither SMETS1 nor SMETS2+"
            self._refuse(rules.UNKNOWN_VALUE, "smets_version", problem)
            return None
        return entry

    def _codes(self) -> dict[str, str]:
        codes = {column.name: self._code(column.name, column.digits, needed=column.needed) for column in _CODES}
        joined = codes.pop("model_and_hardware")
        if joined and joined != codes["model"] + codes["hardware_version"] + codes["hardware_revision"]:
            self._refuse(rules.CELL, "model_and_hardware", "is not the model and hardware of its own row")
        return codes

    def _code(self, name: str, digits: int, *, needed: bool) -> str:
        value = self._row.cells.get(name)
        if not needed and not text_of(value):
            return ""
        code = hex_of(value, digits)
        if not code.text:
            self._refuse(rules.CELL, name, f"is not {digits} hex digits")
        elif code.from_number:
            self._note(rules.NUMBER_CELL, name, f"was a number; read as {code.text}")
        return code.text

    def _texts(self) -> dict[str, str]:
        names = ("device_type", "smets_version", "gbcs_version", "image_creator", "image_descriptor")
        texts = {name: text_of(self._row.cells.get(name)) for name in names}
        for name in ("smets_version", "gbcs_version"):
            if not texts[name]:
                self._refuse(rules.CELL, name, "is empty")
        return texts | {"device_type_name": texts["device_type"]}

    def _listed(self) -> dict[str, str]:
        found = {}
        for name, known in (("status", STATUSES), ("device_type", DEVICE_TYPES)):
            text = text_of(self._row.cells[name]).casefold()
            if text in known:
                found[name] = known[text].value
            else:
                self._refuse(rules.UNKNOWN_VALUE, name, "is not known")
        return found

    def _refuse(self, rule: Rule, name: str, problem: str) -> None:
        self._sound = False
        self._note(rule, name, problem)

    def _note(self, rule: Rule, name: str, problem: str) -> None:
        what = f"entry {self._number}" if self._number else f"row {self._row.number}"
        shown = text_of(self._row.cells.get(name))[:_SHOWN]
        message = f"{what}: {name} {shown!r} {problem}"
        self.findings.append(rule.finding(message, self._table.location(self._row.number, name)))
