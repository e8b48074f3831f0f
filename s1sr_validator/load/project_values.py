"""The values of a project's file out of its plain data; what has a problem is left out."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from s1sr_validator.load import project_rules as rules
from s1sr_validator.load.mark import Path
from s1sr_validator.load.project_shape import ShapeProblem, shape_problems
from s1sr_validator.model.finding import Finding, Severity, in_order
from s1sr_validator.model.project import Defaults, Project, Selection, StatedDevice, Suppression

_NEVER = "never"


def project_of(data: dict[str, Any], *, positions: dict[Path, tuple[int, int]], file: str, folder: str) -> Project:
    """Return a project, and what is wrong with it as its findings.

    A suppression with a problem is left out whole: without the key that was to narrow it, it would accept too much.
    """
    problems = [*shape_problems(data)]
    sound = _without(data, {problem.path[: 2 if problem.path[0] != "check" else None] for problem in problems})
    problems += [*_day_problems(sound), *_eui_problems(sound)]
    sound = _without(sound, {problem.path[:2] for problem in problems if problem.path[0] != "check"})
    project = _values(sound, Project(file=file, folder=folder, positions=positions))
    return msgspec.structs.replace(project, findings=in_order([_finding(problem, project) for problem in problems]))


def _finding(problem: ShapeProblem, project: Project) -> Finding:
    return problem.rule.finding(problem.message, project.place(*problem.path), tip=problem.tip)


def _without(value: Any, paths: set[Path], at: Path = ()) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return plain data without these paths; an item of a list becomes None, so that the others keep their number."""
    if isinstance(value, dict):
        return {key: _without(kept, paths, (*at, key)) for key, kept in value.items() if (*at, key) not in paths}
    if isinstance(value, list):
        return [
            None if (*at, number) in paths else _without(item, paths, (*at, number))
            for number, item in enumerate(value)
        ]
    return value


def _day_problems(data: dict[str, Any]) -> Iterator[ShapeProblem]:
    for number, table in enumerate(data.get("suppress", [])):
        if table and not _is_day(table["expires"]):
            message = f"suppress[{number}].expires: {table['expires']!r} is not in the calendar"
            yield ShapeProblem(("suppress", number, "expires"), rules.VALUE, message, "")


def _is_day(text: str) -> bool:
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> dt.date | None:
    return None if text == _NEVER else dt.date.fromisoformat(text)


def _eui_problems(data: dict[str, Any]) -> Iterator[ShapeProblem]:
    """Report each writing of an EUI-64 that stands there in more than one."""
    written = data.get("devices", {})
    times = Counter(eui.upper() for eui in written)
    for eui in written:
        if times[eui.upper()] > 1:
            message = f"{eui.upper()} stands {times[eui.upper()]} times under [devices]"
            yield ShapeProblem(("devices", eui), rules.EUI_TWICE, message, "keep one of them")


def _values(data: dict[str, Any], project: Project) -> Project:
    check = data.get("check", {})
    lists = {key: tuple(text for text in check.get(key, ()) if text is not None) for key in ("select", "ignore")}
    defaults = {key: check[key].strip() for key in ("role", "device", "standing") if key in check}
    return msgspec.structs.replace(
        project,
        selection=Selection(**lists),
        defaults=Defaults(fail_on=Severity(check["fail_on"]) if "fail_on" in check else None, **defaults),
        suppressions=tuple(
            Suppression(**(table | {"number": number, "expires": _day(table["expires"])}))
            for number, table in enumerate(data.get("suppress", []))
            if table is not None
        ),
        devices=tuple(StatedDevice(eui=eui, key=key) for eui, key in data.get("devices", {}).items()),
    )
