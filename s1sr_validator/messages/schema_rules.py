"""What schemas find in a request, and what can be wrong with official schemas that are to be installed."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_FILE = "request.xml"
_COMMAND = "command line"

OWN_SCHEMA = Rule(
    code="REQ201",
    name="own-schema",
    severity=Severity.ERROR,
    summary="The request is not what the compact schema that comes with this software asks for.",
    why="It holds every request to the envelope, the header and the names of the bodies, and the values of the body to "
    "their types. What it refuses in envelope and header the DCC's schema refuses too.",
    example=Example(
        file=_FILE,
        wrong="<sr:CommandVariant>12</sr:CommandVariant>",
        right="<sr:CommandVariant>1</sr:CommandVariant>",
    ),
)
OFFICIAL_SCHEMA = Rule(
    code="REQ202",
    name="official-schema",
    severity=Severity.ERROR,
    summary="The request is not valid by the official DUIS schema of its version.",
    why="The DCC refuses such a request before it looks at what is asked. The official schema is used where it was "
    "installed: s1sr schemas install PATH.",
    example=Example(
        file=_FILE,
        wrong="<sr:ReadLogPeriod><sr:EndDateTime>2025-01-31T00:00:00Z</sr:EndDateTime></sr:ReadLogPeriod>",
        right="<sr:ReadLogPeriod><sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>"
        "<sr:EndDateTime>2025-01-31T00:00:00Z</sr:EndDateTime></sr:ReadLogPeriod>",
    ),
)
SOURCE_UNREADABLE = Rule(
    code="REQ211",
    name="schemas-unreadable",
    severity=Severity.ERROR,
    summary="The folder or archive that should hold the official schemas could not be read.",
    why="Schemas that are read in part would refuse what is right.",
    example=Example(
        file=_COMMAND, wrong="s1sr schemas install half-a-download.zip", right="s1sr schemas install duis.zip"
    ),
)
SOURCE_TOO_LARGE = Rule(
    code="REQ212",
    name="schemas-bounds",
    severity=Severity.ERROR,
    summary="The folder or archive is larger, unpacks to more, or is nested deeper than one with the schemas can be.",
    why="A few kilobytes of archive can unpack to gigabytes. The bounds are far above any package that was published.",
    example=Example(file=_COMMAND, wrong="s1sr schemas install ~/", right="s1sr schemas install ~/duis-schemas/"),
)
SOURCE_INCOMPLETE = Rule(
    code="REQ213",
    name="schemas-incomplete",
    severity=Severity.ERROR,
    summary="The folder or archive holds no whole set of official schemas: DUIS, MMC and XML Signature.",
    why="The DUIS schema takes types from the other two. They are told by their target namespaces, not by their names.",
    example=Example(
        file=_COMMAND,
        wrong="a folder with DUIS Schema V5.4.xsd alone",
        right="a folder with DUIS Schema V5.4.xsd, MMC Schema V5.4.xsd and xmldsig-core-schema.xsd",
    ),
)
STORE_DAMAGED = Rule(
    code="REQ214",
    name="schemas-damaged",
    severity=Severity.ERROR,
    summary="Installed schemas are not what was installed, or cannot be read or written.",
    why="A request is never held to a schema that is not the one that its report names.",
    example=Example(
        file=_COMMAND,
        wrong="a file of the data folder was edited",
        right="s1sr schemas remove 5.4, then s1sr schemas install PATH again",
    ),
)

SCHEMA_RULES = (
    OWN_SCHEMA,
    OFFICIAL_SCHEMA,
    SOURCE_UNREADABLE,
    SOURCE_TOO_LARGE,
    SOURCE_INCOMPLETE,
    STORE_DAMAGED,
)
"""What is said of a request by XML Schemas, and of schemas that are installed."""
