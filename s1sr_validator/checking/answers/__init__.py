"""Checking answers: everything that a DCC User gets back, held to its build and to the known codes."""
