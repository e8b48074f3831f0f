"""Frozen values of the domain: what every other layer passes around."""
