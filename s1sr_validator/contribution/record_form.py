"""The canonical text of a record: same content, same comments, one form."""

import re

from s1sr_validator.contribution import rules
from s1sr_validator.contribution.canonical_order import put_in_order
from s1sr_validator.contribution.comments import comments_of
from s1sr_validator.contribution.layout import lines_of
from s1sr_validator.contribution.written_tree import written_record
from s1sr_validator.index.canonical import canonical_bytes
from s1sr_validator.load import rules as load_rules
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schema_check import schema_problems
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import PlacedData, typed_data
from s1sr_validator.load.yaml_tree import read_tree

_MODELINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=(?P<schema>\S+)")


def canonical_text(data: bytes, singular: str, depth: int) -> str:
    """Return the canonical text of a record.

    Args:
        data: the file as it is.
        singular: the kind's singular name, which is its schema's.
        depth: how many folders lie between the catalogue folder and the file.

    Raises:
        LoadProblem: the text is none that this catalogue reads, or the form would change what it says.
    """
    schema = SchemaNode.of_kind(singular)
    before = typed_data(read_tree(data), schema)
    _check_shape(before, singular)
    text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    record = written_record(text)
    put_in_order(record.top, schema)
    lines = [*_head(record.head, singular, depth), *lines_of(record.top, schema)]
    written = "\n".join(lines) + "\n"
    after = typed_data(read_tree(written.encode()), schema)
    kept = {comment.text for comment in comments_of(text) if not _MODELINE.match(comment.text)}
    if canonical_bytes(before.data) != canonical_bytes(after.data) or after.problems or not kept <= _comments(written):
        raise LoadProblem(rules.NOT_FORMED, "its canonical form would not say the same: the file is left alone")
    return written


def _check_shape(placed: PlacedData, singular: str) -> None:
    """Refuse what the kind's schema does not allow; a code without quotes is what the form puts right."""
    for path, message in schema_problems(singular, placed.data):
        found = path
        while found and found not in placed.places:
            found = found[:-1]
        raise LoadProblem(load_rules.SCHEMA, message, placed.places.get(found))


def _comments(text: str) -> set[str]:
    return {comment.text for comment in comments_of(text)}


def _head(comments: list[str], singular: str, depth: int) -> list[str]:
    """Return the comments above a record with one that tells an editor the schema, at its place or as the first."""
    wanted = f"{singular}.schema.json"
    pointing = [found for comment in comments if (found := _MODELINE.match(comment))]
    if any(found["schema"].endswith(f"/{wanted}") for found in pointing):
        return comments
    others = [comment for comment in comments if not _MODELINE.match(comment)]
    return [modeline(singular, depth), *others]


def modeline(singular: str, depth: int) -> str:
    """Return the comment that tells an editor which schema a record of the catalogue has."""
    return f"# yaml-language-server: $schema={'../' * (depth + 1)}schemas/{singular}.schema.json"
