"""The pages that scripts work on, written small: with the scripts, styles and policy of the site."""

from pathlib import Path

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.publish.decision_scripts import script_files

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def write_pages(folder: Path, snapshot: Snapshot) -> None:
    """Write the start page, the check page, a small matrix and a large one, with their scripts and styles."""
    sources = {path.name: path.read_text("utf-8") for path in (SITE / "assets" / "js").glob("*.js")}
    files = script_files(snapshot, sources) | {"assets/js/matrix.js": sources["matrix.js"].encode()}
    files |= {f"assets/css/{path.name}": path.read_bytes() for path in (SITE / "assets" / "css").glob("*.css")}
    files["index.html"] = _page("Look up", '<div id="s1sr-lookup"></div>', "assets/data/look-up.js")
    files["check.html"] = _page("Check", '<div id="s1sr-check"></div>', "assets/data/check.js")
    keys = [device.id for device in snapshot.records.devices]
    files["matrix.html"] = _page("Matrix", _matrix(keys[:40], 30), "assets/js/matrix.js")
    large = [f"ESME/{number // 40:04X}/0001/0101/{number:08X}" for number in range(400)]
    files["large.html"] = _page("Large matrix", _matrix(large, 500), "assets/js/matrix.js")
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _page(title: str, content: str, script: str) -> bytes:
    styles = "".join(f'<link rel="stylesheet" href="assets/css/{name}.css">' for name in ("site", "s1sr"))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f'<title>{title}</title>{styles}<script defer src="{script}"></script></head>'
        f'<body><main class="md-typeset"><h1>{title}</h1>{content}</main></body></html>'
    ).encode()


def _matrix(devices: list[str], columns: int) -> str:
    heads = "".join(f'<th scope="col"><a href="#c{number}">clause {number}</a></th>' for number in range(columns))
    rows = "".join(
        f'<tr><th scope="row"><a href="#r{at}">{device}</a></th>'
        + "".join(_cell(at, number) for number in range(columns))
        + "</tr>"
        for at, device in enumerate(devices)
    )
    head = f'<thead><tr><th scope="col">Device Model</th>{heads}</tr></thead>'
    return (
        '<div id="s1sr-matrix" data-table="invented">'
        '<div class="scroll" tabindex="0" role="region" aria-label="Matrix">'
        f'<table class="matrix"><caption>Invented</caption>{head}<tbody>{rows}</tbody></table></div></div>'
    )


def _cell(row: int, column: int) -> str:
    if (row * 7 + column * 3) % 40 == 0:
        return '<td class="deviates">D<span class="hidden"> deviates</span></td>'
    return "<td>?</td>"
