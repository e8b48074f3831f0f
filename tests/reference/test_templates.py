"""Real Service Requests of others, read where they lie: every one gets a prediction."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.prediction import Assessment

pytestmark = pytest.mark.reference
DAY = "2025-11-30"


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The catalogue of this checkout, compiled."""
    return Catalogue.bundled()


@pytest.fixture(scope="module")
def templates(reference_data: Path) -> tuple[Path, ...]:
    """Every request template in the reference data."""
    found = tuple(sorted((reference_data / "duis-templates").glob("*.XML")))
    assert len(found) == 187
    return found


@pytest.mark.parametrize("device", ["ESME/1028", "GSME/1063", "CHF/1031"])
def test_every_template_gets_a_prediction(bundled: Catalogue, templates: tuple[Path, ...], device: str) -> None:
    """Each template predicts for each maker's models, and only 4.4.2 to an Itron ESME has something to say."""
    assessed = {}
    for path in templates:
        report = bundled.predict(path.read_bytes(), device=device, as_of=DAY, name=path.name)
        assert report.predictions
        assessed[path.name] = {prediction.assessment for prediction in report.predictions}
    speaking = {name for name, found in assessed.items() if found != {Assessment.NOT_ASSESSED}}
    expected = {path.name for path in templates if "_4.4.2_" in path.name and path.name.startswith("ECS")}
    assert (expected if device == "ESME/1028" else set()) == speaking
    assert all(assessed[name] == {Assessment.DEVIATES_IF} for name in speaking)


def test_exactly_two_pairs_of_model_and_service_are_assessed(bundled: Catalogue, templates: tuple[Path, ...]) -> None:
    """Over all SMETS1 Device Models and every service that a template asks for, S1B-0001 speaks for two models only."""
    speaking = set()
    seen: dict[str, Path] = {}
    for path in templates:
        request = read_request(open_document(path.read_bytes(), path.name), bundled.lookup.services)
        seen.setdefault(request.srv, path)
    for srv, path in seen.items():
        for device_type in ("ESME", "GSME", "CHF", "PPMID"):
            report = bundled.predict(path.read_bytes(), device=device_type, as_of=DAY)
            speaking |= {(found.device_model, srv) for found in report.predictions if found.deviations}
    assert {("ESME/1028/5678/0201/03465317", "4.4.2"), ("ESME/1028/5678/0201/03505317", "4.4.2")} == speaking
