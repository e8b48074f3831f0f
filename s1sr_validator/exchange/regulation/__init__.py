"""The S1SR and its like: clauses read from DOCX, PDF or text, compared, and drafted for review."""
