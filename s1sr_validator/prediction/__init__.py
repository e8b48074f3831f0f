"""The pure centre: which claims apply to a request, a Device Model and a day, and what follows from them."""
