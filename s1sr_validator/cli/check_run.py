"""One run of `s1sr check`: inputs, project file and schemas gathered, then asked about."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from s1sr_validator.arguments import read_day, read_standing
from s1sr_validator.checking.other_models import find_other_models
from s1sr_validator.checking.project_meaning import meaning_of
from s1sr_validator.checking.roles import read_role
from s1sr_validator.cli.loaded import catalogue_at
from s1sr_validator.cli.named_values import named_values
from s1sr_validator.cli.project_options import chosen, coverage_of, file_in, project_at
from s1sr_validator.cli.terminal import today
from s1sr_validator.examination import Circumstances, open_messages
from s1sr_validator.inspection import MESSAGE_RULES, Acceptance, inspect_requests, judge_exchange
from s1sr_validator.messages.inputs import read_inputs
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_check import OfficialSchema, RequestSchemas
from s1sr_validator.messages.schema_files import official_files
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.project import Defaults
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.prediction.vocabulary import read_state

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


class CheckOptions(NamedTuple):
    """What the command line says; empty where it says nothing."""

    inputs: tuple[str, ...]
    device: str
    role: str
    as_of: str
    state: tuple[str, ...]
    standing: str
    srv: str
    select: list[str] | None
    ignore: list[str] | None
    config: Path | None
    no_config: bool
    duis_schemas: Path | None
    catalogue: Path | None
    overlays: tuple[Path, ...]


class CheckRun(NamedTuple):
    """The report, the bytes of the inputs by their names, and the severity that the project's file fails on."""

    report: CheckReport | ExchangeReport
    sources: dict[str, bytes]
    fail_on: Severity | None


def run_check(options: CheckOptions) -> CheckRun:
    """Check requests; or, where answers are among the inputs, judge what came back for the one request."""
    catalogue = catalogue_at(options.catalogue, options.overlays)
    project = project_at(options.config, no_config=options.no_config)
    meaning = meaning_of(project, MESSAGE_RULES, catalogue.lookup, partial(find_devices, lookup=catalogue.lookup))
    defaults = meaning.project.defaults
    messages = tuple(read_inputs(options.inputs))
    device = options.device or defaults.device
    known = _circumstances(options, defaults, catalogue)._replace(
        targets=meaning.targets,
        selection=chosen(options.select, options.ignore, meaning.project.selection, MESSAGE_RULES),
    )
    opened = open_messages(messages, known)
    acceptance = Acceptance(
        meaning.project,
        file_in(meaning.project),
        coverage_of(options.inputs, meaning.project, as_usual=not (options.device or options.role)),
    )
    report: CheckReport | ExchangeReport
    if opened.answers:
        report = judge_exchange(
            opened,
            known,
            state=read_state(named_values(list(options.state), "--state"), catalogue.lookup),
            lowest_standing=read_standing(options.standing or defaults.standing or Standing.PROPOSED),
            device=device,
            acceptance=acceptance,
        )
    else:
        report = inspect_requests(opened, known, device=device, acceptance=acceptance)
    sources = {message.name: message.data for message in messages if isinstance(message, Message)}
    return CheckRun(report, sources, defaults.fail_on)


def _circumstances(options: CheckOptions, defaults: Defaults, catalogue: "Catalogue") -> Circumstances:
    lookup, device = catalogue.lookup, options.device or defaults.device
    role = options.role or defaults.role
    if options.srv and options.srv not in lookup.services:
        raise UsageError(f"there is no SRV {options.srv!r}", tip="see: s1sr list services")
    others = find_other_models(device, lookup) if device else ()
    return Circumstances(
        lookup,
        read_day(options.as_of or today()),
        # A key that stands for Device Models which are not SMETS1 has a rule of its own.
        devices=find_devices(device, lookup) if device and not others else (),
        role=read_role(role, lookup) if role else "",
        srv=options.srv,
        other_models=others,
        schemas=_schemas(options.duis_schemas, catalogue),
    )


def _schemas(folder: Path | None, catalogue: "Catalogue") -> RequestSchemas:
    if folder is None:
        return catalogue.schemas
    given = official_files(schema_files(folder), str(folder))
    official = [OfficialSchema(each.version, [file.data for file in each.files]) for each in given]
    return RequestSchemas(catalogue.lookup.services.values(), official)
