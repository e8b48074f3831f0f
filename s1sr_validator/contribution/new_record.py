"""The text of a new record: plain data in canonical form, held against its schema before anything is written."""

from typing import Any

import msgspec

from s1sr_validator.contribution.layout import lines_of
from s1sr_validator.contribution.record_form import canonical_text, modeline
from s1sr_validator.contribution.written_tree import Collection, Entry, WrittenScalar
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import Kind


class NewRecord(msgspec.Struct, frozen=True):
    """A record to write: its kind and its data."""

    kind: Kind
    data: dict[str, Any]

    @property
    def path(self) -> str:
        """Return the path of its file, below the catalogue folder."""
        return f"{self.kind.folder}/{self.data['id']}.yaml"

    def text(self) -> str:
        """Return the file's text.

        Raises:
            UsageError: the record would not have the shape of its kind; the message says what is missing.
        """
        schema, singular = SchemaNode.of_kind(self.kind.singular), self.kind.singular
        depth = self.path.count("/")
        lines = [modeline(singular, depth), *lines_of(_collection(self.data, flow=False), schema)]
        try:
            return canonical_text(("\n".join(lines) + "\n").encode(), singular, depth)
        except LoadProblem as problem:
            raise UsageError(f"{singular} {self.data['id']}: {problem.message}", tip=f"give it: {_TIP}") from None


_TIP = "--set FIELD=VALUE, as often as there are fields"


def _collection(data: dict[str, Any] | list[Any], *, flow: bool) -> Collection:
    """Return data as a tree; short lists and the items of lists stand in brackets where they fit."""
    if isinstance(data, dict):
        return Collection([Entry(key, _node(value)) for key, value in data.items()], is_mapping=True, flow=flow)
    return Collection([Entry("", _node(value, is_item=True)) for value in data], is_mapping=False, flow=flow)


def _node(value: Any, *, is_item: bool = False) -> WrittenScalar | Collection:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        return _collection(value, flow=is_item and not any(isinstance(each, dict) for each in value.values()))
    if isinstance(value, list):
        is_row = all(isinstance(each, str) and " " not in each for each in value)
        return _collection(value, flow=is_row)
    return WrittenScalar(str(value))
