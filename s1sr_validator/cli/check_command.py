"""`s1sr check`: what is wrong with a request beyond its schema."""

import sys
from typing import Annotated

import typer

from s1sr_validator.cli.lint_command import FindingsFormat
from s1sr_validator.cli.options import CatalogueFolder
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.results import FindingsReport


def check(
    request: Annotated[
        str, typer.Argument(metavar="REQUEST", help="DUIS Service Request as XML; - reads it from standard input.")
    ],
    device: Annotated[
        str, typer.Option("--device", "-d", metavar="KEY", help="CPL key of the Device it goes to, whole or partial.")
    ] = "",
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="User Role of the sender, for example IS.")] = "",
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day on which it is sent. [default: today]", show_default=False
        ),
    ] = "",
    output: Annotated[FindingsFormat, typer.Option("--format", "-f", help="Output format.")] = FindingsFormat.TEXT,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Least severity that gives exit code 1.")
    ] = Severity.WARNING,
    catalogue: CatalogueFolder = None,
) -> int:
    """Check a request against what its schema does not hold it to.

    Example: s1sr check examples/request_4.4.2.xml --device ESME/1028 --role IS
    """
    from s1sr_validator.cli.lint_command import rendered
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.messages.files import read_input

    name, data = read_input(request)
    report = catalogue_at(catalogue).check(data, as_of=as_of or today(), device=device, role=role, name=name)
    sys.stdout.write(rendered(findings_of(report), output))
    if report.unread:
        return 3
    return int(any(finding.severity.at_least(fail_on) for finding in report.findings))


def findings_of(report: CheckReport) -> FindingsReport:
    """Return what every format of findings shows."""
    rules = {code for request in report.requests for code in request.rules_run}
    return FindingsReport(
        findings=report.findings,
        rules_run=tuple(sorted(rules)),
        rules_skipped=(),
        records_checked=len(report.requests),
    )
