"""Rules about a request and its answers, one file each."""
