"""What a project's file means by the rules and the catalogue: codes, SRVs, Device Models and the role it names."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from s1sr_validator.checking.roles import read_role
from s1sr_validator.checking.selection import always_reported, beginning, can_be_left_out, unknown_rule
from s1sr_validator.index.lookup import Lookup, nearest
from s1sr_validator.load import project_rules
from s1sr_validator.model.device import Device, key_of, parse_key
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Finding, in_order
from s1sr_validator.model.project import Defaults, Project, Selection, Suppression
from s1sr_validator.model.rule import Rule

DevicesOf = Callable[[str], tuple[Device, ...]]
"""Returns the Device Models that a key, whole or partial, stands for; raises UsageError where there are none."""


class ProjectMeaning(NamedTuple):
    """A project of which only what is sound is left, its findings, and its Devices by EUI-64 in upper case."""

    project: Project
    targets: dict[str, Device]


def meaning_of(project: Project, rules: Sequence[Rule], lookup: Lookup, devices_of: DevicesOf) -> ProjectMeaning:
    """Look up everything that a project names; what is not there becomes a finding, and is left out.

    Args:
        project: the file as it was read.
        rules: every rule about requests, those about reading them too.
        lookup: the catalogue.
        devices_of: finds Device Models by key.
    """
    reading = _Reading(project, rules, lookup, devices_of)
    understood = msgspec.structs.replace(
        project,
        selection=reading.selection(),
        defaults=reading.defaults(),
        suppressions=tuple(filter(None, map(reading.suppression, project.suppressions))),
    )
    targets = reading.targets()
    findings = in_order([*project.findings, *reading.findings])
    return ProjectMeaning(msgspec.structs.replace(understood, findings=findings), targets)


class _Reading:
    """One look at a project; `findings` grows while its parts are read."""

    def __init__(self, project: Project, rules: Sequence[Rule], lookup: Lookup, devices_of: DevicesOf) -> None:
        self.project, self.rules, self.lookup, self.devices_of = project, rules, lookup, devices_of
        self.findings: list[Finding] = []

    def report(self, rule: Rule, problem: UsageError, *path: str | int) -> None:
        self.findings.append(rule.finding(problem.message, self.project.place(*path), tip=problem.tip))

    def selection(self) -> Selection:
        given = self.project.selection
        return Selection(select=self._words("select", given.select), ignore=self._words("ignore", given.ignore))

    def _words(self, key: str, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            beginning(word, self.rules) for word in words if self._is_rule(word, "check", key, leaves=key == "ignore")
        )

    def _is_rule(self, word: str, *path: str | int, leaves: bool) -> bool:
        if problem := unknown_rule(word, self.rules):
            self.report(project_rules.UNKNOWN_RULE, problem, *path)
        elif leaves and not can_be_left_out(word, self.rules):
            problem = UsageError(f"findings of {word} are always reported", tip="take it out")
            self.report(project_rules.ALWAYS_REPORTED, problem, *path)
        return not problem

    def defaults(self) -> Defaults:
        given = self.project.defaults
        role = device = ""
        try:
            role = read_role(given.role, self.lookup) if given.role else ""
        except UsageError as error:
            self.report(project_rules.UNKNOWN_ROLE, error, "check", "role")
        if given.device and self._found(given.device, "check", "device"):
            device = given.device
        return msgspec.structs.replace(given, role=role, device=device)

    def suppression(self, given: Suppression) -> Suppression | None:
        """Return a suppression with code and key as findings have them; None where it could accept nothing."""
        path = ("suppress", given.number)
        is_sound = self._is_one_rule(given, *path)
        if given.srv and given.srv not in self.lookup.services:
            near = nearest(given.srv, list(self.lookup.services))
            tip = f"nearest: {', '.join(near)}" if near else "see: s1sr list services"
            problem = UsageError(f"there is no SRV {given.srv!r}", tip=tip)
            self.report(project_rules.UNKNOWN_SERVICE, problem, *path, "srv")
            is_sound = False
        if given.device and not self._found(given.device, *path, "device"):
            is_sound = False
        if not is_sound:
            return None
        key = key_of(parse_key(given.device)) if given.device else ""
        return msgspec.structs.replace(given, code=beginning(given.code, self.rules), device=key)

    def _is_one_rule(self, given: Suppression, *path: str | int) -> bool:
        if not self._is_rule(given.code, *path, "code", leaves=True):
            return False
        code = beginning(given.code, self.rules)
        if any(rule.code == code for rule in self.rules):
            return True
        inside = [rule.code for rule in self.rules if rule.code.startswith(code) and not always_reported(rule.code)]
        tip = f"write one suppression for each rule: {', '.join(inside[:5])}{', ...' * (len(inside) > 5)}"  # noqa: PLR2004
        problem = UsageError(f"{given.code!r} stands for {len(inside)} rules, and a suppression is for one", tip=tip)
        self.report(project_rules.UNKNOWN_RULE, problem, *path, "code")
        return False

    def targets(self) -> dict[str, Device]:
        found: dict[str, Device] = {}
        for stated in self.project.devices:
            path = ("devices", stated.eui)
            devices = self._found(stated.key, *path)
            if len(devices) > 1:
                problem = UsageError(
                    f"{stated.key} stands for {len(devices)} Device Models, and a Device is one of them",
                    tip=f"for example {devices[0].id}; see: s1sr list devices",
                )
                self.report(project_rules.UNKNOWN_DEVICE, problem, *path)
            elif devices:
                found[stated.eui.upper()] = devices[0]
        return found

    def _found(self, key: str, *path: str | int) -> tuple[Device, ...]:
        try:
            return self.devices_of(key)
        except UsageError as error:
            self.report(project_rules.UNKNOWN_DEVICE, error, *path)
            return ()
