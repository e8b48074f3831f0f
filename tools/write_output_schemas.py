"""Writes the JSON Schemas of the package's own output into schemas/output (`make schemas`)."""

from pathlib import Path

from s1sr_validator.report.as_json import to_json
from s1sr_validator.report.output_schemas import OUTPUTS, output_schema

FOLDER = Path(__file__).parent.parent / "schemas" / "output"


def main() -> None:
    """Write every schema that differs from what is there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in OUTPUTS:
        path = FOLDER / f"{name}.schema.json"
        text = to_json(output_schema(name))
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
