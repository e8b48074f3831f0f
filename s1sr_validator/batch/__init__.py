"""Batches: any number of requests predicted by several processes in bounded memory, and resumed after a stop."""
