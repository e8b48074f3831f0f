"""The reading edge: YAML files to typed, frozen records, with the place of every value."""
