"""Text written into XML. The standard library's own functions for it bring in what fetches addresses."""

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_QUOTED = {**_ESCAPES, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\r"): "&#13;", ord("\t"): "&#9;"}

_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""The sign & last, so that what it begins stays as it is."""


def escape(text: str) -> str:
    """Return a text as the content of an element has it."""
    return text.translate(_ESCAPES)


def quoteattr(text: str) -> str:
    """Return a text as the value of an attribute, with its quotes."""
    return f'"{text.translate(_QUOTED)}"'


def unescape(text: str) -> str:
    """Return what an element's content stands for, if it refers to no entities but those that XML has by itself."""
    for reference, sign in _ENTITIES.items():
        text = text.replace(reference, sign)
    return text
