"""Programs of the system that tests need: without them a test is skipped aloud, or fails where all is checked."""

import os
import shutil

import pytest


def require(program: str, reason: str) -> str:
    """Return where a program is; skip where it is not, or fail where S1SR_REQUIRE_SYSTEM=1 asks for it.

    Continuous integration sets it, so that nothing is skipped there unseen.
    """
    found = shutil.which(program)
    if found is None:
        message = f"{program} is not here ({reason.strip()}): see make tracer"
        (pytest.fail if os.environ.get("S1SR_REQUIRE_SYSTEM") == "1" else pytest.skip)(message)
    return str(found)
