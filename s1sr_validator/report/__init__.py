"""Results to text and to the formats that other tools read. Values in, text out."""
