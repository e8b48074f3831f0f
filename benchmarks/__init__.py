"""Measurements against peers and limits. All data made here is invented; `make bench` runs them, nothing tests them."""
