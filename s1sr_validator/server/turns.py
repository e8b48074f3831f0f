"""How often each Device has been asked, which makes the seed of its next message."""

import threading
from collections import Counter
from hashlib import sha256


class Turns:
    """Counts requests by Device; asked from several threads."""

    def __init__(self, seed: int) -> None:
        """Start with no request; another seed gives other readings from all Devices."""
        self.seed = seed
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def next_seed(self, eui: str) -> int:
        """Count a request to a Device, and return the seed of its message: the same for the same turn in every run."""
        with self._lock:
            self._counts[eui] += 1
            turn = self._counts[eui]
        digest = sha256(f"{self.seed}/{eui}/{turn}".encode()).digest()
        return int.from_bytes(digest[:4])
