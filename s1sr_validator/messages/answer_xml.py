"""A message tree as XML text: the same tree gives the same bytes."""

from collections.abc import Iterator

from s1sr_validator.messages.xml import PREFIXES
from s1sr_validator.messages.xml_text import escape, quoteattr
from s1sr_validator.model.answer_tree import AnswerTree, Element

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_INDENT = "  "


def answer_xml(tree: AnswerTree) -> str:
    """Return the message as an XML document, with its remarks as comments before the root element.

    Raises:
        ValueError: an element's prefix is none of a DUIS message.
    """
    used = {element.name.partition(":")[0] for element in _elements(tree.root)}
    if unknown := used - set(PREFIXES.values()):
        raise ValueError(f"no namespace is known for {', '.join(sorted(unknown))}")
    spaces = tuple((f"xmlns:{prefix}", uri) for uri, prefix in PREFIXES.items() if prefix in used)
    comments = (f"<!-- {_as_comment(remark)} -->" for remark in tree.remarks)
    return "\n".join((_DECLARATION, *comments, *_lines(tree.root, "", spaces))) + "\n"


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for child in element.content:
        yield from _elements(child)


def _as_comment(remark: str) -> str:
    """Return a remark without what would end a comment."""
    while "--" in remark:
        remark = remark.replace("--", "- -")
    return remark


def _lines(element: Element, indent: str, spaces: tuple[tuple[str, str], ...] = ()) -> Iterator[str]:
    attributes = "".join(f" {name}={quoteattr(text)}" for name, text in (*spaces, *element.attributes))
    start = f"{indent}<{element.name}{attributes}"
    if element.content:
        yield start + ">"
        for child in element.content:
            yield from _lines(child, indent + _INDENT)
        yield f"{indent}</{element.name}>"
    elif element.text:
        yield f"{start}>{escape(element.text)}</{element.name}>"
    else:
        yield start + "/>"
