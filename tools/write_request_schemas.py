"""Writes the XML Schema that requests are held to, and the one of their signatures, into schemas/ (`make schemas`)."""

from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.messages.own_schema import OWN_FILE, own_schema_text
from s1sr_validator.messages.signature_schema import SIGNATURE_FILE, SIGNATURE_SCHEMA

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Write both files where they differ from what is there."""
    services = Catalogue.load(ROOT / "catalogue").lookup.services.values()
    for name, text in ((OWN_FILE, own_schema_text(services)), (SIGNATURE_FILE, SIGNATURE_SCHEMA)):
        path = ROOT / "schemas" / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
