"""Files of others in, files for others out: the Central Products List and what follows it."""
