"""JSON that names the parts of a document as XML does, as the tree that the XML would give.

The form is the one of the `normal` mode of the npm package @smartdcc/duis-parser: a key is an element's name with its
prefix, `@_name` is an attribute, `#text` the text of an element that has attributes too, a list repeats its element.
"""

from typing import Never
from xml.parsers import expat

from lxml import etree

from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_ATTRIBUTES, MAX_NAME, MAX_VALUE
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_values import Array, Json, Member, Object, Scalar
from s1sr_validator.messages.xml import PREFIXES

ATTRIBUTE, TEXT = "@_", "#text"
_XMLNS = "@_xmlns"
_XML = "http://www.w3.org/XML/1998/namespace"
_URIS = {prefix: uri for uri, prefix in PREFIXES.items()}
_Spaces = dict[str, str]


class TreeBuilder:
    """Makes elements out of JSON and remembers where each came from; `offsets` are in the order of the document.

    No more elements are made than JSON has values, which are bounded when it is read.
    """

    def __init__(self, source: JsonSource) -> None:
        """Take the text that findings point into."""
        self.source = source
        self.offsets: list[int] = []

    def build(self, key: str, member: Member) -> etree._Element:
        """Return the root element that a key and its value stand for.

        Raises:
            InputError: a name, a prefix, a text or a value cannot stand in XML; the finding says where.
        """
        if isinstance(member.value, Array):
            self._refuse("a document has one root element, not a list", member.offset)
        return self._element(None, key, member, {"xml": _XML})

    def _element(self, parent: etree._Element | None, key: str, member: Member, outer: _Spaces) -> etree._Element:
        content = member.value.members if isinstance(member.value, Object) else {}
        spaces = self._scope(content, member, outer)
        self.offsets.append(member.offset)
        try:
            tag = self._qualified(key, spaces, member.offset, default=True)
            element = etree.Element(tag, nsmap=_URIS) if parent is None else etree.SubElement(parent, tag)
            self._fill(element, content, member, spaces)
        except (ValueError, UnicodeError) as error:
            self._refuse(f"{key[:MAX_NAME]!r} cannot stand in XML: {error}", member.offset)
        for name, inner in content.items():
            if not name.startswith(ATTRIBUTE) and name != TEXT:
                for child in self._repeated(inner):
                    self._element(element, name, child, spaces)
        return element

    def _scope(self, content: dict[str, Member], member: Member, outer: _Spaces) -> _Spaces:
        if not content:
            return outer
        own = {
            name.removeprefix(_XMLNS).removeprefix(":"): self._attribute(inner)
            for name, inner in content.items()
            if _declares(name)
        }
        spaces = outer | own if own else outer
        if len(spaces) > MAX_ATTRIBUTES:
            self._bound(f"more than {MAX_ATTRIBUTES:,} prefixes are declared", member.offset)
        return spaces

    def _fill(self, element: etree._Element, content: dict[str, Member], member: Member, spaces: _Spaces) -> None:
        if isinstance(member.value, Scalar):
            # An empty text would be a text all the same, which the schema refuses where an element must be empty.
            element.text = self._text(member) or None
        if TEXT in content:
            element.text = self._text(content[TEXT]) or None
        names = [name for name in content if name.startswith(ATTRIBUTE) and not _declares(name)]
        if len(names) > MAX_ATTRIBUTES:
            self._bound(f"the element has more than {MAX_ATTRIBUTES:,} attributes", member.offset)
        for name in names:
            tag = self._qualified(name.removeprefix(ATTRIBUTE), spaces, content[name].offset, default=False)
            element.set(tag, self._attribute(content[name]))

    def _qualified(self, key: str, spaces: _Spaces, offset: int, *, default: bool) -> str:
        if len(key) > MAX_NAME:
            self._bound(f"the name has more than {MAX_NAME:,} characters", offset)
        if "{" in key:  # it would be read as the start of a namespace
            raise ValueError("Invalid tag name")
        if not key.isascii():
            _check_name(key)
        prefix, colon, local = key.rpartition(":")
        uri = spaces.get(prefix, "") if colon or default else ""
        if colon and not (prefix and uri):
            known = _URIS.get(prefix, "...")
            tip = f'declare it: "@_xmlns:{prefix}": "{known}"'
            raise self.source.problem(rules.NO_SHAPE, f"the prefix of {key!r} is not declared", offset, tip)
        return f"{{{uri}}}{local}" if uri else local

    def _repeated(self, member: Member) -> tuple[Member, ...]:
        if not isinstance(member.value, Array):
            return (member,)
        return tuple(Member(self._item(item), item.offset) for item in member.value.items)

    def _item(self, item: Json) -> Json:
        if isinstance(item, Array):
            self._refuse("a list stands in a list, which no element is", item.offset)
        return item

    def _attribute(self, member: Member) -> str:
        text = self._text(member)
        if len(text) > MAX_VALUE:
            self._bound(f"an attribute's value has more than {MAX_VALUE:,} characters", member.offset)
        return text

    def _text(self, member: Member) -> str:
        if not isinstance(member.value, Scalar):
            self._refuse("a text is expected here, not an object or a list", member.offset)
        if member.value.text is None:
            tip = 'leave the key out, or write "" for an empty element'
            raise self.source.problem(rules.NO_SHAPE, "null stands where a text is expected", member.offset, tip)
        return member.value.text

    def _refuse(self, message: str, offset: int) -> Never:
        raise self.source.problem(rules.NO_SHAPE, message, offset)

    def _bound(self, message: str, offset: int) -> Never:
        raise self.source.problem(rules.TOO_LARGE, f"{message}, the most that is read", offset)


def _check_name(name: str) -> None:
    """Hold a name to the editions of XML 1.0 that Expat knows, as names in XML are: lxml knows later ones.

    Raises:
        ValueError: it is none.
    """
    try:
        expat.ParserCreate("utf-8").Parse(f"<{name}/>".encode(), True)  # noqa: FBT003 - all of it
    except expat.ExpatError:
        raise ValueError("Invalid tag name") from None


def _declares(name: str) -> bool:
    return name == _XMLNS or name.startswith(f"{_XMLNS}:")
