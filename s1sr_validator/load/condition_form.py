"""The authored form of conditions and case facts to typed values, by the vocabulary that the catalogue declares."""

import difflib
from collections.abc import Mapping
from typing import Any

from s1sr_validator.load import rules
from s1sr_validator.load.mark import Mark, Path
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.vocabulary import FactType, read_value

Vocabulary = Mapping[str, FactType]


class ConditionReader:
    """Reads conditions of one document; what is wrong in them goes to `problems`, each with its place."""

    def __init__(self, vocabulary: Vocabulary, places: Mapping[Path, Mark]) -> None:
        """Take the facts that may be named, and the places of the document's values."""
        self._vocabulary = vocabulary
        self._places = places
        self.problems: list[LoadProblem] = []

    def condition(self, form: Mapping[str, Any], path: Path) -> Condition:
        """Read one node of the tree."""
        if "all" in form:
            return AllOf(parts=self._parts(form["all"], (*path, "all")))
        if "any" in form:
            return AnyOf(parts=self._parts(form["any"], (*path, "any")))
        if "not" in form:
            return Not(part=self.condition(form["not"], (*path, "not")))
        return self._comparison(form, path)

    def fact_value(self, name: str, text: str, path: Path) -> Value:
        """Read the value of a named fact; the text itself where it cannot be read."""
        return self._value(self._fact(name, path), text, path)

    def _parts(self, forms: list[Mapping[str, Any]], path: Path) -> tuple[Condition, ...]:
        return tuple(self.condition(form, (*path, number)) for number, form in enumerate(forms))

    def _comparison(self, form: Mapping[str, Any], path: Path) -> Comparison:
        operator = next(operator for operator in Operator if operator.value in form)
        fact = self._fact(form["fact"], (*path, "fact"))
        given = form[operator.value]
        operands = tuple(given if isinstance(given, list) else [given])
        if operator is not Operator.PRESENT:
            operands = tuple(self._value(fact, text, (*path, operator.value)) for text in operands)
        return Comparison(fact=form["fact"], operator=operator, operands=operands)

    def _value(self, fact: FactType | None, text: str, path: Path) -> Value:
        if fact is None:
            return text
        try:
            return read_value(fact, text)
        except ValueError as error:
            self._note(path, f"{fact.name}: {error}")
            return text

    def _fact(self, name: str, path: Path) -> FactType | None:
        if name not in self._vocabulary:
            close = difflib.get_close_matches(name, list(self._vocabulary), n=1, cutoff=0.5)
            hint = f"; did you mean {close[0]}?" if close else ""
            self._note(path, f"no fact is called {name!r}{hint}")
        return self._vocabulary.get(name)

    def _note(self, path: Path, message: str) -> None:
        dotted = ".".join(map(str, path))
        self.problems.append(LoadProblem(rules.CONDITION, f"{dotted}: {message}", self._places.get(path)))
