"""The commands by name, in the order in which help lists them, and the place from which each is imported when asked."""

from importlib import import_module
from typing import Any

COMMANDS = {
    "predict": "predict_command:predict",
    "check": "check_command:check",
    "batch": "batch_command:batch",
    "fleet": "fleet_command:fleet",
    "simulate": "simulate_command:simulate",
    "serve": "serve_command:serve",
    "show": "show_command:show",
    "list": "list_command:list_records",
    "search": "search_command:search",
    "history": "history_command:history",
    "timeline": "history_command:timeline",
    "exclusion": "exclusion_command:exclusion",
    "sources": "sources_command:sources",
    "lint": "lint_command:lint",
    "explain": "explain_command:explain",
    "compile": "compile_command:compile_catalogue",
    "export": "export_command:export",
    "publish": "publish_command:publish",
    "fmt": "fmt_command:fmt",
    "new": "new_command:new",
    "diff": "diff_command:diff",
    "impact": "impact_command:impact",
    "redact": "redact_command:redact",
    "observe": "observe_command:observe",
    "review": "review_command:review",
    "release": "release_command:release",
}
"""Commands: module and function."""

GROUPS = {
    "import": "import_command:import_app",
    "evidence": "evidence_command:evidence_app",
    "schemas": "schemas_command:schemas_app",
}
"""Groups of commands: module and typer app."""


def load(place: str) -> Any:  # noqa: ANN401 - a command's function, or a group's app
    """Import what stands at a place of the two tables."""
    module, _, name = place.partition(":")
    return getattr(import_module(f"s1sr_validator.cli.{module}"), name)
