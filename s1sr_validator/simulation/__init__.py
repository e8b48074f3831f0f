"""Simulation: the message that would come back for a request, made up from what the catalogue knows of its shape."""
