"""Any value of a record as markup: every id that names another record becomes a link to its page."""

from collections.abc import Mapping
from typing import Any

from s1sr_validator.index.search import natural_order
from s1sr_validator.model.references import Reference
from s1sr_validator.publish.addresses import relative
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.markup import Html, bullets, element, escaped, joined, link, pairs, table, web_link
from s1sr_validator.publish.words import NOT_STATED, label

Path = tuple[str | int, ...]

_SHORT_LIST = 12
_MOST_COLUMNS = 7


class Writer:
    """Writes the values of one record for its page."""

    def __init__(self, contents: Contents, page: str, named: tuple[Reference, ...] = ()) -> None:
        """Take the page that the values stand on, and what its record names."""
        self._contents = contents
        self.page = page
        self._named: Mapping[Path, Reference] = {reference.path: reference for reference in named}

    def record(self, folder: str, record_id: str, words: object = "") -> Html:
        """Return a link to a record; its id alone where there is no such record."""
        target = self._contents.page(folder, record_id)
        return link(relative(target, self.page), words or record_id) if target else escaped(words or record_id)

    def value(self, value: Any, path: Path = ()) -> Html:  # noqa: ANN401 - plain data of any shape
        """Return a value: nested data as a list of fields or a table, what is not there as not stated."""
        if not is_said(value):
            return element("span", NOT_STATED, class_="unknown")
        if isinstance(value, dict):
            said = ((key, item) for key, item in value.items() if is_said(item))
            return pairs((label(key), self.value(item, (*path, key))) for key, item in said)
        if isinstance(value, list | tuple):
            return self._list(value, path)
        return self._single(value, path)

    def _list(self, items: Any, path: Path) -> Html:  # noqa: ANN401 - plain data of any shape
        if any(isinstance(item, dict) for item in items):
            return self._rows(items, path)
        ordered = sorted(enumerate(items), key=lambda entry: natural_order(str(entry[1])))
        shown = [self.value(item, (*path, number)) for number, item in ordered]
        return joined(shown, ", ") if len(shown) <= _SHORT_LIST else bullets(shown, class_="many")

    def _rows(self, items: Any, path: Path) -> Html:  # noqa: ANN401 - plain data of any shape
        """Return mappings as a table, in order of time or of their own numbers where they have them."""
        numbered = sorted(enumerate(items), key=lambda entry: _own_order(entry[1]))
        columns = list(dict.fromkeys(key for item in items for key, found in item.items() if is_said(found)))
        if len(columns) > _MOST_COLUMNS:
            return bullets(self.value(item, (*path, number)) for number, item in numbered)
        rows = [
            [
                self.value(item[key], (*path, number, key)) if is_said(item.get(key)) else element("span", "-")
                for key in columns
            ]
            for number, item in numbered
        ]
        return table([label(key) for key in columns], rows, caption=label(str(path[-1])))

    def _single(self, value: Any, path: Path) -> Html:  # noqa: ANN401 - plain data of any shape
        reference = self._named.get(path)
        if reference is not None:
            return self.record(reference.folder, reference.id)
        if isinstance(value, bool):
            return escaped("yes" if value else "no")
        text = str(value)
        return web_link(text) if path and path[-1] == "url" else escaped(text)


def is_said(value: Any) -> bool:  # noqa: ANN401 - plain data of any shape
    """Say whether a field holds something: false and 0 do, an empty text or list does not."""
    return value is not None and value not in ("", [], ())


def _own_order(item: dict[str, Any]) -> tuple[int, str]:
    order, date = item.get("order"), item.get("date")
    return (order if isinstance(order, int) else 0, str(date or ""))
