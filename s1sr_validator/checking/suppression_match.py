"""What a suppression is about: the finding, the input and the request, each of which it may narrow down."""

from collections.abc import Callable
from typing import NamedTuple

from s1sr_validator.checking.selection import always_reported
from s1sr_validator.checking.step_patterns import file_fits, path_fits
from s1sr_validator.model.check_report import CheckedRequest
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.project import Suppression

FileOf = Callable[[str], str]
"""Returns what to call a request's file from the project's folder on, with `/` between the names."""


class Case(NamedTuple):
    """A finding, with the requests that it is about."""

    finding: Finding
    requests: tuple[CheckedRequest, ...]


def accepts(suppression: Suppression, case: Case, file_of: FileOf) -> bool:
    """Say whether a finding is of the suppression's rule, and everything else that it names holds too."""
    finding = case.finding
    if finding.code != suppression.code or always_reported(finding.code):
        return False
    if suppression.path and not path_fits(suppression.path, finding.location.path):
        return False
    if not is_about(suppression, finding.location.file, file_of):
        return False
    return bool(case.requests) and all(is_for(suppression, request) for request in case.requests)


def is_for(suppression: Suppression, request: CheckedRequest) -> bool:
    """Say whether a suppression's SRV and Device are a request's; of several Devices, all of them.

    A finding does not say which of the Devices it is about, so one that is not accepted must not be hidden.
    """
    if suppression.srv and suppression.srv != request.srv:
        return False
    key = suppression.device
    return not key or (bool(request.devices) and all(f"{each}/".startswith(f"{key}/") for each in request.devices))


def is_about(suppression: Suppression, name: str, file_of: FileOf) -> bool:
    """Say whether a suppression is about the input of a name."""
    return not suppression.file or file_fits(suppression.file, file_of(name))
