"""What to do about a document whose root is not that of an answer."""

from lxml import etree

from s1sr_validator.messages.answer_parts import ROOTS
from s1sr_validator.messages.xml import PREFIXES, local_name, shown_name

_REQUEST = "sr:Request"


def root_tip(root: etree._Element) -> str:
    """Return what to do about a root that no answer has."""
    if shown_name(root) == _REQUEST:
        return "this is a request: give what came back, or check it as a request"
    same = next((name for name in ROOTS if name.partition(":")[2] == local_name(root)), "")
    if same:
        prefix = same.partition(":")[0]
        uri = next(uri for uri, known in PREFIXES.items() if known == prefix)
        return f'declare the namespace: xmlns:{prefix}="{uri}"'
    if shown_name(root).partition(":")[0] in PREFIXES.values():
        return f"give the whole document; its root is one of {', '.join(ROOTS)}"
    return f"give a document whose root is one of {', '.join(ROOTS)}"
