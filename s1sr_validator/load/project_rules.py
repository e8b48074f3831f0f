"""What can be wrong with a project's own file, `s1sr.toml`."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

FILE_NAME = "s1sr.toml"

UNREADABLE = Rule(
    code="PRJ001",
    name="project-unreadable",
    severity=Severity.ERROR,
    summary="The project file could not be opened, or is not UTF-8 text.",
    why="What it accepts and what it sets would silently not hold, so nothing is checked without it.",
    example=Example(
        file="command line",
        wrong="s1sr check request.xml --config no-such-file.toml",
        right="s1sr check request.xml --config s1sr.toml",
    ),
)
NOT_TOML = Rule(
    code="PRJ002",
    name="project-not-toml",
    severity=Severity.ERROR,
    summary="The project file is not TOML.",
    why="A file that is read in part would accept findings that nobody looked at, or none of those that it names.",
    example=Example(file=FILE_NAME, wrong='ignore = ["period-empty"', right='ignore = ["period-empty"]'),
)
TOO_LARGE = Rule(
    code="PRJ003",
    name="project-bounds",
    severity=Severity.ERROR,
    summary="The project file is larger, or one of its lines longer, or its tables deeper than it can need.",
    why="TOML readers take quadratic time on long dotted keys; bounds keep a hostile file from stopping the build.",
    example=Example(file=FILE_NAME, wrong="ignore = [[[[[[[[[[[[[[]]]]]]]]]]]]]]", right='ignore = ["period-empty"]'),
)
UNKNOWN_KEY = Rule(
    code="PRJ004",
    name="project-unknown-key",
    severity=Severity.ERROR,
    summary="The project file has a key or a table that does not exist.",
    why="A misspelt key sets nothing; a suppression without the key that was to narrow it would accept too much.",
    example=Example(file=FILE_NAME, wrong='fail-on = "error"', right='fail_on = "error"'),
)
VALUE = Rule(
    code="PRJ005",
    name="project-value",
    severity=Severity.ERROR,
    summary="A value of the project file is not of the type or the form that its key has.",
    why="An SRV is text (4.10 as a number is 4.1), a list of rules is a list, and a day is a day.",
    example=Example(file=FILE_NAME, wrong="srv = 4.10", right='srv = "4.10"'),
)
INCOMPLETE = Rule(
    code="PRJ006",
    name="suppression-incomplete",
    severity=Severity.ERROR,
    summary="A suppression does not say what it accepts, why, or until when.",
    why="Who reads the list later must be able to tell whether it still holds. Where there is no end, the file says "
    '`expires = "never"`, so that nobody merely forgot it.',
    example=Example(file=FILE_NAME, wrong='reason = ""', right='reason = "the test harness sends it so"'),
)
UNKNOWN_RULE = Rule(
    code="PRJ007",
    name="project-unknown-rule",
    severity=Severity.ERROR,
    summary="The project file names a rule about requests that does not exist.",
    why="It selects or accepts nothing, while its author believes that the finding is dealt with.",
    example=Example(file=FILE_NAME, wrong='ignore = ["period-emtpy"]', right='ignore = ["period-empty"]'),
)
ALWAYS_REPORTED = Rule(
    code="PRJ008",
    name="project-always-reported",
    severity=Severity.ERROR,
    summary="The project file leaves out or accepts findings that are always reported.",
    why="That an input could not be read, that a rule crashed or that this file is wrong says that something was not "
    "checked. Hidden, it would look as if it had been.",
    example=Example(file=FILE_NAME, wrong='code = "REQ005"', right='code = "REQ107"'),
)
UNKNOWN_SERVICE = Rule(
    code="PRJ009",
    name="project-unknown-service",
    severity=Severity.ERROR,
    summary="A suppression is for an SRV that does not exist.",
    why="It accepts nothing, while its author believes that the finding is dealt with.",
    example=Example(file=FILE_NAME, wrong='srv = "4.10.1"', right='srv = "4.10"'),
)
UNKNOWN_DEVICE = Rule(
    code="PRJ010",
    name="project-unknown-device",
    severity=Severity.ERROR,
    summary="The project file names a Device Model that the catalogue does not hold, or several where one is needed.",
    why="Rules about a Device would not be asked, or would be asked for one that is not the Device of the test "
    "environment.",
    example=Example(
        file=FILE_NAME,
        wrong='00-00-5E-EF-10-00-00-A1 = "ESME"',
        right='00-00-5E-EF-10-00-00-A1 = "ESME/1028/5678/0201/03465317"',
    ),
)
EUI = Rule(
    code="PRJ011",
    name="project-eui",
    severity=Severity.ERROR,
    summary="A key under [devices] is not an EUI-64.",
    why="Requests name their target by EUI-64: eight pairs of hex digits, joined by hyphens. Another text never fits.",
    example=Example(
        file=FILE_NAME,
        wrong='00-00-5E-EF-10-00-00-0A1 = "ESME/1028/5678/0201/03465317"',
        right='00-00-5E-EF-10-00-00-A1 = "ESME/1028/5678/0201/03465317"',
    ),
)
EUI_TWICE = Rule(
    code="PRJ012",
    name="project-eui-twice",
    severity=Severity.ERROR,
    summary="One EUI-64 stands twice under [devices], in upper and lower case.",
    why="The case of its digits means nothing, so it is one Device, and it is not known which of the two is meant.",
    example=Example(
        file=FILE_NAME,
        wrong='00-00-5e-ef-10-00-00-a1 = "ESME/1028/5678/0201/03465317"\n'
        '00-00-5E-EF-10-00-00-A1 = "ESME/1028/5678/0201/03465317"',
        right='00-00-5E-EF-10-00-00-A1 = "ESME/1028/5678/0201/03465317"',
    ),
)
UNKNOWN_ROLE = Rule(
    code="PRJ013",
    name="project-unknown-role",
    severity=Severity.ERROR,
    summary="The project file names a User Role that no service has.",
    why="Whether the sender may send a request would not be asked.",
    example=Example(file=FILE_NAME, wrong='role = "SI"', right='role = "IS"'),
)
UNUSED = Rule(
    code="PRJ014",
    name="suppression-unused",
    severity=Severity.ERROR,
    summary="A suppression accepts a finding that there is not.",
    why="The list may only shrink: a suppression that outlives its cause would hide the next slip. It is reported only "
    "where every file that it can be about was checked, by its rule, to the end.",
    example=Example(
        file=FILE_NAME, wrong='path = "body.ReadLogPeriod"', right='path = "body.ReadLogPeriod.EndDateTime"'
    ),
)
EXPIRED = Rule(
    code="PRJ015",
    name="suppression-expired",
    severity=Severity.ERROR,
    summary="The day has come from which a suppression no longer holds.",
    why="Somebody set a day to look at this again. From that day on the accepted finding is reported once more.",
    example=Example(file=FILE_NAME, wrong="expires = 2002-01-01", right="expires = 2200-01-01"),
)
PROJECT_RULES = (
    UNREADABLE,
    NOT_TOML,
    TOO_LARGE,
    UNKNOWN_KEY,
    VALUE,
    INCOMPLETE,
    UNKNOWN_RULE,
    ALWAYS_REPORTED,
    UNKNOWN_SERVICE,
    UNKNOWN_DEVICE,
    EUI,
    EUI_TWICE,
    UNKNOWN_ROLE,
    UNUSED,
    EXPIRED,
)
