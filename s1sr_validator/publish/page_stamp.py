"""The last line of pages that are about many records: which catalogue, which day, and how fresh its sources are."""

import msgspec

from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.evidence import NOT_RECORDED
from s1sr_validator.publish.markup import element, lines
from s1sr_validator.publish.page import Section, SitePage


def stamped(page: SitePage, contents: Contents) -> SitePage:
    """Return the page with that line at its end."""
    stamp = contents.snapshot.stamp
    words = (
        f"Catalogue {stamp.version}, digest {stamp.digest[:12]}, as of {contents.as_of}. "
        f"When its sources were last checked: {NOT_RECORDED}."
    )
    line = element("p", words, class_="stamp")
    if not page.sections:
        return msgspec.structs.replace(page, lead=lines([page.lead, line]))
    *others, last = page.sections
    ending = Section(last.heading, lines([last.content, line]))
    return msgspec.structs.replace(page, sections=(*others, ending))
