"""CAT106: texts are short enough to be our own summary."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.texts import texts
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

LONGEST = 1_000
"""Characters in one text. The longest in the catalogue has about a third of this."""
LONGEST_WORD = 300
"""Characters without a blank: longer than any address or name, shorter than hidden data."""

RULE = Rule(
    code="CAT106",
    name="text-length",
    severity=Severity.WARNING,
    summary=f"A text has more than {LONGEST:,} characters, or a word of more than {LONGEST_WORD}.",
    why="A long text is a clause that was copied instead of summarised, or data that does not belong in a text.",
    example=Example(
        file="clauses/INVENTED/9.1.yaml",
        wrong="summary: " + "The invented log cannot be read while it is empty. " * 20,
        right="summary: The invented log cannot be read while it is empty.",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Measure every text of every file."""
    for file in context.loaded.files.values():
        for path, text in texts(file.data):
            dotted = ".".join(map(str, path))
            if len(text) > LONGEST:
                message = f"{dotted}: {len(text):,} characters; at most {LONGEST:,} are read with pleasure"
                yield RULE.finding(message, file.location(*path), tip="say it shorter, and cite the place")
            elif len(text) > LONGEST_WORD and max(map(len, text.split())) > LONGEST_WORD:
                message = f"{dotted}: a word of more than {LONGEST_WORD} characters"
                yield RULE.finding(message, file.location(*path), tip="data belongs in fields of its own")
