"""Findings as a JUnit report, which test dashboards read: a suite for each input, a test for each rule that was asked.

What fails is what the command's exit code counts: findings at or above --fail-on. Those below it, and suppressed ones,
stand in the suite's output. An input that could not be read is an error, a rule that was not asked a skipped test.
The shape is that of Ant and Jenkins at once: one failure a test, with all findings in its text, and times of zero.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Rule
from s1sr_validator.report.findings_summary import counted, in_one_line, provenance
from s1sr_validator.report.findings_view import Examinee, FindingsView
from s1sr_validator.report.visible_text import visible


def to_junit(view: FindingsView, rules: Iterable[Rule], fail_on: Severity) -> str:
    """Return a JUnit report.

    Args:
        view: the findings, and what was looked at.
        rules: every rule that may have been asked, for the names of the tests.
        fail_on: the least severity that fails a test.
    """
    names = {rule.code: rule.name for rule in rules}
    root = Element("testsuites")
    for number, examinee in enumerate(view.examinees):
        root.append(_suite(number, examinee, view, names, fail_on))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(number: int, examinee: Examinee, view: FindingsView, names: dict[str, str], fail_on: Severity) -> Element:
    tests = list(_tests(examinee, names, fail_on))
    suite = Element(
        "testsuite",
        name=visible(examinee.name).strip() or "-",
        package=f"s1sr.{view.command}",
        id=str(number),
        # The format wants a time and a host; a day has a midnight, and "localhost" stands for none in particular.
        timestamp=f"{view.as_of.isoformat()}T00:00:00",
        hostname="localhost",
        tests=str(len(tests)),
        failures=_having(tests, "failure"),
        errors=_having(tests, "error"),
        skipped=_having(tests, "skipped"),
        time="0",
    )
    suite.append(_properties(examinee, view))
    suite.extend(tests)
    SubElement(suite, "system-out").text = "\n".join(_remarks(examinee, fail_on))
    SubElement(suite, "system-err")
    return suite


def _having(tests: list[Element], outcome: str) -> str:
    return str(sum(test.find(outcome) is not None for test in tests))


def _properties(examinee: Examinee, view: FindingsView) -> Element:
    values = {"checked": examinee.what, "by": provenance(view)}
    properties = Element("properties")
    for name, value in values.items():
        SubElement(properties, "property", name=name, value=visible(value))
    return properties


def _tests(examinee: Examinee, names: dict[str, str], fail_on: Severity) -> Iterator[Element]:
    """Yield a test for each rule that was asked, found something, or was not asked."""
    reasons = {each.code: each.reason for each in examinee.rules_not_asked}
    for code in sorted({*examinee.rules_run, *reasons, *(finding.code for finding in examinee.findings)}):
        name = f"{code} {names.get(code, '')}".strip()
        test = Element("testcase", name=visible(name), classname=visible(examinee.name).strip() or "-", time="0")
        counts = [
            finding for finding in examinee.findings if finding.code == code and finding.severity.at_least(fail_on)
        ]
        if counts:
            test.append(_outcome("failure" if examinee.was_read else "error", counts))
        elif code in reasons:
            SubElement(test, "skipped").text = visible(reasons[code])
        yield test


def _outcome(kind: str, findings: list[Finding]) -> Element:
    first = visible(findings[0].message)
    more = f" (and {counted(len(findings) - 1, 'more finding')})" if len(findings) > 1 else ""
    outcome = Element(kind, type=visible(findings[0].code), message=f"{first}{more}")
    outcome.text = "\n".join(map(_in_words, findings))
    return outcome


def _remarks(examinee: Examinee, fail_on: Severity) -> Iterator[str]:
    for finding in examinee.findings:
        if not finding.severity.at_least(fail_on):
            yield _in_words(finding)
    for accepted in examinee.suppressed:
        until = f", until {accepted.expires}" if accepted.expires else ""
        yield f"suppressed ({visible(accepted.reason)}{until}): {_in_words(accepted.finding)}"


def _in_words(finding: Finding) -> str:
    place = f"{finding.location} {finding.location.path}".strip()
    return visible(f"{place}: {finding.severity} {finding.code}: {in_one_line(finding)}")
