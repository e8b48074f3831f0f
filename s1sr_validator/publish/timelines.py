"""Timelines as pictures with their text: what happened when, drawn to scale, readable without colour."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from s1sr_validator.publish.markup import Html, element, lines

_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 760, 210, 24, 26, 30
_DAYS_A_YEAR = 365.25
_MIDDLE_MONTH, _MIDDLE_DAY = 7, 15


class Mark(NamedTuple):
    """A dated event in a row: planned ones are drawn hollow."""

    row: str
    date: str
    words: str
    planned: bool = False


def timeline(marks: Sequence[Mark], *, title: str) -> Html:
    """Return a picture with one row for each name and one mark for each event; its title says what it shows."""
    days = [day_of(mark.date) for mark in marks]
    first, last = min(days), max(days)
    start, end = dt.date(first.year, 1, 1), dt.date(last.year + 1, 1, 1)
    rows = list(dict.fromkeys(mark.row for mark in marks))
    height = _TOP + _ROW * len(rows) + 12
    parts = [element("title", title), *_years(start, end, height)]
    for number, row in enumerate(rows):
        y = _TOP + _ROW * number + _ROW // 2
        parts.append(element("line", x1=_LEFT, y1=y, x2=_WIDTH - _RIGHT, y2=y, class_="row"))
        parts.append(element("text", row, x=0, y=y + 4))
        parts += [_mark(mark, _x(day_of(mark.date), start, end), y) for mark in marks if mark.row == row]
    picture = element("svg", lines(parts), viewBox=f"0 0 {_WIDTH} {height}", role="img", class_="timeline")
    return element("div", picture, class_="scroll", tabindex="0", role="region", aria_label=title)


def day_of(date: str) -> dt.date:
    """Return the day of a date that may be a month or a year alone: its middle, so that it claims no first day."""
    year, month, day = (*(int(part) for part in date.split("-")), 0, 0)[:3]
    return dt.date(year, month or _MIDDLE_MONTH, day or (_MIDDLE_DAY if month else 1))


def _x(day: dt.date, start: dt.date, end: dt.date) -> int:
    return _LEFT + round((_WIDTH - _LEFT - _RIGHT) * (day - start).days / (end - start).days)


def _years(start: dt.date, end: dt.date, height: int) -> list[Html]:
    step = max(1, round((end - start).days / _DAYS_A_YEAR / 8))
    found = []
    for year in range(start.year, end.year + 1, step):
        x = _x(dt.date(year, 1, 1), start, end)
        found.append(element("line", x1=x, y1=_TOP - 8, x2=x, y2=height - 6, class_="year"))
        found.append(element("text", year, x=x, y=14, text_anchor="middle"))
    return found


def _mark(mark: Mark, x: int, y: int) -> Html:
    title = element("title", f"{mark.date}: {mark.words}")
    return element("circle", title, cx=x, cy=y, r=6, class_="planned" if mark.planned else "happened")
