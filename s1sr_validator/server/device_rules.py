"""What can be wrong with the file of Devices that the stand-in for the DCC answers for."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_FILE = "devices.yaml"

UNREADABLE = Rule(
    code="DEV001",
    name="devices-unreadable",
    severity=Severity.ERROR,
    summary="The file of Devices could not be opened or read.",
    why="Without it the stand-in knows no Device, and would refuse every request.",
    example=Example(
        file="command line", wrong="s1sr serve --devices no-such-file.yaml", right="s1sr serve --devices devices.yaml"
    ),
)
SHAPE = Rule(
    code="DEV002",
    name="devices-shape",
    severity=Severity.ERROR,
    summary="The file of Devices has a key, a type or a form that its schema does not have.",
    why="A misspelt key sets nothing, and a Device would answer otherwise than the test's author believes.",
    example=Example(
        file=_FILE,
        wrong='devices:\n  "00-00-5E-EF-10-00-00-A1":\n    model: ESME/1028/5678/0201/03465317',
        right='devices:\n  "00-00-5E-EF-10-00-00-A1":\n    device: ESME/1028/5678/0201/03465317',
    ),
)
MODEL = Rule(
    code="DEV003",
    name="devices-model",
    severity=Severity.ERROR,
    summary="The key of a Device is not that of one SMETS1 Device Model.",
    why="One Device answers, and it is of one Device Model, firmware included.",
    example=Example(file=_FILE, wrong="device: ESME/1028", right="device: ESME/1028/5678/0201/03465317"),
)
STATE = Rule(
    code="DEV004",
    name="devices-state",
    severity=Severity.ERROR,
    summary="A state value has a name that the catalogue does not declare, or is of another type.",
    why="No condition asks for it, so the Device would answer as if it had not been given.",
    example=Example(
        file=_FILE,
        wrong="state: {billing_log.entrys_in_period: 0}",
        right="state: {billing_log.entries_in_period: 0}",
    ),
)
EUI_TWICE = Rule(
    code="DEV005",
    name="devices-eui-twice",
    severity=Severity.ERROR,
    summary="One EUI-64 stands twice, in upper and lower case.",
    why="The case of its digits means nothing, so it is one Device, and it is not known which of the two is meant.",
    example=Example(
        file=_FILE,
        wrong='"00-00-5e-ef-10-00-00-a1": ...\n"00-00-5E-EF-10-00-00-A1": ...',
        right='"00-00-5E-EF-10-00-00-A1": ...',
    ),
)
DEVICE_FILE_RULES = (UNREADABLE, SHAPE, MODEL, STATE, EUI_TWICE)
