"""CAT109: the published catalogue holds nothing private."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.load.loaded import RecordFile
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.private_ids import COINED, is_private
from s1sr_validator.model.regulation import Publication
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT109",
    name="private-reserved",
    severity=Severity.ERROR,
    summary="A record of the catalogue has an id that begins with X-, or is a source that only its owner can look up.",
    why="Ids that begin with X- are for private overlays. While the catalogue gives out none, no overlay can meet it, "
    "and everybody knows an answer from an overlay by its id.",
    example=Example(file="rejections/invented-claim.yaml", wrong="id: X-CLAIM", right="id: invented-claim"),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at every record that is from no overlay."""
    for (folder, record_id), file in context.loaded.files.items():
        if file.overlay:
            continue
        if folder in COINED and is_private(record_id):
            tip = "give it an id of the catalogue's, or keep it in an overlay"
            yield RULE.finding(f"{record_id!r} is an id for a private overlay", file.location("id"), tip=tip)
        if _is_private_source(folder, file):
            tip = "cite what was published"
            yield RULE.finding("nobody can look a private source up", file.location("obtained"), tip=tip)


def _is_private_source(folder: str, file: RecordFile) -> bool:
    return folder == "sources" and file.data["obtained"] == Publication.PRIVATE
