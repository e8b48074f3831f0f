"""A message in JSON, in either shape of the npm package @smartdcc/duis-parser, as the tree that its XML would give."""

from lxml import etree

from s1sr_validator.messages import rules
from s1sr_validator.messages.json_source import JsonPositions, JsonSource
from s1sr_validator.messages.json_text import read_json
from s1sr_validator.messages.json_tree import TreeBuilder
from s1sr_validator.messages.json_values import Member, Object
from s1sr_validator.messages.simplified_json import Simplified, is_simplified


def parse_json(text: str, name: str) -> tuple[etree._Element, JsonPositions]:
    """Return the tree that a message in JSON stands for, and where its elements stand in the text.

    Raises:
        InputError: it is not JSON, of neither shape, or beyond a bound; the finding says where.
    """
    source = JsonSource(text, name)
    value = read_json(source)
    if not isinstance(value, Object):
        message = "not a message in JSON: a list is no message; give one message a file"
        raise source.problem(rules.NO_SHAPE, message, value.offset, rules.SHAPES)
    key, member = Simplified(source).root(value) if is_simplified(value) else _only_root(value, source)
    builder = TreeBuilder(source)
    root = builder.build(key, member)
    return root, JsonPositions(source, builder.offsets)


def _only_root(value: Object, source: JsonSource) -> tuple[str, Member]:
    """Return the one key that is an element; `?xml` is what an XML file starts with."""
    found = [(key, member) for key, member in value.members.items() if not key.startswith("?")]
    if len(found) == 1:
        return found[0]
    message = f"not a message in JSON: it has {len(found)} root elements"
    raise source.problem(rules.NO_SHAPE, message, value.offset, rules.SHAPES)
