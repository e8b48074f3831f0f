"""The order of keys and list items in a record's file: that of the schema, and of the lists that have one.

A compiled record has every list sorted, so no order carries a meaning. Lists of codes and numbered or dated lists are
sorted in the file too; the others keep the order in which their author wants them read.
"""

from s1sr_validator.contribution.written_tree import Collection, Entry, WrittenScalar
from s1sr_validator.index.search import natural_order
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.model.lifecycle import EventKind

_LISTS_OF_CODES = frozenset(
    {"command_variants", "eligible_user_roles", "gbcs_use_cases", "schema_types", "message_codes", "mentioned_in"}
)
_SORTED_BY = {"steps": "order", "questions": "order", "fields": "order", "models": "entry", "lifecycle": "date"}
_EVENTS = [event.value for event in EventKind]


def put_in_order(node: Collection, schema: SchemaNode, key: str = "") -> None:
    """Sort the keys and list items of a record, in place; a comment goes with its entry."""
    for entry in node.entries:
        inside = schema.member(entry.key) if node.is_mapping else schema.item()
        if isinstance(entry.value, Collection):
            put_in_order(entry.value, inside, entry.key)
    if node.is_mapping:
        places = {name: place for place, name in enumerate(schema.schema.get("properties", {}))}
        node.entries.sort(key=lambda entry: places.get(entry.key, len(places)))
    elif key in _LISTS_OF_CODES:
        node.entries.sort(key=lambda entry: natural_order(_text(entry.value)))
    elif key in _SORTED_BY:
        node.entries.sort(key=lambda entry: _rank(entry, _SORTED_BY[key]))


def _rank(entry: Entry, name: str) -> tuple[tuple[tuple[int, str], ...], int]:
    """Return an item's place by a field of it; events of one day stand in the order of the process."""
    pairs = entry.value.entries if isinstance(entry.value, Collection) else []
    members = {pair.key: _text(pair.value) for pair in pairs}
    event = members.get("event", "")
    return natural_order(members.get(name, "")), _EVENTS.index(event) if event in _EVENTS else 0


def _text(value: WrittenScalar | Collection) -> str:
    return value.text if isinstance(value, WrittenScalar) else ""
