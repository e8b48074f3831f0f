"""The scripts of a page in one file each, with the tables that they read: one request, and no fetch from a disk."""

from collections.abc import Mapping

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.publish.decision_index import index_table, maker_table
from s1sr_validator.publish.decision_register import register_table
from s1sr_validator.publish.decision_requests import request_table
from s1sr_validator.publish.decision_table import as_script, decision_table

BUILT = "assets/data"
ENGINE = ("values.js", "conditions.js", "facts.js", "predict.js")
INTERFACE = ("elements.js", "nearest.js", "search.js", "combobox.js", "answer_view.js")
CHECKING = ("xml.js", "request.js", "moments.js", "answer.js", "rules.js", "seen.js", "exchange_rules.js", "verdict.js")
PAGES = {
    "look-up.js": ((*ENGINE, *INTERFACE, "look_up.js"), ("decisions", "index")),
    "compare.js": ((*ENGINE, "elements.js", "register.js", "compare.js"), ("decisions", "register")),
    "missing.js": (("values.js", "nearest.js", "search.js", "elements.js", "missing.js"), ("index",)),
    "check.js": ((*ENGINE, *INTERFACE, *CHECKING, "check.js"), ("decisions", "makers", "requests")),
}
"""The built scripts: which sources and tables each is made of, in the order in which they run."""


def script_files(snapshot: Snapshot, sources: Mapping[str, str]) -> dict[str, bytes]:
    """Return the built scripts by their paths below the site's folder; equal input gives equal bytes.

    Args:
        snapshot: a catalogue by itself.
        sources: the text of each script of site/assets/js by its name.

    Raises:
        KeyError: a script is missing.
    """
    tables = {
        "decisions": as_script("decisions", decision_table(snapshot)),
        "index": as_script("index", index_table(snapshot)),
        "makers": as_script("makers", maker_table(snapshot)),
        "register": as_script("register", register_table(snapshot)),
        "requests": as_script("requests", request_table(snapshot)),
    }
    return {
        f"{BUILT}/{name}": b"".join(
            (*(tables[table] for table in wanted), *(_shortened(sources[part]).encode() for part in parts))
        )
        for name, (parts, wanted) in PAGES.items()
    }


def _shortened(source: str) -> str:
    """Return a script without the comments that stand on lines of their own and without what its lines begin with.

    A text that goes over several lines is kept as it is.
    """
    lines, is_comment, is_text = [], False, False
    for line in source.splitlines():
        word = line.strip()
        starts = not is_text and word.startswith("/*")
        is_comment = is_comment or starts
        if not is_comment and (word or is_text):
            lines.append(line if is_text else word)
            is_text ^= line.count("`") % 2 == 1
        is_comment = is_comment and not word.endswith("*/")
    return "\n".join(lines) + "\n"
