"""The pack as one HTML page that needs nothing else."""

from html import escape

from s1sr_validator.exchange.consultation_pack.document import (
    Block,
    Bullets,
    Change,
    Grid,
    PackDocument,
    PackSection,
    Paragraph,
    Runs,
)
from s1sr_validator.report.visible_text import visible

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "div{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;"
    "font-weight:bold}th,td{padding:.25rem .5rem;text-align:left;vertical-align:top;border:1px solid #ccc}"
    "ins{background:#dff0d8}del{background:#f8d7da}"
)
_ELEMENTS = {Change.INSERTED: "ins", Change.DELETED: "del"}


def to_pack_html(document: PackDocument) -> bytes:
    """Return the page in UTF-8; every text in it is escaped, and it loads nothing and runs nothing."""
    title = _text(document.title)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style></head>\n'
        f"<body><main><h1>{title}</h1>\n<p>As of {_text(document.day)}.</p>\n"
        f"{''.join(map(_section, document.sections))}"
        "</main></body></html>\n"
    ).encode()


def _section(section: PackSection) -> str:
    return f"<h2>{_text(section.heading)}</h2>\n{''.join(map(_block, section.blocks))}"


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs=runs):
            return f"<p>{_runs(runs)}</p>\n"
        case Bullets(items=items, is_numbered=is_numbered):
            name = "ol" if is_numbered else "ul"
            return f"<{name}>{''.join(f'<li>{_runs(item)}</li>' for item in items)}</{name}>\n"
        case Grid():
            return _table(block)


def _table(table: Grid) -> str:
    head = "".join(f"<th scope=col>{_text(name)}</th>" for name in table.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{_runs(cell)}</td>' for cell in row)}</tr>\n" for row in table.rows)
    caption = _text(table.caption)
    # A table that is wider than the screen scrolls by itself, by keyboard too.
    return (
        f'<div tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div>\n"
    )


def _runs(runs: Runs) -> str:
    shown = []
    for run in runs:
        name = _ELEMENTS.get(run.change)
        shown.append(f"<{name}>{_text(run.text)}</{name}>" if name else _text(run.text))
    return "".join(shown)


def _text(text: str) -> str:
    return escape(visible(text))
