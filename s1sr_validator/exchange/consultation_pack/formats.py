"""What a pack can be written as: the registry of formats."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum

from s1sr_validator.exchange.consultation_pack.as_docx import to_pack_docx
from s1sr_validator.exchange.consultation_pack.as_html import to_pack_html
from s1sr_validator.exchange.consultation_pack.as_markdown import to_pack_markdown
from s1sr_validator.exchange.consultation_pack.document import PackDocument
from s1sr_validator.exchange.consultation_pack.pack import consultation_document
from s1sr_validator.index.lookup import Lookup


class PackFormat(StrEnum):
    """The formats of a pack."""

    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"


PACK_FORMATS: dict[PackFormat, Callable[[PackDocument], bytes]] = {
    PackFormat.DOCX: to_pack_docx,
    PackFormat.HTML: to_pack_html,
    PackFormat.MARKDOWN: to_pack_markdown,
}


def consultation_pack(lookup: Lookup, behaviour_id: str, day: dt.date, form: PackFormat) -> bytes:
    """Return the pages of a consultation about a behaviour in a format.

    Args:
        lookup: the catalogue.
        behaviour_id: the id of the behaviour, in any case.
        day: the day that standings are for.
        form: the format.

    Raises:
        UsageError: there is no such behaviour, or the format needs a package that is not installed.
    """
    return PACK_FORMATS[form](consultation_document(lookup, behaviour_id, day))
