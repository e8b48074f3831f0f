"""Every command that writes no file, with a line of it; what they print goes to standard output."""

from tests.faults.writing_commands import (
    DAY,
    TO,
    TO_FILE,
    Command,
    with_catalogue,
    with_document,
    with_exchange,
    with_meters,
    with_snapshot,
)
from tests.invented import LOG, MAKER_ONE

ASKED = ("-d", MAKER_ONE, *DAY, *TO_FILE)
READS = {
    "predict": Command(with_exchange, ("predict", "request.xml", *ASKED), "."),
    "check": Command(with_exchange, ("check", "request.xml", "answer.xml", *ASKED), "."),
    "fleet": Command(with_meters, ("fleet", "meters.csv", "-b", "S1B-9001", *DAY, *TO_FILE), "."),
    "simulate": Command(with_exchange, ("simulate", "request.xml", "--outcome", "baseline", *ASKED), "."),
    "show": Command(with_snapshot, ("show", LOG, *TO_FILE), "."),
    "list": Command(with_snapshot, ("list", "services", *TO_FILE), "."),
    "search": Command(with_snapshot, ("search", "invented", *TO_FILE), "."),
    "history": Command(with_snapshot, ("history", "S1B-9001", *TO_FILE), "."),
    "timeline": Command(with_snapshot, ("timeline", *TO_FILE), "."),
    "exclusion": Command(with_snapshot, ("exclusion", "--dormant", *TO_FILE), "."),
    "sources": Command(with_snapshot, ("sources", *TO_FILE), "."),
    "lint": Command(with_catalogue, ("lint", *TO), "."),
    "explain": Command(with_snapshot, ("explain", "CAT001"), "."),
    "diff": Command(with_snapshot, ("diff", "catalogue.json", "catalogue.json"), "."),
    "impact": Command(with_snapshot, ("impact", "catalogue.json", "catalogue.json"), "."),
    "import consultation": Command(with_document, ("import", "consultation", "document.txt", *TO_FILE), "."),
    "schemas list": Command(with_snapshot, ("schemas", "list"), "."),
}
ELSEWHERE = {
    "serve": "runs until it is stopped, and writes nothing: tests/server/test_robustness.py",
    "evidence add": "SQLite makes the calls: test_ledger.py",
    "evidence show": "SQLite makes the calls: test_ledger.py",
}
