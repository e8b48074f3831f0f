"""Prediction with every request rule and the official XSD, beside lxml that parses and validates against that XSD.

Every message is new. In the first row requests of its shape were examined before, as in a system's daily work; in the
second the catalogue has seen none, learns the shapes meanwhile, and examines most messages in full.
"""

from collections.abc import Iterator

from lxml import etree

from benchmarks.invented import DAY, REAL_DEVICE
from benchmarks.messages import distinct, official, reference_data
from benchmarks.row import Row, Skipped, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator import Catalogue
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_check import OfficialSchema, RequestSchemas
from s1sr_validator.messages.schema_files import official_files

GOAL = 1.4
SLICES = 7
WHAT = "predict + request rules + official XSD"


def run() -> Iterator[Row | Skipped]:
    """Measure the official templates; without the official schemas there is nothing to measure."""
    folder = reference_data()
    if folder is None:
        yield Skipped(WHAT, "no reference data (S1SR_REFERENCE_DATA)")
        return
    catalogue = Catalogue.bundled()
    given = official_files(schema_files(folder / "duis"), str(folder))
    schemas = RequestSchemas(
        catalogue.lookup.services.values(),
        [OfficialSchema(each.version, [file.data for file in each.files]) for each in given],
    )
    catalogue.__dict__["schemas"] = schemas  # in place of those that are installed for the user
    schema = etree.XMLSchema(etree.parse(folder / "duis" / "driver.xsd"))
    messages = official()
    rounds = iter([list(distinct(messages, number)) for number in range(2 * SLICES + 4)])

    def validate() -> None:
        for message in messages:
            schema.validate(etree.fromstring(message))

    def predict() -> None:
        for message in next(rounds):
            catalogue.predict(message, device=REAL_DEVICE, as_of=DAY)

    def predict_unseen() -> None:
        forget()
        predict()

    def forget() -> None:
        for name in ("_inquiries", "_shapes"):
            catalogue.__dict__.pop(name, None)

    unseen = side_by_side({"validate": validate, "predict": predict_unseen}, 2)
    predict()
    known = side_by_side({"validate": validate, "predict": predict}, SLICES)
    count = len(messages)
    for taken, label in ((known, "each new"), (unseen, "each new, shapes too")):
        yield Row(
            f"{WHAT}, {count} official templates, {label}",
            shown(median(taken, "predict") / count),
            f"lxml parse + validate {shown(median(taken, 'validate') / count)}",
            ratio(taken, "predict", "validate"),
            GOAL,
        )
