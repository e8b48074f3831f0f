"""Consultation papers: the proposals, questions, dates and tables that they state."""
