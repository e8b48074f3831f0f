"""`s1sr check`: what is wrong with requests beyond their schema, or whether what came back was to be expected."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from s1sr_validator.cli.declared import Argument, Option
from s1sr_validator.cli.findings_output import FindingsFormat
from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders, SrvOfBody, State
from s1sr_validator.cli.project_options import ConfigFile, Ignore, NoConfig, Select
from s1sr_validator.model.finding import Finding, Severity

if TYPE_CHECKING:
    from s1sr_validator.model.check_report import CheckReport
    from s1sr_validator.model.verdict import ExchangeReport


def check(
    *,
    inputs: Annotated[
        list[str],
        Argument(
            metavar="REQUEST [RESPONSE]...",
            help="DUIS messages as XML or JSON: files, folders, zip archives, or - for standard input. Requests are "
            "checked; one request with what came back for it gets a verdict.",
        ),
    ],
    device: Annotated[
        str, Option("--device", "-d", metavar="KEY", help="CPL key of the Device it goes to, whole or partial.")
    ] = "",
    role: Annotated[str, Option("--role", metavar="ROLE", help="User Role of the sender, for example IS.")] = "",
    as_of: Annotated[
        str,
        Option(
            "--as-of",
            metavar="DATE",
            help="The day on which it is sent, and whose clauses count. [default: today]",
            show_default=False,
        ),
    ] = "",
    state: State = None,
    standing: Annotated[
        str,
        Option("--standing", help="For a verdict: lowest standing to listen to. [default: proposed]"),
    ] = "",
    srv: SrvOfBody = "",
    output: Annotated[FindingsFormat, Option("--format", "-f", help="Output format.")] = FindingsFormat.TEXT,
    fail_on: Annotated[
        Severity | None,
        Option("--fail-on", help="Least severity that gives exit code 1. [default: warning]", show_default=False),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    duis_schemas: Annotated[
        Path | None,
        Option("--duis-schemas", metavar="PATH", help="Official DUIS schemas to use, beside those installed."),
    ] = None,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Check requests before they are sent, or a request with what came back for it.

    Example: s1sr check examples/request_4.4.2.xml --device ESME/1028 --role IS
    """
    from s1sr_validator.cli.check_run import CheckOptions, run_check
    from s1sr_validator.cli.findings_output import rendered_check, rendered_verdict, write_report
    from s1sr_validator.model.verdict import ExchangeReport

    options = CheckOptions(
        inputs=tuple(inputs),
        device=device,
        role=role,
        as_of=as_of,
        state=tuple(state or ()),
        standing=standing,
        srv=srv,
        select=select,
        ignore=ignore,
        config=config,
        no_config=no_config,
        duis_schemas=duis_schemas,
        catalogue=catalogue,
        overlays=tuple(overlay or ()),
    )
    ran = run_check(options)
    least = fail_on or ran.fail_on or Severity.WARNING
    if isinstance(ran.report, ExchangeReport):
        text = rendered_verdict(ran.report, output, fail_on=least, sources=ran.sources)
    else:
        text = rendered_check(ran.report, output, fail_on=least, sources=ran.sources)
    write_report(text, output)
    return exit_code(ran.report, least)


def exit_code(report: "CheckReport | ExchangeReport", least: Severity) -> int:
    """Return 3 where an input could not be read, 1 where something is wrong, 4 where nothing was looked at, else 0."""
    from s1sr_validator.messages.rules import NO_MESSAGES
    from s1sr_validator.model.verdict import ExchangeReport, Verdict

    unreadable = [found for found in report.findings if found.location.file in report.unread]
    if any(found.code != NO_MESSAGES.code for found in unreadable):
        return 3
    if isinstance(report, ExchangeReport):
        if report.verdict is Verdict.NOT_ASSESSED:
            return 1 if _is_bad(report.findings, least) else 4
        return int(not report.verdict.is_expected or _is_bad(report.findings, least))
    if not report.requests:
        return 4
    return int(_is_bad(report.findings, least))


def _is_bad(findings: tuple[Finding, ...], least: Severity) -> bool:
    return any(finding.severity.at_least(least) for finding in findings)
