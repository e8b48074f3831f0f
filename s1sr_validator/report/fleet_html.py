"""A fleet's report as one HTML page that needs nothing else."""

from html import escape

from s1sr_validator.model.fleet_report import FleetReport, MeterCount

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%}th,td{padding:.25rem .5rem;text-align:left;border-bottom:1px solid #ccc}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}meter{width:10rem}"
)
_CAPTIONS = {
    "by_maker": "By maker",
    "by_model": "By Device Model and firmware",
    "by_service": "By service",
    "by_cohort": "By cohort, as the table has it",
}


def fleet_html(report: FleetReport) -> str:
    """Return the page; every text in it is escaped, and it loads nothing."""
    tables = "".join(_table(caption, getattr(report, name)) for name, caption in _CAPTIONS.items())
    unknown = "".join(
        f"<tr><td>{escape(each.text)}</td><td class=n>{each.meters:,}</td></tr>" for each in report.unknown
    )
    if unknown:
        head = "<tr><th scope=col>In the table</th><th scope=col>Meters</th></tr>"
        tables += f"<h2>Device Models that the catalogue does not know</h2><table>{head}{unknown}</table>"
    stamp = report.catalogue
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width"><title>Meters touched</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(report.question)}</h1>"
        f"<p><strong>{report.meters_touched:,}</strong> of {report.meters:,} meters, on {report.as_of}, standing "
        f"{escape(report.lowest_standing)} or higher; {report.meters_unknown:,} meters have a Device Model that the "
        f"catalogue does not know.</p><p>Behaviours: {escape(', '.join(report.behaviours) or 'none')}</p>{tables}"
        f"<p>Catalogue {escape(stamp.version)} ({escape(stamp.digest[:12])})</p></main></body></html>\n"
    )


def _table(caption: str, lines: tuple[MeterCount, ...]) -> str:
    rows = "".join(_row(line) for line in lines if line.touched)
    if not rows:
        return ""
    heads = "".join(f"<th scope=col>{head}</th>" for head in ("Id", "Name", "Touched", "Of", "Share"))
    return f"<h2>{caption}</h2><table><tr>{heads}</tr>{rows}</table>"


def _row(line: MeterCount) -> str:
    share = line.touched / line.meters
    return (
        f"<tr><td>{escape(line.id)}</td><td>{escape(line.name)}</td><td class=n>{line.touched:,}</td>"
        f"<td class=n>{line.meters:,}</td><td><meter value={share:.4f}>{share:.1%}</meter> {share:.1%}</td></tr>"
    )
