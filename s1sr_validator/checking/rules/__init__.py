"""The rules about requests, one file each."""
