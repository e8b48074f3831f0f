"""Fuzz one target with atheris (libFuzzer): python fuzz/fuzz_one.py TARGET CORPUS [libFuzzer options]."""

import hashlib
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
NAME = sys.argv[1]

with atheris.instrument_imports(
    include=["s1sr_validator.messages", "s1sr_validator.load", "s1sr_validator.contribution", "s1sr_validator.evidence",
             "s1sr_validator.exchange", "s1sr_validator.prediction", "s1sr_validator.model", "tomllib"],
):  # fmt: skip
    from fuzz.targets import TARGETS


def main() -> None:
    """Write the seeds into the corpus, and fuzz."""
    target, corpus = TARGETS[NAME], Path(sys.argv[2])
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
