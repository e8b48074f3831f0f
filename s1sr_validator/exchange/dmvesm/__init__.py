"""The DMVESM, Annex A of the S1SR: a workbook of unknown layout read cell by cell into matrix rows."""
