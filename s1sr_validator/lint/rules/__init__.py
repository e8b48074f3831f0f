"""One rule in each file; the file has the rule's name."""
