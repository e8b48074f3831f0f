"""Rules about several requests together, one file each."""
