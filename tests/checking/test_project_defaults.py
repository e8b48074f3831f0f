"""The role and Device Model that a project's file gives for every request."""

import functools

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.project_meaning import meaning_of
from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.load.project_file import project_from
from s1sr_validator.prediction.devices import find_devices
from tests.invented import MAKER_ONE


@pytest.mark.parametrize(
    ("role", "device", "text"),
    [
        ("", "", ""),
        ("IS", "", "[check]\nrole = 'is'"),
        ("", MAKER_ONE, f"[check]\ndevice = '{MAKER_ONE}'"),
        ("IS", "ESME/FFF0", "[check]\nrole = 'IS'\ndevice = 'ESME/FFF0'"),
    ],
)
def test_defaults(tiny: Catalogue, role: str, device: str, text: str) -> None:
    """Each is kept where the catalogue knows it, the other one or not."""
    project = project_from(text.encode(), name="s1sr.toml", folder="/invented")
    found, _ = meaning_of(project, CHECKING_RULES, tiny.lookup, functools.partial(find_devices, lookup=tiny.lookup))
    assert (role, device, ()) == (found.defaults.role, found.defaults.device, found.findings)
