"""Evidence: exchanges stripped of identifiers, what they say for or against the catalogue, and drafts from them."""
