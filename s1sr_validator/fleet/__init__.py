"""Fleets: a table of meters held against what the catalogue says of their Device Models."""
