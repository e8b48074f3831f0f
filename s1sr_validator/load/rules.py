"""The rules that reading a catalogue file can break, before any rule about its meaning is asked."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_ANY_FILE = "services/9.9.1.yaml"

UNREADABLE = Rule(
    code="CAT001",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="A file of the catalogue could not be read, or does not belong there.",
    why="A catalogue that is read in part answers as if the rest did not exist. Every file under it is a record, "
    "a README or a LICENSE; anything else is a slip.",
    example=Example(file="services/", wrong="services/9.9.1.yml", right="services/9.9.1.yaml"),
)
SYNTAX = Rule(
    code="CAT002",
    name="yaml-syntax",
    severity=Severity.ERROR,
    summary="The file is not one YAML document whose top is a mapping.",
    why="Each record is one file. A file that a YAML reader cannot follow holds no facts.",
    example=Example(file=_ANY_FILE, wrong="name: [unclosed", right="name: Invented service 9.9.1"),
)
TOO_LARGE = Rule(
    code="CAT003",
    name="yaml-bounds",
    severity=Severity.ERROR,
    summary="The file is larger or deeper than a record can be.",
    why="YAML parsers take quadratic time on deep nests; bounds keep a hostile pull request from stopping the build.",
    example=Example(
        file=_ANY_FILE,
        wrong="name: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        right="name: Invented service 9.9.1",
    ),
)
INDIRECTION = Rule(
    code="CAT004",
    name="yaml-indirection",
    severity=Severity.ERROR,
    summary="Anchors, aliases, tags and merge keys are refused.",
    why="A fact stands where it is read: a reviewer sees the value, not a pointer to it, and no tag can change a type.",
    example=Example(file=_ANY_FILE, wrong="name: &n Invented service 9.9.1", right="name: Invented service 9.9.1"),
)
EMPTY_VALUE = Rule(
    code="CAT005",
    name="yaml-empty-value",
    severity=Severity.ERROR,
    summary="A key has no value.",
    why="Nothing written could mean none, unknown or forgotten. What is unknown leaves its key out or says unknown.",
    example=Example(file=_ANY_FILE, wrong="name:\n", right="name: Invented service 9.9.1\n"),
)
DUPLICATE_KEY = Rule(
    code="CAT006",
    name="yaml-duplicate-key",
    severity=Severity.ERROR,
    summary="A key stands twice in one mapping.",
    why="YAML readers keep one of the two without a word; which one differs between them.",
    example=Example(
        file=_ANY_FILE, wrong="name: Invented service 9.9.1\nname: Another name", right="name: Invented service 9.9.1"
    ),
)
SCHEMA = Rule(
    code="CAT007",
    name="schema",
    severity=Severity.ERROR,
    summary="The record does not have the shape that its schema describes.",
    why="Validator, site and API rely on the shape. The schemas lie in schemas/, and editors show their descriptions.",
    example=Example(file=_ANY_FILE, wrong="critical: maybe", right="critical: false"),
)
UNQUOTED = Rule(
    code="CAT008",
    name="unquoted-text",
    severity=Severity.ERROR,
    summary="A text value without quotes, which another YAML reader would take for a number, a truth value or a date.",
    why="Hardware version 0105 becomes 69 and SRV 4.10 becomes 4.1 in an ordinary reader. Quotes keep a code a code "
    "for every tool that opens the file.",
    example=Example(file=_ANY_FILE, wrong="service_reference: 9.9\n", right='service_reference: "9.9"\n'),
)
FILE_NAME = Rule(
    code="CAT009",
    name="file-name",
    severity=Severity.ERROR,
    summary="The file's path does not end in its record's id.",
    why="Whoever knows the id must find the file without searching, and two files cannot hold one id.",
    example=Example(file=_ANY_FILE, wrong='id: "9.9.7"', right='id: "9.9.1"'),
)
DUPLICATE_ID = Rule(
    code="CAT010",
    name="duplicate-id",
    severity=Severity.ERROR,
    summary="Two files of one kind hold the same id.",
    why="A reference must lead to one record.",
    example=Example(file="services/9.9.2.yaml", wrong='id: "9.9.1"', right='id: "9.9.2"'),
)
CONDITION = Rule(
    code="CAT011",
    name="condition",
    severity=Severity.ERROR,
    summary="A condition asks for a fact that nothing declares, or compares it with a value of another type.",
    why="A misspelt fact is never known, so the condition would stay open for ever and nobody would notice.",
    example=Example(
        file="behaviours/S1B-9001.yaml",
        wrong="fact: state.invented_log.entrys",
        right="fact: state.invented_log.entries",
    ),
)

LOAD_RULES = (
    UNREADABLE,
    SYNTAX,
    TOO_LARGE,
    INDIRECTION,
    EMPTY_VALUE,
    DUPLICATE_KEY,
    SCHEMA,
    UNQUOTED,
    FILE_NAME,
    DUPLICATE_ID,
    CONDITION,
)
