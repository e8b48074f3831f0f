"""Publishing: what a catalogue looks like on pages, in files and in a browser."""
