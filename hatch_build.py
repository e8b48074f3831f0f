"""Puts the compiled catalogue and the schemas into the wheel."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotBuildHook(BuildHookInterface[BuilderConfig]):
    """Compiles the snapshot for a standard wheel; an editable install reads the checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the snapshot and the schemas to what the wheel includes."""
        if version == "editable":
            return
        root = Path(self.root)
        self._compiled = tempfile.TemporaryDirectory(prefix="s1sr-")
        snapshot = Path(self._compiled.name) / "snapshot.json"
        compile_snapshot(root, snapshot)
        build_data["force_include"][str(snapshot)] = "s1sr_validator/data/snapshot.json"
        build_data["force_include"][str(root / "schemas")] = "s1sr_validator/data/schemas"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's signature
        """Remove the compiled snapshot, which the wheel now holds."""
        if version != "editable":
            self._compiled.cleanup()


def compile_snapshot(root: Path, target: Path) -> None:
    """Write the snapshot of the catalogue under `root` to `target`, with the package that lies there."""
    sys.path.insert(0, str(root))
    try:
        from s1sr_validator.bundle import write_snapshot  # noqa: PLC0415 - importable only now that root is on the path
    finally:
        sys.path.remove(str(root))
    write_snapshot(root / "catalogue", target)
