"""Checking a request beyond what the schema ties together: one file per rule, an explicit registry."""
