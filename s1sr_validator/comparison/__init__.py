"""Two catalogues held against each other: records by what they say, predictions by what they foretell."""
