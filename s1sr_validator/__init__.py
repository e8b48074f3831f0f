"""What a SMETS1 Device does where it is not what GBCS says: knowledge base, prediction and checks."""

from s1sr_validator.catalogue import Catalogue
from s1sr_validator.model.errors import CatalogueError, InputError, S1srError, UsageError

__all__ = ["Catalogue", "CatalogueError", "InputError", "S1srError", "UsageError"]
