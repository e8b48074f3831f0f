"""A fleet's report as text, with bars."""

from s1sr_validator.model.fleet_report import FleetReport, MeterCount
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.visible_text import visible

_MOST, _BAR, _LEAST = 15, 24, 4
_NUMBERS_AND_KEY = 56
"""Columns for two numbers and a whole CPL key."""


def write_fleet(page: Page, report: FleetReport) -> None:
    """Write how many meters are touched: in all, by maker, Device Model, service and cohort."""
    page.line(report.question, ink=Ink.STRONG)
    page.line(
        f"{report.meters_touched:,} of {report.meters:,} meters{_share(report.meters_touched, report.meters)}, "
        f"on {report.as_of}, standing {report.lowest_standing} or higher"
    )
    if report.meters_unknown:
        many = f"Device Model unknown to the catalogue: {report.meters_unknown:,} meters, for example "
        page.line(many + ", ".join(repr(visible(each.text)) for each in report.unknown[:3]), ink=Ink.WARN)
    for title, lines in (
        ("By maker", report.by_maker),
        ("By Device Model and firmware", report.by_model),
        ("By service", report.by_service),
        ("By cohort, as the table has it", report.by_cohort),
    ):
        _write_lines(page, title, lines)
    stamp = report.catalogue
    page.line()
    page.line(f"catalogue {stamp.version} ({stamp.digest[:12]})", ink=Ink.QUIET)


def _write_lines(page: Page, title: str, lines: tuple[MeterCount, ...]) -> None:
    hit = [line for line in lines if line.touched]
    if not hit:
        return
    page.line()
    page.line(title, ink=Ink.STRONG)
    most = max(line.touched for line in hit)
    room = min(max(page.width - _NUMBERS_AND_KEY, _LEAST), _BAR)
    for line in hit[:_MOST]:
        bar = "#" * max(round(room * line.touched / most), 1)
        name = f" {line.name}" if line.name else ""
        start = f"  {bar.ljust(room)} {line.touched:>11,}{_share(line.touched, line.meters)}"
        page.raw((f"{start} {visible(line.id) or 'none'}{visible(name)}")[: page.width])
    if len(hit) > _MOST:
        page.line(f"and {len(hit) - _MOST} more; --format json has all of them", indent=2)


def _share(part: int, whole: int) -> str:
    return f" ({part / whole:.1%})" if whole else ""
