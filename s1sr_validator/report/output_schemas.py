"""The published JSON Schemas of this package's own output, made from the result types."""

import inspect
from typing import Any

import msgspec

from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.comparison import DiffReport, ImpactReport
from s1sr_validator.model.consultation_paper import ConsultationReport
from s1sr_validator.model.evidence import EvidenceReport
from s1sr_validator.model.export import Export
from s1sr_validator.model.fleet_report import FleetReport
from s1sr_validator.model.matrix_import import MatrixImportReport
from s1sr_validator.model.prediction import PredictionReport
from s1sr_validator.model.register_change import RegisterReport
from s1sr_validator.model.regulation_import import ClauseRegister, RegulationReport, ReviewQueue
from s1sr_validator.model.results import (
    CategoryReport,
    FindingsReport,
    ImportReport,
    KindList,
    MomentList,
    RecordDetails,
    RecordList,
    SourceReport,
)
from s1sr_validator.model.suite_report import SuiteReport
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.report.as_ndjson import CheckedLine, FindingLine, RunLine, SummaryLine

OUTPUTS: dict[str, type[msgspec.Struct]] = {
    "prediction": PredictionReport,
    "findings": FindingsReport,
    "check": CheckReport,
    "verdict": ExchangeReport,
    "line-run": RunLine,
    "line-checked": CheckedLine,
    "line-finding": FindingLine,
    "line-summary": SummaryLine,
    "records": RecordDetails,
    "record-list": RecordList,
    "kinds": KindList,
    "import": ImportReport,
    "import-matrix": MatrixImportReport,
    "import-s1sr": RegulationReport,
    "clause-register": ClauseRegister,
    "review-queue": ReviewQueue,
    "import-consultation": ConsultationReport,
    "export": Export,
    "moments": MomentList,
    "exclusions": CategoryReport,
    "sources": SourceReport,
    "diff": DiffReport,
    "diff-by-date": RegisterReport,
    "impact": ImpactReport,
    "evidence": EvidenceReport,
    "suite": SuiteReport,
    "fleet": FleetReport,
}


def output_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one output, by its name in `OUTPUTS`."""
    schema: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(OUTPUTS[name])))
    # Python 3.13 takes the indentation out of docstrings, earlier versions leave it in.
    for definition in schema["$defs"].values():
        definition["description"] = inspect.cleandoc(definition["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{name}.schema.json",
        "title": OUTPUTS[name].__name__,
        **schema,
    }
