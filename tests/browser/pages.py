"""The pages that scripts work on, written small: by the site's own template, with its scripts, styles and policy."""

from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.publish.decision_scripts import script_files

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
OVERRIDES = SITE / "overrides"


def write_pages(folder: Path, snapshot: Snapshot) -> None:
    """Write the start page, the check page, a small matrix and a large one, with their scripts and styles."""
    sources = {path.name: path.read_text("utf-8") for path in (SITE / "assets" / "js").glob("*.js")}
    files = script_files(snapshot, sources) | {"assets/js/matrix.js": sources["matrix.js"].encode()}
    files |= {f"assets/css/{path.name}": path.read_bytes() for path in (OVERRIDES / "assets" / "css").glob("*.css")}
    files["index.html"] = _page("Look up", '<div id="s1sr-lookup"></div>', "../data/look-up.js", style_inside=True)
    files["check.html"] = _page("Check", '<div id="s1sr-check"></div>', "../data/check.js")
    files["compare.html"] = _page("Compare dates", '<div id="s1sr-compare"></div>', "../data/compare.js")
    keys = [device.id for device in snapshot.records.devices]
    files["matrix.html"] = _page("Matrix", _matrix(keys[:40], 30), "matrix.js")
    large = [f"ESME/{number // 40:04X}/0001/0101/{number:08X}" for number in range(400)]
    files["large.html"] = _page("Large matrix", _matrix(large, 500), "matrix.js")
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _page(title: str, content: str, script: str, *, style_inside: bool = False) -> bytes:
    """Return a page as MkDocs gives its parts to the template."""
    template = Environment(loader=FileSystemLoader(OVERRIDES), undefined=StrictUndefined, autoescape=False)  # noqa: S701 - as MkDocs
    template.filters["url"] = lambda address: address
    page = SimpleNamespace(
        title=title,
        content=f"<h1>{title}</h1>{content}",
        meta={"scripts": [script], "style_inside": style_inside, "wide": False},
        toc=[],
        is_homepage=False,
    )
    config = SimpleNamespace(site_name="Invented", site_description="Invented")
    return template.get_template("main.html").render(page=page, config=config, nav=SimpleNamespace(items=[])).encode()


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
