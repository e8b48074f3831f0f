"""Verdicts: a request and what came back, held against what was predicted."""
