"""The problem that ends the reading of one file."""

from s1sr_validator.load.mark import Mark
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.rule import Rule


class LoadProblem(Exception):  # noqa: N818 - it becomes a finding about one file; the run goes on
    """Why one file cannot be read further; caught where files are read and turned into a Finding."""

    def __init__(self, rule: Rule, message: str, mark: Mark | None = None) -> None:
        """Take the rule that is broken, the message, and the place in the file."""
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.mark = mark

    def finding(self, file: str) -> Finding:
        """Return the problem as a finding about the file."""
        line, column = (self.mark.line, self.mark.column) if self.mark else (0, 0)
        return self.rule.finding(self.message, Location(file=file, line=line, column=column))
