"""How much memory this process has had at most."""

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def most_resident() -> float:
    """Return the most megabytes that this process had, and what started it not among them where the system says so."""
    if _STATUS.exists():
        lines = dict(line.split(":", 1) for line in _STATUS.read_text("utf-8").splitlines() if ":" in line)
        return int(lines["VmHWM"].split()[0]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
