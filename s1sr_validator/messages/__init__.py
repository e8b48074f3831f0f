"""DUIS messages to typed values: bytes from strangers, so a gate first, then a hardened parser."""
