"""From loaded records to one canonical snapshot, and from a snapshot to quick lookups."""
