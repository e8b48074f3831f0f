"""The Central Products List: its workbook read, compared with the catalogue, and turned into records."""
