"""The rules about answers, one file each."""
