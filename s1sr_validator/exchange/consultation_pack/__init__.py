"""The pages that a consultation about a behaviour needs, drawn from the catalogue: as DOCX, HTML or Markdown."""
