"""Rules over a loaded catalogue: values in, findings out."""
