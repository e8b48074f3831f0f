"""What contributors are helped with: records in one form, new records, and revisions of a catalogue to compare."""
