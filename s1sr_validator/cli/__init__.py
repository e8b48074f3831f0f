"""The command line: thin commands that gather, call, render and return an exit code."""

from s1sr_validator.cli.app import main

__all__ = ["main"]
