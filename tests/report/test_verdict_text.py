"""A verdict as a page, where a key stands for Device Models with different verdicts."""

from s1sr_validator import Catalogue
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.report.page import Page
from s1sr_validator.report.verdict_text import write_verdict
from tests.invented import LOG, behaviour, request_xml, row, with_records
from tests.invented_answers import REQUEST_ID, acknowledgement, s1sp_alert
from tests.verdict.judged import judged

REQUEST = request_xml(LOG, header={"RequestID": REQUEST_ID})


def page_of(tiny: Catalogue, answer: str) -> list[str]:
    """Return the page of a verdict where one claim is about the Device Models of one maker alone."""
    narrow = row("invented/a", "S1B-9100", devices=(DevicePattern(manufacturer=("FFF0",)),))
    catalogue = with_records(tiny, [behaviour("S1B-9100")], [narrow], alone=True)
    page = Page(width=200)
    write_verdict(page, judged(catalogue, answer, device="ESME", request=REQUEST))
    return str(page).splitlines()


def test_each_device_model_has_its_verdict_where_they_differ(tiny: Catalogue) -> None:
    """One line for each Device Model says why; where nothing is claimed of one, that is said."""
    catalogue_page = page_of(tiny, s1sp_alert())
    own = [line for line in catalogue_page if line.startswith("  unpredicted_deviation: ")]
    assert own
    assert any("none that this catalogue holds speaks of this Device Model" in line for line in catalogue_page)
    assert not [line for line in page_of(tiny, acknowledgement()) if line.startswith("  not_assessed: ")]
