"""The catalogue's questions over HTTP, and a stand-in for the DCC's interface in test environments."""
